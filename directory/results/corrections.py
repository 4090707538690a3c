"""What was searched for instead of what was typed, or what to try, in a sentence."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.words.answer import How, WordsAnswer
from articles.words.stems import words_of
from directory import wording


def correction(typed: str, answer: WordsAnswer, total: int) -> str:
    """Empty where listings have the words as they were typed."""
    if answer.how == How.EXACT:
        return ""
    return f"{_not_found(typed)} {INSTEAD[answer.how](answer, total)}"


def _not_found(typed: str) -> str:
    if len(words_of(typed)) == 1:
        return _("No listing has %(word)s.") % {"word": wording.quoted(typed)}
    return _("No listing has all of these words.")


def _corrected(answer: WordsAnswer, total: int) -> str:
    sentence = _("These are results for %(words)s.") if total else _("We looked for %(words)s instead.")
    return sentence % {"words": wording.quoted(answer.searched)}


def _some(answer: WordsAnswer, total: int) -> str:
    if not total:
        return _("We looked for some of them: %(words)s.") % {"words": wording.quoted(answer.searched)}
    if not answer.left_out:
        return _("These have some of them.")
    words = wording.in_a_row(map(wording.quoted, answer.left_out))
    sentence = ngettext(
        "These have some of them; %(words)s was found nowhere.",
        "These have some of them; %(words)s were found nowhere.",
        len(answer.left_out),
    )
    return sentence % {"words": words}


def _beginning(answer: WordsAnswer, total: int) -> str:
    if total:
        return _("These have words that begin so.")
    return _("We looked for words that begin so.")


def _nothing(answer: WordsAnswer, total: int) -> str:
    return _("Please check the spelling, or try other words.")


INSTEAD: dict[How, Callable[[WordsAnswer, int], str]] = {
    How.CORRECTED: _corrected,
    How.SOME: _some,
    How.BEGINNING: _beginning,
    How.NOTHING: _nothing,
}
assert set(INSTEAD) == set(How) - {How.EXACT}, "a way to find words has no sentence"
