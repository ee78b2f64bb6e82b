#!/usr/bin/env python3
"""Serves an implementation of Ruby's classic Socket class to sockspec, which checks it.

Fill in METHODS: replace None by a function. It is called with the arguments of the Ruby method; an
instance method gets its socket first. Methods that are None are reported as unsupported.

    Ruby                    Python
    string                  bytes (results may also be str)
    Integer, Float, nil     int, float, None
    true, false, array      True, False, list (results may also be tuples)
    a socket                any other object that has a method `close`
    an exception            raise Raised("SocketError", "no such service http/tcp")
    an errno                raise Raised.errno(errno.EADDRINUSE, "bind(2)")

Pass the implementation's results through unchanged: sockspec checks the implementation, not this file.
"""

from __future__ import annotations

import errno
import inspect
import itertools
import json
import os
import socket
import sys
from typing import Any, Callable, Dict, List, Optional

Method = Optional[Callable[..., Any]]

METHODS: Dict[str, Method] = {
    # Class methods
    "Socket.new": None,  # (domain, type, protocol) -> socket
    "Socket.for_fd": None,  # (fd) -> socket
    "Socket.pair": None,  # (domain, type, protocol) -> [socket, socket]
    "Socket.socketpair": None,  # (domain, type, protocol) -> [socket, socket]
    "Socket.getaddrinfo": None,  # (host, service, family, socktype, protocol, flags) -> [[...], ...]
    "Socket.getnameinfo": None,  # (sockaddr or array, flags) -> [host, service]
    "Socket.gethostbyaddr": None,  # (address, family) -> [name, aliases, family, address, ...]
    "Socket.gethostbyname": None,  # (host) -> [name, aliases, family, address, ...]
    "Socket.gethostname": None,  # () -> name
    "Socket.getservbyname": None,  # (name, protocol=b"tcp") -> port
    "Socket.pack_sockaddr_in": None,  # (port, host) -> sockaddr
    "Socket.pack_sockaddr_un": None,  # (path) -> sockaddr
    "Socket.sockaddr_in": None,  # (port, host) -> sockaddr
    "Socket.sockaddr_un": None,  # (path) -> sockaddr
    "Socket.unpack_sockaddr_in": None,  # (sockaddr) -> [port, host]
    "Socket.unpack_sockaddr_un": None,  # (sockaddr) -> path
    "Socket.do_not_reverse_lookup": None,  # () -> True or False
    "Socket.do_not_reverse_lookup=": None,  # (flag)
    "BasicSocket.for_fd": None,  # (fd) -> socket
    "BasicSocket.do_not_reverse_lookup": None,  # () -> True or False
    "BasicSocket.do_not_reverse_lookup=": None,  # (flag)
    "IO.select": None,  # (reads, writes, errors, timeout) -> [reads, writes, errors] or None
    # Instance methods
    "Socket#accept": None,  # (socket) -> [socket, sockaddr]
    "Socket#accept_nonblock": None,  # (socket) -> [socket, sockaddr]
    "Socket#sysaccept": None,  # (socket) -> [fd, sockaddr]
    "Socket#bind": None,  # (socket, sockaddr) -> 0
    "Socket#connect": None,  # (socket, sockaddr) -> 0
    "Socket#connect_nonblock": None,  # (socket, sockaddr) -> 0
    "Socket#listen": None,  # (socket, backlog) -> 0
    "Socket#recvfrom": None,  # (socket, maxlen, flags=0) -> [message, sockaddr]
    "Socket#recvfrom_nonblock": None,  # (socket, maxlen, flags=0) -> [message, sockaddr]
    "Socket#recv": None,  # (socket, maxlen, flags=0) -> message
    "Socket#recv_nonblock": None,  # (socket, maxlen, flags=0) -> message
    "Socket#send": None,  # (socket, message, flags, sockaddr=None) -> bytes sent
    "Socket#shutdown": None,  # (socket, how=2) -> 0
    "Socket#close_read": None,  # (socket) -> None
    "Socket#close_write": None,  # (socket) -> None
    "Socket#getpeername": None,  # (socket) -> sockaddr
    "Socket#getsockname": None,  # (socket) -> sockaddr
    "Socket#getsockopt": None,  # (socket, level, optname) -> bytes
    "Socket#setsockopt": None,  # (socket, level, optname, optval) -> 0
    "Socket#do_not_reverse_lookup": None,  # (socket) -> True or False
    "Socket#do_not_reverse_lookup=": None,  # (socket, flag)
    "Socket#close": None,  # (socket) -> None
    "Socket#closed?": None,  # (socket) -> True or False
    "Socket#fileno": None,  # (socket) -> fd
    "Socket#puts": None,  # (socket, object) -> None
    "Socket#read": None,  # (socket, length=None) -> bytes or None
    "Socket#readline": None,  # (socket) -> bytes
    "Socket#write": None,  # (socket, object) -> bytes written
}

HELLO: Dict[str, Any] = {
    "protocol": 1,
    "implementation": "mine",
    "version": "1",
    "language": "Python",
    "platform": "unix",
    "features": ["ipv6", "unix"],  # leave out what the implementation lacks
}


def reset() -> None:
    """Called after each row: closes every socket. Set class-wide state again as it was at the start."""
    for item in SOCKETS.values():
        try:
            item.close()
        except Exception:
            pass  # it is closed already


# --- The protocol. Nothing below has to change, except the constants at the end. --------------------

SOCKETS: Dict[int, Any] = {}  # by handle
HANDLES = itertools.count(1)  # none is used twice
PARENTS = {"EOFError": ["IOError"], "FloatDomainError": ["RangeError"], "NotImplementedError": ["ScriptError"]}
TWO_NAMES = {"EAGAIN": "EWOULDBLOCK", "EWOULDBLOCK": "EAGAIN", "EOPNOTSUPP": "ENOTSUP", "ENOTSUP": "EOPNOTSUPP"}


class Raised(Exception):
    """An exception of Ruby's: the name of its class, and its message."""

    def __init__(self, ruby_class: str, message: str, number: Optional[int] = None) -> None:
        super().__init__(message)
        self.ruby_class = ruby_class
        self.number = number

    @staticmethod
    def errno(number: int, call: str = "") -> Raised:
        """Errno::EADDRINUSE with the message "Address already in use - bind(2)", for example."""
        message = os.strerror(number) + (f" - {call}" if call else "")
        name = "EDEADLK" if number == errno.EDEADLK else errno.errorcode.get(number, "EUNKNOWN")
        return Raised("Errno::" + name, message, number)

    def ancestors(self) -> List[str]:
        if self.ruby_class.startswith("Errno::"):
            other = TWO_NAMES.get(self.ruby_class[len("Errno::") :])
            return [self.ruby_class, *([f"Errno::{other}"] if other else []), "SystemCallError", "StandardError"]
        base = "Exception" if self.ruby_class in ("NoMemoryError", "NotImplementedError") else "StandardError"
        return list(dict.fromkeys([self.ruby_class, *PARENTS.get(self.ruby_class, []), base]))


class Refused(Exception):
    """A request that is none."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def incoming(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return value.encode("latin-1")
        except UnicodeEncodeError:
            raise Refused(-32602, "a code point above U+00FF") from None
    if isinstance(value, list):
        return [incoming(item) for item in value]
    if isinstance(value, dict):
        if value.get("socket") not in SOCKETS:
            raise Refused(-32602, "no such socket")
        return SOCKETS[value["socket"]]
    return value


def outgoing(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if isinstance(value, str):
        return value.encode(errors="surrogateescape").decode("latin-1")
    if isinstance(value, (list, tuple)):
        return [outgoing(item) for item in value]
    for handle, item in SOCKETS.items():
        if item is value:
            return {"socket": handle}
    if not hasattr(value, "close"):
        raise TypeError(f"{type(value).__name__} is no result: it has no close")
    handle = next(HANDLES)
    SOCKETS[handle] = value
    return {"socket": handle}


def raised(error: BaseException) -> Raised:
    """Python's own exceptions as Ruby's. A system error lacks the name of the call: catch it where it
    is known, and raise Raised.errno(error.errno, "bind(2)")."""
    if isinstance(error, Raised):
        return error
    if isinstance(error, (socket.gaierror, socket.herror)):
        return Raised("SocketError", str(error.strerror))
    if isinstance(error, OSError):
        return Raised.errno(error.errno) if error.errno else Raised("SocketError", str(error))
    names: Dict[type, str] = {TypeError: "TypeError", OverflowError: "RangeError", MemoryError: "NoMemoryError"}
    return Raised(names.get(type(error), "StandardError"), f"{type(error).__name__}: {error}")


def check_count(method: Callable[..., Any], arguments: List[Any]) -> None:
    """Python raises TypeError for a wrong number of arguments, Ruby ArgumentError."""
    try:
        signature = inspect.signature(method)
    except ValueError:
        return  # some functions in C have none
    try:
        signature.bind(*arguments)
    except TypeError as error:
        raise Raised("ArgumentError", f"wrong number of arguments: {error}") from None


def perform(name: str, params: Any) -> Dict[str, Any]:
    method = METHODS.get(name)
    if method is None:
        raise Refused(-32601, f"there is no {name}")
    if not isinstance(params, list):
        raise Refused(-32602, "params is no array")
    arguments = [incoming(item) for item in params]
    try:
        check_count(method, arguments)
        result = method(*arguments)
        # The value of an assignment is what was assigned, whatever the method returns.
        return {"result": outgoing(arguments[-1] if name.endswith("=") else result)}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as caught:
        error = raised(caught)
        data = {"class": error.ruby_class, "ancestors": error.ancestors(), "errno": error.number}
        return {"error": {"code": 1, "message": outgoing(str(error)), "data": data}}


def hello() -> Dict[str, Any]:
    constants = {name: int(value) for name, value in (word.split("=") for word in CONSTANTS.split())}
    return {**HELLO, "methods": [name for name, method in METHODS.items() if method], "constants": constants}


def descriptors() -> Optional[int]:
    """How many are open. os.listdir closes the one that it counts."""
    try:
        return len(os.listdir("/proc/self/fd")) - 1
    except OSError:
        return None


def answer(line: bytes) -> Dict[str, Any]:
    request: Any = None
    try:
        try:
            request = json.loads(line)
        except (ValueError, RecursionError):
            raise Refused(-32700, "not JSON") from None
        if not isinstance(request, dict) or not isinstance(request.get("method"), str):
            request = None
            raise Refused(-32600, "not a request")
        if request["method"] == "sockspec.hello":
            outcome: Dict[str, Any] = {"result": hello()}
        elif request["method"] == "sockspec.reset":
            reset()
            SOCKETS.clear()
            outcome = {"result": descriptors()}
        else:
            outcome = perform(request["method"], request.get("params", []))
    except Refused as error:
        outcome = {"error": {"code": error.code, "message": str(error)}}
    return {"jsonrpc": "2.0", "id": request.get("id") if request else None, **outcome}


def main() -> None:
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(line)).encode() + b"\n")
        sys.stdout.buffer.flush()


# The constants of the class on Linux. Leave out those that the implementation lacks.
CONSTANTS = """
AF_ALG=38 AF_APPLETALK=5 AF_AX25=3 AF_BLUETOOTH=31 AF_CAN=29 AF_DECnet=12 AF_IB=27 AF_INET=2
AF_INET6=10 AF_IPX=4 AF_ISDN=34 AF_KCM=41 AF_KEY=15 AF_LLC=26 AF_LOCAL=1 AF_MAX=46 AF_MPLS=28
AF_NETLINK=16 AF_PACKET=17 AF_PPPOX=24 AF_RDS=21 AF_ROUTE=16 AF_SNA=22 AF_TIPC=30 AF_UNIX=1
AF_UNSPEC=0 AF_VSOCK=40 AF_XDP=44 AI_ADDRCONFIG=32 AI_ALL=16 AI_CANONNAME=2 AI_NUMERICHOST=4
AI_NUMERICSERV=1024 AI_PASSIVE=1 AI_V4MAPPED=8 EAI_ADDRFAMILY=-9 EAI_AGAIN=-3 EAI_BADFLAGS=-1
EAI_FAIL=-4 EAI_FAMILY=-6 EAI_MEMORY=-10 EAI_NODATA=-5 EAI_NONAME=-2 EAI_OVERFLOW=-12 EAI_SERVICE=-8
EAI_SOCKTYPE=-7 EAI_SYSTEM=-11 IFF_ALLMULTI=512 IFF_AUTOMEDIA=16384 IFF_BROADCAST=2 IFF_DEBUG=4
IFF_DYNAMIC=32768 IFF_LOOPBACK=8 IFF_MASTER=1024 IFF_MULTICAST=4096 IFF_NOARP=128 IFF_NOTRAILERS=32
IFF_POINTOPOINT=16 IFF_PORTSEL=8192 IFF_PROMISC=256 IFF_RUNNING=64 IFF_SLAVE=2048 IFF_UP=1
IFNAMSIZ=16 IF_NAMESIZE=16 INADDR_ALLHOSTS_GROUP=3758096385 INADDR_ANY=0 INADDR_BROADCAST=4294967295
INADDR_LOOPBACK=2130706433 INADDR_MAX_LOCAL_GROUP=3758096639 INADDR_NONE=4294967295
INADDR_UNSPEC_GROUP=3758096384 INET6_ADDRSTRLEN=46 INET_ADDRSTRLEN=16 IPPORT_RESERVED=1024
IPPORT_USERRESERVED=5000 IPPROTO_AH=51 IPPROTO_DSTOPTS=60 IPPROTO_EGP=8 IPPROTO_ESP=50
IPPROTO_FRAGMENT=44 IPPROTO_HOPOPTS=0 IPPROTO_ICMP=1 IPPROTO_ICMPV6=58 IPPROTO_IDP=22 IPPROTO_IGMP=2
IPPROTO_IP=0 IPPROTO_IPV6=41 IPPROTO_NONE=59 IPPROTO_PUP=12 IPPROTO_RAW=255 IPPROTO_ROUTING=43
IPPROTO_TCP=6 IPPROTO_TP=29 IPPROTO_UDP=17 IPV6_CHECKSUM=7 IPV6_DONTFRAG=62 IPV6_DSTOPTS=59
IPV6_HOPLIMIT=52 IPV6_HOPOPTS=54 IPV6_JOIN_GROUP=20 IPV6_LEAVE_GROUP=21 IPV6_MULTICAST_HOPS=18
IPV6_MULTICAST_IF=17 IPV6_MULTICAST_LOOP=19 IPV6_NEXTHOP=9 IPV6_PATHMTU=61 IPV6_PKTINFO=50
IPV6_RECVDSTOPTS=58 IPV6_RECVHOPLIMIT=51 IPV6_RECVHOPOPTS=53 IPV6_RECVPATHMTU=60 IPV6_RECVPKTINFO=49
IPV6_RECVRTHDR=56 IPV6_RECVTCLASS=66 IPV6_RTHDR=57 IPV6_RTHDRDSTOPTS=55 IPV6_RTHDR_TYPE_0=0
IPV6_TCLASS=67 IPV6_UNICAST_HOPS=16 IPV6_V6ONLY=26 IP_ADD_MEMBERSHIP=35 IP_ADD_SOURCE_MEMBERSHIP=39
IP_BLOCK_SOURCE=38 IP_DEFAULT_MULTICAST_LOOP=1 IP_DEFAULT_MULTICAST_TTL=1 IP_DROP_MEMBERSHIP=36
IP_DROP_SOURCE_MEMBERSHIP=40 IP_FREEBIND=15 IP_HDRINCL=3 IP_IPSEC_POLICY=16 IP_MAX_MEMBERSHIPS=20
IP_MINTTL=21 IP_MSFILTER=41 IP_MTU=14 IP_MTU_DISCOVER=10 IP_MULTICAST_IF=32 IP_MULTICAST_LOOP=34
IP_MULTICAST_TTL=33 IP_OPTIONS=4 IP_PASSSEC=18 IP_PKTINFO=8 IP_PKTOPTIONS=9 IP_PMTUDISC_DO=2
IP_PMTUDISC_DONT=0 IP_PMTUDISC_WANT=1 IP_RECVERR=11 IP_RECVOPTS=6 IP_RECVRETOPTS=7 IP_RECVTOS=13
IP_RECVTTL=12 IP_RETOPTS=7 IP_ROUTER_ALERT=5 IP_TOS=1 IP_TRANSPARENT=19 IP_TTL=2
IP_UNBLOCK_SOURCE=37 IP_XFRM_POLICY=17 MCAST_BLOCK_SOURCE=43 MCAST_EXCLUDE=0 MCAST_INCLUDE=1
MCAST_JOIN_GROUP=42 MCAST_JOIN_SOURCE_GROUP=46 MCAST_LEAVE_GROUP=45 MCAST_LEAVE_SOURCE_GROUP=47
MCAST_MSFILTER=48 MCAST_UNBLOCK_SOURCE=44 MSG_CONFIRM=2048 MSG_CTRUNC=8 MSG_DONTROUTE=4
MSG_DONTWAIT=64 MSG_EOR=128 MSG_ERRQUEUE=8192 MSG_FASTOPEN=536870912 MSG_FIN=512 MSG_MORE=32768
MSG_NOSIGNAL=16384 MSG_OOB=1 MSG_PEEK=2 MSG_PROXY=16 MSG_RST=4096 MSG_SYN=1024 MSG_TRUNC=32
MSG_WAITALL=256 NI_DGRAM=16 NI_MAXHOST=1025 NI_MAXSERV=32 NI_NAMEREQD=8 NI_NOFQDN=4 NI_NUMERICHOST=1
NI_NUMERICSERV=2 PF_ALG=38 PF_APPLETALK=5 PF_AX25=3 PF_BLUETOOTH=31 PF_CAN=29 PF_DECnet=12 PF_IB=27
PF_INET=2 PF_INET6=10 PF_IPX=4 PF_ISDN=34 PF_KCM=41 PF_KEY=15 PF_LLC=26 PF_LOCAL=1 PF_MAX=46
PF_MPLS=28 PF_NETLINK=16 PF_PACKET=17 PF_PPPOX=24 PF_RDS=21 PF_ROUTE=16 PF_SNA=22 PF_TIPC=30
PF_UNIX=1 PF_UNSPEC=0 PF_VSOCK=40 PF_XDP=44 SCM_CREDENTIALS=2 SCM_RIGHTS=1 SCM_TIMESTAMP=29
SCM_TIMESTAMPING=37 SCM_TIMESTAMPNS=35 SCM_WIFI_STATUS=41 SHUT_RD=0 SHUT_RDWR=2 SHUT_WR=1
SOCK_CLOEXEC=524288 SOCK_DGRAM=2 SOCK_NONBLOCK=2048 SOCK_PACKET=10 SOCK_RAW=3 SOCK_RDM=4
SOCK_SEQPACKET=5 SOCK_STREAM=1 SOL_IP=0 SOL_SOCKET=1 SOL_TCP=6 SOL_UDP=17 SOMAXCONN=4096
SO_ACCEPTCONN=30 SO_ATTACH_FILTER=26 SO_BINDTODEVICE=25 SO_BPF_EXTENSIONS=48 SO_BROADCAST=6
SO_BUSY_POLL=46 SO_DEBUG=1 SO_DETACH_FILTER=27 SO_DOMAIN=39 SO_DONTROUTE=5 SO_ERROR=4
SO_GET_FILTER=26 SO_KEEPALIVE=9 SO_LINGER=13 SO_LOCK_FILTER=44 SO_MARK=36 SO_MAX_PACING_RATE=47
SO_NOFCS=43 SO_NO_CHECK=11 SO_OOBINLINE=10 SO_PASSCRED=16 SO_PASSSEC=34 SO_PEEK_OFF=42
SO_PEERCRED=17 SO_PEERNAME=28 SO_PEERSEC=31 SO_PRIORITY=12 SO_PROTOCOL=38 SO_RCVBUF=8
SO_RCVBUFFORCE=33 SO_RCVLOWAT=18 SO_RCVTIMEO=20 SO_REUSEADDR=2 SO_REUSEPORT=15 SO_RXQ_OVFL=40
SO_SECURITY_AUTHENTICATION=22 SO_SECURITY_ENCRYPTION_NETWORK=24 SO_SECURITY_ENCRYPTION_TRANSPORT=23
SO_SELECT_ERR_QUEUE=45 SO_SNDBUF=7 SO_SNDBUFFORCE=32 SO_SNDLOWAT=19 SO_SNDTIMEO=21 SO_TIMESTAMP=29
SO_TIMESTAMPING=37 SO_TIMESTAMPNS=35 SO_TYPE=3 SO_WIFI_STATUS=41 TCP_CONGESTION=13
TCP_COOKIE_TRANSACTIONS=15 TCP_CORK=3 TCP_DEFER_ACCEPT=9 TCP_FASTOPEN=23 TCP_INFO=11 TCP_KEEPCNT=6
TCP_KEEPIDLE=4 TCP_KEEPINTVL=5 TCP_LINGER2=8 TCP_MAXSEG=2 TCP_MD5SIG=14 TCP_NODELAY=1
TCP_QUEUE_SEQ=21 TCP_QUICKACK=12 TCP_REPAIR=19 TCP_REPAIR_OPTIONS=22 TCP_REPAIR_QUEUE=20
TCP_SYNCNT=7 TCP_THIN_DUPACK=17 TCP_THIN_LINEAR_TIMEOUTS=16 TCP_TIMESTAMP=24 TCP_USER_TIMEOUT=18
TCP_WINDOW_CLAMP=10 UDP_CORK=1
"""

if __name__ == "__main__":
    main()
