"""The site as `make run` serves it, on a free port with a database of its own, for as long as somebody looks at it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bin.parts import ROOT, tool

SLOWEST_START_SECONDS = 30


@contextmanager
def site(folder: Path, listings: int) -> Iterator[str]:
    """Gives the address. The database and the server's log are left in `folder`."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "SITE_URL": address,
        "DEBUG": "false",
        "FILES_DIR": str(folder / "files"),
    }
    subprocess.run([sys.executable, "-m", "bin.data", "--listings", str(listings)], cwd=ROOT, env=env, check=True)
    with serve(folder, port, env):
        yield address


@contextmanager
def serve(folder: Path, port: int, env: dict[str, str]) -> Iterator[subprocess.Popen]:
    """With the database that is there."""
    command = [tool("gunicorn"), "--config", "deploy/gunicorn.conf.py", "psychly.wsgi"]
    log_file = folder / f"server-{port}.log"
    with log_file.open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=env | {"PORT": str(port)}, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}", log_file)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=40)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for(address: str, log: Path) -> None:
    give_up = time.monotonic() + SLOWEST_START_SECONDS
    while time.monotonic() < give_up:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The site did not start:\n{log.read_text()}")
