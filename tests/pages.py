"""Every kind of page the public sees, in one place: what the browser tests and the audit look at."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass

GUIDE = "ketamine-iv-infusions"
DENVER = "/directory/?place=Denver%2C+CO&radius=100"


@dataclass(frozen=True)
class PageKind:
    """`posts` is a page with a form that changes something: it alone may set a cookie, against forged forms."""

    name: str
    path: str
    status: int = 200
    posts: bool = False


def page_kinds(*, listing: str, topic: str) -> list[PageKind]:
    """`listing` and `topic` are paths in the database at hand."""
    return [
        PageKind("home", "/"),
        PageKind("about", "/about/"),
        PageKind("editorial_policy", "/editorial-policy/"),
        PageKind("how_we_verify", "/how-we-verify/"),
        PageKind("how_we_rank", "/how-we-rank/"),
        PageKind("privacy", "/privacy/"),
        PageKind("accessibility", "/accessibility/"),
        PageKind("article_list", "/articles/"),
        PageKind("topic", topic),
        PageKind("guide", f"/articles/{GUIDE}/"),
        PageKind("edition", f"/articles/{GUIDE}/editions/1/"),
        PageKind("changes", f"/articles/{GUIDE}/changes/"),
        PageKind("search_empty", "/directory/"),
        PageKind("search_city", DENVER),
        PageKind("search_filtered", f"{DENVER}&route=iv_infusion&accepting=not_stated"),
        PageKind("search_ambiguous", "/directory/?place=Springfield"),
        PageKind("search_unknown", "/directory/?place=Nowhereville"),
        PageKind("search_state", "/directory/?place=Colorado"),
        PageKind("listing", listing),
        PageKind("health", "/directory/health/"),
        PageKind("report", f"{listing}report/", posts=True),
        PageKind("listing_history", f"{listing}history/"),
        PageKind("not_found", "/no-such-page/", status=404),
    ]


def kinds_on(address: str) -> list[PageKind]:
    """The pages of a running, loaded site: its first topic, and its first listing around Denver."""
    topic = re.search(r'href="(/articles/topics/[^/"]+/)"', read(f"{address}/articles/"))
    listing = re.search(r'href="(/directory/[^/"?]*-[^/"?]+/)"', read(address + DENVER))
    assert topic, "the list of articles names no topic"
    assert listing, "there is no listing around Denver"
    return page_kinds(listing=listing[1], topic=topic[1])


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.read().decode()
