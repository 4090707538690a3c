"""Which listings have the words of a visitor, and which of them have all in a better place."""

from dataclasses import dataclass

from pyroaring import BitMap

from articles.words.answer import WordsAnswer
from articles.words.attempts import Attempts, Holders
from articles.words.full_text import Groups
from directory.models import SearchText, SearchWord
from directory.models.search_text import Column
from directory.search.asking import read
from directory.search.columns import Columns
from directory.search.gazetteer import words_of_places
from directory.search.sets import bitmap

# Where more listings have the words, these do not decide the order.
MOST_RANKED = 20_000


@dataclass(frozen=True)
class TextMatch:
    """The slots that have the words, and which of them have all in a better place: None where places do not count."""

    answer: WordsAnswer
    found: BitMap
    in_name: BitMap | None = None
    in_headline: BitMap | None = None


def match(columns: Columns, live: BitMap, typed: str) -> TextMatch:
    """Of the slots that are live."""

    def having(groups: Groups, column: Column) -> BitMap:
        return bitmap(columns.slots_of(SearchText.objects.having(groups, column)))

    holders = Holders(live, having, Column.ANYWHERE)
    best = Attempts(typed, read(typed), holders, SearchWord.objects, words_of_places).best()
    if not best.found or len(best.found) > MOST_RANKED:
        return TextMatch(best.answer, best.found)
    needed, named, number = best.needed, best.named, best.number
    in_headline = holders.having(needed, Column.HEADLINE, number)
    in_name = holders.having(named, Column.NAME, number + len(named) - len(needed)) if in_headline else in_headline
    return TextMatch(best.answer, best.found, in_name, in_headline)
