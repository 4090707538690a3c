"""Where a request comes from, for counting tries and nothing else: a stand-in, so that no address is kept.

allauth writes it into the keys of its limits and into the row of a session, and expects an IP address in both. It gets
one that no machine has: what an address becomes under the random key of the day, written in the block of IPv6 that
belongs to nobody (fd00::/8). When the day's key is forgotten, nobody can tell which address it stood for.
"""

from ipaddress import IPv6Address

from directory import limits


def stand_in_for(request) -> str:
    hidden = limits.hidden(limits.address_of(request))
    return str(IPv6Address(int("fd" + hidden[:30], 16)))
