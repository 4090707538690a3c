"""A search as its page shows it."""

from functools import cached_property
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import evidence, vocabulary
from directory.cartography import Map
from directory.filters import PAGE_SIZE, ListingFilter
from directory.forms import DEFAULT_RADIUS, SORTS
from directory.models import Listing, Place
from directory.models.vocabulary import GUIDE_SLUG
from directory.results import addresses, areas
from directory.results.areas import AreaLink
from directory.results.by_words import ByWords
from directory.results.cards import NO_WORDS, Card, cards
from directory.results.chips import Chip, chips, words_chip
from directory.results.easing import Nearest, Way, more_nearby, nearest_beyond, ways_out
from directory.results.fields import Fields, fields_in_question, fields_of
from directory.results.maps import SearchMap
from directory.results.offers import Offer
from directory.results.panel import Panel
from directory.results.problems import Problem, problems
from directory.results.tray import Tray
from directory.search import live
from directory.search.query import Results, Sort
from directory.shortlist import Shortlist

MOST_CLOSED = 3


class SortLink(NamedTuple):
    label: str
    url: str
    is_current: bool


class SearchPage:
    def __init__(self, parameters: QueryDict):
        self.vocabulary = vocabulary.current()
        shortlist = Shortlist(parameters)
        self.asked = ListingFilter(parameters, self.vocabulary, shortlist.slugs)
        self.tray = Tray(shortlist, self.asked.data)
        self.results = self._answered()

    def _answered(self) -> Results | None:
        """None where the question cannot be read, or goes beyond the last page: never a guess, never everything."""
        if not self.asked.is_valid():
            return None
        results = live.search(self.asked.query())
        if self.asked.page_number > 1 and not results.hits:
            self.asked.form.add_error("page", _("there is no page %(n)s.") % {"n": self.asked.page_number})
            return None
        return results

    @property
    def form(self):
        return self.asked.form

    @property
    def fields(self) -> Fields:
        if self.results is None:
            return fields_in_question(self.asked, self.tray.slugs, is_ambiguous=self.is_ambiguous)
        return fields_of(self.asked, self.tray.slugs)

    @property
    def is_plain(self) -> bool:
        """The search without a question: the one that search engines may list."""
        return not self.asked.data

    @cached_property
    def problems(self) -> list[Problem]:
        return problems(self.form)

    @property
    def is_ambiguous(self) -> bool:
        """Nothing is wrong, but the place has namesakes."""
        return [problem.is_a_choice for problem in self.problems] == [True]

    @cached_property
    def headline(self) -> str:
        """ "34 providers for “ketamine” within 25 miles of Denver, CO"; for a question that cannot be read, that it
        cannot."""
        if self.results is None:
            return self.problems[0].sentence if self.is_ambiguous else _("Please check your search")
        words = [counted(self.results.total), self.words.in_headline if self.words else "", self._where()]
        return " ".join(filter(None, words))

    @cached_property
    def words(self) -> ByWords | None:
        if self.results is None or self.results.words is None:
            return None
        return ByWords(self.asked, self.vocabulary, self.results, self.results.words)

    @cached_property
    def offers(self) -> list[Offer]:
        return self.words.offers(self.cards[0].listing.name if self.cards else "") if self.words else []

    @property
    def offers_come_first(self) -> bool:
        """Where the words found nobody, or stand nowhere but are a place."""
        return not (self.results and self.results.total) or any(offer.explains for offer in self.offers)

    def _where(self) -> str:
        place = self.asked.place_found
        if place is None:
            return ""
        if place.kind == Place.Kind.STATE:
            return _("in %(place)s") % {"place": place.label}
        figures = {"miles": self.radius_miles, "place": place.label}
        if place.kind == Place.Kind.COUNTY:
            return _("within %(miles)s miles of the middle of %(place)s") % figures
        return _("within %(miles)s miles of %(place)s") % figures

    @cached_property
    def about(self) -> AreaLink | None:
        return areas.about(self.asked.place_found)

    @property
    def by_state(self) -> list[AreaLink]:
        assert self.results
        return areas.by_state(self.results.counts["state"])

    @cached_property
    def cards(self) -> list[Card]:
        assert self.results
        place = self.asked.place_found
        is_roughly = bool(place and place.is_approximate)
        words = self.words.on_cards if self.words else NO_WORDS
        return cards(self.results.hits, sort=self.sort, is_roughly=is_roughly, words=words, tray=self.tray)

    @property
    def listed(self) -> tuple[int, ...]:
        """The numbers of the listings on this page."""
        return tuple(card.listing.pk for card in self.cards) if self.results else ()

    @cached_property
    def closed_by_name(self) -> list[Listing]:
        """Whoever looks for one that closed learns that it did."""
        words = self.asked.words if self.results else ""
        return list(Listing.objects.closed_and_named(words)[:MOST_CLOSED]) if words else []

    @cached_property
    def map(self) -> Map | None:
        """None where nothing was found that has a place."""
        if not self.results or not self.results.total:
            return None
        numbered = list(enumerate((card.listing for card in self.cards), self.pages.start_index()))
        drawn = SearchMap(self.asked.query(), self.asked.data, self.results, numbered)
        return drawn.printed(_("Map: %(headline)s") % {"headline": self.headline})

    @property
    def radius_miles(self) -> int:
        return self.form.cleaned_data.get("radius", DEFAULT_RADIUS)

    @property
    def sort_label(self) -> str:
        return str(SORTS[self.sort])

    @property
    def seeks_help_with_suicidal_thoughts(self) -> bool:
        return vocabulary.SUICIDAL_THOUGHTS in self.asked.chosen.get("condition", [])

    @property
    def sort(self) -> Sort:
        return self.form.cleaned_data.get("sort", Sort.BEST)

    @cached_property
    def pages(self) -> Page:
        assert self.results
        return Paginator(range(self.results.total), PAGE_SIZE).page(self.asked.page_number)

    @property
    def before_page(self) -> str:
        return addresses.before_page(self.asked.data)

    @cached_property
    def sorts(self) -> list[SortLink]:
        place = self.asked.place_found
        can_measure = place is not None and place.kind != Place.Kind.STATE
        return [
            SortLink(str(label), self._sorted_by(sort), sort == self.sort)
            for sort, label in SORTS.items()
            if can_measure or sort != Sort.DISTANCE
        ]

    def _sorted_by(self, sort: Sort) -> str:
        if "sort" in self.asked.data:
            return addresses.changed(self.asked.data, sort=_unless_default(sort))
        # Where it comes last, no address is put together anew.
        return self._unsorted if sort == Sort.BEST else f"{addresses.going_on(self._unsorted)}sort={sort}"

    @cached_property
    def _unsorted(self) -> str:
        return addresses.searched(self.asked.data)

    @cached_property
    def panel(self) -> Panel:
        assert self.results
        return Panel(self.vocabulary, self.asked.chosen, self.results.counts)

    @cached_property
    def chips(self) -> list[Chip]:
        """The words first, then the filters."""
        words = [words_chip(self.asked.words, self.asked.data)] if self.asked.words else []
        return words + self.filter_chips

    @cached_property
    def findings(self) -> list[evidence.Finding]:
        """What the guide found for the routes and conditions that are asked for."""
        return evidence.findings(self.vocabulary, self.asked.chosen) if self.results else []

    @cached_property
    def filter_chips(self) -> list[Chip]:
        return chips(self.vocabulary, self.asked.chosen, self.asked.data)

    @property
    def without_chips(self) -> str:
        return addresses.changed(self.asked.data, q=None, **dict.fromkeys(self.asked.chosen))

    @property
    def address(self) -> str:
        """Of this very page, for paper."""
        page = self.form.cleaned_data.get("page", "1")
        return self.before_page + f"page={page}" if page != "1" else addresses.searched(self.asked.data)

    @property
    def advice(self) -> str:
        """What to try where no single change finds anybody."""
        place = self.asked.place_found
        if place and place.kind == Place.Kind.STATE:
            return _("Try a state nearby, or fewer filters.") if self.filter_chips else _("Try a state nearby.")
        if place:
            return _("Try a larger distance, a place nearby, or the whole state.")
        return _("Try fewer filters.") if self.filter_chips else _("Nobody is listed at this moment.")

    @property
    def questions_to_print(self) -> str:
        return reverse("articles:article_checklist", args=[GUIDE_SLUG])

    @property
    def guide_to_choosing(self) -> str:
        return reverse("articles:article_detail", args=[GUIDE_SLUG]) + "#getting-started"

    @cached_property
    def ways_out(self) -> list[Way]:
        return ways_out(self.asked, self.vocabulary)

    @cached_property
    def nearest(self) -> Nearest | None:
        return nearest_beyond(self.asked)

    @cached_property
    def more_nearby(self) -> Way | None:
        assert self.results
        return more_nearby(self.asked, self.results.total)


def counted(total: int) -> str:
    if total == 0:
        return _("No providers")
    return ngettext("%(n)s provider", "%(n)s providers", total) % {"n": f"{total:,}"}


def _unless_default(sort: Sort) -> Sort | None:
    return None if sort == Sort.BEST else sort
