"""How often something may be done anonymously, without keeping who did it.

An address is counted as its HMAC under a random key of the day, and only in the cache: after the day nobody, we
included, can tell which address a count was of.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

A_DAY = int(timedelta(days=1).total_seconds())


@dataclass(frozen=True)
class Limit:
    """So many times a day."""

    name: str
    most: int

    def allows(self, subject: str) -> bool:
        """Counts one more, and says whether that was still within the limit."""
        key = f"limit:{self.name}:{hidden(subject)}"
        if cache.add(key, 1, A_DAY):
            return True
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # it ran out between the two
            return cache.add(key, 1, A_DAY)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: an IPv4 address, or the network that one household has of IPv6.

    Only our own proxy, which stands on this machine and writes the header anew, is believed when it names another.
    """
    address = ip_address(request.META["REMOTE_ADDR"])
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if address.is_loopback and forwarded:
        try:
            address = ip_address(forwarded)
        except ValueError:
            return "unknown"
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def hidden(subject: str) -> str:
    return hmac.digest(_key_of_the_day(), subject.encode(), "sha256").hex()[:32]


def _key_of_the_day() -> bytes:
    """Random, the same for every process, and forgotten with the day."""
    name = f"limits:key:{timezone.localdate():%Y%m%d}"
    new = secrets.token_bytes(32)
    cache.add(name, new, A_DAY)
    return cache.get(name, new)
