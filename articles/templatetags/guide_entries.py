"""The reference list of a guide and the previews beside its numbers, as HTML.

With some hundred sources they take longer than the rest of the page. They are made from nothing but what is handed in
here, so that each process makes them once and serves a long guide in the time of a short one.
"""

import json
from datetime import date
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from articles.citations.standing import Standing
from articles.models.entry import Entry

# Guides, the longest of which are half a megabyte in each process.
MOST_KEPT = 16

register = template.Library()


@register.simple_tag
def reference_list(edition):
    return _made(get_language(), edition.entries_told)[0]


@register.simple_tag
def reference_previews(edition):
    return _made(get_language(), edition.entries_told)[1]


@lru_cache(maxsize=MOST_KEPT)
def _made(_language, told):
    """The list and the previews."""
    entries = [Entry(csl, made, standing and _standing(standing)) for csl, made, standing in json.loads(told)]
    return [
        mark_safe("".join(render_to_string(name, {"entry": entry}) for entry in entries))
        for name in ("articles/_reference.html", "articles/_preview.html")
    ]


def _standing(told):
    return Standing(**told | {"dated_on": date.fromisoformat(told["dated_on"])})
