"""Counts what is sent out, from the outside of every cache: an answer that was ready counts like one that was made."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from directory.sightings.keeping import counting

OK, NOT_MODIFIED = 200, 304
LISTED = "listed"


def counts_page(view: Callable) -> Callable:
    """For the page of one listing."""

    @wraps(view)
    def counted(request, slug):
        response = view(request, slug=slug)
        if response.status_code in (OK, NOT_MODIFIED) and _is_for_a_reader(request):
            counting.seen(slug)
        return response

    return counted


def counts_results(view: Callable) -> Callable:
    """For a page of results. A view that makes one says by `with_listed` who is on it; for an answer from a cache the
    process remembers that by the ETag."""

    @wraps(view)
    def counted(request):
        response = view(request)
        if response.status_code == OK:
            pks = _listed(response)
            if pks and _is_for_a_reader(request):
                counting.listed(pks)
        return response

    return counted


def with_listed(response: HttpResponse, pks: tuple[int, ...]) -> HttpResponse:
    """A page of results that carries the numbers of its listings, unseen by whoever reads it."""
    setattr(response, LISTED, pks)
    return response


def _listed(response: HttpResponse) -> tuple[int, ...]:
    etag = response.headers.get("ETag", "")
    made: tuple[int, ...] | None = getattr(response, LISTED, None)
    if made is None:
        return counting.answered(etag)
    if etag:
        counting.remember(etag, made)
    return made


def _is_for_a_reader(request: HttpRequest) -> bool:
    """Not what a browser fetches in case somebody clicks, and not a question about the page alone."""
    fetched_for = request.headers.get("Sec-Purpose") or request.headers.get("Purpose") or ""
    return request.method == "GET" and "prefetch" not in fetched_for
