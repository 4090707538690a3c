"""Whether a page may be another than the reader already has, told without making it."""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest

from directory import evidence
from directory.search import live

# All that shapes a page and changes only with the code.
SHAPES = ["templates", "static", "directory", "psychly", "articles"]
SUFFIXES = {".html", ".css", ".js", ".svg", ".py"}


def page_etag(request: HttpRequest, **arguments: object) -> str | None:
    """For a page, which may tell what the guide found."""
    return None if settings.DEBUG else _hashed(request, str(evidence.version()))


def data_etag(request: HttpRequest, **arguments: object) -> str | None:
    """For what is made of the directory's own data alone."""
    return None if settings.DEBUG else _hashed(request)


def _hashed(request: HttpRequest, *more: str) -> str:
    """The data, the day, the address and the code; hashed, so that no place is readable in it. A weak one: the page is
    the same however it is packed."""
    parts = [live.version(), request.get_full_path(), settings.SITE_URL, settings.CONTACT_EMAIL, _release(), *more]
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'


@cache
def _release() -> str:
    """The same on every machine that runs the same code."""
    found = sha256()
    for folder in SHAPES:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in SUFFIXES:
                found.update(path.read_bytes())
    return found.hexdigest()
