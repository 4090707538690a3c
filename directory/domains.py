"""Whose a web address and an e-mail address are: whether both stand under one domain that is a practice's own."""

from urllib.parse import urlsplit

from directory.data.shared_hosts import PUBLIC_SUFFIXES, SHARED_HOSTS
from directory.states import STATE_NAMES

# Kept for schools, colleges, libraries and offices in each state's part of `.us`.
OFFICES_OF_A_STATE = {"cc", "cog", "dst", "gen", "k12", "lib", "mus", "state", "tec"}


def host_of(url: str) -> str:
    """In plain lower-case letters, without its port. Empty for what only looks like an address, such as one with a user
    in it or with a backslash, which browsers read in another way than we do."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        _port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or "\\" in url:
        return ""
    return _plain(host)


def domain_of(address: str) -> str:
    """What stands after the last @. Empty unless it is written in plain letters: what looks alike may be another."""
    _name, at, domain = address.strip().rpartition("@")
    return _plain(domain) if at and domain.isascii() else ""


def registrable(host: str) -> str:
    """The name that somebody registered, such as example.com of www.clinic.example.com; empty where there is none."""
    labels = host.split(".")
    for start in range(1, len(labels)):
        if _is_public_suffix(labels[start:]):
            return "" if _is_public_suffix(labels[start - 1 :]) else ".".join(labels[start - 1 :])
    return ""


def is_shared(host: str) -> bool:
    """Whether strangers have pages or mail boxes there."""
    return any(parent in SHARED_HOSTS for parent in _itself_and_parents(host))


def own_domain(url: str) -> str:
    """The registered name of a web site that is its practice's alone; empty where it is not."""
    host = host_of(url)
    return "" if is_shared(host) else registrable(host)


def is_at_own_site(address: str, url: str) -> bool:
    """Whether this mail box belongs to whoever has the web site: it is at the very host, or at a name above that.

    A name beside it or below it proves nothing: both may be let to strangers.
    """
    own, host, domain = own_domain(url), _without_www(host_of(url)), domain_of(address)
    return bool(own) and not is_shared(domain) and registrable(domain) == own and domain in _itself_and_parents(host)


def _plain(host: str) -> str:
    """As it is registered: punycode for other letters, no dot at its end. Empty for what is no name."""
    try:
        name = host.removesuffix(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    labels = name.split(".")
    good = len(labels) > 1 and all(labels) and not labels[-1].isdigit()
    return name if good and all(part.replace("-", "").isalnum() for part in labels) else ""


def _without_www(host: str) -> str:
    return host.removeprefix("www.")


def _itself_and_parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]


def _is_public_suffix(labels: list[str]) -> bool:
    if len(labels) == 1:
        return True
    if labels[-1] == "us" and labels[-2].upper() in STATE_NAMES:
        return len(labels) == 2 or (len(labels) == 3 and labels[0] in OFFICES_OF_A_STATE)
    return ".".join(labels) in PUBLIC_SUFFIXES
