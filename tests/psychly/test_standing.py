from unittest import mock

from django.template.loader import render_to_string
from django.test import override_settings

from psychly.templatetags import standing as tag
from psychly.templatetags.standing import standing

FOOTER = "components/_site_footer.html"


def test_a_part_is_filled_in_once_for_the_same_inputs():
    with mock.patch.object(tag, "render_to_string", wraps=render_to_string) as filling:
        first, second = (standing(FOOTER, contact_email="once@psychly.example") for _ in range(2))
        assert first == second == render_to_string(FOOTER, {"contact_email": "once@psychly.example"})
        assert "other@psychly.example" in standing(FOOTER, contact_email="other@psychly.example")
    assert filling.call_count == 2


@override_settings(DEBUG=True)
def test_while_the_site_is_being_written_each_page_fills_it_in():
    with mock.patch.object(tag, "render_to_string", wraps=render_to_string) as filling:
        standing(FOOTER, contact_email="twice@psychly.example")
        standing(FOOTER, contact_email="twice@psychly.example")
    assert filling.call_count == 2
