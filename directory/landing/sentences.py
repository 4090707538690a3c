"""What is said of an area, in sentences made of figures. What nobody has stated is said to be so, or left out."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import wording
from directory.choices import Accepting, Route
from directory.facets import NOT_STATED
from directory.freshness import CONFIRMED_FOR
from directory.landing.finding import Finding
from directory.search.figures import Figures, Prices
from directory.vocabulary import Vocabulary

LANGUAGES_NAMED = 3
EVERYBODY_SPEAKS = "en"


def how_many(total: int, where: str) -> str:
    """`where` is "in Colorado" or "within 25 miles of Denver, CO"."""
    if not total:
        return _("No therapist or clinic is listed %(where)s.") % {"where": where}
    words = ngettext(
        "%(n)s therapist or clinic is listed %(where)s.", "%(n)s therapists and clinics are listed %(where)s.", total
    )
    return words % {"n": number(total), "where": where}


def how_many_inside(inside: int, total: int, city: str) -> str:
    if total == 1:
        words = _("Its address is in %(city)s itself.") if inside else _("Its address is not in %(city)s itself.")
    elif inside == total:
        words = _("All of them have their address in %(city)s itself.")
    elif not inside:
        words = _("None of them has its address in %(city)s itself.")
    else:
        words = ngettext(
            "%(n)s of them has its address in %(city)s itself.",
            "%(n)s of them have their address in %(city)s itself.",
            inside,
        )
    return words % {"n": number(inside), "city": city}


def details(finding: Finding, vocabulary: Vocabulary) -> list[str]:
    """Nothing where nobody is."""
    if not finding.total:
        return []
    counts, total = finding.results.counts, finding.total
    said = [
        *_treatments(counts["route"], total),
        _prices(finding.figures.prices, total),
        _new_patients(finding.count("accepting", Accepting.NEW), total),
        _languages(counts["language"], total, vocabulary),
        *_confirmations(finding.figures),
    ]
    return [sentence for sentence in said if sentence]


def _treatments(counts: Mapping[str, int], total: int) -> Iterable[str]:
    offered = [(_named(route), n) for route, n in _most_first({route: counts.get(route, 0) for route in Route})]
    if total == 1:
        yield _it_offers([treatment for treatment, _n in offered])
    elif not offered:
        yield _("None of them has stated which treatments it offers.")
    else:
        yield _they_offer(offered)
        if silent := counts.get(NOT_STATED, 0):
            yield _have_not_stated(silent)


def _they_offer(offered: list[tuple[str, int]]) -> str:
    (first, most), *rest = offered
    opening = ngettext("%(n)s offers %(what)s", "%(n)s offer %(what)s", most) % {"n": number(most), "what": first}
    return _("%(who)s.") % {"who": wording.in_a_row([opening, *(f"{number(n)} {treatment}" for treatment, n in rest)])}


def _have_not_stated(silent: int) -> str:
    words = ngettext(
        "%(n)s has not stated which treatments it offers.", "%(n)s have not stated which treatments they offer.", silent
    )
    return words % {"n": number(silent)}


def _it_offers(treatments: list[str]) -> str:
    if not treatments:
        return _("It has not stated which treatments it offers.")
    return _("It offers %(what)s.") % {"what": wording.in_a_row(treatments)}


def _named(route: str) -> str:
    """With the brand that people know it by."""
    return _("esketamine nasal spray (Spravato)") if route == Route.INTRANASAL_ESKETAMINE else wording.treatment(route)


def _prices(prices: Prices | None, total: int) -> str:
    """Of each the lowest: what it costs depends on the dose and the treatment."""
    if prices is None:
        return _("It states no price.") if total == 1 else _("None of them states a price.")
    lowest, middle, highest = map(wording.dollars, (prices.lowest, prices.middle, prices.highest))
    if total == 1:
        words = _("It states a price: a session costs from %(lowest)s.")
    elif prices.stated_by == 1:
        words = _("1 states a price: a session costs from %(lowest)s.")
    elif prices.lowest == prices.highest:
        words = _("%(n)s state a price: with each, a session costs from %(lowest)s.")
    elif prices.stated_by == 2:
        words = _("2 state a price: with one, a session costs from %(lowest)s, with the other from %(highest)s.")
    else:
        words = _(
            "%(n)s state a price. The lowest price for a session is between %(lowest)s and %(highest)s; with half of"
            " them it is %(middle)s or less."
        )
    return words % {"n": number(prices.stated_by), "lowest": lowest, "middle": middle, "highest": highest}


def _new_patients(count: int, total: int) -> str:
    if total == 1:
        return _("It is taking new patients.") if count else ""
    if not count:
        return _("None of them says that it is taking new patients.")
    return ngettext("%(n)s is taking new patients.", "%(n)s are taking new patients.", count) % {"n": number(count)}


def _languages(counts: Mapping[str, int], total: int, vocabulary: Vocabulary) -> str:
    """The most frequent besides English. They may be spoken through an interpreter, and that is said."""
    spoken = _most_first({slug: n for slug, n in counts.items() if slug not in {EVERYBODY_SPEAKS, NOT_STATED}})
    names = [(choice.label, n) for slug, n in spoken if (choice := vocabulary.find("language", slug))]
    names = names[:LANGUAGES_NAMED]
    if not names:
        return ""
    if total == 1:
        languages = wording.in_a_row(name for name, _count in names)
        return _("It can see you in %(languages)s, directly or through an interpreter.") % {"languages": languages}
    (first, most), *rest = names
    opening = _("%(n)s can see you in %(language)s") % {"n": number(most), "language": first}
    others = [_("%(n)s in %(language)s") % {"n": number(n), "language": name} for name, n in rest]
    return _("%(who)s, directly or through an interpreter.") % {"who": wording.in_a_row([opening, *others])}


def _confirmations(figures: Figures) -> Iterable[str]:
    late = figures.total - figures.recent
    assert figures.middle_age_days is not None
    if figures.total == 1:
        words = _("It was last confirmed %(days_ago)s.") if late else _("It was confirmed %(days_ago)s.")
        yield words % {"days_ago": wording.days_ago(figures.middle_age_days)}
        return
    yield _half_were_confirmed(figures.middle_age_days)
    if late:
        yield ngettext(
            "%(n)s was last confirmed more than %(days)s days ago.",
            "%(n)s were last confirmed more than %(days)s days ago.",
            late,
        ) % {"n": number(late), "days": CONFIRMED_FOR.days}


def _half_were_confirmed(days: int) -> str:
    if not days:
        return _("Half were confirmed today.")
    words = ngettext("Half were confirmed yesterday or today.", "Half were confirmed within the last %(n)s days.", days)
    return words % {"n": days}


def number(count: int) -> str:
    return f"{count:,}"


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Equals stay in their order."""
    return sorted(((slug, count) for slug, count in counts.items() if count), key=lambda pair: -pair[1])
