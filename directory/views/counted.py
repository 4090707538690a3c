"""Counts what is sent out, from the outside of every cache: an answer that was ready counts like one that was made."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

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
    """For a page of results. A view that makes one says by `with_listed` who is on it, and a cache that keeps the page
    keeps that with it."""

    @wraps(view)
    def counted(request):
        response = view(request)
        if response.status_code == OK:
            pks = listed_on(response)
            if pks and _is_for_a_reader(request):
                counting.listed(pks)
        return response

    return counted


def with_listed(response: HttpResponse, pks: tuple[int, ...]) -> HttpResponse:
    """A page of results that carries the numbers of its listings, unseen by whoever reads it."""
    setattr(response, LISTED, pks)
    return response


def listed_on(response: HttpResponseBase) -> tuple[int, ...]:
    return getattr(response, LISTED, ())


def _is_for_a_reader(request: HttpRequest) -> bool:
    """Not what a browser fetches in case somebody clicks, and not a question about the page alone."""
    # Not by `request.headers`, which copies all that there are.
    fetched_for = request.META.get("HTTP_SEC_PURPOSE") or request.META.get("HTTP_PURPOSE") or ""
    return request.method == "GET" and "prefetch" not in fetched_for
