"""System packages, for those who may install them. Standard library only: it runs before the environment exists."""

import functools
import os
import shutil
import subprocess


def may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


@functools.cache
def refresh_lists() -> None:
    subprocess.run(["apt-get", "update", "-qq"], check=False)


def install(*packages: str) -> bool:
    """Whether the packages are there now."""
    if not may_install():
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    refresh_lists()
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0
