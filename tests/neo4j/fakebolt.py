"""A small server that speaks Bolt 5.4 on loopback, answers what a test says, and fails when told to.

    with FakeBolt(rows=[[1]]) as server:
        server.faults = [Fault("COMMIT", DROP, times=1)]
        Neo4jSession(server.settings).read("store/current")
        server.log      # [("HELLO", ...), ("RUN", "MATCH ..."), ...]

The messages are those of Neo4j's Bolt protocol specification.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self

from graph_loader.neo4j_settings import Neo4jSettings

MESSAGES = {
    0x01: "HELLO",
    0x02: "GOODBYE",
    0x0F: "RESET",
    0x10: "RUN",
    0x11: "BEGIN",
    0x12: "COMMIT",
    0x13: "ROLLBACK",
    0x2F: "DISCARD",
    0x3F: "PULL",
    0x54: "TELEMETRY",
    0x66: "ROUTE",
    0x6A: "LOGON",
    0x6B: "LOGOFF",
}
SUCCESS, RECORD, IGNORED, FAILURE = 0x70, 0x71, 0x7E, 0x7F
DROP, SILENT, NO_GREETING = "drop", "silent", "no greeting"


@dataclass
class Fault:
    """What happens when a message comes: DROP the connection, fall SILENT, or fail with a status code.

    `rows` are sent before it happens. It happens `times` times, and only to queries that hold `to`.
    """

    on: str
    act: str
    times: int = 1_000_000
    rows: int = 0
    to: str = ""


class FakeBolt:
    """The server. `answer` gives fields and rows for a query and its parameters; else all get the same."""

    def __init__(self, fields: Iterable[str] = ("n",), rows: Iterable[list[Any]] = ()) -> None:
        same = [*fields], [*rows]
        self.answer: Callable[[str, dict[str, Any]], tuple[list[str], list[list[Any]]]] = lambda *_: same
        self.faults: list[Fault] = []
        self.log: list[tuple[str, Any]] = []
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._closed = threading.Event()

    @property
    def settings(self) -> Neo4jSettings:
        """How to reach it."""
        return Neo4jSettings(f"bolt://127.0.0.1:{self._socket.getsockname()[1]}", "neo4j", "secret-canary")

    @property
    def queries(self) -> list[str]:
        """The text of every query that came."""
        return [what for name, what in self.log if name == "RUN"]

    def count(self, name: str) -> int:
        """Return how many messages of a name came."""
        return sum(each == name for each, _ in self.log)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        # A shutdown wakes a thread that waits on a socket; closing alone does not.
        for each in (self._socket, *self._open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError), client:
            if any(fault.act == NO_GREETING for fault in self.faults):
                self._closed.wait()
                return
            _exactly(client, 20)
            client.sendall(b"\x00\x00\x04\x05")
            self._converse(client)

    def _converse(self, client: socket.socket) -> None:
        query, failed = "", False
        fields, rows = self.answer("", {})
        while True:
            tag, content = _unpacked(_message(client))
            name = MESSAGES[tag]
            if name == "RUN":
                query = content[0]
                fields, rows = self.answer(query, content[1])
            self.log.append((name, content[0] if content else None))
            if name == "GOODBYE":
                return
            if name == "RESET":
                failed = False
            if failed:
                _send(client, IGNORED)
                continue
            fault = self._fault(name, query)
            if fault:
                for row in rows[: fault.rows]:
                    _send(client, RECORD, row)
                if fault.act == DROP:
                    return
                if fault.act == SILENT:
                    self._closed.wait()
                    return
                failed = True
                _send(client, FAILURE, {"code": fault.act, "message": "so the test says"})
            elif name == "HELLO":
                _send(client, SUCCESS, {"server": "Neo4j/5.26.0", "connection_id": "fake", "hints": {}})
            elif name == "RUN":
                _send(client, SUCCESS, {"fields": fields, "t_first": 0})
            elif name == "PULL":
                for row in rows:
                    _send(client, RECORD, row)
                _send(client, SUCCESS, {"type": "rw", "t_last": 0, "db": "neo4j"})
            else:
                _send(client, SUCCESS, {})

    def _fault(self, name: str, query: str) -> Fault | None:
        for fault in self.faults:
            if fault.on == name and fault.times and fault.to in query:
                fault.times -= 1
                return fault
        return None


def _send(client: socket.socket, tag: int, *content: Any) -> None:
    message = bytes([0xB0 | len(content), tag]) + b"".join(map(_packed, content))
    client.sendall(struct.pack(">H", len(message)) + message + b"\x00\x00")


def _message(client: socket.socket) -> bytes:
    parts = b""
    while True:
        (size,) = struct.unpack(">H", _exactly(client, 2))
        if size:
            parts += _exactly(client, size)
        elif parts:
            return parts


def _exactly(client: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = client.recv(size - len(found))
        if not part:
            raise EOFError
        found += part
    return found


def _packed(value: Any) -> bytes:
    """Return a value in PackStream: what this server has to say is small and simple."""
    match value:
        case None:
            return b"\xc0"
        case bool():
            return b"\xc3" if value else b"\xc2"
        case int():
            return b"\xcb" + struct.pack(">q", value)
        case str():
            text = value.encode()
            return b"\xd2" + struct.pack(">I", len(text)) + text
        case list():
            return b"\xd6" + struct.pack(">I", len(value)) + b"".join(map(_packed, value))
        case dict():
            pairs = (part for pair in value.items() for part in pair)
            return b"\xda" + struct.pack(">I", len(value)) + b"".join(map(_packed, pairs))
    raise TypeError(type(value))


def _unpacked(content: bytes) -> tuple[int, list[Any]]:
    """Return the tag and the parts of a message."""
    value, _ = _value(content, 0)
    tag, parts = value
    return tag, parts


def _value(content: bytes, at: int) -> tuple[Any, int]:
    mark = content[at]
    at += 1
    if mark < 0x80 or mark >= 0xF0:
        return (mark if mark < 0x80 else mark - 256), at
    if mark in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[mark], at
    for first, form in ((0xC1, ">d"), (0xC8, ">b"), (0xC9, ">h"), (0xCA, ">i"), (0xCB, ">q")):
        if mark == first:
            size = struct.calcsize(form)
            return struct.unpack_from(form, content, at)[0], at + size
    small = {0x80: "text", 0x90: "list", 0xA0: "map", 0xB0: "structure"}.get(mark & 0xF0)
    if small:
        return _sized(small, mark & 0x0F, content, at)
    for first, kind in ((0xD0, "text"), (0xD4, "list"), (0xD8, "map")):
        if first <= mark <= first + 2:
            width = 1 << (mark - first)
            return _sized(kind, int.from_bytes(content[at : at + width], "big"), content, at + width)
    raise ValueError(hex(mark))


def _sized(kind: str, size: int, content: bytes, at: int) -> tuple[Any, int]:
    if kind == "text":
        return content[at : at + size].decode(), at + size
    tag = content[at] if kind == "structure" else None
    at += kind == "structure"
    found = []
    for _ in range(2 * size if kind == "map" else size):
        value, at = _value(content, at)
        found.append(value)
    if kind == "map":
        return dict(zip(found[::2], found[1::2], strict=True)), at
    return ((tag, found) if kind == "structure" else found), at
