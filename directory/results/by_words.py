"""What a search by words says of its words: which were searched for, where they stand, and what else they may mean."""

from functools import cached_property

from django.utils.translation import gettext as _

from articles.words.answer import How, WordsAnswer
from directory import wording
from directory.filters import ListingFilter
from directory.results.cards import CardWords
from directory.results.corrections import correction, not_found
from directory.results.excerpts import excerpts
from directory.results.offers import Offer, Offers
from directory.search.query import Results, WordsIn
from directory.vocabulary import Vocabulary


class ByWords:
    """Those of one search that was answered."""

    def __init__(self, asked: ListingFilter, vocabulary: Vocabulary, results: Results, answer: WordsAnswer):
        self.typed, self.vocabulary, self.results, self.answer = asked.words, vocabulary, results, answer
        self._offers = Offers(asked, vocabulary, answer)

    @property
    def in_headline(self) -> str:
        """ "for “ketamine infusion”"; where no result may have all of the words, that."""
        answer = self.answer
        words = wording.quoted(answer.shown(self.typed))
        if answer.how == How.SOME and not answer.left_out:
            return _("for some of %(words)s") % {"words": words}
        return _("for %(words)s") % {"words": words}

    @property
    def correction(self) -> str:
        """Who typed the name of a filter, in words that no listing has, has spelled it right; and who thinks of suicide
        is not asked to mind the spelling."""
        is_known = self.speak_of_suicide or self._offers.name_a_filter()
        if self.answer.how == How.NOTHING and is_known:
            return not_found(self.typed)
        return correction(self.typed, self.answer, self.results.total)

    @cached_property
    def speak_of_suicide(self) -> bool:
        return self._offers.speak_of_suicide()

    def offers(self, first_name: str) -> list[Offer]:
        """`first_name` is that of the first result."""
        return self._offers.all(first_name)

    @property
    def on_cards(self) -> CardWords:
        """What to mark on the cards, and where else it stands."""
        elsewhere = [hit.listing_id for hit in self.results.hits if hit.words_in != WordsIn.NAME]
        return CardWords(self.answer.stems, excerpts(elsewhere, self.answer.stems, self.vocabulary))
