"""The process that opens a stranger's file: a file in at stdin, pictures out at stdout, and little it can do beside.

    python -m directory.photos.child < photo.jpg

Its first line is JSON: {"problem": …}, or {"variants": [{kind, width, height, bytes}]} with their bytes after it.
"""

import json
import resource
import sys
from pathlib import Path

from directory.photos.rules import MEGABYTE, MOST_BYTES, Problem, Refused

# Enough for 40 million pixels and the program itself. A file that asks for more is refused; the machine goes on.
MOST_MEMORY = 700 * MEGABYTE
MOST_SECONDS = 20
LIMITS = {
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_CPU: MOST_SECONDS,
    # It writes into its pipe and nowhere else.
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def main() -> None:
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    problem, variants = _made(sys.stdin.buffer.read(MOST_BYTES + 1))
    facts = [
        {"kind": each.kind, "width": each.width, "height": each.height, "bytes": len(each.data)} for each in variants
    ]
    answer = {"problem": problem, "variants": facts, "peak_kilobytes": _peak()}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + b"".join(each.data for each in variants))


def _made(data: bytes):
    from directory.photos.making import make_variants

    if len(data) > MOST_BYTES:
        return Problem.TOO_LARGE, []
    try:
        return "", make_variants(data)
    except Refused as refusal:
        return refusal.problem, []
    except Exception:
        # Five kinds at least come out of a broken file, and all mean the same.
        return Problem.UNREADABLE, []


def _peak() -> int:
    """The most memory that it had. What `getrusage` says would begin with that of the process that started it."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
