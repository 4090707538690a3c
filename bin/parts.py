"""A part of the proof: a name, what it runs, and how that ended. All parts run; the table at the end tells."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLORS = re.compile(r"\x1b\[[0-9;]*m")
CLOSING_LINE = re.compile(r"=+ .*\b(passed|failed|error|errors|skipped|deselected|no tests ran)\b.* in [\d.]+s.*=+")


class Skipped(Exception):
    """A part that cannot run here; its words say what to install."""


@dataclass
class Part:
    name: str
    work: Callable[["Part"], bool]
    outcome: str = ""
    seconds: float = 0
    closing_lines: list[str] = field(default_factory=list)

    def run(self) -> None:
        print(f"\n── {self.name} ──", flush=True)
        started = time.monotonic()
        try:
            self.outcome = "passed" if self.work(self) else "failed"
        except Skipped as reason:
            print(reason, flush=True)
            self.outcome = f"failed, could not run: {reason}" if in_ci() else f"skipped: {reason}"
        self.seconds = time.monotonic() - started

    @property
    def failed(self) -> bool:
        return self.outcome.startswith("failed")


def commands(*lines: list[str], **env: str) -> Callable[[Part], bool]:
    """Work that is done when all these commands end well; all of them run."""

    def work(part: Part) -> bool:
        endings = [run(line, part, **env) for line in lines]
        return all(endings)

    return work


def run(command: list[str], part: Part, **env: str) -> bool:
    """Runs a program of the environment's, shows what it prints, and keeps pytest's closing line."""
    program = [sys.executable, *command[1:]] if command[0] == "python" else [tool(command[0]), *command[1:]]
    with subprocess.Popen(
        program, cwd=ROOT, env=os.environ | env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        try:
            for line in process.stdout:
                print(line, end="", flush=True)
                words = COLORS.sub("", line.strip())
                if CLOSING_LINE.fullmatch(words):
                    part.closing_lines.append(words)
        except BaseException:
            process.terminate()
            raise
    return process.returncode == 0


def end_politely() -> None:
    """A time limit or a closed terminal asks for an end: whatever was started then ends too."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended before its end"))


def tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def in_ci() -> bool:
    return os.environ.get("CI") == "true"


def run_all(parts: list[Part]) -> bool:
    """Runs them, prints the table and pytest's closing lines, and says whether nothing failed."""
    for part in parts:
        part.run()
    print("\n── summary ──")
    for part in parts:
        print(f"{part.seconds:7.1f} s  {part.name:<28}  {part.outcome}")
    for part in parts:
        for line in part.closing_lines:
            print(line)
    return not any(part.failed for part in parts)
