#!/usr/bin/env ruby
# frozen_string_literal: true
#
# Serves Ruby's own Socket to sockspec: one JSON-RPC request a line on stdin, one answer a line on
# stdout. It never repairs what Ruby does. It translates two types younger than the document back to
# the byte strings the document's methods return (Addrinfo, Socket::Option), and nothing else.
#
# Runs on MRI from 2.0 on and on JRuby 9.3; `ruby --disable-gems driver.rb` starts fastest, and
# conformance/README.md has the options that make JRuby start sooner.

$VERBOSE = nil # some of the documented methods are deprecated, and would say so at every call

require "socket"
require "json"
require_relative "protocol"

module Sockspec
  # The sockets the suite holds, by handle. Handles are never used twice.
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

    # Two sockets may share a descriptor (for_fd), so closing may fail. Such a socket must not live
    # on until the garbage collector closes whatever got the same number by then.
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
      nil # it has no descriptor any more
    end
  end

  # JSON values to Ruby's and back. Code points U+0000..U+00FF stand for bytes.
  class Codec
    def initialize(handles)
      @handles = handles
      encode(decode("\u00ff")) # MRI loads converters at first use, when none may be loadable
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

    # ASCII stays what a script's literal would be; anything beyond is bytes, not text.
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

    # StandardError ends the list where there is one. JRuby also raises what is no Exception at all.
    def ancestors(error_class)
      classes = error_class.ancestors.grep(Class) - [Object, BasicObject]
      classes.delete(Exception) if classes.include?(StandardError)
      classes.flat_map { |ancestor| [ancestor.to_s] | errno_names(ancestor) }
    end

    # An errno can have two names, and either rescues it: EWOULDBLOCK is EAGAIN.
    def errno_names(error_class)
      return [] unless error_class < SystemCallError && error_class.const_defined?(:Errno)
      names = Errno.constants.select { |name| Errno.const_get(name).equal?(error_class) }
      names.map { |name| "Errno::#{name}" }
    end
  end

  # Answers requests. Only what METHODS lists is ever called.
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
      nil # the suite is gone
    end

    private

    # A virtual machine opens the files its classes are in at first use, when none may be left.
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

    # What Ruby raises is an answer like any other, NoMemoryError and NotImplementedError included.
    def perform(receiver, name, arguments)
      result = receiver.__send__(name, *arguments)
      result = arguments.first if name.end_with?("=") # an assignment's value is what was assigned
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

    # Never "safe_level": $SAFE cannot be lowered again, so no reset would undo it.
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

    # Unknown (nil) without /proc, when no descriptor is free to read it with, and on JRuby: a virtual
    # machine opens and closes files of its own at any time. Not counted: ".", ".." and the descriptor
    # that reads the directory.
    def open_descriptors
      Dir.entries("/proc/self/fd").size - 3 unless RUBY_ENGINE == "jruby"
    rescue SystemCallError
      nil
    end
  end
end

Sockspec::Driver.new.run(STDIN, STDOUT)
