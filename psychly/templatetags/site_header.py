"""What stands on top of every page. It differs by the one link that it marks, so it is filled in once for each."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from psychly.templatetags.standing import standing

register = template.Library()

LANDMARKS = ["directory:mine", "directory:search", "articles:article_list", "how_we_verify"]
BEYOND = "…"


@register.simple_tag
def site_header(path: str | None) -> SafeString:
    """`path` is where the reader is; a page for a failure does not know."""
    return standing("components/_site_header.html", path=_landmark(path or ""))


def _landmark(path: str) -> str:
    """Of all addresses that are marked alike, one."""
    for address in _addresses():
        if path.startswith(address):
            return address if path == address else address + BEYOND
    return ""


@cache
def _addresses() -> list[str]:
    return [reverse(name) for name in LANDMARKS]
