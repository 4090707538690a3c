from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from directory.results.cards import CardWords, cards
from directory.results.tray import Toggle
from directory.search.query import Hit, Sort
from directory.templatetags.listing_cards import listing_card, listing_cards
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def card():
    listing = make_listing(name="Quiet <Harbor>")
    return cards([Hit(listing.pk, 3.2, 5, True)], sort=Sort.BEST)[0]


def printed(card, number):
    context = {"card": card, "facts": card.facts, "listing": card.listing, "number": number}
    return render_to_string("directory/_listing_card.html", context)


SHAPES = [
    {},
    {"distance": ""},
    {"toggle": Toggle("/directory/?place=a&listing=b", False)},
    {"toggle": Toggle("/directory/?place=a", True)},
    {"reasons": ["<its> place", "today’s shuffle"]},
]


@pytest.mark.parametrize("shape", SHAPES)
def test_with_its_gaps_filled_it_is_what_the_template_makes(card, shape):
    other = replace(card, distance="about 7 miles", reasons=["farther than 100 miles"])
    listing_card(other, 3)
    shown = replace(card, **shape)
    assert listing_card(shown, 12) == printed(shown, 12)


def test_the_template_is_filled_in_once_for_each_shape(card):
    for number in range(5):
        listing_card(card, number)
    assert len(card.facts.printed) == 1


def test_words_are_marked_anew(card):
    shown = cards([Hit(card.listing.pk, 3.2, 5, True)], sort=Sort.BEST, words=CardWords(frozenset(["quiet"]), {}))[0]
    assert "<mark>Quiet</mark> &lt;Harbor&gt;" in listing_card(shown, 1)
    assert not shown.facts.printed


def test_the_numbers_go_on_from_the_first(card):
    html = listing_cards([card, card], 21)
    assert [place for place in (20, 21, 22, 23) if f'<li id="result-{place}">' in html] == [21, 22]
