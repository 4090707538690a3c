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

# Longest guides are half a megabyte in each process.
MOST_KEPT = 16

register = template.Library()


@register.simple_tag
def reference_list(edition):
    return _made("articles/_reference.html", get_language(), _told(edition))


@register.simple_tag
def reference_previews(edition):
    return _made("articles/_preview.html", get_language(), _told(edition))


def _told(edition):
    """All that the two say, as text that can be compared."""
    return json.dumps(
        [[entry.csl, entry.made, entry.standing and vars(entry.standing)] for entry in edition.entries], default=str
    )


@lru_cache(maxsize=MOST_KEPT)
def _made(name, _language, told):
    entries = [Entry(csl, made, standing and _standing(standing)) for csl, made, standing in json.loads(told)]
    return mark_safe("".join(render_to_string(name, {"entry": entry}) for entry in entries))


def _standing(told):
    return Standing(**told | {"dated_on": date.fromisoformat(told["dated_on"])})
