"""The choices of a facet as check boxes. A page has hundreds, and a template takes ten times as long for them."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from directory.results.panel import Option

register = template.Library()


@register.simple_tag
def facet_options(name: str, options: Iterable[Option]) -> SafeString:
    return mark_safe("\n".join(_check(name, option) for option in options))


def _check(name: str, option: Option) -> str:
    checked = " checked" if option.is_chosen else ""
    return (
        f'<label class="check"><input type="checkbox" name="{escape(name)}" value="{escape(option.slug)}"{checked}> '
        f'<span class="check-label">{escape(option.label)}</span> '
        f'<span class="check-count">{option.count:,}</span></label>'
    )
