"""The sections of guides that have the words of a visitor, best first."""

from dataclasses import dataclass, replace

from pyroaring import BitMap

from articles.models import Section, SectionText, SectionWord
from articles.models.section_text import Column
from articles.search.asking import read
from articles.search.ranking import Ranking, Said
from articles.words.answer import How, WordsAnswer
from articles.words.attempts import Attempt, Attempts, Holders
from articles.words.full_text import Groups
from articles.words.stems import stem, words_of

# Results on the page; whoever wants fewer adds a word.
MOST = 20
# Sections whose words are compared; where more have what is asked, those in the better places.
MOST_RANKED = 500
HEADING = list(Column).index(Column.HEADING)


@dataclass(frozen=True)
class Finding:
    """`total` is how many there are, `sections` the best of them; `needed` are the stems that an excerpt must show."""

    answer: WordsAnswer
    total: int
    sections: list[Section]
    needed: frozenset[str]


def find(typed: str) -> Finding:
    live = BitMap(Section.objects.public().values_list("pk", flat=True))
    holders = Holders(live, _having, Column.ANYWHERE)
    best = Attempts(typed, read(typed), holders, SectionWord.objects).best()
    pks = _ranked(best, holders)[:MOST] if best.found else []
    sections = Section.objects.select_related("edition__article").in_bulk(pks)
    # What a guide that is published meanwhile has written anew is left out: it is found a moment later.
    there = [sections[pk] for pk in pks if pk in sections]
    return Finding(_with_last_letters(best.answer), len(best.found), there, _needed(best))


def _with_last_letters(answer: WordsAnswer) -> WordsAnswer:
    """Stems have no last e, so that “ketamin” finds what “ketamine” does. What was found is said all the same."""
    words = words_of(answer.searched)
    longer = {word: f"{word}e" for word in words if stem(word) == stem(f"{word}e")}
    if not longer or answer.how not in (How.EXACT, How.CORRECTED):
        return answer
    known = set(SectionWord.objects.filter(word__in=[*longer, *longer.values()]).values_list("word", flat=True))
    meant = {word: whole for word, whole in longer.items() if word not in known and whole in known}
    if not meant:
        return answer
    return replace(answer, how=How.CORRECTED, searched=" ".join(meant.get(word, word) for word in words))


def _needed(best: Attempt) -> frozenset[str]:
    return frozenset(stem for group in best.needed for stem in group)


def _having(groups: Groups, column: Column) -> BitMap:
    return BitMap(SectionText.objects.having(groups, column).tolist())


def _ranked(best: Attempt, holders: Holders) -> list[int]:
    places = [holders.having(best.needed, column, best.number) for column in Column]
    in_places = list(dict.fromkeys(pk for place in places for pk in place))[:MOST_RANKED]
    said = SectionText.objects.in_bulk(in_places)
    ranking = Ranking(best.named, _numbers(best, holders), len(holders.live))
    keys = {pk: (_place(pk, row, places, best), -ranking.score(_said(row)), pk) for pk, row in said.items()}
    return sorted(keys, key=keys.__getitem__)


def _numbers(best: Attempt, holders: Holders) -> dict[str, int]:
    return {stem: len(holders.anywhere_having(stem)) for group in best.named for stem in group}


def _place(pk: int, row: SectionText, places: list[BitMap], best: Attempt) -> int:
    """The best one with all words: 0 is the title of a guide. Where nobody has all of them, rare words decide alone."""
    if best.number < len(best.needed):
        return 0
    place = next(number for number, place in enumerate(places) if pk in place)
    is_above_alone = place == HEADING and _needed(best).isdisjoint(row.heading.split())
    return place + is_above_alone


def _said(row: SectionText) -> Said:
    heading = row.title or row.heading
    return Said(*(words.split() for words in (heading, row.above, row.text, row.stressed, row.sources)))
