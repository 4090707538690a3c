"""What was searched for instead of what was typed, or what to try, in a sentence."""

from collections.abc import Callable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.words.answer import How, WordsAnswer
from articles.words.stems import words_of


def quoted(words: str) -> str:
    return _("“%(words)s”") % {"words": words}


def correction(typed: str, answer: WordsAnswer) -> str:
    """Empty where the guides have the words as they were typed."""
    if answer.how == How.EXACT:
        return ""
    return f"{_not_found(typed)} {INSTEAD[answer.how](answer)}"


def _not_found(typed: str) -> str:
    if len(words_of(typed)) == 1:
        return _("No guide has %(word)s.") % {"word": quoted(typed)}
    return _("No section of a guide has all of these words.")


def _corrected(answer: WordsAnswer) -> str:
    return _("These are results for %(words)s.") % {"words": quoted(answer.searched)}


def _some(answer: WordsAnswer) -> str:
    if not answer.left_out:
        return _("These have some of them.")
    words = get_text_list([quoted(word) for word in answer.left_out], _("and"))
    sentence = ngettext(
        "These have some of them; %(words)s was found nowhere.",
        "These have some of them; %(words)s were found nowhere.",
        len(answer.left_out),
    )
    return sentence % {"words": words}


def _beginning(answer: WordsAnswer) -> str:
    return _("These have words that begin so.")


def _nothing(answer: WordsAnswer) -> str:
    return _("Please check the spelling, or try other words.")


INSTEAD: dict[How, Callable[[WordsAnswer], str]] = {
    How.CORRECTED: _corrected,
    How.SOME: _some,
    How.BEGINNING: _beginning,
    How.NOTHING: _nothing,
}
assert set(INSTEAD) == set(How) - {How.EXACT}, "a way to find words has no sentence"
