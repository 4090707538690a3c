"""The facets of a search as groups of check boxes. A page has hundreds of these, and a template takes ten times as long
for them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from directory.results.panel import FacetPanel, Option

register = template.Library()


@register.simple_tag
def facet_fields(facets: Iterable[FacetPanel]) -> SafeString:
    return mark_safe("\n".join(_field(facet) for facet in facets))


def _field(facet: FacetPanel) -> str:
    return (
        f'<fieldset class="facet field-group">\n<legend class="field-label">{escape(facet.label)}</legend>\n'
        f"{_checks(facet.name, facet.shown)}\n{_fold(facet) if facet.folded else ''}</fieldset>"
    )


def _fold(facet: FacetPanel) -> str:
    return (
        f'<details class="facet-more">\n<summary>{_more(len(facet.folded), get_language())}'
        f'<span class="visually-hidden">: {escape(facet.label)}'
        f"</span></summary>\n{_checks(facet.name, facet.folded)}\n</details>\n"
    )


@cache
def _more(number: int, language: str | None) -> str:
    return escape(ngettext("%(number)s more", "%(number)s more", number) % {"number": number})


def _checks(name: str, options: Iterable[Option]) -> str:
    return "\n".join([_check(name, option) for option in options])


def _check(name: str, option: Option) -> str:
    before, after = _around_the_number(name, option.slug, option.label, option.is_chosen)
    return f"{before}{option.count:,}{after}"


@lru_cache(maxsize=2**12)
def _around_the_number(name: str, slug: str, label: str, is_chosen: bool) -> tuple[str, str]:
    """To escape the same few hundred words takes longer than all else here."""
    checked = " checked" if is_chosen else ""
    return (
        f'<label class="check"><input type="checkbox" name="{escape(name)}" value="{escape(slug)}"{checked}> '
        f'<span class="check-label">{escape(label)}</span> <span class="check-count">',
        "</span></label>",
    )
