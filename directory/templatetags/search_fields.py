"""The fields above the results. Their template is filled in once for each distance and sort, and what was typed goes
into gaps: the page is made anew with every search, and its fields are nearly always the same."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from directory.forms import DEFAULT_RADIUS, RADII
from directory.results.fields import Fields

register = template.Library()

# Letters that no alphabet has.
WORDS, PLACE = "\ue000\ue001"


@register.simple_tag
def search_fields(fields: Fields) -> SafeString:
    if fields.listings or fields.wrong or WORDS in fields.place:
        # Whoever typed the letter of a gap does not fill it.
        return _printed(fields)
    gaps = fields._replace(words=fields.words and WORDS, place=PLACE)
    html = _with_gaps(gaps, get_language())
    return mark_safe(html.replace(PLACE, escape(fields.place)).replace(WORDS, escape(fields.words)))


@cache
def _with_gaps(fields: Fields, language: str | None) -> SafeString:
    return _printed(fields)


def _printed(fields: Fields) -> SafeString:
    context = {"fields": fields, "radii": RADII, "default_radius": DEFAULT_RADIUS}
    return render_to_string("directory/_search_fields.html", context)
