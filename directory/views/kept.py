"""Public pages, kept packed as they were sent, until what they show may be another.

A page is kept under its ETag, one hash of the data, the day, the address and the code: so nothing ever has to be taken
out again, and whoever can read the keys of a shared cache does not read there which places and filters people ask for.
What is kept is the page alone. Whatever an answer has of its own (its number, the headers for safety) is added to it
outside of here, and an answer that is for one visitor is neither kept nor given to another. Nothing on these pages is a
secret, so that packing them beside what somebody typed (BREACH) gives nothing away.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from redis.exceptions import RedisError

from directory.encodings import PACKERS, best_encoding
from directory.etags import page_etag
from directory.models import SearchVersion
from directory.views.counted import listed_on, with_listed

log = logging.getLogger(__name__)

KEPT_SECONDS = 60 * 60
# Packed; four times the largest page that there is. With the setting's number of pages this bounds the memory.
LARGEST_BYTES = 96 * 1024
OK = 200


class Kept(NamedTuple):
    """`listed` are the numbers of the listings on a page of results, for whoever counts them."""

    body: bytes
    headers: dict[str, str]
    listed: tuple[int, ...] = ()


def kept(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view of a public page that reads only."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments: object) -> HttpResponseBase:
        etag = page_etag(request)
        if etag is None:
            return view(request, **arguments)
        unchanged = get_conditional_response(request, etag=etag)
        response = unchanged or _ready_or_made(request, etag, lambda: view(request, **arguments))
        response.headers.setdefault("ETag", etag)
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    return answer


def _ready_or_made(request: HttpRequest, etag: str, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    encoding = best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    if encoding is None or not _asks_like_anybody(request):
        return make()
    key = f"page:{encoding}:{etag}"
    page = _look_up(key)
    if page:
        return with_listed(HttpResponse(page.body, headers=page.headers), page.listed)
    response = make()
    if isinstance(response, HttpResponse) and _is_for_everybody(request, response):
        _pack(response, encoding)
        if request.method == "GET" and len(response.content) <= LARGEST_BYTES:
            _keep(key, Kept(response.content, dict(response.headers), listed_on(response)))
    return response


def _asks_like_anybody(request: HttpRequest) -> bool:
    """Not somebody who is signed in, and not within a change that may be taken back together with its version."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and not SearchVersion.is_uncommitted()


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """A page, and no mistake, way elsewhere or form; making it has touched no session, and leaves no cookie."""
    touched = (
        getattr(getattr(request, "session", None), "accessed", False) or "CSRF_COOKIE_NEEDS_UPDATE" in request.META
    )
    is_whole = response.status_code == OK and not response.has_header("Content-Encoding")
    return is_whole and not (touched or response.cookies or response.has_header("Set-Cookie"))


def _pack(response: HttpResponse, encoding: str) -> None:
    response.content = PACKERS[encoding](response.content)
    response.headers["Content-Encoding"] = encoding
    response.headers["Content-Length"] = str(len(response.content))


def _look_up(key: str) -> Kept | None:
    try:
        return caches["pages"].get(key)
    except (RedisError, OSError):
        log.warning("the cache of pages does not answer")
        return None


def _keep(key: str, page: Kept) -> None:
    try:
        caches["pages"].set(key, page, KEPT_SECONDS)
    except (RedisError, OSError):
        log.warning("the cache of pages does not take a page")
