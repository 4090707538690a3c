"""Why a result stands where it stands, said on its card; the rules themselves are published on /how-we-rank/."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.confirmations import confirmation_of
from directory.freshness import CONFIRMED_FOR
from directory.models import Listing
from directory.prices import session_price
from directory.search.query import Hit, Sort, WordsIn


def reasons(listing: Listing, hit: Hit, sort: Sort) -> list[str]:
    return BY_SORT[sort](listing, hit)


def _by_rule(listing: Listing, hit: Hit) -> list[str]:
    recent = _("confirmed within %(days)s days") if hit.is_recently_confirmed else _("confirmed over %(days)s days ago")
    return [*_words(hit), recent % {"days": CONFIRMED_FOR.days}, *_band(hit), _("today’s shuffle")]


def _words(hit: Hit) -> list[str]:
    return [str(WORDS_IN[hit.words_in])] if hit.words_in else []


def _band(hit: Hit) -> list[str]:
    if hit.distance_miles is None:
        return []
    if hit.band_miles is None:
        return [_("farther than 100 miles")]
    return [_("within %(miles)s miles") % {"miles": hit.band_miles}]


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
