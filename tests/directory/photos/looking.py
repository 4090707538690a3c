"""The process that opens strangers' files, as tests look at it."""

import json
import resource
import subprocess

from directory.photos import safely


def look(data: bytes):
    """What the child answers, its pictures, and the seconds of the processor that it took: a busy machine adds none."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(safely.COMMAND, input=data, capture_output=True, cwd=safely.ROOT, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    first, _newline, rest = ended.stdout.partition(b"\n")
    assert ended.returncode == 0, ended.stderr
    answer = json.loads(first)
    return answer, list(safely._cut(answer["variants"], rest)), seconds
