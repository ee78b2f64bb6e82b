# The connect of Ruby 1.8: it calls connect(2) again until the system reports that the socket is connected. While it
# waits, O_NONBLOCK is set.
require 'fcntl'
require 'socket'

class Socket
  def connect(address)
    flags = fcntl(Fcntl::F_GETFL)
    connect_again(address)
  ensure
    fcntl(Fcntl::F_SETFL, flags)
  end

  def connect_again(address)
    connect_nonblock(address)
    0
  rescue Errno::EINPROGRESS, Errno::EALREADY, Errno::EAGAIN
    IO.select(nil, [self])
    retry
  rescue Errno::EISCONN
    0
  end
end
