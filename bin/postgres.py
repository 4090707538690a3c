"""A PostgreSQL of our own, for as long as somebody needs it: nothing of it stays, and nobody else's is touched.

python -m bin.postgres COMMAND …      runs the command with DATABASE_URL set to it
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bin.packages import install
from bin.parts import end_politely

# Nothing here outlives the cluster, so nothing needs to reach the disk.
IN_A_HURRY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class Missing(Exception):
    pass


@contextmanager
def private_cluster() -> Iterator[str]:
    """Gives the DATABASE_URL of an empty database `psychly`."""
    programs = find_programs()
    # Not TMPDIR, which may lie where the unprivileged user cannot enter; and a socket's path must be short.
    with tempfile.TemporaryDirectory(prefix="psychly-postgres-", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = unprivileged_user()
        if user:
            shutil.chown(folder, user.pw_uid, user.pw_gid)

        def run(program: str, *arguments: object) -> None:
            become = ["runuser", "-u", user.pw_name, "--"] if user else []
            command = [*become, str(programs / program), *map(str, arguments)]
            log = folder / "commands.log"
            with log.open("ab") as output:
                status = subprocess.run(command, cwd=folder, stdout=output, stderr=output, check=False).returncode
            if status:
                raise RuntimeError(f"{program} failed:\n{log.read_text()}")

        data = folder / "data"
        listen = f"-c listen_addresses= -k {folder}"
        run("initdb", "-D", data, "-U", "psychly", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-D", data, "-l", folder / "server.log", "-o", f"{listen} {IN_A_HURRY}")
        try:
            run("createdb", "-h", folder, "-U", "psychly", "psychly")
            yield f"postgres://psychly@/{folder}/psychly"
        finally:
            run("pg_ctl", "stop", "-D", data, "-m", "immediate")


def find_programs() -> Path:
    """The folder of the newest PostgreSQL's programs, which Debian keeps outside the path."""
    folder = newest_programs()
    if not folder and install("postgresql"):
        folder = newest_programs()
    if not folder:
        raise Missing("PostgreSQL is missing: install the package postgresql.")
    return folder


def newest_programs() -> Path | None:
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return max(folders, key=version, default=None)


def version(programs: Path) -> list[int]:
    """Of `/usr/lib/postgresql/15/bin`: 15."""
    return [int(part) for part in programs.parent.name.split(".") if part.isdigit()]


def unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run it as: PostgreSQL refuses root. None means as ourselves."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


if __name__ == "__main__":
    end_politely()
    with private_cluster() as url:
        sys.exit(subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}, check=False).returncode)
