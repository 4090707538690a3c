"""Amounts, times, distances and lists as people read them. Pure: values in, words out."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from directory import states
from directory.choices import Route

# Between a number and its unit, so that a line never breaks there.
NBSP = "\N{NO-BREAK SPACE}"

# The ways to give ketamine, short and in the middle of a sentence.
TREATMENTS = {
    Route.IV_INFUSION: gettext_lazy("IV infusion"),
    Route.IM_INJECTION: gettext_lazy("injection into a muscle"),
    Route.SC_INJECTION: gettext_lazy("injection under the skin"),
    Route.INTRANASAL_ESKETAMINE: gettext_lazy("esketamine nasal spray"),
    Route.INTRANASAL_COMPOUNDED: gettext_lazy("compounded nasal spray"),
    Route.ORAL_IN_CLINIC: gettext_lazy("ketamine by mouth in the clinic"),
    Route.ORAL_AT_HOME: gettext_lazy("ketamine by mouth at home"),
}
assert set(TREATMENTS) == set(Route), "a treatment has no short name"


def treatment(route: str) -> str:
    return str(TREATMENTS[Route(route)])


def dollars(amount: int) -> str:
    return f"${amount:,}"


def dollar_range(low: int, high: int) -> str:
    return dollars(low) if low == high else f"{dollars(low)}–{dollars(high)}"


def minutes(number: int) -> str:
    """150 becomes "2 hours 30 minutes"; up to 90 stay minutes, as clinics say them."""
    if number <= 90:
        return ngettext("%(n)s minute", "%(n)s minutes", number).replace(" ", NBSP) % {"n": number}
    hours, rest = divmod(number, 60)
    words = ngettext("%(n)s hour", "%(n)s hours", hours).replace(" ", NBSP) % {"n": hours}
    return f"{words} {minutes(rest)}" if rest else words


def miles(distance: float, *, about: bool = False) -> str:
    """Tenths near by, whole miles farther off; `about` where the point is only the middle of a ZIP code."""
    tenths = max(0.1, round(distance, 1))
    number = str(max(1, round(distance))) if about or tenths >= 10 else f"{tenths}"
    return _in_miles(number, about, get_language())


@lru_cache(maxsize=1000)
def _in_miles(number: str, about: bool, language: str | None) -> str:
    """A page says twenty of these, and all pages the same few."""
    words = ngettext("%(n)s mile", "%(n)s miles", 1 if number == "1" else 2).replace(" ", NBSP) % {"n": number}
    return _("about %(miles)s") % {"miles": words} if about else words


def ages(youngest: int | None, oldest: int | None) -> str:
    """Empty where neither is stated."""
    if youngest is None and oldest is None:
        return ""
    if oldest is None:
        return _("%(age)s and over") % {"age": youngest}
    if youngest is None:
        return _("up to %(age)s") % {"age": oldest}
    return _("%(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}


def in_a_row(words: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return get_text_list([str(word) for word in words], _("and"))


def first_few(words: Iterable[str], *, most: int = 3) -> str:
    """The first few by name and the number of the rest: "a, b, c and 4 more"."""
    named = [str(word) for word in words]
    rest = len(named) - most
    if rest <= 1:
        return in_a_row(named)
    return in_a_row([*named[:most], ngettext("%(n)s more", "%(n)s more", rest) % {"n": rest}])


def mid_sentence(label: str) -> str:
    """A label inside a sentence: its capital goes, unless the word is an abbreviation or a name ("IV", "PTSD")."""
    first = label.split(" ", 1)[0]
    return label if any(letter.isupper() for letter in first[1:]) else label[:1].lower() + label[1:]


def by_video_in(code: str) -> str:
    """Seen by video in a state, which says more than that somebody is there."""
    return _("By video in %(state)s") % {"state": states.mid_sentence(code)}


def a_date(day: date) -> str:
    return date_format(day).replace(" ", NBSP)


def days_ago(days: int) -> str:
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


def quoted(words: str) -> str:
    return _("“%(words)s”") % {"words": words}


def one(label: str) -> str:
    """ "Anesthesiologist" becomes "An anesthesiologist", at the beginning of a sentence."""
    word = mid_sentence(label)
    return _("An %(word)s") % {"word": word} if word[:1] in "aeio" else _("A %(word)s") % {"word": word}
