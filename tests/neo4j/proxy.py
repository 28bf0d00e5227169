"""A proxy between a Neo4j driver and a server that does something at a chosen message of the driver."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Self

When = Literal["before", "within", "during", "after", "answering"]
WHEN: tuple[When, ...] = ("before", "within", "during", "after", "answering")

ANSWER = 0.5
"""How many seconds the server has to answer a message before what was to follow the answer happens anyway."""

MANIFEST = b"\x00\x00\x01\xff"
"""How a server answers that wants the driver to choose from all versions it knows."""


@dataclass(frozen=True)
class Moment:
    """When something happens, by the messages that drivers send: 1 is the first after `Proxy.arm`.

    before: the message has not reached the server. within: half of it has. during: all of it has, `delay`
    seconds ago. after: the server has answered (this message or, of several sent at once, one before it) and
    the driver has not heard. answering: it has heard half.
    """

    message: int
    when: When
    delay: float = 0


class Proxy:
    """Passes bytes both ways. Use it in a `with` block."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._lock = threading.RLock()
        self._pairs: list[_Pair] = []
        self._moment: Moment | None = None
        self._action: Callable[[], None] = self.cut
        self._sent = 0
        self._closed = False
        self._refuses = False
        self._met = threading.Event()
        self._done = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def arm(self, moment: Moment | None = None, action: Callable[[], None] | None = None) -> None:
        """Count messages from nought. At `moment` do `action`, once; without one, cut and refuse."""
        with self._lock:
            self._sent = 0
            self._moment, self._action = moment, action or self.cut
            self._met.clear()
            self._done.clear()

    def disarm(self) -> bool:
        """Let everything pass from now on; says whether the moment came, once what it set off is done."""
        with self._lock:
            self._moment = None
        return self._met.is_set() and self._done.wait()

    @property
    def messages(self) -> int:
        """How many messages drivers have sent since `arm`."""
        return self._sent

    def cut(self, refuse: bool = True) -> None:
        """Reset every connection; refuse new ones, too, until `reopen`."""
        with self._lock:
            self._refuses = refuse
            pairs, self._pairs = self._pairs, []
        for pair in pairs:
            pair.reset()

    def reopen(self) -> None:
        """Take connections again."""
        self._refuses = False

    def close(self) -> None:
        """Stop listening and drop every connection."""
        self._closed = True
        # Wakes the thread that waits for connections, which closing alone does not.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _accept(self) -> None:
        while not self._closed:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                try:
                    if self._refuses:
                        raise ConnectionRefusedError
                    server = socket.create_connection(self._server, timeout=2)
                except OSError:
                    _reset(client)
                    continue
                pair = _Pair(self, client, server)
                self._pairs.append(pair)
            pair.start()

    def _count(self) -> Moment | None:
        """Count a message; returns the moment where it is this one."""
        with self._lock:
            self._sent += 1
            if self._moment and self._sent == self._moment.message:
                moment, self._moment = self._moment, None
                self._met.set()
                return moment
            return None

    def _fire(self) -> None:
        try:
            self._action()
        finally:
            self._done.set()


class _Pair:
    """One connection of a driver and the one to the server that belongs to it."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        for each in (client, server):
            each.settimeout(None)
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._withheld: When | None = None
        self._answered = threading.Event()
        self._manifest = threading.Event()

    def start(self) -> None:
        for work in (self._forward, self._backward):
            threading.Thread(target=self._until_closed, args=(work,), daemon=True).start()

    def reset(self) -> None:
        self._answered.set()
        for each in (self._client, self._server):
            _reset(each)

    def _until_closed(self, work: Callable[[], None]) -> None:
        with contextlib.suppress(OSError):
            work()
        self.reset()

    def _forward(self) -> None:
        """Pass on the driver's handshake, then message by message."""
        self._server.sendall(self._take(20))
        self._answered.wait()
        if self._manifest.is_set():
            self._server.sendall(self._take(5))
        while message := self._message():
            moment = self._proxy._count()
            if moment:
                self._meet(moment, message)
            else:
                self._server.sendall(message)

    def _meet(self, moment: Moment, message: bytes) -> None:
        if moment.when == "before":
            self._proxy._fire()
            self._server.sendall(message)
        elif moment.when == "within":
            half = len(message) // 2
            self._server.sendall(message[:half])
            self._proxy._fire()
            self._server.sendall(message[half:])
        elif moment.when == "during":
            self._server.sendall(message)
            time.sleep(moment.delay)
            self._proxy._fire()
        else:
            self._answered.clear()
            self._withheld = moment.when
            self._server.sendall(message)
            self._answered.wait(ANSWER)
            self._proxy._fire()
            self._withheld = None

    def _backward(self) -> None:
        """Pass on what the server says."""
        first = True
        while said := self._server.recv(65536):
            if first and said.startswith(MANIFEST):
                self._manifest.set()
            first = False
            withheld = self._withheld
            if withheld:
                passed = len(said) // 2 if withheld == "answering" else 0
                self._client.sendall(said[:passed])
                self._answered.set()
                while self._withheld:
                    time.sleep(0.001)
                said = said[passed:]
            self._client.sendall(said)
            self._answered.set()

    def _message(self) -> bytes:
        """Return the next message of the driver as it stands on the wire: chunks up to an empty one."""
        chunks = []
        while True:
            head = self._take(2)
            (size,) = struct.unpack(">H", head)
            chunks.append(head + self._take(size))
            if not size and len(chunks) > 1:
                return b"".join(chunks)

    def _take(self, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            got = self._client.recv(size - len(taken))
            if not got:
                raise ConnectionResetError
            taken += got
        return bytes(taken)


def _reset(end: socket.socket) -> None:
    """Close a socket so that the other side is told at once that all is lost."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.shutdown(socket.SHUT_RDWR)
    end.close()
