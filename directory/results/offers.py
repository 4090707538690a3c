"""What the words of a search may have meant, each as one click: a filter, a place. With how many it would find."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.words.answer import How, WordsAnswer
from articles.words.crisis import speaks_of_suicide
from articles.words.stems import stems_of, words_of
from directory import wording
from directory.facets import FACET
from directory.filters import ListingFilter
from directory.models import Place
from directory.results import addresses
from directory.results.recognition import filters, nearness, places
from directory.results.recognition.filters import Term
from directory.results.recognition.places import PlaceMeant
from directory.results.recognition.typed import Stretch, Typed
from directory.search import live
from directory.search.asking import NEGATIONS, only_asks
from directory.search.place_choice import Choice
from directory.search.query import Sort
from directory.vocabulary import SUICIDAL_THOUGHTS, Vocabulary

# Each link costs a search.
MOST_FILTERS = 2
MOST_TERMS = 4
MOST_PLACES = 3
# No listing has all of the words, in whatever spelling.
NOT_TOGETHER = {How.SOME, How.BEGINNING, How.NOTHING}
SUICIDAL = Term("condition", SUICIDAL_THOUGHTS)


@dataclass(frozen=True)
class Link:
    """`total` is None where it leads to no search."""

    label: str
    url: str
    total: int | None


@dataclass(frozen=True)
class Offer:
    """The words in question, and what they may mean. `explains` where no listing has the words as they are."""

    lead: str
    links: list[Link]
    explains: bool = False


class Offers:
    def __init__(self, asked: ListingFilter, vocabulary: Vocabulary, answer: WordsAnswer):
        self.asked, self.vocabulary, self.how = asked, vocabulary, answer.how
        self.left_out = set(answer.left_out)
        self.found = frozenset() if answer.how == How.NOTHING else answer.stems
        # What was typed, and, where that was corrected, what it was corrected to.
        self.texts = [asked.words, answer.searched] if answer.how == How.CORRECTED else [asked.words]
        self.readings = [Typed(text) for text in self.texts]

    def speak_of_suicide(self) -> bool:
        return any(map(speaks_of_suicide, self.texts)) or any(
            SUICIDAL in terms
            for typed in self.readings
            for _stretch, terms in filters.recognised(typed, self.vocabulary)
        )

    def all(self, first_name: str) -> list[Offer]:
        """`first_name` is that of the first result: whoever typed a name did not mean a filter by a part of it."""
        return [*self._places(), *self._nearness(), *self._filters(set(stems_of(first_name)))]

    def _places(self) -> list[Offer]:
        recognisers = [places.recognised]
        if self.how in NOT_TOGETHER:
            recognisers.append(places.misspelt)
        for recognise in recognisers:
            for typed in self.readings:
                if meant := recognise(typed, self.found):
                    return [self._place(typed, meant)]
        return []

    def _place(self, typed: Typed, meant: PlaceMeant) -> Offer:
        lead = _("%(words)s as a place:") % {"words": wording.quoted(meant.text)}
        links = [self._near(choice, self._rest(typed, meant.stretch)) for choice in meant.choices]
        somewhere = _somewhere(links)
        is_found = self.found.issuperset(stems_of(meant.text))
        return Offer(lead, somewhere[:MOST_PLACES], explains=self.how in NOT_TOGETHER or not is_found)

    def _near(self, choice: Choice, rest: str) -> Link:
        is_state = choice.kind == Place.Kind.STATE
        label = (_("in %(place)s") if is_state else _("near %(place)s")) % {"place": choice.label}
        by_distance = is_state and self.asked.data.get("sort") == Sort.DISTANCE
        return self._link(label, q=rest, place=choice.value, **({"sort": None} if by_distance else {}))

    def _nearness(self) -> list[Offer]:
        typed = self.readings[0]
        stretch = nearness.recognised(typed)
        if not stretch:
            return []
        lead = _("%(words)s: we do not know where you are.") % {"words": wording.quoted(typed.text(stretch))}
        mend = Link(_("type your city or ZIP code"), "#id_place", None)
        return [Offer(lead, [mend, self._link(_("leave these words out"), q=typed.without(stretch))])]

    def _filters(self, name: set[str]) -> list[Offer]:
        """Only what leads somewhere."""
        for typed in self.readings:
            is_name = name.issuperset(stems_of(" ".join(typed.words)))
            found = self._filters_named(typed)
            meant = [(stretch, terms) for stretch, terms in found if not (is_name and typed.without(stretch))]
            if meant:
                offers = [self._filter(typed, stretch, terms) for stretch, terms in meant[:MOST_FILTERS]]
                return [offer for offer in offers if offer.links]
        return []

    def name_a_filter(self) -> bool:
        """Also one that nobody states."""
        return any(map(self._filters_named, self.readings))

    def _filters_named(self, typed: Typed) -> list[tuple[Stretch, list[Term]]]:
        """ "not accepting" is not "accepting"."""
        found = filters.recognised(typed, self.vocabulary)
        return [(at, terms) for at, terms in found if typed.with_the_word_before(at, NEGATIONS) == at]

    def _filter(self, typed: Typed, stretch: Stretch, terms: list[Term]) -> Offer:
        rest = self._rest(typed, typed.with_the_word_before(stretch, filters.BEFORE_A_FILTER))
        links = [self._with(term, rest) for term in terms[:MOST_TERMS]]
        is_found = self.found.issuperset(typed.stems(stretch))
        return Offer(_lead(typed.text(stretch), terms), [link for link in links if link.total], explains=not is_found)

    def _rest(self, typed: Typed, stretch: Stretch) -> str:
        """What stays to be looked for: nothing that only asks, and no word that is found nowhere."""
        words = [word for word in typed.without(stretch).split() if not self.left_out.issuperset(words_of(word))]
        rest = " ".join(words)
        return "" if only_asks(rest) else rest

    def _with(self, term: Term, rest: str) -> Link:
        choice = self.vocabulary.choices_of(term.facet)[term.slug]
        label = _("%(facet)s: %(choice)s") % {"facet": FACET[term.facet].label, "choice": choice.label}
        chosen = dict.fromkeys([*self.asked.chosen.get(term.facet, []), term.slug])
        return self._link(label, q=rest, **{term.facet: list(chosen)})

    def _link(self, label: str, *, q: str, **values: object) -> Link:
        """The total is what the address finds: whatever else is asked there is asked here too."""
        url = addresses.changed(self.asked.data, q=q or None, **values)
        asked = ListingFilter(QueryDict(url.partition("?")[2]), self.vocabulary)
        return Link(label, url, live.search(asked.query()).total if asked.is_valid() else 0)


def _lead(words: str, terms: list[Term]) -> str:
    if SUICIDAL in terms:
        # Whoever types that does not think of filters.
        return _("Practices that say they treat people with such thoughts:")
    return _("%(words)s as a filter:") % {"words": wording.quoted(words)}


def _somewhere(links: list[Link]) -> list[Link]:
    """Those that lead to somebody, and the first: the state or the largest city of that name is most likely meant, and
    nobody is sent to a namesake far away as if it were the only one."""
    if not any(link.total for link in links):
        return links
    return [link for number, link in enumerate(links) if link.total or number == 0]
