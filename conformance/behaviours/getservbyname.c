/* Socket.getservbyname(name, proto = "tcp") => port
 *
 * The method looks the name up in the services file. A name that is not listed there is read as
 * a number. Anything else is an error. */
#include "conformance/harness/rows/row.h"

/* clang-format off */

/* The protocol can be TCP explicitly, be left out or be nil, which all mean TCP. */
static const struct sockspec_variant tcp_spellings[] = {
    {"given",   {{"proto", ", 'tcp'"}, {"tcp", "getservbyname.tcp"}}},
    {"default", {{"proto", ""},        {"tcp", "getservbyname.proto.default"}}},
    {"nil",     {{"proto", ", nil"},   {"tcp", "getservbyname.proto.nil"}}},
};

static const struct sockspec_row getservbyname_tcp_rows[] = {
    /* The port is that of the TCP entry. */
    {"getservbyname-tcp-echo",       "$tcp", ITSELF, "Socket.getservbyname('echo'$proto)",    RETURNS("7")},
    {"getservbyname-tcp-daytime",    "$tcp", ITSELF, "Socket.getservbyname('daytime'$proto)", RETURNS("13")},
    {"getservbyname-tcp-ftp",        "$tcp", ITSELF, "Socket.getservbyname('ftp'$proto)",     RETURNS("21")},
    {"getservbyname-tcp-ssh",        "$tcp", ITSELF, "Socket.getservbyname('ssh'$proto)",     RETURNS("22")},
    {"getservbyname-tcp-telnet",     "$tcp", ITSELF, "Socket.getservbyname('telnet'$proto)",  RETURNS("23")},
    {"getservbyname-tcp-smtp",       "$tcp", ITSELF, "Socket.getservbyname('smtp'$proto)",    RETURNS("25")},
    {"getservbyname-tcp-time",       "$tcp", ITSELF, "Socket.getservbyname('time'$proto)",    RETURNS("37")},
    {"getservbyname-tcp-domain",     "$tcp", ITSELF, "Socket.getservbyname('domain'$proto)",  RETURNS("53")},
    {"getservbyname-tcp-http",       "$tcp", ITSELF, "Socket.getservbyname('http'$proto)",    RETURNS("80")},
    {"getservbyname-tcp-https",      "$tcp", ITSELF, "Socket.getservbyname('https'$proto)",   RETURNS("443")},
    /* The port is that of the TCP entry even if UDP has no such name, or another port for it. */
    {"getservbyname-tcp-exec",       "$tcp", ITSELF, "Socket.getservbyname('exec'$proto)",              RETURNS("512")},
    {"getservbyname-tcp-login",      "$tcp", ITSELF, "Socket.getservbyname('login'$proto)",             RETURNS("513")},
    {"getservbyname-tcp-shell",      "$tcp", ITSELF, "Socket.getservbyname('shell'$proto)",             RETURNS("514")},
    {"getservbyname-tcp-only",       "$tcp", ITSELF, "Socket.getservbyname('sockspec-tcp-only'$proto)", RETURNS("7000")},
    {"getservbyname-tcp-split",      "$tcp", ITSELF, "Socket.getservbyname('sockspec-split'$proto)",    RETURNS("7001")},
    /* The port is an Integer in host byte order, however large it is and whatever its bytes are. */
    {"getservbyname-tcp-largest",    "getservbyname.integer", ITSELF, "Socket.getservbyname('sockspec-largest'$proto)",    RETURNS("65535")},
    {"getservbyname-tcp-large",      "getservbyname.integer", ITSELF, "Socket.getservbyname('sockspec-large'$proto)",      RETURNS("40000")},
    {"getservbyname-tcp-byte-order", "getservbyname.integer", ITSELF, "Socket.getservbyname('sockspec-byte-order'$proto)", RETURNS("4660")},
    /* An alias works like the name, whether it is the first or the second one. */
    {"getservbyname-tcp-alias-sink", "getservbyname.alias", ITSELF, "Socket.getservbyname('sink'$proto)",                 RETURNS("9")},
    {"getservbyname-tcp-alias-null", "getservbyname.alias", ITSELF, "Socket.getservbyname('null'$proto)",                 RETURNS("9")},
    {"getservbyname-tcp-alias-mail", "getservbyname.alias", ITSELF, "Socket.getservbyname('mail'$proto)",                 RETURNS("25")},
    {"getservbyname-tcp-alias-www",  "getservbyname.alias", ITSELF, "Socket.getservbyname('www'$proto)",                  RETURNS("80")},
    {"getservbyname-tcp-alias-cmd",  "getservbyname.alias", ITSELF, "Socket.getservbyname('cmd'$proto)",                  RETURNS("514")},
    {"getservbyname-tcp-alias-split", "getservbyname.alias", ITSELF, "Socket.getservbyname('sockspec-split-alias'$proto)", RETURNS("7001")},
    /* A listed name is found even if it also reads as a number. */
    {"getservbyname-tcp-name-first", "$tcp", ITSELF, "Socket.getservbyname('0x1f'$proto)", RETURNS("7010")},
    /* A name that is listed for UDP only is not found. */
    {"getservbyname-tcp-tftp",     "getservbyname.other-proto", "getservbyname-tcp-ftp",  "Socket.getservbyname('tftp'$proto)",   RAISES_EXACTLY(SocketError, "no such service tftp/tcp")},
    {"getservbyname-tcp-ntp",      "getservbyname.other-proto", "getservbyname-tcp-ssh",  "Socket.getservbyname('ntp'$proto)",    RAISES_EXACTLY(SocketError, "no such service ntp/tcp")},
    {"getservbyname-tcp-syslog",   "getservbyname.other-proto", "getservbyname-tcp-shell", "Socket.getservbyname('syslog'$proto)", RAISES_EXACTLY(SocketError, "no such service syslog/tcp")},
    {"getservbyname-tcp-udp-only", "getservbyname.other-proto", "getservbyname-tcp-only", "Socket.getservbyname('sockspec-udp-only'$proto)", RAISES_EXACTLY(SocketError, "no such service sockspec-udp-only/tcp")},
    {"getservbyname-tcp-whod",     "getservbyname.other-proto", "getservbyname-tcp-login", "Socket.getservbyname('whod'$proto)",   RAISES_EXACTLY(SocketError, "no such service whod/tcp")},
    /* A name that is not listed is not found. A listed name is not found in other letter case,
     * in part, or with extra characters. */
    {"getservbyname-tcp-unknown",  "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('nosuchservice'$proto)", RAISES_EXACTLY(SocketError, "no such service nosuchservice/tcp")},
    {"getservbyname-tcp-capitals", "getservbyname.case",    "getservbyname-tcp-http", "Socket.getservbyname('HTTP'$proto)",          RAISES_EXACTLY(SocketError, "no such service HTTP/tcp")},
    {"getservbyname-tcp-capital",  "getservbyname.case",    "getservbyname-tcp-http", "Socket.getservbyname('Http'$proto)",          RAISES_EXACTLY(SocketError, "no such service Http/tcp")},
    {"getservbyname-tcp-alias-capitals", "getservbyname.case", "getservbyname-tcp-alias-www", "Socket.getservbyname('WWW'$proto)",  RAISES_EXACTLY(SocketError, "no such service WWW/tcp")},
    {"getservbyname-tcp-beginning", "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('htt'$proto)",          RAISES_EXACTLY(SocketError, "no such service htt/tcp")},
    {"getservbyname-tcp-blank-before", "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname(' http'$proto)",     RAISES_EXACTLY(SocketError, "no such service  http/tcp")},
    {"getservbyname-tcp-blank-after", "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('http '$proto)",      RAISES_EXACTLY(SocketError, "no such service http /tcp")},
    {"getservbyname-tcp-slash",    "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('http/tcp'$proto)",      RAISES_EXACTLY(SocketError, "no such service http/tcp/tcp")},
    {"getservbyname-tcp-format",   "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('%s%d%n'$proto)",        RAISES_EXACTLY(SocketError, "no such service %s%d%n/tcp")},
    {"getservbyname-tcp-comment",  "getservbyname.unknown", "getservbyname-tcp-http", "Socket.getservbyname('#'$proto)",             RAISES_EXACTLY(SocketError, "no such service #/tcp")},
};
SOCKSPEC_TABLE(getservbyname_tcp, .provoked = SOCKSPEC_KERNEL, .axes = {AXIS("proto", tcp_spellings)})

static const struct sockspec_row getservbyname_protocol_rows[] = {
    /* With "udp" the port is that of the UDP entry. */
    {"getservbyname-udp-echo",   "getservbyname.udp", ITSELF, "Socket.getservbyname('echo', 'udp')",   RETURNS("7")},
    {"getservbyname-udp-time",   "getservbyname.udp", ITSELF, "Socket.getservbyname('time', 'udp')",   RETURNS("37")},
    {"getservbyname-udp-domain", "getservbyname.udp", ITSELF, "Socket.getservbyname('domain', 'udp')", RETURNS("53")},
    {"getservbyname-udp-tftp",   "getservbyname.udp", ITSELF, "Socket.getservbyname('tftp', 'udp')",   RETURNS("69")},
    {"getservbyname-udp-ntp",    "getservbyname.udp", ITSELF, "Socket.getservbyname('ntp', 'udp')",    RETURNS("123")},
    {"getservbyname-udp-biff",   "getservbyname.udp", ITSELF, "Socket.getservbyname('biff', 'udp')",   RETURNS("512")},
    {"getservbyname-udp-who",    "getservbyname.udp", ITSELF, "Socket.getservbyname('who', 'udp')",    RETURNS("513")},
    {"getservbyname-udp-syslog", "getservbyname.udp", ITSELF, "Socket.getservbyname('syslog', 'udp')", RETURNS("514")},
    {"getservbyname-udp-only",   "getservbyname.udp", ITSELF, "Socket.getservbyname('sockspec-udp-only', 'udp')", RETURNS("7000")},
    {"getservbyname-udp-split",  "getservbyname.udp", ITSELF, "Socket.getservbyname('sockspec-split', 'udp')",    RETURNS("7002")},
    {"getservbyname-udp-alias-null",   "getservbyname.alias", ITSELF, "Socket.getservbyname('null', 'udp')",   RETURNS("9")},
    {"getservbyname-udp-alias-comsat", "getservbyname.alias", ITSELF, "Socket.getservbyname('comsat', 'udp')", RETURNS("512")},
    {"getservbyname-udp-alias-whod",   "getservbyname.alias", ITSELF, "Socket.getservbyname('whod', 'udp')",   RETURNS("513")},
    {"getservbyname-udp-alias-split",  "getservbyname.alias", ITSELF, "Socket.getservbyname('sockspec-split-alias', 'udp')", RETURNS("7002")},
    /* A name that is listed for TCP only is not found with "udp". */
    {"getservbyname-udp-http",     "getservbyname.other-proto", "getservbyname-tcp-http-given", "Socket.getservbyname('http', 'udp')",   RAISES_EXACTLY(SocketError, "no such service http/udp")},
    {"getservbyname-udp-www",      "getservbyname.other-proto", "getservbyname-tcp-alias-www-given", "Socket.getservbyname('www', 'udp')", RAISES_EXACTLY(SocketError, "no such service www/udp")},
    {"getservbyname-udp-ftp",      "getservbyname.other-proto", "getservbyname-tcp-ftp-given",  "Socket.getservbyname('ftp', 'udp')",    RAISES_EXACTLY(SocketError, "no such service ftp/udp")},
    {"getservbyname-udp-shell",    "getservbyname.other-proto", "getservbyname-tcp-shell-given", "Socket.getservbyname('shell', 'udp')", RAISES_EXACTLY(SocketError, "no such service shell/udp")},
    {"getservbyname-udp-tcp-only", "getservbyname.other-proto", "getservbyname-tcp-only-given", "Socket.getservbyname('sockspec-tcp-only', 'udp')", RAISES_EXACTLY(SocketError, "no such service sockspec-tcp-only/udp")},
    {"getservbyname-udp-unknown",  "getservbyname.unknown", "getservbyname-udp-echo", "Socket.getservbyname('nosuchservice', 'udp')",    RAISES_EXACTLY(SocketError, "no such service nosuchservice/udp")},
    /* A name that the given protocol does not list is read as a number. */
    {"getservbyname-udp-name-or-number", "getservbyname.fallback.base-prefix", ITSELF, "Socket.getservbyname('0x1f', 'udp')", RETURNS("31")},
    /* Any protocol of the services file can be given. */
    {"getservbyname-sctp-only",  "getservbyname.proto.other", ITSELF, "Socket.getservbyname('sockspec-sctp-only', 'sctp')", RETURNS("7005")},
    {"getservbyname-sctp-as-tcp", "getservbyname.other-proto", "getservbyname-sctp-only", "Socket.getservbyname('sockspec-sctp-only', 'tcp')", RAISES_EXACTLY(SocketError, "no such service sockspec-sctp-only/tcp")},
    {"getservbyname-sctp-as-udp", "getservbyname.other-proto", "getservbyname-sctp-only", "Socket.getservbyname('sockspec-sctp-only', 'udp')", RAISES_EXACTLY(SocketError, "no such service sockspec-sctp-only/udp")},
    {"getservbyname-sctp-http",  "getservbyname.other-proto", "getservbyname-tcp-http-given", "Socket.getservbyname('http', 'sctp')", RAISES_EXACTLY(SocketError, "no such service http/sctp")},
    /* The protocol must be given exactly as in the file: no alias, no number, no other letter
     * case, nothing omitted. */
    {"getservbyname-proto-capitals", "getservbyname.case", "getservbyname-tcp-http-given", "Socket.getservbyname('http', 'TCP')",     RAISES_EXACTLY(SocketError, "no such service http/TCP")},
    {"getservbyname-proto-number", "getservbyname.unknown", "getservbyname-tcp-http-given", "Socket.getservbyname('http', '6')",      RAISES_EXACTLY(SocketError, "no such service http/6")},
    {"getservbyname-proto-socktype", "getservbyname.unknown", "getservbyname-tcp-http-given", "Socket.getservbyname('http', 'SOCK_STREAM')", RAISES_EXACTLY(SocketError, "no such service http/SOCK_STREAM")},
    {"getservbyname-proto-unknown", "getservbyname.unknown", "getservbyname-tcp-http-given", "Socket.getservbyname('http', 'nope')",  RAISES_EXACTLY(SocketError, "no such service http/nope")},
    {"getservbyname-proto-empty", "getservbyname.unknown", "getservbyname-tcp-http-given", "Socket.getservbyname('http', '')",        RAISES_EXACTLY(SocketError, "no such service http/")},
    {"getservbyname-proto-blank", "getservbyname.unknown", "getservbyname-tcp-http-given", "Socket.getservbyname('http', ' tcp')",    RAISES_EXACTLY(SocketError, "no such service http/ tcp")},
};
SOCKSPEC_TABLE(getservbyname_protocol, .provoked = SOCKSPEC_KERNEL)

/* Numbers are read whatever the protocol is, known or not. */
static const struct sockspec_variant number_protocols[] = {
    {"tcp",  {{"proto", "tcp"}}},
    {"udp",  {{"proto", "udp"}}},
    {"nope", {{"proto", "nope"}}},
};

#define NUMBER(text) "Socket.getservbyname('" text "', '$proto')"
#define NO_SUCH(name) RAISES_EXACTLY(SocketError, "no such service " name "/$proto")

static const struct sockspec_row getservbyname_number_rows[] = {
    /* A name that is not listed is read as a number. */
    {"getservbyname-zero",            "getservbyname.fallback.decimal", ITSELF, NUMBER("0"),     RETURNS("0")},
    {"getservbyname-one",             "getservbyname.fallback.decimal", ITSELF, NUMBER("1"),     RETURNS("1")},
    {"getservbyname-80",              "getservbyname.fallback.decimal", ITSELF, NUMBER("80"),    RETURNS("80")},
    {"getservbyname-65535",           "getservbyname.fallback.decimal", ITSELF, NUMBER("65535"), RETURNS("65535")},
    /* The prefix gives the base of the number: 0x is hexadecimal. */
    {"getservbyname-hex",             "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0x50"),   RETURNS("80")},
    {"getservbyname-hex-capital-x",   "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0X50"),   RETURNS("80")},
    {"getservbyname-hex-letters",     "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0xff"),   RETURNS("255")},
    {"getservbyname-hex-capitals",    "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0xFF"),   RETURNS("255")},
    {"getservbyname-hex-mixed",       "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0XaBcD"), RETURNS("43981")},
    {"getservbyname-hex-zeros",       "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0x0050"), RETURNS("80")},
    {"getservbyname-hex-zero",        "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0x0"),    RETURNS("0")},
    /* The prefix 0 is octal. */
    {"getservbyname-octal",           "getservbyname.fallback.base-prefix", ITSELF, NUMBER("010"),    RETURNS("8")},
    {"getservbyname-octal-80",        "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0120"),   RETURNS("80")},
    {"getservbyname-octal-777",       "getservbyname.fallback.base-prefix", ITSELF, NUMBER("0777"),   RETURNS("511")},
    {"getservbyname-octal-zeros",     "getservbyname.fallback.base-prefix", ITSELF, NUMBER("00010"),  RETURNS("8")},
    {"getservbyname-octal-zero",      "getservbyname.fallback.base-prefix", ITSELF, NUMBER("00"),     RETURNS("0")},
    /* Binary prefixes and the newer octal prefix are not supported. */
    {"getservbyname-no-binary",       "getservbyname.fallback.base-prefix", "getservbyname-hex", NUMBER("0b101"), NO_SUCH("0b101")},
    {"getservbyname-no-octal-prefix", "getservbyname.fallback.base-prefix", "getservbyname-octal", NUMBER("0o17"), NO_SUCH("0o17")},
    /* Any amount of white space of any kind may come first. */
    {"getservbyname-space",           "getservbyname.fallback.space", ITSELF, NUMBER(" 80"),           RETURNS("80")},
    {"getservbyname-tab",             "getservbyname.fallback.space", ITSELF, NUMBER("\\t80"),         RETURNS("80")},
    {"getservbyname-line-feed",       "getservbyname.fallback.space", ITSELF, NUMBER("\\n80"),         RETURNS("80")},
    {"getservbyname-vertical-tab",    "getservbyname.fallback.space", ITSELF, NUMBER("\\x0b80"),       RETURNS("80")},
    {"getservbyname-form-feed",       "getservbyname.fallback.space", ITSELF, NUMBER("\\x0c80"),       RETURNS("80")},
    {"getservbyname-return",          "getservbyname.fallback.space", ITSELF, NUMBER("\\r80"),         RETURNS("80")},
    {"getservbyname-spaces",          "getservbyname.fallback.space", ITSELF, NUMBER("  \\t\\n 80"),   RETURNS("80")},
    {"getservbyname-space-hex",       "getservbyname.fallback.space", ITSELF, NUMBER(" 0x50"),         RETURNS("80")},
    /* One sign may follow the white space. */
    {"getservbyname-plus",            "getservbyname.fallback.plus",  ITSELF, NUMBER("+80"),           RETURNS("80")},
    {"getservbyname-plus-hex",        "getservbyname.fallback.plus",  ITSELF, NUMBER("+0x50"),         RETURNS("80")},
    {"getservbyname-plus-octal",      "getservbyname.fallback.plus",  ITSELF, NUMBER("+010"),          RETURNS("8")},
    {"getservbyname-space-plus",      "getservbyname.fallback.plus",  ITSELF, NUMBER(" +80"),          RETURNS("80")},
    {"getservbyname-minus-one",       "getservbyname.fallback.minus", ITSELF, NUMBER("-1"),            RETURNS("-1")},
    {"getservbyname-minus",           "getservbyname.fallback.minus", ITSELF, NUMBER("-80"),           RETURNS("-80")},
    {"getservbyname-minus-hex",       "getservbyname.fallback.minus", ITSELF, NUMBER("-0x50"),         RETURNS("-80")},
    {"getservbyname-minus-octal",     "getservbyname.fallback.minus", ITSELF, NUMBER("-010"),          RETURNS("-8")},
    {"getservbyname-minus-zero",      "getservbyname.fallback.minus", ITSELF, NUMBER("-0"),            RETURNS("0")},
    {"getservbyname-space-minus",     "getservbyname.fallback.minus", ITSELF, NUMBER(" -80"),          RETURNS("-80")},
    /* An empty name is 0. */
    {"getservbyname-empty",           "getservbyname.fallback.empty", ITSELF, NUMBER(""),              RETURNS("0")},
    /* The number need not be a valid port. */
    {"getservbyname-65536",           "getservbyname.fallback.large", ITSELF, NUMBER("65536"),         RETURNS("65536")},
    {"getservbyname-70000",           "getservbyname.fallback.large", ITSELF, NUMBER("70000"),         RETURNS("70000")},
    {"getservbyname-hex-10000",       "getservbyname.fallback.large", ITSELF, NUMBER("0x10000"),       RETURNS("65536")},
    {"getservbyname-int-max",         "getservbyname.fallback.large", ITSELF, NUMBER("2147483647"),    RETURNS("2147483647")},
    /* A number beyond the range of an unsigned long, with any sign, is read as the largest one. */
    {"getservbyname-overflow",        "getservbyname.fallback.overflow", ITSELF, NUMBER("18446744073709551616"),  RETURNS("-1")},
    {"getservbyname-overflow-81",     "getservbyname.fallback.overflow", ITSELF, NUMBER("18446744073709551696"),  RETURNS("-1")},
    {"getservbyname-overflow-far",    "getservbyname.fallback.overflow", ITSELF, NUMBER("100000000000000000000000000000000000000"), RETURNS("-1")},
    {"getservbyname-overflow-hex",    "getservbyname.fallback.overflow", ITSELF, NUMBER("0x10000000000000050"),   RETURNS("-1")},
    {"getservbyname-overflow-octal",  "getservbyname.fallback.overflow", ITSELF, NUMBER("02000000000000000000120"), RETURNS("-1")},
    {"getservbyname-overflow-minus",  "getservbyname.fallback.overflow", ITSELF, NUMBER("-18446744073709551616"), RETURNS("-1")},
    {"getservbyname-overflow-trailing", "getservbyname.fallback.trailing", "getservbyname-overflow", NUMBER("18446744073709551616x"), NO_SUCH("18446744073709551616x")},
    /* Characters after the digits make the name an error. */
    {"getservbyname-trailing",        "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80x"),    NO_SUCH("80x")},
    {"getservbyname-trailing-space",  "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80 "),    NO_SUCH("80 ")},
    {"getservbyname-trailing-line",   "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80\\n"),  NO_SUCH("80\n")},
    {"getservbyname-trailing-point",  "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80.0"),   NO_SUCH("80.0")},
    {"getservbyname-trailing-exponent", "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("8e1"),  NO_SUCH("8e1")},
    {"getservbyname-trailing-underscore", "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("8_0"), NO_SUCH("8_0")},
    {"getservbyname-trailing-comma",  "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("8,0"),    NO_SUCH("8,0")},
    {"getservbyname-trailing-proto",  "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80/tcp"), NO_SUCH("80/tcp")},
    {"getservbyname-trailing-number", "getservbyname.fallback.trailing", "getservbyname-80", NUMBER("80 81"),  NO_SUCH("80 81")},
    {"getservbyname-trailing-hex",    "getservbyname.fallback.trailing", "getservbyname-hex", NUMBER("0x50g"), NO_SUCH("0x50g")},
    {"getservbyname-hex-digits-only", "getservbyname.fallback.trailing", "getservbyname-hex", NUMBER("5f"),    NO_SUCH("5f")},
    /* A digit that the base does not have is an error, and so is a prefix without a digit. */
    {"getservbyname-octal-8",         "getservbyname.fallback.bad-digit", "getservbyname-octal", NUMBER("08"),  NO_SUCH("08")},
    {"getservbyname-octal-9",         "getservbyname.fallback.bad-digit", "getservbyname-octal", NUMBER("019"), NO_SUCH("019")},
    {"getservbyname-bare-0x",         "getservbyname.fallback.bad-digit", "getservbyname-hex",   NUMBER("0x"),  NO_SUCH("0x")},
    {"getservbyname-bare-0X",         "getservbyname.fallback.bad-digit", "getservbyname-hex",   NUMBER("0X"),  NO_SUCH("0X")},
    {"getservbyname-0x-g",            "getservbyname.fallback.bad-digit", "getservbyname-hex",   NUMBER("0xg"), NO_SUCH("0xg")},
    {"getservbyname-0x-minus",        "getservbyname.fallback.bad-digit", "getservbyname-minus-hex", NUMBER("0x-50"), NO_SUCH("0x-50")},
    {"getservbyname-0x-space",        "getservbyname.fallback.bad-digit", "getservbyname-space-hex", NUMBER("0x 50"), NO_SUCH("0x 50")},
    {"getservbyname-0x-twice",        "getservbyname.fallback.bad-digit", "getservbyname-hex",   NUMBER("0x0x50"), NO_SUCH("0x0x50")},
    /* White space or a sign without digits is an error, and so is more than one sign. */
    {"getservbyname-only-space",      "getservbyname.unknown", "getservbyname-space",      NUMBER(" "),    NO_SUCH(" ")},
    {"getservbyname-only-plus",       "getservbyname.unknown", "getservbyname-plus",       NUMBER("+"),    NO_SUCH("+")},
    {"getservbyname-only-minus",      "getservbyname.unknown", "getservbyname-minus",      NUMBER("-"),    NO_SUCH("-")},
    {"getservbyname-two-pluses",      "getservbyname.unknown", "getservbyname-plus",       NUMBER("++80"), NO_SUCH("++80")},
    {"getservbyname-two-signs",       "getservbyname.unknown", "getservbyname-minus",      NUMBER("+-80"), NO_SUCH("+-80")},
    {"getservbyname-sign-space",      "getservbyname.unknown", "getservbyname-space-minus", NUMBER("- 80"), NO_SUCH("- 80")},
    {"getservbyname-words",           "getservbyname.unknown", "getservbyname-80",         NUMBER("eighty"), NO_SUCH("eighty")},
};
SOCKSPEC_TABLE(getservbyname_number, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING,
               .axes = {AXIS("proto", number_protocols)})

static const struct sockspec_row getservbyname_wraps_rows[] = {
    /* A number that fits an unsigned long but not an int loses its high bits. */
    {"getservbyname-int-max-1",       "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('2147483648')", RETURNS("-2147483648")},
    {"getservbyname-32-bits",         "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('4294967295')", RETURNS("-1")},
    {"getservbyname-32-bits-1",       "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('4294967296')", RETURNS("0")},
    {"getservbyname-32-bits-81",      "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('4294967376')", RETURNS("80")},
    {"getservbyname-hex-32-bits",     "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('0xffffffff')", RETURNS("-1")},
    {"getservbyname-hex-33-bits",     "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('0x100000050')", RETURNS("80")},
    {"getservbyname-octal-33-bits",   "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('040000000120')", RETURNS("80")},
    {"getservbyname-minus-32-bits",   "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('-4294967216')", RETURNS("80")},
    {"getservbyname-63-bits",         "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('9223372036854775807')", RETURNS("-1")},
    {"getservbyname-63-bits-1",       "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('9223372036854775808')", RETURNS("0")},
    {"getservbyname-64-bits",         "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('18446744073709551615')", RETURNS("-1")},
    {"getservbyname-minus-64-bits",   "getservbyname.fallback.wraps", ITSELF, "Socket.getservbyname('-18446744073709551615')", RETURNS("1")},
};
SOCKSPEC_TABLE(getservbyname_wraps, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)

static const struct sockspec_row getservbyname_arguments_rows[] = {
    /* Numbers are also read with the default protocol, with no protocol, or with one that is a
     * number. */
    {"getservbyname-number-default", "getservbyname.proto.default", ITSELF, "Socket.getservbyname('0x50')", RETURNS("80")},
    {"getservbyname-number-nil",     "getservbyname.proto.nil", ITSELF, "Socket.getservbyname('0x50', nil)", RETURNS("80")},
    {"getservbyname-number-capitals", "getservbyname.fallback.unknown-proto", ITSELF, "Socket.getservbyname('80', 'TCP')", RETURNS("80")},
    {"getservbyname-number-empty",   "getservbyname.fallback.unknown-proto", ITSELF, "Socket.getservbyname('80', '')", RETURNS("80")},
    {"getservbyname-number-unknown", "getservbyname.fallback.unknown-proto", ITSELF, "Socket.getservbyname('80', 'nope')", RETURNS("80")},
    {"getservbyname-number-number",  "getservbyname.fallback.unknown-proto", ITSELF, "Socket.getservbyname('80', '6')", RETURNS("80")},
    /* The message contains the name of the default protocol. */
    {"getservbyname-unknown-default", "getservbyname.unknown", "getservbyname-number-default", "Socket.getservbyname('0x')", RAISES_EXACTLY(SocketError, "no such service 0x/tcp")},
    {"getservbyname-unknown-nil",    "getservbyname.unknown", "getservbyname-number-nil", "Socket.getservbyname('0x', nil)", RAISES_EXACTLY(SocketError, "no such service 0x/tcp")},
    {"getservbyname-unknown-both",   "getservbyname.unknown", "getservbyname-number-unknown", "Socket.getservbyname('80x', 'nope')", RAISES_EXACTLY(SocketError, "no such service 80x/nope")},
    {"getservbyname-unknown-format", "getservbyname.unknown", "getservbyname-number-unknown", "Socket.getservbyname('80x', '%s')", RAISES_EXACTLY(SocketError, "no such service 80x/%s")},
    /* The method takes one or two arguments. */
    {"getservbyname-arity-0", "getservbyname.arity", "getservbyname-number-default", "Socket.getservbyname()", RAISES(ArgumentError, NULL)},
    {"getservbyname-arity-3", "getservbyname.arity", "getservbyname-number-nil", "Socket.getservbyname('80', nil, nil)", RAISES(ArgumentError, NULL)},
    {"getservbyname-arity-4", "getservbyname.arity", "getservbyname-number-nil", "Socket.getservbyname('80', 'tcp', nil, nil)", RAISES(ArgumentError, NULL)},
    /* The name must be a String. */
    {"getservbyname-name-nil",     "getservbyname.name.type", "getservbyname-number-default", "Socket.getservbyname(nil)",      RAISES(TypeError, NULL)},
    {"getservbyname-name-integer", "getservbyname.name.type", "getservbyname-number-default", "Socket.getservbyname(80)",       RAISES(TypeError, NULL)},
    {"getservbyname-name-zero",    "getservbyname.name.type", "getservbyname-number-nil",     "Socket.getservbyname(0, nil)",   RAISES(TypeError, NULL)},
    {"getservbyname-name-true",    "getservbyname.name.type", "getservbyname-number-default", "Socket.getservbyname(true)",     RAISES(TypeError, NULL)},
    {"getservbyname-name-false",   "getservbyname.name.type", "getservbyname-number-default", "Socket.getservbyname(false)",    RAISES(TypeError, NULL)},
    {"getservbyname-name-array",   "getservbyname.name.type", "getservbyname-number-default", "Socket.getservbyname(['80'])",   RAISES(TypeError, NULL)},
    /* The protocol must be a String: the constants for socket types and protocols are not
     * accepted. */
    {"getservbyname-proto-stream", "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('80', SOCK_STREAM)", RAISES(TypeError, NULL)},
    {"getservbyname-proto-dgram",  "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('80', SOCK_DGRAM)",  RAISES(TypeError, NULL)},
    {"getservbyname-proto-raw",    "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('80', SOCK_RAW)",    RAISES(TypeError, NULL)},
    {"getservbyname-proto-tcp",    "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('80', IPPROTO_TCP)", RAISES(TypeError, NULL)},
    {"getservbyname-proto-zero",   "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('80', 0)",           RAISES(TypeError, NULL)},
    {"getservbyname-proto-true",   "getservbyname.proto.type", "getservbyname-number-unknown", "Socket.getservbyname('80', true)",            RAISES(TypeError, NULL)},
    {"getservbyname-proto-false",  "getservbyname.proto.type", "getservbyname-number-unknown", "Socket.getservbyname('80', false)",           RAISES(TypeError, NULL)},
    {"getservbyname-proto-array",  "getservbyname.proto.type", "getservbyname-number-unknown", "Socket.getservbyname('80', ['tcp'])",         RAISES(TypeError, NULL)},
    /* Neither argument may contain a NUL byte. */
    {"getservbyname-name-nul",        "getservbyname.name.nul", "getservbyname-number-default", "Socket.getservbyname('8\\00')",    RAISES(ArgumentError, NULL)},
    {"getservbyname-name-nul-first",  "getservbyname.name.nul", "getservbyname-number-default", "Socket.getservbyname('\\080')",    RAISES(ArgumentError, NULL)},
    {"getservbyname-name-nul-last",   "getservbyname.name.nul", "getservbyname-number-default", "Socket.getservbyname('80\\0')",    RAISES(ArgumentError, NULL)},
    {"getservbyname-name-nul-only",   "getservbyname.name.nul", "getservbyname-number-default", "Socket.getservbyname('\\0')",      RAISES(ArgumentError, NULL)},
    {"getservbyname-proto-nul",       "getservbyname.proto.nul", "getservbyname-number-unknown", "Socket.getservbyname('80', 't\\0cp')", RAISES(ArgumentError, NULL)},
    {"getservbyname-proto-nul-last",  "getservbyname.proto.nul", "getservbyname-number-unknown", "Socket.getservbyname('80', 'tcp\\0')", RAISES(ArgumentError, NULL)},
    {"getservbyname-proto-nul-only",  "getservbyname.proto.nul", "getservbyname-number-unknown", "Socket.getservbyname('80', '\\0')", RAISES(ArgumentError, NULL)},
    /* The types of both arguments are checked before their contents, and the content of the name
     * before that of the protocol. */
    {"getservbyname-types-first-proto", "getservbyname.proto.constant", "getservbyname-number-unknown", "Socket.getservbyname('8\\00', SOCK_STREAM)", RAISES(TypeError, NULL)},
    {"getservbyname-types-first-name", "getservbyname.name.type", "getservbyname-number-unknown", "Socket.getservbyname(80, 't\\0cp')", RAISES(TypeError, NULL)},
    {"getservbyname-types-both",      "getservbyname.name.type", "getservbyname-number-unknown", "Socket.getservbyname(80, SOCK_STREAM)", RAISES(TypeError, NULL)},
    {"getservbyname-types-in-order",  "getservbyname.name.type", "getservbyname-number-unknown", "Socket.getservbyname(80, true)", RAISES_EXACTLY(TypeError, "either('no implicit conversion of Integer into String', 'can\\'t convert Fixnum into String')")},
    /* Reverse lookups concern hosts. Turning them off changes nothing here. */
    {"getservbyname-reverse-off",     "getservbyname.fallback.decimal", ITSELF, "BasicSocket.do_not_reverse_lookup = true; Socket.getservbyname('2200', 'tcp')", RETURNS("2200")},
};
SOCKSPEC_TABLE(getservbyname_arguments, .provoked = SOCKSPEC_KERNEL, .needs = SOCKSPEC_NEEDS_NOTHING)
/* clang-format on */
