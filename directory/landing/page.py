"""What the page of a state and the page of a city have in common, as their templates show it."""

from abc import ABC, abstractmethod
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from directory import evidence, vocabulary, wording
from directory.cartography import Map
from directory.filters import PAGE_SIZE
from directory.landing import addresses, sentences
from directory.landing.crumbs import Crumb
from directory.landing.finding import Finding
from directory.landing.indexing import may_be_listed
from directory.models.vocabulary import GUIDE_SLUG
from directory.results.cards import Card, cards
from directory.results.easing import Way
from directory.results.maps import SearchMap
from directory.results.page import counted
from directory.search.query import Query, Sort
from directory.search.tallies import Tally


class Landing(ABC):
    """`code` is the state's; `place` is how its name stands in a sentence; `where` is "in Colorado" or "within 25 miles
    of Denver, CO"; `typed` is what a visitor would type to search there."""

    code: str
    place: str
    where: str
    typed: str
    path: str
    crumbs: list[Crumb]
    # Of the listings that have their address there.
    tally: Tally

    def __init__(self, query: Query):
        self.finding = Finding(query)

    @property
    def title(self) -> str:
        return _("Therapists and clinics for ketamine treatment in %(place)s") % {"place": self.place}

    @property
    def total(self) -> int:
        return self.finding.total

    @property
    def may_be_listed(self) -> bool:
        return may_be_listed(self.tally)

    @property
    def opening(self) -> str:
        return sentences.how_many(self.total, self.where)

    @cached_property
    def details(self) -> list[str]:
        return sentences.details(self.finding, vocabulary.current())

    @cached_property
    def findings(self) -> list[evidence.Finding]:
        """What the guide found for the treatments that the page names."""
        counts = self.finding.results.counts["route"]
        return evidence.findings(vocabulary.current(), {"route": {route for route, total in counts.items() if total}})

    @property
    def description(self) -> str:
        """For search engines."""
        return " ".join([self.opening, *self.details])

    @property
    def states_prices(self) -> bool:
        return self.finding.figures.prices is not None

    @cached_property
    def cards(self) -> list[Card]:
        return cards(self.finding.results.hits, sort=Sort.BEST)

    @cached_property
    def map(self) -> Map | None:
        """That of the search for the same; None where nothing was found that has a place."""
        numbered = list(enumerate((card.listing for card in self.cards), 1))
        if not numbered:
            return None
        parameters = QueryDict(urlencode({"place": self.typed}))
        drawn = SearchMap(self.finding.query, parameters, self.finding.results, numbered)
        return drawn.printed(_("Map: %(providers)s %(where)s") % {"providers": self.counted, "where": self.where})

    @property
    def is_more_than_a_page(self) -> bool:
        return self.total > PAGE_SIZE

    @property
    def counted(self) -> str:
        return counted(self.total)

    @property
    def search_url(self) -> str:
        return addresses.of_search(place=self.typed)

    @cached_property
    def ways(self) -> list[Way]:
        """Other searches that find more, or other people."""
        return [way for way in [*self._wider(), self._by_video()] if way.total]

    @abstractmethod
    def _wider(self) -> list[Way]:
        """Without regard to whether they find anybody."""

    def _by_video(self) -> Way:
        state = self.code.lower()
        chosen = {"serves": frozenset([state])}
        total = self.finding.elsewhere(Query(self.finding.query.today, chosen))
        return Way(wording.by_video_in(self.code), addresses.of_search(serves=state), total)

    @property
    def guide_to_choosing(self) -> str:
        return reverse("articles:article_detail", args=[GUIDE_SLUG]) + "#getting-started"
