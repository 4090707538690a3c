"""A bounded number of visitors who ask a server of ours, one question after another, for so many seconds."""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

VISITORS = 2 * (os.cpu_count() or 1)
MOST_SECONDS_WAITED = 30
GOOD = (b"200", b"304")


class Load(NamedTuple):
    """Requests a second, and milliseconds of processor time that the server spent on each."""

    rate: float
    processor_ms: float


@dataclass
class Served:
    port: int
    process: subprocess.Popen

    def load(self, address: Callable[[], str], headers: Mapping[str, str], seconds: float) -> Load:
        before, start, answered = self._processor_seconds(), time.perf_counter(), [0] * VISITORS

        def visit(visitor: int) -> None:
            while time.perf_counter() - start < seconds:
                self.ask(address(), headers)
                answered[visitor] += 1

        visitors = [threading.Thread(target=visit, args=[visitor]) for visitor in range(VISITORS)]
        for each in visitors:
            each.start()
        for each in visitors:
            each.join()
        spent, total = self._processor_seconds() - before, sum(answered)
        return Load(total / (time.perf_counter() - start), spent / total * 1000)

    def ask(self, address: str, headers: Mapping[str, str]) -> bytes:
        """The whole answer; a connection each, as the server closes it."""
        lines = [f"GET {address} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip, br"]
        question = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items()), "", ""])
        with socket.create_connection(("127.0.0.1", self.port), MOST_SECONDS_WAITED) as connection:
            connection.sendall(question.encode())
            answer = b"".join(iter(lambda: connection.recv(2**16), b""))
        assert answer[9:12] in GOOD, answer[:200]
        return answer

    def headers(self, address: str) -> dict[str, str]:
        head = self.ask(address, {}).partition(b"\r\n\r\n")[0].decode()
        return dict(line.split(": ", 1) for line in head.split("\r\n")[1:])

    def _processor_seconds(self) -> float:
        """Of its working processes until now; 0 where the system does not tell."""
        own = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        workers = own.read_text().split() if own.exists() else []
        ticks = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13] for pid in workers)
        return sum(int(tick) for pair in ticks for tick in pair) / os.sysconf("SC_CLK_TCK")
