#!/usr/bin/env ruby
# frozen_string_literal: true
#
# Serves Ruby's own Socket to sockspec: one JSON-RPC request per line on stdin, one answer per line
# on stdout. It passes Ruby's results through unchanged, with one exception: it translates two types
# that are newer than the document (Addrinfo, Socket::Option) back to the byte strings that the
# document's methods return.
#
# Runs on MRI 2.0 or later and on JRuby 9.3. `ruby --disable-gems driver.rb` starts fastest;
# conformance/README.md has the options that make JRuby start sooner.

$VERBOSE = nil # some documented methods are deprecated and would print a warning at every call

require "socket"
require "json"
require_relative "protocol"

module Sockspec
  # The sockets the suite holds, by handle. No handle is used twice.
  class Handles
    STANDARD_STREAMS = 0..2

    def initialize
      @sockets = {}
      @handles = {}.compare_by_identity
      @last = 0
    end

    def handle(socket)
      @handles[socket] ||= begin
        @sockets[@last += 1] = socket
        @last
      end
    end

    def socket(handle)
      @sockets.fetch(handle) { raise RequestError.new(INVALID_PARAMS, "no socket #{handle}") }
    end

    def close_all
      @sockets.each_value { |socket| close(socket) }
      @sockets.clear
      @handles.clear
    end

    private

    # Two sockets may share a descriptor (for_fd), so closing may fail. The socket must not survive
    # that: the garbage collector would later close whatever has the same number by then.
    def close(socket)
      if STANDARD_STREAMS.include?(socket.fileno)
        socket.autoclose = false
      else
        socket.close
      end
    rescue SystemCallError, IOError
      disown(socket)
    end

    def disown(socket)
      socket.autoclose = false
    rescue SystemCallError, IOError
      nil # the socket no longer has a descriptor
    end
  end

  # Converts JSON values to Ruby's and back. Code points U+0000..U+00FF stand for bytes.
  class Codec
    def initialize(handles)
      @handles = handles
      encode(decode("\u00ff")) # MRI loads converters at first use, when loading may be impossible
    end

    def decode(value)
      case value
      when String then decode_string(value)
      when Array then value.map { |element| decode(element) }
      when Hash then @handles.socket(handle_in(value))
      else value
      end
    end

    def encode(value)
      case value
      when String then encode_string(value)
      when Array then value.map { |element| encode(element) }
      when BasicSocket then { "socket" => @handles.handle(value) }
      when Addrinfo then encode_string(value.to_sockaddr)
      when Socket::Option then encode_string(value.data)
      when Symbol then value.to_s
      else value
      end
    end

    def encode_error(error)
      data = { "class" => error.class.to_s, "ancestors" => ancestors(error.class) }
      data["errno"] = error.errno if error.respond_to?(:errno)
      { "code" => RAISED, "message" => encode_string(error.message.to_s), "data" => data }
    end

    private

    # ASCII stays as it is in a script's literal; a string with other bytes is binary, not text.
    def decode_string(string)
      return string if string.ascii_only?
      string.encode(Encoding::ISO_8859_1).force_encoding(Encoding::BINARY)
    rescue EncodingError
      raise RequestError.new(INVALID_PARAMS, "not a byte string: #{string.inspect}")
    end

    def encode_string(string)
      string.dup.force_encoding(Encoding::ISO_8859_1).encode(Encoding::UTF_8)
    end

    def handle_in(object)
      return object["socket"] if object.size == 1 && object.key?("socket")
      raise RequestError.new(INVALID_PARAMS, "not a handle: #{object.inspect}")
    end

    # The list ends with StandardError if it has one. JRuby also raises what is not an Exception.
    def ancestors(error_class)
      classes = error_class.ancestors.grep(Class) - [Object, BasicObject]
      classes.delete(Exception) if classes.include?(StandardError)
      classes.flat_map { |ancestor| [ancestor.to_s] | errno_names(ancestor) }
    end

    # An errno can have two names, and either name rescues it: EWOULDBLOCK is EAGAIN.
    def errno_names(error_class)
      return [] unless error_class < SystemCallError && error_class.const_defined?(:Errno)
      names = Errno.constants.select { |name| Errno.const_get(name).equal?(error_class) }
      names.map { |name| "Errno::#{name}" }
    end
  end

  # Answers requests. Calls only the methods that METHODS lists.
  class Driver
    JSON_OPTIONS = { :max_nesting => 16 }

    METHODS = {}
    CLASS_METHODS.each do |owner, names|
      names.each { |name| METHODS["#{owner}.#{name}"] = [owner, name] if owner.respond_to?(name) }
    end
    INSTANCE_METHODS.each do |name|
      METHODS["Socket##{name}"] = [nil, name] if Socket.method_defined?(name)
    end

    def initialize
      @handles = Handles.new
      @codec = Codec.new(@handles)
      load_classes if RUBY_ENGINE == "jruby"
      @do_not_reverse_lookup = BasicSocket.do_not_reverse_lookup
    end

    def run(input, output)
      input.binmode
      output.binmode
      output.sync = true
      while (line = input.gets("\n"))
        reply = answer(line)
        output.write(JSON.generate(reply) << "\n") if reply
      end
    rescue Errno::EPIPE
      nil # the suite has ended
    end

    private

    # A virtual machine opens the files of its classes at first use, when no descriptor may be left.
    def load_classes
      (Socket.pair(:UNIX, :STREAM) << Socket.new(:INET, :STREAM)).each do |socket|
        @codec.encode(socket.getsockname)
        socket.close
      end
      Socket.getaddrinfo("localhost", 80)
    end

    def answer(line)
      request = parse(line)
      outcome = serve(request)
      outcome.merge("jsonrpc" => "2.0", "id" => request["id"]) if request.key?("id")
    rescue RequestError => error
      id = request ? request["id"] : nil
      failure = { "code" => error.code, "message" => error.message }
      { "jsonrpc" => "2.0", "id" => id, "error" => failure }
    end

    def parse(line)
      line.force_encoding(Encoding::UTF_8)
      raise RequestError.new(PARSE_ERROR, "not UTF-8") unless line.valid_encoding?
      request = JSON.parse(line, JSON_OPTIONS)
      return request if request.is_a?(Hash) && request["method"].is_a?(String)
      raise RequestError.new(INVALID_REQUEST, "not a request")
    rescue JSON::ParserError
      raise RequestError.new(PARSE_ERROR, "not JSON")
    end

    def serve(request)
      case request["method"]
      when "sockspec.hello" then { "result" => hello }
      when "sockspec.reset" then { "result" => reset }
      else call(request["method"], request.fetch("params", []))
      end
    end

    def call(method, params)
      owner, name = METHODS.fetch(method) { raise RequestError.new(METHOD_NOT_FOUND, method) }
      raise RequestError.new(INVALID_PARAMS, "params is not an array") unless params.is_a?(Array)
      arguments = @codec.decode(params)
      receiver = owner || arguments.shift
      unless owner || receiver.is_a?(BasicSocket)
        raise RequestError.new(INVALID_PARAMS, "the receiver is not a socket")
      end
      perform(receiver, name, arguments)
    end

    # Whatever Ruby raises is an answer, including NoMemoryError and NotImplementedError.
    def perform(receiver, name, arguments)
      result = receiver.__send__(name, *arguments)
      result = arguments.first if name.end_with?("=") # an assignment's value is the assigned value
      { "result" => @codec.encode(result) }
    rescue SystemExit, SignalException
      raise
    rescue Exception => error
      { "error" => @codec.encode_error(error) }
    end

    def hello
      {
        "protocol" => PROTOCOL,
        "implementation" => RUBY_ENGINE,
        "version" => defined?(RUBY_ENGINE_VERSION) ? RUBY_ENGINE_VERSION : RUBY_VERSION,
        "language" => "Ruby",
        "platform" => File::ALT_SEPARATOR ? "windows" : "unix",
        "methods" => METHODS.keys,
        "features" => features,
        "constants" => constants
      }
    end

    # The list never has "safe_level": $SAFE cannot be lowered again, so no reset could undo it.
    def features
      features = []
      features << "ipv6" if Socket.const_defined?(:AF_INET6)
      features << "unix" if Socket.const_defined?(:AF_UNIX) && METHODS.key?("Socket.sockaddr_un")
      features
    end

    def constants
      names = Socket::Constants.constants | Socket.constants(false)
      values = names.map { |name| [name.to_s, Socket.const_get(name)] }
      Hash[values.select { |_, value| value.is_a?(Integer) }.sort]
    end

    def reset
      @handles.close_all
      BasicSocket.do_not_reverse_lookup = @do_not_reverse_lookup
      open_descriptors
    end

    # Unknown (nil) without /proc, if no descriptor is free to read it with, and on JRuby, because a
    # virtual machine opens and closes its own files at any time. The count leaves out ".", "..",
    # and the descriptor that reads the directory.
    def open_descriptors
      Dir.entries("/proc/self/fd").size - 3 unless RUBY_ENGINE == "jruby"
    rescue SystemCallError
      nil
    end
  end
end

Sockspec::Driver.new.run(STDIN, STDOUT)
