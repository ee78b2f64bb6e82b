// Serves an implementation of Ruby's classic Socket class to sockspec, which checks it.
//
// Fill in methods: replace nil by a function, as in
//
//	"Socket.getservbyname": func(args []any) (any, error) { return getservbyname(args) },
//
// It gets the arguments of the Ruby method; an instance method gets its socket first. Arguments that
// a caller left out are missing. Methods that are nil are reported as unsupported.
//
//	Ruby                    Go
//	string                  []byte (results may also be string)
//	Integer                 int64 (results may also be int)
//	Float, nil              float64, nil
//	true, false, array      bool, []any
//	a socket                any other value that has a method Close() error; use pointers
//	an exception            &Raised{Class: "SocketError", Message: "no such service http/tcp"}
//	an errno                Errno(syscall.EADDRINUSE, "bind(2)")
//
// Pass the implementation's results through unchanged: sockspec checks the implementation, not this
// file.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf8"
)

type method func(args []any) (any, error)

var methods map[string]method

func init() {
	methods = map[string]method{
		// Class methods
		"Socket.new":                         nil, // (domain, type, protocol) -> socket
		"Socket.for_fd":                      nil, // (fd) -> socket
		"Socket.pair":                        nil, // (domain, type, protocol) -> [socket, socket]
		"Socket.socketpair":                  nil, // (domain, type, protocol) -> [socket, socket]
		"Socket.getaddrinfo":                 nil, // (host, service, family, socktype, protocol, flags) -> [[...], ...]
		"Socket.getnameinfo":                 nil, // (sockaddr or array, flags) -> [host, service]
		"Socket.gethostbyaddr":               nil, // (address, family) -> [name, aliases, family, address, ...]
		"Socket.gethostbyname":               nil, // (host) -> [name, aliases, family, address, ...]
		"Socket.gethostname":                 nil, // () -> name
		"Socket.getservbyname":               nil, // (name, protocol="tcp") -> port
		"Socket.pack_sockaddr_in":            nil, // (port, host) -> sockaddr
		"Socket.pack_sockaddr_un":            nil, // (path) -> sockaddr
		"Socket.sockaddr_in":                 nil, // (port, host) -> sockaddr
		"Socket.sockaddr_un":                 nil, // (path) -> sockaddr
		"Socket.unpack_sockaddr_in":          nil, // (sockaddr) -> [port, host]
		"Socket.unpack_sockaddr_un":          nil, // (sockaddr) -> path
		"Socket.do_not_reverse_lookup":       nil, // () -> true or false
		"Socket.do_not_reverse_lookup=":      nil, // (flag)
		"BasicSocket.for_fd":                 nil, // (fd) -> socket
		"BasicSocket.do_not_reverse_lookup":  nil, // () -> true or false
		"BasicSocket.do_not_reverse_lookup=": nil, // (flag)
		"IO.select":                          nil, // (reads, writes, errors, timeout) -> [reads, writes, errors] or nil
		// Instance methods
		"Socket#accept":                 nil, // (socket) -> [socket, sockaddr]
		"Socket#accept_nonblock":        nil, // (socket) -> [socket, sockaddr]
		"Socket#sysaccept":              nil, // (socket) -> [fd, sockaddr]
		"Socket#bind":                   nil, // (socket, sockaddr) -> 0
		"Socket#connect":                nil, // (socket, sockaddr) -> 0
		"Socket#connect_nonblock":       nil, // (socket, sockaddr) -> 0
		"Socket#listen":                 nil, // (socket, backlog) -> 0
		"Socket#recvfrom":               nil, // (socket, maxlen, flags=0) -> [message, sockaddr]
		"Socket#recvfrom_nonblock":      nil, // (socket, maxlen, flags=0) -> [message, sockaddr]
		"Socket#recv":                   nil, // (socket, maxlen, flags=0) -> message
		"Socket#recv_nonblock":          nil, // (socket, maxlen, flags=0) -> message
		"Socket#send":                   nil, // (socket, message, flags, sockaddr=nil) -> bytes sent
		"Socket#shutdown":               nil, // (socket, how=2) -> 0
		"Socket#close_read":             nil, // (socket) -> nil
		"Socket#close_write":            nil, // (socket) -> nil
		"Socket#getpeername":            nil, // (socket) -> sockaddr
		"Socket#getsockname":            nil, // (socket) -> sockaddr
		"Socket#getsockopt":             nil, // (socket, level, optname) -> []byte
		"Socket#setsockopt":             nil, // (socket, level, optname, optval) -> 0
		"Socket#do_not_reverse_lookup":  nil, // (socket) -> true or false
		"Socket#do_not_reverse_lookup=": nil, // (socket, flag)
		"Socket#close":                  nil, // (socket) -> nil
		"Socket#closed?":                nil, // (socket) -> true or false
		"Socket#fileno":                 nil, // (socket) -> fd
		"Socket#puts":                   nil, // (socket, object) -> nil
		"Socket#read":                   nil, // (socket, length=nil) -> []byte or nil
		"Socket#readline":               nil, // (socket) -> []byte
		"Socket#write":                  nil, // (socket, object) -> bytes written
	}
}

var greeting = map[string]any{
	"protocol":       1,
	"implementation": "mine",
	"version":        "1",
	"language":       "Go",
	"platform":       "unix",
	"features":       []string{"ipv6", "unix"}, // leave out what the implementation lacks
}

// reset is called after each row: it closes every socket. Set class-wide state again as it was at
// the start.
func reset() {
	for _, socket := range sockets {
		_ = socket.Close() // it may be closed already
	}
}

// --- The protocol. Nothing below has to change, except the constants at the end. -------------------

var (
	sockets    = map[int64]io.Closer{} // by handle
	lastHandle int64                   // none is used twice
)

var parents = map[string][]string{
	"EOFError":            {"IOError"},
	"FloatDomainError":    {"RangeError"},
	"NotImplementedError": {"ScriptError"},
}

var twoNames = map[string]string{
	"Errno::EAGAIN":      "Errno::EWOULDBLOCK",
	"Errno::EWOULDBLOCK": "Errno::EAGAIN",
	"Errno::EOPNOTSUPP":  "Errno::ENOTSUP",
	"Errno::ENOTSUP":     "Errno::EOPNOTSUPP",
}

// Raised is an exception of Ruby's: the name of its class, and its message.
type Raised struct {
	Class   string
	Message string
	Errno   int // 0: none
}

func (r *Raised) Error() string { return r.Class + ": " + r.Message }

// Errno returns Errno::EADDRINUSE with the message "Address already in use - bind(2)", for example.
func Errno(number syscall.Errno, call string) *Raised {
	class := "Errno::EUNKNOWN"
	for name, value := range numbers(errnos) {
		if value == int64(number) {
			class = "Errno::" + name
		}
	}
	text := number.Error()
	text = strings.ToUpper(text[:1]) + text[1:]
	if call != "" {
		text += " - " + call
	}
	return &Raised{class, text, int(number)}
}

func (r *Raised) ancestors() []string {
	list := []string{r.Class}
	if other := twoNames[r.Class]; other != "" {
		list = append(list, other)
	}
	list = append(list, parents[r.Class]...)
	if strings.HasPrefix(r.Class, "Errno::") {
		list = append(list, "SystemCallError")
	}
	if r.Class == "NoMemoryError" || r.Class == "NotImplementedError" {
		return append(list, "Exception")
	}
	if r.Class == "StandardError" {
		return list
	}
	return append(list, "StandardError")
}

// refused is a request that is none.
type refused struct {
	code    int
	message string
}

func (r *refused) Error() string { return r.message }

func incoming(value any) (any, error) {
	switch value := value.(type) {
	case string:
		result := make([]byte, 0, len(value))
		for _, point := range value {
			if point > 0xff {
				return nil, &refused{-32602, "a code point above U+00FF"}
			}
			result = append(result, byte(point))
		}
		return result, nil
	case json.Number:
		if integer, err := value.Int64(); err == nil {
			return integer, nil
		}
		return value.Float64()
	case []any:
		result := make([]any, len(value))
		for i := range value {
			item, err := incoming(value[i])
			if err != nil {
				return nil, err
			}
			result[i] = item
		}
		return result, nil
	case map[string]any:
		number, _ := value["socket"].(json.Number)
		handle, err := number.Int64()
		if socket, known := sockets[handle]; known && err == nil {
			return socket, nil
		}
		return nil, &refused{-32602, "no such socket"}
	}
	return value, nil // nil, true, false
}

func latin1(value []byte) string {
	points := make([]rune, len(value))
	for i, b := range value {
		points[i] = rune(b)
	}
	return string(points)
}

func outgoing(value any) (any, error) {
	switch value := value.(type) {
	case nil, bool, int, int64, uint16, uint32, float64:
		return value, nil
	case []byte:
		return latin1(value), nil
	case string:
		return latin1([]byte(value)), nil
	case []any:
		result := make([]any, len(value))
		for i := range value {
			item, err := outgoing(value[i])
			if err != nil {
				return nil, err
			}
			result[i] = item
		}
		return result, nil
	case io.Closer:
		for handle, socket := range sockets {
			if socket == value {
				return map[string]any{"socket": handle}, nil
			}
		}
		lastHandle++
		sockets[lastHandle] = value
		return map[string]any{"socket": lastHandle}, nil
	}
	return nil, &Raised{"TypeError", fmt.Sprintf("%T is no result: it has no Close", value), 0}
}

// raised returns Go's own errors as Ruby's. A system error lacks the name of the call in Ruby's form:
// where it is known, return Errno(number, "bind(2)").
func raised(err error) *Raised {
	var exception *Raised
	var number syscall.Errno
	var resolver *net.DNSError
	switch {
	case errors.As(err, &exception):
		return exception
	case errors.As(err, &number):
		return Errno(number, "")
	case errors.As(err, &resolver):
		return &Raised{"SocketError", err.Error(), 0}
	}
	return &Raised{"StandardError", err.Error(), 0}
}

// call calls a method. A panic becomes an error.
func call(called method, args []any) (result any, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			err = fmt.Errorf("panic: %v", caught)
		}
	}()
	return called(args)
}

func perform(name string, params any) (map[string]any, error) {
	called := methods[name]
	if called == nil {
		return nil, &refused{-32601, "there is no " + name}
	}
	list, isList := params.([]any)
	if !isList {
		return nil, &refused{-32602, "params is no array"}
	}
	given, err := incoming(list)
	if err != nil {
		return nil, err
	}
	args := given.([]any)
	result, err := call(called, args)
	if strings.HasSuffix(name, "=") && len(args) > 0 {
		result = args[len(args)-1] // the value of an assignment is what was assigned
	}
	if err == nil {
		result, err = outgoing(result)
	}
	if err != nil {
		e := raised(err)
		data := map[string]any{"class": e.Class, "ancestors": e.ancestors(), "errno": e.Errno}
		return map[string]any{"error": map[string]any{"code": 1, "message": latin1([]byte(e.Message)), "data": data}}, nil
	}
	return map[string]any{"result": result}, nil
}

// numbers reads a list such as "EPERM=1 ENOENT=2".
func numbers(list string) map[string]int64 {
	result := map[string]int64{}
	for _, word := range strings.Fields(list) {
		name, value, _ := strings.Cut(word, "=")
		result[name], _ = strconv.ParseInt(value, 10, 64)
	}
	return result
}

func hello() map[string]any {
	names := []string{}
	for name, called := range methods {
		if called != nil {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	result := map[string]any{"methods": names, "constants": numbers(constants)}
	for key, value := range greeting {
		result[key] = value
	}
	return result
}

// descriptors returns how many are open, without the one that reads the directory.
func descriptors() any {
	directory, err := os.Open("/proc/self/fd")
	if err != nil {
		return nil
	}
	defer directory.Close()
	names, err := directory.Readdirnames(-1)
	if err != nil {
		return nil
	}
	return len(names) - 1
}

func serve(line []byte) (id any, outcome map[string]any, err error) {
	var request map[string]any
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if !utf8.Valid(line) || !json.Valid(line) {
		return nil, nil, &refused{-32700, "not JSON"}
	}
	name, isName := "", false
	if decoder.Decode(&request) == nil {
		name, isName = request["method"].(string)
	}
	if !isName {
		return nil, nil, &refused{-32600, "not a request"}
	}
	id = request["id"]
	switch name {
	case "sockspec.hello":
		return id, map[string]any{"result": hello()}, nil
	case "sockspec.reset":
		reset()
		sockets = map[int64]io.Closer{}
		return id, map[string]any{"result": descriptors()}, nil
	}
	outcome, err = perform(name, request["params"])
	return id, outcome, err
}

func main() {
	input := bufio.NewReader(os.Stdin)
	for {
		line, err := input.ReadBytes('\n')
		if err != nil {
			return
		}
		id, outcome, err := serve(line)
		var refusal *refused
		if errors.As(err, &refusal) {
			outcome = map[string]any{"error": map[string]any{"code": refusal.code, "message": refusal.message}}
		}
		outcome["jsonrpc"], outcome["id"] = "2.0", id
		answer, err := json.Marshal(outcome)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if _, err := os.Stdout.Write(append(answer, '\n')); err != nil {
			return
		}
	}
}

const errnos = `
EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9 ECHILD=10 EAGAIN=11
ENOMEM=12 EACCES=13 EFAULT=14 ENOTBLK=15 EBUSY=16 EEXIST=17 EXDEV=18 ENODEV=19 ENOTDIR=20 EISDIR=21
EINVAL=22 ENFILE=23 EMFILE=24 ENOTTY=25 ETXTBSY=26 EFBIG=27 ENOSPC=28 ESPIPE=29 EROFS=30 EMLINK=31
EPIPE=32 EDOM=33 ERANGE=34 EDEADLOCK=35 ENAMETOOLONG=36 ENOLCK=37 ENOSYS=38 ENOTEMPTY=39 ELOOP=40
ENOMSG=42 EIDRM=43 ECHRNG=44 EL2NSYNC=45 EL3HLT=46 EL3RST=47 ELNRNG=48 EUNATCH=49 ENOCSI=50
EL2HLT=51 EBADE=52 EBADR=53 EXFULL=54 ENOANO=55 EBADRQC=56 EBADSLT=57 EBFONT=59 ENOSTR=60 ENODATA=61
ETIME=62 ENOSR=63 ENONET=64 ENOPKG=65 EREMOTE=66 ENOLINK=67 EADV=68 ESRMNT=69 ECOMM=70 EPROTO=71
EMULTIHOP=72 EDOTDOT=73 EBADMSG=74 EOVERFLOW=75 ENOTUNIQ=76 EBADFD=77 EREMCHG=78 ELIBACC=79
ELIBBAD=80 ELIBSCN=81 ELIBMAX=82 ELIBEXEC=83 EILSEQ=84 ERESTART=85 ESTRPIPE=86 EUSERS=87 ENOTSOCK=88
EDESTADDRREQ=89 EMSGSIZE=90 EPROTOTYPE=91 ENOPROTOOPT=92 EPROTONOSUPPORT=93 ESOCKTNOSUPPORT=94
ENOTSUP=95 EPFNOSUPPORT=96 EAFNOSUPPORT=97 EADDRINUSE=98 EADDRNOTAVAIL=99 ENETDOWN=100
ENETUNREACH=101 ENETRESET=102 ECONNABORTED=103 ECONNRESET=104 ENOBUFS=105 EISCONN=106 ENOTCONN=107
ESHUTDOWN=108 ETOOMANYREFS=109 ETIMEDOUT=110 ECONNREFUSED=111 EHOSTDOWN=112 EHOSTUNREACH=113
EALREADY=114 EINPROGRESS=115 ESTALE=116 EUCLEAN=117 ENOTNAM=118 ENAVAIL=119 EISNAM=120 EREMOTEIO=121
EDQUOT=122 ENOMEDIUM=123 EMEDIUMTYPE=124 ECANCELED=125 ENOKEY=126 EKEYEXPIRED=127 EKEYREVOKED=128
EKEYREJECTED=129 EOWNERDEAD=130 ENOTRECOVERABLE=131 ERFKILL=132
`

// The constants of the class on Linux. Leave out those that the implementation lacks.
const constants = `
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
`
