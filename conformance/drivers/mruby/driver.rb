#!/usr/bin/env mruby
#
# Serves mruby's own Socket (mruby-socket) to sockspec: one JSON-RPC request per line on stdin, one
# answer per line on stdout. It passes mruby's results through unchanged, with one exception: it
# translates two types that are newer than the document (Addrinfo, Socket::Option) back to the byte
# strings that the document's methods return.

%w[json.rb ../ruby/protocol.rb].each do |name|
  path = "#{File.dirname(__FILE__)}/#{name}"
  eval(File.read(path), nil, path) # mruby has no require
end

module Sockspec
  # The sockets the suite holds, by handle. No handle is used twice.
  class Handles
    STANDARD_STREAMS = 0..2

    def initialize
      @sockets = {}
      @handles = {}
      @last = 0
    end

    def handle(socket)
      @handles[socket.__id__] ||= begin
        @sockets[@last += 1] = socket
        @last
      end
    end

    def socket(handle)
      @sockets.fetch(handle) { raise RequestError.new(INVALID_PARAMS, "no socket #{handle}") }
    end

    def close_all
      @sockets.each { |_, socket| close(socket) }
      @sockets.clear
      @handles.clear
    end

    private

    # Two sockets may share a descriptor (for_fd), so closing may fail; mruby gives it up either
    # way. mruby does not close a standard stream by itself, and this driver does not either.
    def close(socket)
      socket.close unless STANDARD_STREAMS.include?(socket.fileno)
    rescue StandardError
      nil
    end
  end

  # Converts JSON values to mruby's and back.
  class Codec
    def initialize(handles)
      @handles = handles
    end

    def decode(value)
      case value
      when Array then value.map { |element| decode(element) }
      when Hash then @handles.socket(handle_in(value))
      else value
      end
    end

    def encode(value)
      case value
      when Array then value.map { |element| encode(element) }
      when BasicSocket then { "socket" => @handles.handle(value) }
      when Addrinfo then value.to_sockaddr
      when Socket::Option then value.data
      when Symbol then value.to_s
      else value
      end
    end

    def encode_error(error)
      data = { "class" => error.class.to_s, "ancestors" => ancestors(error.class) }
      data["errno"] = error.errno if error.respond_to?(:errno)
      { "code" => RAISED, "message" => error.message.to_s, "data" => data }
    end

    private

    def handle_in(object)
      return object["socket"] if object.size == 1 && object.key?("socket")
      raise RequestError.new(INVALID_PARAMS, "not a handle: #{object.inspect}")
    end

    # The list ends with StandardError if it has one.
    def ancestors(error_class)
      classes = error_class.ancestors.select { |ancestor| ancestor.is_a?(Class) }
      classes -= [Object, BasicObject]
      classes.delete(Exception) if classes.include?(StandardError)
      classes.map { |ancestor| [ancestor.to_s] | errno_names(ancestor) }.flatten
    end

    # An errno can have two names, and either name rescues it: EWOULDBLOCK is EAGAIN. mruby-errno is
    # not part of mruby; without it there is no Errno, and system calls raise RuntimeError.
    def errno_names(error_class)
      return [] unless Object.const_defined?(:Errno) && error_class < SystemCallError
      names = Errno.constants.select { |name| Errno.const_get(name).equal?(error_class) }
      names.map { |name| "Errno::#{name}" }
    end
  end

  # Answers requests. Calls only the methods that METHODS lists.
  class Driver
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
      @do_not_reverse_lookup = BasicSocket.do_not_reverse_lookup
    end

    def run(input, output)
      output.sync = true
      while (line = input.gets)
        reply = answer(line)
        output.write("#{JSON.generate(reply)}\n") if reply
      end
    end

    private

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
      request = JSON.parse(line)
      return request if request.is_a?(Hash) && request["method"].is_a?(String)
      raise RequestError.new(INVALID_REQUEST, "not a request")
    rescue JSON::ParseError => error
      raise RequestError.new(PARSE_ERROR, error.message)
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

    # Whatever mruby raises is an answer, including NoMemoryError and NotImplementedError.
    def perform(receiver, name, arguments)
      result = receiver.__send__(name, *arguments)
      result = arguments.first if name.end_with?("=") # an assignment's value is the assigned value
      { "result" => @codec.encode(result) }
    rescue Exception => error
      { "error" => @codec.encode_error(error) }
    end

    def hello
      {
        "protocol" => PROTOCOL,
        "implementation" => RUBY_ENGINE,
        "version" => RUBY_ENGINE_VERSION,
        "language" => "Ruby",
        "platform" => File::ALT_SEPARATOR ? "windows" : "unix",
        "methods" => METHODS.keys,
        "features" => features,
        "constants" => constants
      }
    end

    def features
      features = []
      features << "ipv6" if Socket.const_defined?(:AF_INET6)
      features << "unix" if Socket.const_defined?(:AF_UNIX) && METHODS.key?("Socket.sockaddr_un")
      features
    end

    def constants
      values = {}
      (Socket::Constants.constants | Socket.constants(false)).each do |name|
        value = Socket.const_get(name)
        values[name.to_s] = value if value.is_a?(Integer)
      end
      values
    end

    # The answer does not count open descriptors, because mruby cannot read directories.
    def reset
      @handles.close_all
      BasicSocket.do_not_reverse_lookup = @do_not_reverse_lookup
      nil
    end
  end
end

Sockspec::Driver.new.run(STDIN, STDOUT)
