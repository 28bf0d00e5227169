"""The web app as a process of its own: started as anyone starts it, asked what it costs, stopped."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
STARTED = 120.0
"""Seconds the app has to answer in."""


@dataclass(frozen=True)
class Server:
    """A running app."""

    address: str
    process: psutil.Process

    def cpu(self) -> float:
        """Return the seconds of processor time it has used."""
        if sys.platform == "linux":
            return time.clock_gettime(~self.process.pid << 3 | 2)  # as clock_getcpuclockid names its clock
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Return the megabytes it holds."""
        return float(self.process.memory_info().rss / 2**20)


@contextmanager
def serving() -> Iterator[Server]:
    """Start `pathways app` on a free port, and stop it in the end. Raises RuntimeError if it does not."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer.cli", "app", "--port", str(port)],
        cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process)
        yield Server(address, psutil.Process(process.pid))
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTED
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("The app did not start.")
