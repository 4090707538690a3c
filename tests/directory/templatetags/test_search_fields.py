from unittest import mock

import pytest
from django.template.loader import render_to_string

from directory.forms import DEFAULT_RADIUS, RADII
from directory.results.fields import Fields
from directory.templatetags import search_fields as tag
from directory.templatetags.search_fields import PLACE, WORDS, search_fields

PLAIN = Fields(words="", place="", radius=25, sort="best", listings=())
SHAPES = [
    {},
    {"words": "“ketamine” & <b>"},
    {"place": 'Denver, "CO"'},
    {"words": "pain", "place": "Reno", "radius": 100, "sort": "price"},
    {"listings": ("a-1", "b-2"), "place": "Reno"},
    {"wrong": frozenset(["q", "place", "radius"]), "chosen": (("route", ("iv_infusion", "im_injection")),)},
    {"wrong": frozenset(["place"]), "is_ambiguous": True, "place": "Springfield"},
    {"words": f"{PLACE}{WORDS}", "place": "Reno"},
    {"words": "pain", "place": f"{WORDS}{PLACE}"},
]


@pytest.mark.parametrize("shape", SHAPES)
def test_with_its_gaps_filled_it_is_what_the_template_makes(shape):
    search_fields(PLAIN._replace(words="other", place="Elsewhere"))
    fields = PLAIN._replace(**shape)
    context = {"fields": fields, "radii": RADII, "default_radius": DEFAULT_RADIUS}
    assert search_fields(fields) == render_to_string("directory/_search_fields.html", context)


def test_the_template_is_filled_in_once_for_each_shape():
    search_fields(PLAIN._replace(place="Boise"))
    with mock.patch.object(tag, "render_to_string") as filling:
        search_fields(PLAIN._replace(place="Salem"))
    assert not filling.called
