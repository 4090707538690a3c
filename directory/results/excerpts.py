"""Where the words of a search stand in a listing besides what its card shows."""

from collections.abc import Iterable, Set
from functools import lru_cache
from typing import NamedTuple

from articles.words.around import around, first_of
from articles.words.stems import stems_of
from directory import wording
from directory.choices import Role
from directory.documents import Said
from directory.facets import FACET
from directory.models import Listing
from directory.profile.people import shown_positions
from directory.search import live
from directory.search.stated import stated
from directory.vocabulary import Vocabulary

MOST = 3
# Facets whose terms a card shows as its facts.
ON_THE_CARD = {"route", "monitor", "setting"}


class Passage(NamedTuple):
    """A text, and the stems that it is found by: those of a term may be of other words for it."""

    text: str
    stems: frozenset[str]


def excerpts(listing_ids: list[int], stems: Set[str], vocabulary: Vocabulary) -> dict[int, list[str]]:
    """A few for each of these listings, each with a word that stands neither on the card nor in those before."""
    terms = {term: passage for term, passage in _terms(vocabulary).items() if passage.stems & stems}
    of_listing = stated(live.index(), listing_ids, list(terms))
    return {
        pk: _excerpts(stems, listing, {term: terms[term] for term in of_listing.get(pk, [])})
        for pk, listing in Listing.objects.with_excerpts().in_bulk(listing_ids).items()
    }


@lru_cache(maxsize=1)
def _terms(vocabulary: Vocabulary) -> dict[tuple[str, str], Passage]:
    return {
        (facet, choice.slug): Passage(f"{FACET[facet].label}: {choice.label}", stems)
        for facet in FACET
        for choice in vocabulary.choices_of(facet).values()
        if (stems := frozenset(Said.of_term(facet, choice.slug, choice.label).stems))
    }


def _excerpts(stems: Set[str], listing: Listing, terms: dict[tuple[str, str], Passage]) -> list[str]:
    missing = set(stems).difference(*map(stems_of, _on_the_card(listing)))
    missing = missing.difference(*(passage.stems for (facet, _), passage in terms.items() if facet in ON_THE_CARD))
    found: list[str] = []
    for passage in (*_texts(listing), *terms.values(), *_long_texts(listing)):
        here = missing & passage.stems
        if here and len(found) < MOST:
            found.append(around(passage.text, first_of(passage.text, here)))
            missing -= here
    return found


def _on_the_card(listing: Listing) -> Iterable[str]:
    yield listing.name
    yield listing.get_practice_kind_display()
    yield str(Role(listing.session_monitor_role).label)
    yield from (wording.treatment(offering.route) for offering in listing.offerings.all())
    if not listing.by_video_only:
        yield listing.city


def _texts(listing: Listing) -> Iterable[Passage]:
    yield _passage(listing.headline)
    for position in shown_positions(listing):
        clinician = position.clinician
        role = "" if clinician.role == Role.NOT_STATED else clinician.get_role_display()
        yield _passage(", ".join(filter(None, [str(clinician), role, position.title])))


def _long_texts(listing: Listing) -> Iterable[Passage]:
    return map(_passage, (listing.description, listing.partner_clinics))


def _passage(text: str) -> Passage:
    return Passage(text, frozenset(stems_of(text)))
