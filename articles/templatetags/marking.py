"""Marks the words that were searched for."""

from collections.abc import Set

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from articles.words.stems import highlighted

register = template.Library()


@register.filter
def marked(text: str, stems: Set[str]) -> SafeString:
    """The text, safe to show, with those of its words in <mark> that have one of these stems."""
    if not stems:
        return conditional_escape(text)
    return format_html_join("", "{}", ((_piece(*piece),) for piece in highlighted(text, stems)))


def _piece(text: str, is_one: bool) -> SafeString:
    return format_html("<mark>{}</mark>", text) if is_one else conditional_escape(text)
