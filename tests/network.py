"""The suite talks to this machine only, and so does the site: an attempt to reach further fails the test."""

import socket
from collections.abc import Callable

HERE = {"127.0.0.1", "::1", "localhost", "", None}


class OutsideRefused(AssertionError):
    pass


def refuse_the_outside() -> None:
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, only_here(getattr(socket.socket, name)))
    socket.getaddrinfo = only_names_of_here(socket.getaddrinfo)


def only_here(real: Callable) -> Callable:
    def connect(self: socket.socket, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            refuse_unless_here(address[0])
        return real(self, address)

    return connect


def only_names_of_here(real: Callable) -> Callable:
    def getaddrinfo(host, *arguments, **options):
        refuse_unless_here(host.decode() if isinstance(host, bytes) else host)
        return real(host, *arguments, **options)

    return getaddrinfo


def refuse_unless_here(host: str | None) -> None:
    if host not in HERE:
        raise OutsideRefused(f"Something tried to reach {host}.")
