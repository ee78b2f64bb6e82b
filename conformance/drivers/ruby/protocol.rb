# Shared by the drivers of Ruby and mruby: the numbers of the protocol, the methods they look for,
# and their own error.

module Sockspec
  PROTOCOL = 1

  PARSE_ERROR = -32_700
  INVALID_REQUEST = -32_600
  METHOD_NOT_FOUND = -32_601
  INVALID_PARAMS = -32_602
  RAISED = 1

  CLASS_METHODS = {
    Socket => %w[
      new for_fd pair socketpair getaddrinfo getnameinfo gethostbyaddr gethostbyname gethostname
      getservbyname pack_sockaddr_in pack_sockaddr_un sockaddr_in sockaddr_un unpack_sockaddr_in
      unpack_sockaddr_un do_not_reverse_lookup do_not_reverse_lookup=
    ],
    BasicSocket => %w[for_fd do_not_reverse_lookup do_not_reverse_lookup=],
    IO => %w[select]
  }

  INSTANCE_METHODS = %w[
    accept accept_nonblock bind connect connect_nonblock listen recvfrom recvfrom_nonblock sysaccept
    close_read close_write do_not_reverse_lookup do_not_reverse_lookup= getpeername getsockname
    getsockopt setsockopt recv recv_nonblock send shutdown
    close closed? fileno puts read readline write
  ]

  # A request that this driver cannot serve, as opposed to one that made the class raise.
  class RequestError < StandardError
    attr_reader :code

    def initialize(code, message)
      super(message)
      @code = code
    end
  end
end
