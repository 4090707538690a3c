"""The cards of results. The template of one is filled in once for each listing and day, and what differs from search to
search goes into gaps: a page has twenty cards, and a template takes a hundred times as long as its gaps."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language

from directory.results.cards import Card

register = template.Library()

# Letters that no alphabet has.
NUMBER, DISTANCE, REASONS, TOGGLE = "\ue000\ue001\ue002\ue003"


@register.simple_tag
def listing_cards(cards: Iterable[Card], first: int = 1) -> SafeString:
    """As the items of a list, numbered from this one on."""
    return mark_safe(
        "\n".join(f'<li id="result-{n}">{listing_card(card, n)}</li>' for n, card in enumerate(cards, first))
    )


def listing_card(card: Card, number: int) -> SafeString:
    if card.stems:
        # Words are marked wherever they stand on it.
        return _printed(card, str(number))
    html = _with_gaps(card).replace(NUMBER, str(number))
    html = html.replace(DISTANCE, _safe(card.distance)).replace(REASONS, _safe_reasons(*card.reasons))
    return mark_safe(html.replace(TOGGLE, escape(card.toggle.url)) if card.toggle else html)


# The cards of all searches say the same few.
_safe = lru_cache(maxsize=2**10)(escape)


@lru_cache(maxsize=2**10)
def _safe_reasons(*reasons: str) -> str:
    return escape(capfirst(" · ".join(reasons)))


def _with_gaps(card: Card) -> str:
    shape = get_language(), bool(card.distance), card.toggle and card.toggle.is_chosen
    if shape not in card.facts.printed:
        toggle = card.toggle and card.toggle._replace(url=TOGGLE)
        gaps = replace(card, distance=card.distance and DISTANCE, reasons=[REASONS], toggle=toggle)
        card.facts.printed[shape] = _printed(gaps, NUMBER)
    return card.facts.printed[shape]


def _printed(card: Card, number: str) -> SafeString:
    context = {"card": card, "facts": card.facts, "listing": card.listing, "number": number}
    return render_to_string("directory/_listing_card.html", context)
