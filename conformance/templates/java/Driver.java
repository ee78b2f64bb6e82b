/*
 * Serves an implementation of Ruby's classic Socket class to sockspec, which checks it. Run it with
 * `java Driver.java` (Java 17 or later).
 *
 * Fill in METHODS: replace null by a function, as in
 *
 *     serve("Socket.getservbyname", args -> getservbyname(args)); // ...
 *
 * It gets the arguments of the Ruby method; an instance method gets its socket first. Arguments that
 * a caller left out are missing. Methods that are null are reported as unsupported.
 *
 *     Ruby                    Java
 *     string                  byte[] (results may also be String)
 *     Integer                 Long (results may also be Integer)
 *     Float, nil              Double, null
 *     true, false, array      Boolean, List
 *     a socket                any other object that is AutoCloseable
 *     an exception            throw new Raised("SocketError", "no such service http/tcp")
 *     an errno                throw new Raised("Errno::EADDRINUSE", "Address already in use - bind(2)")
 *
 * Pass the implementation's results through unchanged: sockspec checks the implementation, not this
 * file.
 */
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Driver {
    interface Method {
        Object call(List<Object> args) throws Exception;
    }

    static final Map<String, Method> METHODS = new LinkedHashMap<>();

    static void serve(String name, Method method) {
        if (method != null) {
            METHODS.put(name, method);
        }
    }

    static {
        // Class methods
        serve("Socket.new", null); // (domain, type, protocol) -> socket
        serve("Socket.for_fd", null); // (fd) -> socket
        serve("Socket.pair", null); // (domain, type, protocol) -> [socket, socket]
        serve("Socket.socketpair", null); // (domain, type, protocol) -> [socket, socket]
        serve("Socket.getaddrinfo", null); // (host, service, family, socktype, protocol, flags) -> [[...], ...]
        serve("Socket.getnameinfo", null); // (sockaddr or array, flags) -> [host, service]
        serve("Socket.gethostbyaddr", null); // (address, family) -> [name, aliases, family, address, ...]
        serve("Socket.gethostbyname", null); // (host) -> [name, aliases, family, address, ...]
        serve("Socket.gethostname", null); // () -> name
        serve("Socket.getservbyname", null); // (name, protocol="tcp") -> port
        serve("Socket.pack_sockaddr_in", null); // (port, host) -> sockaddr
        serve("Socket.pack_sockaddr_un", null); // (path) -> sockaddr
        serve("Socket.sockaddr_in", null); // (port, host) -> sockaddr
        serve("Socket.sockaddr_un", null); // (path) -> sockaddr
        serve("Socket.unpack_sockaddr_in", null); // (sockaddr) -> [port, host]
        serve("Socket.unpack_sockaddr_un", null); // (sockaddr) -> path
        serve("Socket.do_not_reverse_lookup", null); // () -> true or false
        serve("Socket.do_not_reverse_lookup=", null); // (flag)
        serve("BasicSocket.for_fd", null); // (fd) -> socket
        serve("BasicSocket.do_not_reverse_lookup", null); // () -> true or false
        serve("BasicSocket.do_not_reverse_lookup=", null); // (flag)
        serve("IO.select", null); // (reads, writes, errors, timeout) -> [reads, writes, errors] or null
        // Instance methods
        serve("Socket#accept", null); // (socket) -> [socket, sockaddr]
        serve("Socket#accept_nonblock", null); // (socket) -> [socket, sockaddr]
        serve("Socket#sysaccept", null); // (socket) -> [fd, sockaddr]
        serve("Socket#bind", null); // (socket, sockaddr) -> 0
        serve("Socket#connect", null); // (socket, sockaddr) -> 0
        serve("Socket#connect_nonblock", null); // (socket, sockaddr) -> 0
        serve("Socket#listen", null); // (socket, backlog) -> 0
        serve("Socket#recvfrom", null); // (socket, maxlen, flags=0) -> [message, sockaddr]
        serve("Socket#recvfrom_nonblock", null); // (socket, maxlen, flags=0) -> [message, sockaddr]
        serve("Socket#recv", null); // (socket, maxlen, flags=0) -> message
        serve("Socket#recv_nonblock", null); // (socket, maxlen, flags=0) -> message
        serve("Socket#send", null); // (socket, message, flags, sockaddr=null) -> bytes sent
        serve("Socket#shutdown", null); // (socket, how=2) -> 0
        serve("Socket#close_read", null); // (socket) -> null
        serve("Socket#close_write", null); // (socket) -> null
        serve("Socket#getpeername", null); // (socket) -> sockaddr
        serve("Socket#getsockname", null); // (socket) -> sockaddr
        serve("Socket#getsockopt", null); // (socket, level, optname) -> byte[]
        serve("Socket#setsockopt", null); // (socket, level, optname, optval) -> 0
        serve("Socket#do_not_reverse_lookup", null); // (socket) -> true or false
        serve("Socket#do_not_reverse_lookup=", null); // (socket, flag)
        serve("Socket#close", null); // (socket) -> null
        serve("Socket#closed?", null); // (socket) -> true or false
        serve("Socket#fileno", null); // (socket) -> fd
        serve("Socket#puts", null); // (socket, object) -> null
        serve("Socket#read", null); // (socket, length=null) -> byte[] or null
        serve("Socket#readline", null); // (socket) -> byte[]
        serve("Socket#write", null); // (socket, object) -> bytes written
    }

    static final String IMPLEMENTATION = "mine";
    static final String VERSION = "1";
    static final List<String> FEATURES = List.of("ipv6", "unix"); // leave out what the implementation lacks

    /** Called after each row: closes every socket. Set class-wide state again as it was at the start. */
    static void reset() {
        for (AutoCloseable socket : SOCKETS.values()) {
            try {
                socket.close();
            } catch (Exception error) {
                // it is closed already
            }
        }
    }

    // --- The protocol. Nothing below has to change, except the constants at the end. --------------

    static final Map<Long, AutoCloseable> SOCKETS = new LinkedHashMap<>(); // by handle
    static long lastHandle = 0; // none is used twice

    static final Map<String, String> ABOVE = Map.of(
            "Errno::EAGAIN", "Errno::EWOULDBLOCK", "Errno::EWOULDBLOCK", "Errno::EAGAIN",
            "Errno::EOPNOTSUPP", "Errno::ENOTSUP", "Errno::ENOTSUP", "Errno::EOPNOTSUPP",
            "EOFError", "IOError", "FloatDomainError", "RangeError", "NotImplementedError", "ScriptError");

    /** An exception of Ruby's: the name of its class, and its message. */
    static final class Raised extends RuntimeException {
        final String rubyClass;

        Raised(String rubyClass, String message) {
            super(message);
            this.rubyClass = rubyClass;
        }

        List<Object> ancestors() {
            List<Object> list = new ArrayList<>(List.of(rubyClass));
            if (ABOVE.containsKey(rubyClass)) {
                list.add(ABOVE.get(rubyClass));
            }
            if (rubyClass.startsWith("Errno::")) {
                list.add("SystemCallError");
            }
            boolean fatal = rubyClass.equals("NoMemoryError") || rubyClass.equals("NotImplementedError");
            list.add(fatal ? "Exception" : "StandardError");
            return list.stream().distinct().toList();
        }
    }

    /** A request that is none. */
    static final class Refused extends Exception {
        final long code;

        Refused(long code, String message) {
            super(message);
            this.code = code;
        }
    }

    static Object incoming(Object value) throws Refused {
        if (value instanceof String text) {
            if (text.chars().anyMatch(point -> point > 0xff)) {
                throw new Refused(-32602, "a code point above U+00FF");
            }
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            for (Object item : list) {
                result.add(incoming(item));
            }
            return result;
        }
        if (value instanceof Map<?, ?> map) {
            AutoCloseable socket = SOCKETS.get(map.get("socket"));
            if (socket == null) {
                throw new Refused(-32602, "no such socket");
            }
            return socket;
        }
        return value;
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Object outgoing(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return latin1(bytes);
        }
        if (value instanceof String text) {
            return latin1(text.getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(item -> result.add(outgoing(item)));
            return result;
        }
        if (value instanceof AutoCloseable socket) {
            return Map.of("socket", handle(socket));
        }
        throw new Raised("TypeError", value.getClass() + " is no result: it is not AutoCloseable");
    }

    static long handle(AutoCloseable socket) {
        for (Map.Entry<Long, AutoCloseable> known : SOCKETS.entrySet()) {
            if (known.getValue() == socket) {
                return known.getKey();
            }
        }
        SOCKETS.put(++lastHandle, socket);
        return lastHandle;
    }

    /** Java's own exceptions as Ruby's. They have no errno: catch them where it is known. */
    static Raised raised(Throwable error) {
        if (error instanceof Raised raised) {
            return raised;
        }
        String name = error instanceof java.net.UnknownHostException ? "SocketError"
                : error instanceof java.io.EOFException ? "EOFError"
                : error instanceof IOException ? "IOError"
                : error instanceof OutOfMemoryError ? "NoMemoryError" : "StandardError";
        return new Raised(name, error.toString());
    }

    static Map<String, Object> perform(String name, Object params) throws Refused {
        Method method = METHODS.get(name);
        if (method == null) {
            throw new Refused(-32601, "there is no " + name);
        }
        if (!(params instanceof List<?> list)) {
            throw new Refused(-32602, "params is no array");
        }
        List<Object> args = new ArrayList<>();
        for (Object item : list) {
            args.add(incoming(item));
        }
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            Object result = method.call(args);
            // The value of an assignment is what was assigned, whatever the method returns.
            outcome.put("result", outgoing(name.endsWith("=") ? args.get(args.size() - 1) : result));
        } catch (Throwable caught) {
            Raised error = raised(caught);
            Object message = outgoing(String.valueOf(error.getMessage()));
            Object data = Map.of("class", error.rubyClass, "ancestors", error.ancestors());
            outcome.put("error", Map.of("code", 1L, "message", message, "data", data));
        }
        return outcome;
    }

    static Map<String, Object> hello() {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (String word : CONSTANTS.trim().split("\\s+")) {
            String[] pair = word.split("=");
            constants.put(pair[0], Long.valueOf(pair[1]));
        }
        return Map.of("protocol", 1L, "implementation", IMPLEMENTATION, "version", VERSION, "language", "Java",
                "platform", "unix", "features", FEATURES, "methods", List.copyOf(METHODS.keySet()),
                "constants", constants);
    }

    static Map<String, Object> serve(Map<?, ?> request) throws Refused {
        Map<String, Object> outcome = new LinkedHashMap<>();
        String name = (String) request.get("method");
        if (name.equals("sockspec.hello")) {
            outcome.put("result", hello());
        } else if (name.equals("sockspec.reset")) {
            reset();
            SOCKETS.clear();
            outcome.put("result", null); // a virtual machine opens files of its own, so it counts none
        } else {
            return perform(name, request.containsKey("params") ? request.get("params") : List.of());
        }
        return outcome;
    }

    static Map<String, Object> answer(byte[] line) {
        Object id = null;
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            Object parsed = new Json(line).parse();
            if (!(parsed instanceof Map<?, ?> request) || !(request.get("method") instanceof String)) {
                throw new Refused(-32600, "not a request");
            }
            id = request.get("id");
            outcome = serve(request);
        } catch (Refused error) {
            outcome.put("error", Map.of("code", error.code, "message", error.getMessage()));
        }
        outcome.put("jsonrpc", "2.0");
        outcome.put("id", id);
        return outcome;
    }

    public static void main(String[] words) throws IOException {
        InputStream input = new BufferedInputStream(System.in);
        PrintStream output = System.out;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = input.read(); read >= 0; read = input.read()) {
            if (read != '\n') {
                line.write(read);
                continue;
            }
            StringBuilder text = new StringBuilder();
            Json.write(answer(line.toByteArray()), text);
            output.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
            line.reset();
        }
        System.exit(0);
    }

    // --- JSON -------------------------------------------------------------------------------------

    static final class Json {
        static final int DEEPEST = 512;
        final byte[] line;
        String text;
        int place = 0;

        Json(byte[] line) {
            this.line = line;
        }

        static Refused wrong() {
            return new Refused(-32700, "not JSON");
        }

        Object parse() throws Refused {
            try {
                text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString() + "\0";
            } catch (CharacterCodingException error) {
                throw wrong();
            }
            Object value = value(0);
            skipSpace();
            if (place != text.length() - 1) {
                throw wrong();
            }
            return value;
        }

        void skipSpace() {
            while (" \t\r\n".indexOf(text.charAt(place)) >= 0) {
                place++;
            }
        }

        boolean skip(String expected) {
            boolean found = text.startsWith(expected, place);
            place += found ? expected.length() : 0;
            return found;
        }

        void must(boolean found) throws Refused {
            if (!found) {
                throw wrong();
            }
        }

        Object value(int depth) throws Refused {
            must(depth < DEEPEST);
            skipSpace();
            if (skip("null")) {
                return null;
            }
            if (skip("true")) {
                return true;
            }
            if (skip("false")) {
                return false;
            }
            return switch (text.charAt(place)) {
                case '"' -> string();
                case '[' -> list(depth);
                case '{' -> map(depth);
                default -> number();
            };
        }

        List<Object> list(int depth) throws Refused {
            List<Object> list = new ArrayList<>();
            must(skip("["));
            for (skipSpace(); !skip("]"); skipSpace()) {
                must(list.isEmpty() || skip(","));
                list.add(value(depth + 1));
            }
            return list;
        }

        Map<String, Object> map(int depth) throws Refused {
            Map<String, Object> map = new LinkedHashMap<>();
            must(skip("{"));
            for (skipSpace(); !skip("}"); skipSpace()) {
                must(map.isEmpty() || skip(","));
                skipSpace();
                String key = string();
                skipSpace();
                must(skip(":"));
                map.put(key, value(depth + 1));
            }
            return map;
        }

        Object number() throws Refused {
            int begin = place;
            while ("0123456789+-.eE".indexOf(text.charAt(place)) >= 0) {
                place++;
            }
            String number = text.substring(begin, place);
            must(!number.startsWith("+"));
            try {
                return number.matches("-?[0-9]{1,19}") ? (Object) Long.valueOf(number) : Double.valueOf(number);
            } catch (NumberFormatException error) {
                must(number.matches("-?[0-9]+"));
                return Double.valueOf(number); // an integer beyond 64 bits
            }
        }

        String string() throws Refused {
            StringBuilder result = new StringBuilder();
            must(skip("\""));
            while (!skip("\"")) {
                char next = text.charAt(place++);
                must(next >= ' ');
                result.append(next == '\\' ? escaped() : next);
            }
            return result.toString();
        }

        /** Returns half of a pair of surrogates as it is: the next call returns the other half. */
        char escaped() throws Refused {
            char next = text.charAt(place++);
            if (next == 'u') {
                must(place + 4 < text.length() && text.substring(place, place + 4).matches("[0-9a-fA-F]{4}"));
                place += 4;
                return (char) Integer.parseInt(text.substring(place - 4, place), 16);
            }
            int known = "\"\\/bfnrt".indexOf(next);
            must(known >= 0);
            return "\"\\/\b\f\n\r\t".charAt(known);
        }

        static void write(Object value, StringBuilder out) {
            if (value instanceof String text) {
                writeString(text, out);
            } else if (value instanceof List<?> list) {
                char before = '[';
                for (Object item : list) {
                    out.append(before);
                    write(item, out);
                    before = ',';
                }
                out.append(list.isEmpty() ? "[]" : "]");
            } else if (value instanceof Map<?, ?> map) {
                char before = '{';
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    out.append(before);
                    writeString((String) member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    before = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            } else {
                out.append(value);
            }
        }

        static void writeString(String text, StringBuilder out) {
            out.append('"');
            for (char next : text.toCharArray()) {
                if (next == '"' || next == '\\') {
                    out.append('\\').append(next);
                } else if (next < ' ') {
                    out.append(String.format("\\u%04x", (int) next));
                } else {
                    out.append(next);
                }
            }
            out.append('"');
        }
    }

    /** The constants of the class on Linux. Leave out those that the implementation lacks. */
    static final String CONSTANTS = """
            AF_ALG=38 AF_APPLETALK=5 AF_AX25=3 AF_BLUETOOTH=31 AF_CAN=29 AF_DECnet=12 AF_IB=27 AF_INET=2
            AF_INET6=10 AF_IPX=4 AF_ISDN=34 AF_KCM=41 AF_KEY=15 AF_LLC=26 AF_LOCAL=1 AF_MAX=46 AF_MPLS=28
            AF_NETLINK=16 AF_PACKET=17 AF_PPPOX=24 AF_RDS=21 AF_ROUTE=16 AF_SNA=22 AF_TIPC=30 AF_UNIX=1
            AF_UNSPEC=0 AF_VSOCK=40 AF_XDP=44 AI_ADDRCONFIG=32 AI_ALL=16 AI_CANONNAME=2 AI_NUMERICHOST=4
            AI_NUMERICSERV=1024 AI_PASSIVE=1 AI_V4MAPPED=8 EAI_ADDRFAMILY=-9 EAI_AGAIN=-3 EAI_BADFLAGS=-1
            EAI_FAIL=-4 EAI_FAMILY=-6 EAI_MEMORY=-10 EAI_NODATA=-5 EAI_NONAME=-2 EAI_OVERFLOW=-12
            EAI_SERVICE=-8 EAI_SOCKTYPE=-7 EAI_SYSTEM=-11 IFF_ALLMULTI=512 IFF_AUTOMEDIA=16384
            IFF_BROADCAST=2 IFF_DEBUG=4 IFF_DYNAMIC=32768 IFF_LOOPBACK=8 IFF_MASTER=1024 IFF_MULTICAST=4096
            IFF_NOARP=128 IFF_NOTRAILERS=32 IFF_POINTOPOINT=16 IFF_PORTSEL=8192 IFF_PROMISC=256
            IFF_RUNNING=64 IFF_SLAVE=2048 IFF_UP=1 IFNAMSIZ=16 IF_NAMESIZE=16
            INADDR_ALLHOSTS_GROUP=3758096385 INADDR_ANY=0 INADDR_BROADCAST=4294967295
            INADDR_LOOPBACK=2130706433 INADDR_MAX_LOCAL_GROUP=3758096639 INADDR_NONE=4294967295
            INADDR_UNSPEC_GROUP=3758096384 INET6_ADDRSTRLEN=46 INET_ADDRSTRLEN=16 IPPORT_RESERVED=1024
            IPPORT_USERRESERVED=5000 IPPROTO_AH=51 IPPROTO_DSTOPTS=60 IPPROTO_EGP=8 IPPROTO_ESP=50
            IPPROTO_FRAGMENT=44 IPPROTO_HOPOPTS=0 IPPROTO_ICMP=1 IPPROTO_ICMPV6=58 IPPROTO_IDP=22
            IPPROTO_IGMP=2 IPPROTO_IP=0 IPPROTO_IPV6=41 IPPROTO_NONE=59 IPPROTO_PUP=12 IPPROTO_RAW=255
            IPPROTO_ROUTING=43 IPPROTO_TCP=6 IPPROTO_TP=29 IPPROTO_UDP=17 IPV6_CHECKSUM=7 IPV6_DONTFRAG=62
            IPV6_DSTOPTS=59 IPV6_HOPLIMIT=52 IPV6_HOPOPTS=54 IPV6_JOIN_GROUP=20 IPV6_LEAVE_GROUP=21
            IPV6_MULTICAST_HOPS=18 IPV6_MULTICAST_IF=17 IPV6_MULTICAST_LOOP=19 IPV6_NEXTHOP=9
            IPV6_PATHMTU=61 IPV6_PKTINFO=50 IPV6_RECVDSTOPTS=58 IPV6_RECVHOPLIMIT=51 IPV6_RECVHOPOPTS=53
            IPV6_RECVPATHMTU=60 IPV6_RECVPKTINFO=49 IPV6_RECVRTHDR=56 IPV6_RECVTCLASS=66 IPV6_RTHDR=57
            IPV6_RTHDRDSTOPTS=55 IPV6_RTHDR_TYPE_0=0 IPV6_TCLASS=67 IPV6_UNICAST_HOPS=16 IPV6_V6ONLY=26
            IP_ADD_MEMBERSHIP=35 IP_ADD_SOURCE_MEMBERSHIP=39 IP_BLOCK_SOURCE=38 IP_DEFAULT_MULTICAST_LOOP=1
            IP_DEFAULT_MULTICAST_TTL=1 IP_DROP_MEMBERSHIP=36 IP_DROP_SOURCE_MEMBERSHIP=40 IP_FREEBIND=15
            IP_HDRINCL=3 IP_IPSEC_POLICY=16 IP_MAX_MEMBERSHIPS=20 IP_MINTTL=21 IP_MSFILTER=41 IP_MTU=14
            IP_MTU_DISCOVER=10 IP_MULTICAST_IF=32 IP_MULTICAST_LOOP=34 IP_MULTICAST_TTL=33 IP_OPTIONS=4
            IP_PASSSEC=18 IP_PKTINFO=8 IP_PKTOPTIONS=9 IP_PMTUDISC_DO=2 IP_PMTUDISC_DONT=0
            IP_PMTUDISC_WANT=1 IP_RECVERR=11 IP_RECVOPTS=6 IP_RECVRETOPTS=7 IP_RECVTOS=13 IP_RECVTTL=12
            IP_RETOPTS=7 IP_ROUTER_ALERT=5 IP_TOS=1 IP_TRANSPARENT=19 IP_TTL=2 IP_UNBLOCK_SOURCE=37
            IP_XFRM_POLICY=17 MCAST_BLOCK_SOURCE=43 MCAST_EXCLUDE=0 MCAST_INCLUDE=1 MCAST_JOIN_GROUP=42
            MCAST_JOIN_SOURCE_GROUP=46 MCAST_LEAVE_GROUP=45 MCAST_LEAVE_SOURCE_GROUP=47 MCAST_MSFILTER=48
            MCAST_UNBLOCK_SOURCE=44 MSG_CONFIRM=2048 MSG_CTRUNC=8 MSG_DONTROUTE=4 MSG_DONTWAIT=64
            MSG_EOR=128 MSG_ERRQUEUE=8192 MSG_FASTOPEN=536870912 MSG_FIN=512 MSG_MORE=32768
            MSG_NOSIGNAL=16384 MSG_OOB=1 MSG_PEEK=2 MSG_PROXY=16 MSG_RST=4096 MSG_SYN=1024 MSG_TRUNC=32
            MSG_WAITALL=256 NI_DGRAM=16 NI_MAXHOST=1025 NI_MAXSERV=32 NI_NAMEREQD=8 NI_NOFQDN=4
            NI_NUMERICHOST=1 NI_NUMERICSERV=2 PF_ALG=38 PF_APPLETALK=5 PF_AX25=3 PF_BLUETOOTH=31 PF_CAN=29
            PF_DECnet=12 PF_IB=27 PF_INET=2 PF_INET6=10 PF_IPX=4 PF_ISDN=34 PF_KCM=41 PF_KEY=15 PF_LLC=26
            PF_LOCAL=1 PF_MAX=46 PF_MPLS=28 PF_NETLINK=16 PF_PACKET=17 PF_PPPOX=24 PF_RDS=21 PF_ROUTE=16
            PF_SNA=22 PF_TIPC=30 PF_UNIX=1 PF_UNSPEC=0 PF_VSOCK=40 PF_XDP=44 SCM_CREDENTIALS=2 SCM_RIGHTS=1
            SCM_TIMESTAMP=29 SCM_TIMESTAMPING=37 SCM_TIMESTAMPNS=35 SCM_WIFI_STATUS=41 SHUT_RD=0 SHUT_RDWR=2
            SHUT_WR=1 SOCK_CLOEXEC=524288 SOCK_DGRAM=2 SOCK_NONBLOCK=2048 SOCK_PACKET=10 SOCK_RAW=3
            SOCK_RDM=4 SOCK_SEQPACKET=5 SOCK_STREAM=1 SOL_IP=0 SOL_SOCKET=1 SOL_TCP=6 SOL_UDP=17
            SOMAXCONN=4096 SO_ACCEPTCONN=30 SO_ATTACH_FILTER=26 SO_BINDTODEVICE=25 SO_BPF_EXTENSIONS=48
            SO_BROADCAST=6 SO_BUSY_POLL=46 SO_DEBUG=1 SO_DETACH_FILTER=27 SO_DOMAIN=39 SO_DONTROUTE=5
            SO_ERROR=4 SO_GET_FILTER=26 SO_KEEPALIVE=9 SO_LINGER=13 SO_LOCK_FILTER=44 SO_MARK=36
            SO_MAX_PACING_RATE=47 SO_NOFCS=43 SO_NO_CHECK=11 SO_OOBINLINE=10 SO_PASSCRED=16 SO_PASSSEC=34
            SO_PEEK_OFF=42 SO_PEERCRED=17 SO_PEERNAME=28 SO_PEERSEC=31 SO_PRIORITY=12 SO_PROTOCOL=38
            SO_RCVBUF=8 SO_RCVBUFFORCE=33 SO_RCVLOWAT=18 SO_RCVTIMEO=20 SO_REUSEADDR=2 SO_REUSEPORT=15
            SO_RXQ_OVFL=40 SO_SECURITY_AUTHENTICATION=22 SO_SECURITY_ENCRYPTION_NETWORK=24
            SO_SECURITY_ENCRYPTION_TRANSPORT=23 SO_SELECT_ERR_QUEUE=45 SO_SNDBUF=7 SO_SNDBUFFORCE=32
            SO_SNDLOWAT=19 SO_SNDTIMEO=21 SO_TIMESTAMP=29 SO_TIMESTAMPING=37 SO_TIMESTAMPNS=35 SO_TYPE=3
            SO_WIFI_STATUS=41 TCP_CONGESTION=13 TCP_COOKIE_TRANSACTIONS=15 TCP_CORK=3 TCP_DEFER_ACCEPT=9
            TCP_FASTOPEN=23 TCP_INFO=11 TCP_KEEPCNT=6 TCP_KEEPIDLE=4 TCP_KEEPINTVL=5 TCP_LINGER2=8
            TCP_MAXSEG=2 TCP_MD5SIG=14 TCP_NODELAY=1 TCP_QUEUE_SEQ=21 TCP_QUICKACK=12 TCP_REPAIR=19
            TCP_REPAIR_OPTIONS=22 TCP_REPAIR_QUEUE=20 TCP_SYNCNT=7 TCP_THIN_DUPACK=17
            TCP_THIN_LINEAR_TIMEOUTS=16 TCP_TIMESTAMP=24 TCP_USER_TIMEOUT=18 TCP_WINDOW_CLAMP=10 UDP_CORK=1
            """;
}
