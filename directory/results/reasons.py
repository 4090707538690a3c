"""Why a result stands where it stands, said on its card; the rules themselves are published on /how-we-rank/."""

from functools import cache

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from directory import wording
from directory.confirmations import confirmation_of
from directory.freshness import CONFIRMED_FOR
from directory.models import Listing
from directory.prices import session_price
from directory.search.query import Hit, Sort, WordsIn


def reasons(listing: Listing, hit: Hit, sort: Sort) -> list[str]:
    return BY_SORT[sort](listing, hit)


def _by_rule(listing: Listing, hit: Hit) -> list[str]:
    has_distance = hit.distance_miles is not None
    return _of_the_rule(hit.words_in, hit.is_recently_confirmed, has_distance, hit.band_miles, get_language())


@cache
def _of_the_rule(
    words_in: WordsIn | None, is_recent: bool, has_distance: bool, band_miles: int | None, language: str | None
) -> list[str]:
    """The same few for all cards of all searches."""
    recent = _("confirmed within %(days)s days") if is_recent else _("confirmed over %(days)s days ago")
    band = [_band(band_miles)] if has_distance else []
    return [*_words(words_in), recent % {"days": CONFIRMED_FOR.days}, *band, _("today’s shuffle")]


def _words(words_in: WordsIn | None) -> list[str]:
    return [str(WORDS_IN[words_in])] if words_in else []


def _band(miles: int | None) -> str:
    return _("farther than 100 miles") if miles is None else _("within %(miles)s miles") % {"miles": miles}


def _by_distance(listing: Listing, hit: Hit) -> list[str]:
    assert hit.distance_miles is not None
    return [_("its distance, %(distance)s") % {"distance": wording.miles(hit.distance_miles)}]


def _by_price(listing: Listing, hit: Hit) -> list[str]:
    price = session_price(listing.offerings.all())
    if not price:
        return [_("no price stated, so it comes after those that state one")]
    words = _("its price of a session, %(price)s: old") if price.is_old else _("its price of a session, %(price)s")
    return [words % {"price": price.words}]


def _by_confirmation(listing: Listing, hit: Hit) -> list[str]:
    return [confirmation_of(listing).sentence]


def _by_name(listing: Listing, hit: Hit) -> list[str]:
    return [_("its place in the alphabet")]


WORDS_IN = {
    WordsIn.NAME: gettext_lazy("the words are in its name"),
    WordsIn.HEADLINE: gettext_lazy("the words are in its headline or in the names of its people"),
    WordsIn.TEXT: gettext_lazy("the words are in its text or in what it states"),
}
assert set(WORDS_IN) == set(WordsIn), "a place of words has no reason"
BY_SORT = {
    Sort.BEST: _by_rule,
    Sort.DISTANCE: _by_distance,
    Sort.PRICE: _by_price,
    Sort.CONFIRMED: _by_confirmation,
    Sort.NAME: _by_name,
}
assert set(BY_SORT) == set(Sort), "a sort gives no reason"
