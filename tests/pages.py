"""Every kind of page the public sees, in one place: what the browser tests and the audit look at."""

import re
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass

GUIDE = "ketamine-iv-infusions"
GUIDE_WITH_CHECKLIST = "preparing-for-your-first-infusion"
DENVER = "/directory/?place=Denver%2C+CO&radius=100"


@dataclass(frozen=True)
class PageKind:
    """`posts` is a page with a form that changes something: it alone may set a cookie, against forged forms."""

    name: str
    path: str
    status: int = 200
    posts: bool = False


def page_kinds(*, listing: str, topic: str, others: Sequence[str] = ()) -> list[PageKind]:
    """All are paths in the database at hand; `others` are listings to set beside the first."""
    chosen = "&".join(f"listing={path.split('/')[-2]}" for path in [listing, *others] if path)
    return [
        PageKind("home", "/"),
        PageKind("about", "/about/"),
        PageKind("editorial_policy", "/editorial-policy/"),
        PageKind("how_we_verify", "/how-we-verify/"),
        PageKind("how_we_rank", "/how-we-rank/"),
        PageKind("for_providers", "/for-providers/"),
        PageKind("privacy", "/privacy/"),
        PageKind("accessibility", "/accessibility/"),
        PageKind("article_list", "/articles/"),
        PageKind("guides_searched", "/articles/?q=blood+pressure"),
        PageKind("guides_searched_corrected", "/articles/?q=esketmine"),
        PageKind("guides_searched_in_crisis", "/articles/?q=i+want+to+kill+myself"),
        PageKind("guides_searched_for_nothing", "/articles/?q=xyzzyplugh"),
        PageKind("guides_searched_refused", f"/articles/?q={'x' * 101}"),
        PageKind("glossary", "/articles/glossary/"),
        PageKind("topic", topic),
        PageKind("guide", f"/articles/{GUIDE}/"),
        PageKind("edition", f"/articles/{GUIDE}/editions/1/"),
        PageKind("changes", f"/articles/{GUIDE}/changes/"),
        PageKind("checklist_of_questions", f"/articles/{GUIDE}/checklist/"),
        PageKind("guide_with_checklist", f"/articles/{GUIDE_WITH_CHECKLIST}/"),
        PageKind("checklist", f"/articles/{GUIDE_WITH_CHECKLIST}/checklist/"),
        PageKind("search_empty", "/directory/"),
        PageKind("search_city", DENVER),
        PageKind("search_filtered", f"{DENVER}&route=iv_infusion&accepting=not_stated"),
        PageKind("search_ambiguous", "/directory/?place=Springfield"),
        PageKind("search_unknown", "/directory/?place=Nowhereville"),
        PageKind("search_words", "/directory/?q=infusions&place=Denver%2C+CO&radius=100"),
        PageKind("search_words_corrected", "/directory/?q=psychiatri+denvr"),
        PageKind("search_words_nowhere", "/directory/?q=xyzzyplugh"),
        PageKind("search_words_refused", f"/directory/?q={'x' * 101}"),
        PageKind("search_state", "/directory/?place=Colorado"),
        PageKind("search_nobody", "/directory/?place=Ely%2C+NV"),
        PageKind("search_comparing", f"{DENVER}&{chosen}"),
        PageKind("in_state", "/directory/in/co/"),
        PageKind("in_state_of_nobody", "/directory/in/as/"),
        PageKind("in_city", "/directory/in/co/denver/"),
        PageKind("in_city_of_nobody", "/directory/in/nv/ely/"),
        PageKind("listing", listing),
        PageKind("health", "/directory/health/"),
        PageKind("report", f"{listing}report/", posts=True),
        PageKind("listing_history", f"{listing}history/"),
        PageKind("listing_questions", f"{listing}questions/"),
        PageKind("compare", f"/directory/compare/?{chosen}"),
        PageKind("compare_nobody", "/directory/compare/?listing=nobody-at-all"),
        PageKind("sign_in", "/accounts/login/", posts=True),
        PageKind("sign_up", "/accounts/signup/", posts=True),
        PageKind("sign_up_by_passkey", "/accounts/signup/passkey/", posts=True),
        PageKind("sign_in_by_code", "/accounts/login/code/", posts=True),
        PageKind("forgotten_password", "/accounts/password/reset/", posts=True),
        PageKind("password_is_new", "/accounts/password/reset/done/", posts=True),
        PageKind("account_closed", "/accounts/inactive/", posts=True),
        PageKind("not_found", "/no-such-page/", status=404),
    ]


def kinds_on(address: str) -> list[PageKind]:
    """The pages of a running, loaded site: its first topic, and its first listings around Denver."""
    topic = re.search(r'href="(/articles/topics/[^/"]+/)"', read(f"{address}/articles/"))
    listings = listings_on(f"{address}{DENVER}&sort=name")
    assert topic, "the list of articles names no topic"
    assert listings, "there is no listing around Denver"
    return page_kinds(listing=listings[0], topic=topic[1], others=listings[1:4])


def listings_on(url: str) -> list[str]:
    """Their paths, as a page of results names them. Ask for an order: the usual one is another each day."""
    return list(dict.fromkeys(re.findall(r'href="(/directory/[^/"?]*-[^/"?]+/)"', read(url))))


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.read().decode()
