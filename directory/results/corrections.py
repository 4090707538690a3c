"""What was searched for instead of what was typed, or what to try, in a sentence."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.words.answer import How, WordsAnswer
from articles.words.stems import words_of
from directory import wording
from directory.search.asking import NEGATIONS


def correction(typed: str, answer: WordsAnswer, total: int) -> str:
    """Empty where listings have the words as they were typed."""
    return " ".join(filter(None, [_not_left_out(typed), _instead(typed, answer, total)]))


def _not_left_out(typed: str) -> str:
    """ "not spravato" finds who offers it: better to say so."""
    words = words_of(typed)
    negations = [word for word in words if word in NEGATIONS]
    if not negations or len(negations) == len(words):
        return ""
    return _("We cannot search for %(word)s, only for the other words.") % {"word": wording.quoted(negations[0])}


def _instead(typed: str, answer: WordsAnswer, total: int) -> str:
    if answer.how == How.EXACT:
        return ""
    return f"{not_found(typed)} {INSTEAD[answer.how](typed, answer, total)}"


def not_found(typed: str) -> str:
    if len(words_of(typed)) == 1:
        return _("No listing has %(word)s.") % {"word": wording.quoted(typed)}
    return _("No listing has all of these words.")


def _corrected(typed: str, answer: WordsAnswer, total: int) -> str:
    sentence = _("These are results for %(words)s.") if total else _("We looked for %(words)s instead.")
    return sentence % {"words": wording.quoted(answer.searched)}


def _some(typed: str, answer: WordsAnswer, total: int) -> str:
    if not total:
        return _("We looked for some of them: %(words)s.") % {"words": wording.quoted(answer.searched)}
    if not answer.left_out:
        return _("These have some of %(words)s.") % {"words": _of_them(typed, answer)}
    sentence = ngettext(
        "These have some of %(words)s; %(left_out)s was found nowhere.",
        "These have some of %(words)s; %(left_out)s were found nowhere.",
        len(answer.left_out),
    )
    left_out = wording.in_a_row(map(wording.quoted, answer.left_out))
    return sentence % {"words": _of_them(typed, answer), "left_out": left_out}


def _of_them(typed: str, answer: WordsAnswer) -> str:
    """The words that were looked for, where one of them was never typed."""
    are_typed = set(words_of(answer.searched)) <= set(words_of(typed))
    return _("them") if are_typed else wording.quoted(answer.searched)


def _beginning(typed: str, answer: WordsAnswer, total: int) -> str:
    if total:
        return _("These have words that begin so.")
    return _("We looked for words that begin so.")


def _nothing(typed: str, answer: WordsAnswer, total: int) -> str:
    return _("Please check the spelling, or try other words.")


INSTEAD: dict[How, Callable[[str, WordsAnswer, int], str]] = {
    How.CORRECTED: _corrected,
    How.SOME: _some,
    How.BEGINNING: _beginning,
    How.NOTHING: _nothing,
}
assert set(INSTEAD) == set(How) - {How.EXACT}, "a way to find words has no sentence"
