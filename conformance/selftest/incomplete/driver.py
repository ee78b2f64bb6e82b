#!/usr/bin/env python3
"""A driver as a beginner leaves it after the first hour: a few methods over Python's socket.

It is incomplete and wrong on purpose. It has few methods and constants, messages do not name the
system call, and exceptions have Python's classes where Ruby's differ. The self-test `partial`
checks that the report of a run still says what to fix, on two screens.
"""

import errno
import json
import os
import socket
import sys
from typing import Any, Callable

sockets: dict[int, socket.socket] = {}
CONSTANTS = ["AF_INET", "AF_UNIX", "SOCK_STREAM", "SOCK_DGRAM", "SOL_SOCKET"]


def encode(text: str) -> bytes:
    return text.encode("latin-1")


def handle(made: socket.socket) -> dict[str, int]:
    number = max(sockets, default=0) + 1
    sockets[number] = made
    return {"socket": number}


def address_from_bytes(packed: str) -> Any:
    data = encode(packed)
    family = int.from_bytes(data[:2], sys.byteorder)
    if family == socket.AF_UNIX:
        return data[2:].split(b"\0")[0]
    return (socket.inet_ntoa(data[4:8]), int.from_bytes(data[2:4], "big"))


def bytes_from_address(family: int, address: Any) -> str:
    head = family.to_bytes(2, sys.byteorder)
    if family == socket.AF_UNIX:
        return (head + os.fsencode(address)).decode("latin-1")
    host, port = address[:2]
    packed: bytes = head + port.to_bytes(2, "big") + socket.inet_aton(host) + bytes(8)
    return packed.decode("latin-1")


def new(family: int, kind: int, protocol: int) -> Any:
    return handle(socket.socket(family, kind, protocol))


def accept(listener: socket.socket) -> Any:
    accepted, address = listener.accept()
    return [handle(accepted), bytes_from_address(accepted.family, address)]


def bind(bound: socket.socket, address: str) -> int:
    bound.bind(address_from_bytes(address))
    return 0


def connect(caller: socket.socket, address: str) -> int:
    caller.connect(address_from_bytes(address))
    return 0


def listen(bound: socket.socket, backlog: int) -> int:
    bound.listen(backlog)
    return 0


def getsockname(named: socket.socket) -> str:
    return bytes_from_address(named.family, named.getsockname())


METHODS: dict[str, Callable[..., Any]] = {
    "Socket.new": new,
    "Socket.gethostname": socket.gethostname,
    "Socket.getservbyname": lambda name, protocol="tcp": socket.getservbyname(name, protocol),
    "Socket#accept": accept,
    "Socket#bind": bind,
    "Socket#connect": connect,
    "Socket#listen": listen,
    "Socket#getsockname": getsockname,
    "Socket#send": lambda sender, text, flags: sender.send(encode(text), flags),
    "Socket#recv": lambda receiver, size: receiver.recv(size).decode("latin-1"),
    "Socket#close": lambda closed: closed.close(),
    "Socket#fileno": lambda named: named.fileno(),
}


def hello() -> dict[str, Any]:
    return {
        "protocol": 1,
        "implementation": "incomplete",
        "version": "0.1",
        "language": "Python",
        "platform": "unix",
        "features": ["unix"],
        "methods": list(METHODS),
        "constants": {name: int(getattr(socket, name)) for name in CONSTANTS},
    }


def reset() -> None:
    for opened in sockets.values():
        opened.close()
    sockets.clear()


def failure(error: Exception) -> dict[str, Any]:
    if isinstance(error, OSError) and error.errno in errno.errorcode:
        name = "Errno::" + errno.errorcode[error.errno]
        ancestors = [name, "SystemCallError", "StandardError"]
        if name == "Errno::EAGAIN":
            ancestors.append("Errno::EWOULDBLOCK")
        return {"code": 1, "message": os.strerror(error.errno), "data": {"class": name, "ancestors": ancestors}}
    name = "SocketError" if isinstance(error, OSError) else type(error).__name__
    return {"code": 1, "message": str(error) or name, "data": {"class": name, "ancestors": [name, "StandardError"]}}


def answer(method: str, params: Any) -> dict[str, Any]:
    try:
        if method == "sockspec.hello":
            return {"result": hello()}
        if method == "sockspec.reset":
            reset()
            return {"result": None}
        if method not in METHODS:
            return {"error": {"code": -32601, "message": f"there is no {method}"}}
        arguments = [sockets[value["socket"]] if isinstance(value, dict) else value for value in params]
        return {"result": METHODS[method](*arguments)}
    except Exception as error:  # whatever the implementation raises is the answer
        return {"error": failure(error)}


for line in sys.stdin:
    request = json.loads(line)
    reply = {"jsonrpc": "2.0", "id": request["id"], **answer(request["method"], request["params"])}
    print(json.dumps(reply), flush=True)
