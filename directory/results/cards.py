"""A result as its card shows it: six facts in one order, the words that were searched for, and why it stands there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.words.stems import stems_of
from directory import wording
from directory.models import Listing
from directory.results.facts import Facts, facts_of
from directory.results.reasons import reasons
from directory.results.tray import Toggle, Tray
from directory.search.query import Hit, Sort


@dataclass(frozen=True)
class CardWords:
    """The stems of what was searched for, and by the listing's number where else on it they stand."""

    stems: frozenset[str] = frozenset()
    excerpts: Mapping[int, list[str]] = field(default_factory=dict)


NO_WORDS = CardWords()


@dataclass(frozen=True)
class Card:
    """`stems` are those of the words searched for, and `other_stems` those that its name has not; `excerpts` have those
    that stand nowhere else on the card."""

    facts: Facts
    distance: str
    reasons: list[str]
    stems: frozenset[str]
    other_stems: frozenset[str]
    excerpts: list[str]
    toggle: Toggle | None

    @property
    def listing(self) -> Listing:
        return self.facts.listing


def cards(
    hits: list[Hit],
    *,
    sort: Sort,
    is_roughly: bool = False,
    words: CardWords = NO_WORDS,
    tray: Tray | None = None,
) -> list[Card]:
    """In the order of the hits; one that is gone since the search was answered is left out. `is_roughly` where the
    point that distances are measured from is itself only about right; `tray` where they can be set side by side."""
    known = facts_of(hit.listing_id for hit in hits)
    return [_card(known[hit.listing_id], hit, sort, is_roughly, words, tray) for hit in hits if hit.listing_id in known]


def _card(facts: Facts, hit: Hit, sort: Sort, is_roughly: bool, words: CardWords, tray: Tray | None) -> Card:
    listing = facts.listing
    return Card(
        facts=facts,
        distance=_distance(listing, hit, is_roughly),
        reasons=reasons(listing, hit, sort),
        stems=words.stems,
        other_stems=words.stems.difference(stems_of(listing.name)) if words.stems else words.stems,
        excerpts=words.excerpts.get(listing.pk, []),
        toggle=tray.toggle(listing) if tray else None,
    )


def _distance(listing: Listing, hit: Hit, is_roughly: bool) -> str:
    if hit.distance_miles is None or listing.by_video_only:
        return ""
    return wording.miles(hit.distance_miles, about=is_roughly or listing.point_is_about)
