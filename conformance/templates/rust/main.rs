//! Serves an implementation of Ruby's classic Socket class to sockspec, which checks it.
//!
//! Fill in METHODS: replace None by a function, as in
//!
//!     ("Socket.getservbyname", Some(|args| getservbyname(args))),
//!
//! It gets the arguments of the Ruby method; an instance method gets its socket first. Arguments
//! that a caller left out are missing. Methods that are None are reported as unsupported.
//!
//! An exception is Err(Raised::new("SocketError", "no such service http/tcp")), an errno is
//! Err(Raised::errno(98, "bind(2)")).
//!
//! Pass the implementation's results through unchanged: sockspec checks the implementation, not this
//! file.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::rc::Rc;

/// A socket of the implementation. Put in what it needs; it is closed when it is dropped.
pub struct Socket {
    pub file: std::cell::RefCell<Option<std::fs::File>>, // None: closed
}

/// A value of Ruby's. The implementation gets and returns these.
#[derive(Clone)]
pub enum Value {
    Nil,
    Bool(bool),
    Int(i64),
    Float(f64),
    Bytes(Vec<u8>),
    Array(Vec<Value>),
    Socket(Rc<Socket>),
}

type Method = fn(&[Value]) -> Result<Value, Raised>;

static METHODS: &[(&str, Option<Method>)] = &[
    // Class methods
    ("Socket.new", None), // (domain, type, protocol) -> socket
    ("Socket.for_fd", None), // (fd) -> socket
    ("Socket.pair", None), // (domain, type, protocol) -> [socket, socket]
    ("Socket.socketpair", None), // (domain, type, protocol) -> [socket, socket]
    ("Socket.getaddrinfo", None), // (host, service, family, socktype, protocol, flags) -> [[...], ...]
    ("Socket.getnameinfo", None), // (sockaddr or array, flags) -> [host, service]
    ("Socket.gethostbyaddr", None), // (address, family) -> [name, aliases, family, address, ...]
    ("Socket.gethostbyname", None), // (host) -> [name, aliases, family, address, ...]
    ("Socket.gethostname", None), // () -> name
    ("Socket.getservbyname", None), // (name, protocol="tcp") -> port
    ("Socket.pack_sockaddr_in", None), // (port, host) -> sockaddr
    ("Socket.pack_sockaddr_un", None), // (path) -> sockaddr
    ("Socket.sockaddr_in", None), // (port, host) -> sockaddr
    ("Socket.sockaddr_un", None), // (path) -> sockaddr
    ("Socket.unpack_sockaddr_in", None), // (sockaddr) -> [port, host]
    ("Socket.unpack_sockaddr_un", None), // (sockaddr) -> path
    ("Socket.do_not_reverse_lookup", None), // () -> true or false
    ("Socket.do_not_reverse_lookup=", None), // (flag)
    ("BasicSocket.for_fd", None), // (fd) -> socket
    ("BasicSocket.do_not_reverse_lookup", None), // () -> true or false
    ("BasicSocket.do_not_reverse_lookup=", None), // (flag)
    ("IO.select", None), // (reads, writes, errors, timeout) -> [reads, writes, errors] or Nil
    // Instance methods
    ("Socket#accept", None), // (socket) -> [socket, sockaddr]
    ("Socket#accept_nonblock", None), // (socket) -> [socket, sockaddr]
    ("Socket#sysaccept", None), // (socket) -> [fd, sockaddr]
    ("Socket#bind", None), // (socket, sockaddr) -> 0
    ("Socket#connect", None), // (socket, sockaddr) -> 0
    ("Socket#connect_nonblock", None), // (socket, sockaddr) -> 0
    ("Socket#listen", None), // (socket, backlog) -> 0
    ("Socket#recvfrom", None), // (socket, maxlen, flags=0) -> [message, sockaddr]
    ("Socket#recvfrom_nonblock", None), // (socket, maxlen, flags=0) -> [message, sockaddr]
    ("Socket#recv", None), // (socket, maxlen, flags=0) -> message
    ("Socket#recv_nonblock", None), // (socket, maxlen, flags=0) -> message
    ("Socket#send", None), // (socket, message, flags, sockaddr=Nil) -> bytes sent
    ("Socket#shutdown", None), // (socket, how=2) -> 0
    ("Socket#close_read", None), // (socket) -> Nil
    ("Socket#close_write", None), // (socket) -> Nil
    ("Socket#getpeername", None), // (socket) -> sockaddr
    ("Socket#getsockname", None), // (socket) -> sockaddr
    ("Socket#getsockopt", None), // (socket, level, optname) -> string
    ("Socket#setsockopt", None), // (socket, level, optname, optval) -> 0
    ("Socket#do_not_reverse_lookup", None), // (socket) -> true or false
    ("Socket#do_not_reverse_lookup=", None), // (socket, flag)
    ("Socket#close", None), // (socket) -> Nil
    ("Socket#closed?", None), // (socket) -> true or false
    ("Socket#fileno", None), // (socket) -> fd
    ("Socket#puts", None), // (socket, object) -> Nil
    ("Socket#read", None), // (socket, length=Nil) -> string or Nil
    ("Socket#readline", None), // (socket) -> string
    ("Socket#write", None), // (socket, object) -> bytes written
];

const IMPLEMENTATION: &str = "mine";
const VERSION: &str = "1";
const FEATURES: &[&str] = &["ipv6", "unix"]; // leave out what the implementation lacks

/// Called after each row: closes every socket. Set class-wide state again as it was at the start.
fn reset(sockets: &BTreeMap<i64, Rc<Socket>>) {
    for socket in sockets.values() {
        socket.file.replace(None);
    }
}

// --- The protocol. Nothing below has to change, except the constants at the end. ------------------

/// An exception of Ruby's: the name of its class, and its message.
pub struct Raised {
    pub class: String,
    pub message: Vec<u8>,
    pub errno: Option<i32>,
}

impl Raised {
    pub fn new(class: &str, message: &str) -> Raised {
        Raised { class: class.to_string(), message: message.as_bytes().to_vec(), errno: None }
    }

    /// Errno::EADDRINUSE with the message "Address already in use - bind(2)", for example.
    pub fn errno(number: i32, call: &str) -> Raised {
        let name = words(ERRNOS).find(|(_, value)| *value == i64::from(number));
        let text = io::Error::from_raw_os_error(number).to_string();
        let text = text.split(" (os error").next().unwrap_or("");
        let message = if call.is_empty() { text.to_string() } else { format!("{} - {}", text, call) };
        let class = format!("Errno::{}", name.map_or("EUNKNOWN", |(name, _)| name));
        Raised { class, message: message.into_bytes(), errno: Some(number) }
    }

    fn ancestors(&self) -> Vec<&str> {
        let mut list = vec![self.class.as_str()];
        match self.class.as_str() {
            "Errno::EAGAIN" => list.push("Errno::EWOULDBLOCK"),
            "Errno::EWOULDBLOCK" => list.push("Errno::EAGAIN"),
            "Errno::EOPNOTSUPP" => list.push("Errno::ENOTSUP"),
            "Errno::ENOTSUP" => list.push("Errno::EOPNOTSUPP"),
            "EOFError" => list.push("IOError"),
            "FloatDomainError" => list.push("RangeError"),
            "NotImplementedError" => list.push("ScriptError"),
            _ => {}
        }
        if self.class.starts_with("Errno::") {
            list.push("SystemCallError");
        }
        let fatal = self.class == "NoMemoryError" || self.class == "NotImplementedError";
        list.push(if fatal { "Exception" } else { "StandardError" });
        list.dedup();
        list
    }
}

/// A system error lacks the name of the call: where it is known, use Raised::errno.
impl From<io::Error> for Raised {
    fn from(error: io::Error) -> Raised {
        match error.raw_os_error() {
            Some(number) => Raised::errno(number, ""),
            None => Raised::new("IOError", &error.to_string()),
        }
    }
}

/// A request that is none.
struct Refused(i64, String);

fn refuse<T>(code: i64, message: &str) -> Result<T, Refused> {
    Err(Refused(code, message.to_string()))
}

/// Reads a list such as "EPERM=1 ENOENT=2".
fn words(list: &str) -> impl Iterator<Item = (&str, i64)> {
    list.split_whitespace().filter_map(|word| {
        let (name, value) = word.split_once('=')?;
        Some((name, value.parse().ok()?))
    })
}

/// How many descriptors are open, without the one that reads the directory.
fn descriptors() -> Json {
    match std::fs::read_dir("/proc/self/fd") {
        Ok(names) => Json::Int(names.count() as i64 - 1),
        Err(_) => Json::Null,
    }
}

#[derive(Default)]
struct Driver {
    sockets: BTreeMap<i64, Rc<Socket>>, // by handle
    last: i64,                          // the last handle: none is used twice
}

impl Driver {
    fn incoming(&self, value: &Json) -> Result<Value, Refused> {
        Ok(match value {
            Json::Null => Value::Nil,
            Json::Bool(truth) => Value::Bool(*truth),
            Json::Int(integer) => Value::Int(*integer),
            Json::Float(real) => Value::Float(*real),
            Json::Text(text) => match text.chars().map(|c| u8::try_from(u32::from(c))).collect() {
                Ok(bytes) => Value::Bytes(bytes),
                Err(_) => return refuse(-32602, "a code point above U+00FF"),
            },
            Json::List(list) => {
                Value::Array(list.iter().map(|item| self.incoming(item)).collect::<Result<_, _>>()?)
            }
            Json::Map(_) => match value.get("socket") {
                Some(Json::Int(handle)) if self.sockets.contains_key(handle) => {
                    Value::Socket(self.sockets[handle].clone())
                }
                _ => return refuse(-32602, "no such socket"),
            },
        })
    }

    fn outgoing(&mut self, value: &Value) -> Json {
        match value {
            Value::Nil => Json::Null,
            Value::Bool(truth) => Json::Bool(*truth),
            Value::Int(integer) => Json::Int(*integer),
            Value::Float(real) => Json::Float(*real),
            Value::Bytes(bytes) => latin1(bytes),
            Value::Array(list) => Json::List(list.iter().map(|item| self.outgoing(item)).collect()),
            Value::Socket(socket) => {
                let known = self.sockets.iter().find(|(_, other)| Rc::ptr_eq(other, socket));
                let handle = known.map_or(self.last + 1, |(handle, _)| *handle);
                self.last = self.last.max(handle);
                self.sockets.insert(handle, socket.clone());
                map([("socket", Json::Int(handle))])
            }
        }
    }

    fn perform(&mut self, name: &str, params: Option<&Json>) -> Result<(&'static str, Json), Refused> {
        let found = METHODS.iter().find(|(other, _)| *other == name);
        let method = match found {
            Some((_, Some(method))) => method,
            _ => return refuse(-32601, &format!("there is no {}", name)),
        };
        let args = match self.incoming(params.unwrap_or(&Json::List(vec![])))? {
            Value::Array(args) => args,
            _ => return refuse(-32602, "params is no array"),
        };
        let result = catch_unwind(AssertUnwindSafe(|| method(&args)))
            .unwrap_or_else(|_| Err(Raised::new("StandardError", "panic, see standard error")));
        Ok(match (result, args.last()) {
            // The value of an assignment is what was assigned, whatever the method returns.
            (Ok(_), Some(assigned)) if name.ends_with('=') => ("result", self.outgoing(assigned)),
            (Ok(value), _) => ("result", self.outgoing(&value)),
            (Err(raised), _) => ("error", failure(&raised)),
        })
    }

    fn serve(&mut self, name: &str, params: Option<&Json>) -> Result<(&'static str, Json), Refused> {
        match name {
            "sockspec.hello" => Ok(("result", hello())),
            "sockspec.reset" => {
                reset(&self.sockets);
                self.sockets.clear();
                Ok(("result", descriptors()))
            }
            _ => self.perform(name, params),
        }
    }

    fn answer(&mut self, line: &[u8]) -> Json {
        let request = std::str::from_utf8(line).ok().and_then(Json::parse);
        let (id, answered) = match &request {
            None => (None, refuse(-32700, "not JSON")),
            Some(request) => match request.get("method") {
                Some(Json::Text(name)) => (request.get("id"), self.serve(name, request.get("params"))),
                _ => (None, refuse(-32600, "not a request")),
            },
        };
        let (key, outcome) = answered.unwrap_or_else(|Refused(code, message)| {
            ("error", map([("code", Json::Int(code)), ("message", Json::Text(message))]))
        });
        let id = id.cloned().unwrap_or(Json::Null);
        map([("jsonrpc", Json::Text("2.0".to_string())), ("id", id), (key, outcome)])
    }
}

fn latin1(bytes: &[u8]) -> Json {
    Json::Text(bytes.iter().map(|byte| char::from(*byte)).collect())
}

fn map<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Map(members.into_iter().map(|(key, value)| (key.to_string(), value)).collect())
}

fn texts<'a>(list: impl Iterator<Item = &'a str>) -> Json {
    Json::List(list.map(|text| Json::Text(text.to_string())).collect())
}

fn failure(raised: &Raised) -> Json {
    let errno = raised.errno.map_or(Json::Null, |number| Json::Int(i64::from(number)));
    let data = map([
        ("class", Json::Text(raised.class.clone())),
        ("ancestors", texts(raised.ancestors().into_iter())),
        ("errno", errno),
    ]);
    map([("code", Json::Int(1)), ("message", latin1(&raised.message)), ("data", data)])
}

fn hello() -> Json {
    let served = METHODS.iter().filter(|(_, method)| method.is_some()).map(|(name, _)| *name);
    let constants = words(CONSTANTS).map(|(name, value)| (name.to_string(), Json::Int(value)));
    map([
        ("protocol", Json::Int(1)),
        ("implementation", Json::Text(IMPLEMENTATION.to_string())),
        ("version", Json::Text(VERSION.to_string())),
        ("language", Json::Text("Rust".to_string())),
        ("platform", Json::Text("unix".to_string())),
        ("features", texts(FEATURES.iter().copied())),
        ("methods", texts(served)),
        ("constants", Json::Map(constants.collect())),
    ])
}

fn main() {
    let mut driver = Driver::default();
    let mut line = Vec::new();
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    while matches!(input.read_until(b'\n', &mut line), Ok(length) if length > 0) {
        let mut answer = String::new();
        driver.answer(&line).write(&mut answer);
        answer.push('\n');
        if output.write_all(answer.as_bytes()).and_then(|()| output.flush()).is_err() {
            return;
        }
        line.clear();
    }
}

// --- JSON -----------------------------------------------------------------------------------------

#[derive(Clone)]
enum Json {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Map(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    fn parse(text: &str) -> Option<Json> {
        let mut parser = Parser { rest: text };
        let value = parser.value(0)?;
        parser.space();
        if parser.rest.is_empty() { Some(value) } else { None }
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Json::Int(integer) => out.push_str(&integer.to_string()),
            Json::Float(real) => out.push_str(&format!("{:?}", real)),
            Json::Text(text) => write_text(text, out),
            Json::List(list) => {
                for (i, item) in list.iter().enumerate() {
                    out.push(if i == 0 { '[' } else { ',' });
                    item.write(out);
                }
                out.push_str(if list.is_empty() { "[]" } else { "]" });
            }
            Json::Map(members) => {
                for (i, (key, value)) in members.iter().enumerate() {
                    out.push(if i == 0 { '{' } else { ',' });
                    write_text(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push_str(if members.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
}

/// Each function returns None if the text is not JSON.
struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn skip(&mut self, expected: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(expected)?;
        Some(())
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        const DEEPEST: usize = 512;
        self.space();
        match self.rest.chars().next()? {
            _ if depth > DEEPEST => None,
            'n' => self.skip("null").map(|()| Json::Null),
            't' => self.skip("true").map(|()| Json::Bool(true)),
            'f' => self.skip("false").map(|()| Json::Bool(false)),
            '"' => self.text().map(Json::Text),
            '[' => self.items(']', |parser| parser.value(depth + 1)).map(Json::List),
            '{' => self.items('}', |parser| parser.member(depth + 1)).map(Json::Map),
            _ => self.number(),
        }
    }

    fn member(&mut self, depth: usize) -> Option<(String, Json)> {
        self.space();
        let key = self.text()?;
        self.space();
        self.skip(":")?;
        Some((key, self.value(depth)?))
    }

    /// Reads what is between brackets.
    fn items<T>(&mut self, end: char, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        self.rest = &self.rest[1..];
        self.space();
        while !self.rest.starts_with(end) {
            if !items.is_empty() {
                self.skip(",")?;
            }
            items.push(read(self)?);
            self.space();
        }
        self.rest = &self.rest[1..];
        Some(items)
    }

    fn number(&mut self) -> Option<Json> {
        let is_part = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        match number.parse() {
            _ if number.starts_with('+') => None,
            Ok(integer) => Some(Json::Int(integer)),
            Err(_) => number.parse().ok().map(Json::Float),
        }
    }

    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        self.skip("\"")?;
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            match c {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\x1f' => return None,
                _ => text.push(c),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        match c {
            'u' => self.code_point(),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'b' => Some('\x08'),
            'f' => Some('\x0c'),
            '"' | '\\' | '/' => Some(c),
            _ => None,
        }
    }

    /// Reads four digits, or two times four for a pair of surrogates.
    fn code_point(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.skip("\\u")?;
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return None;
        }
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.rest.get(..4)?;
        self.rest = &self.rest[4..];
        if digits.starts_with('+') { None } else { u32::from_str_radix(digits, 16).ok() }
    }
}

const ERRNOS: &str = "
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
";

/// The constants of the class on Linux. Leave out those that the implementation lacks.
const CONSTANTS: &str = "
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
";
