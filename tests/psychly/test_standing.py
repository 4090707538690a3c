from functools import partial
from unittest import mock

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.template.base import NodeList
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils.translation import override

from psychly.templatetags import standing as tag
from psychly.templatetags.standing import Once, standing

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


def template_of(source):
    return Template("{% load i18n standing %}" + source)


def test_a_stretch_is_filled_in_once_for_each_language():
    page = template_of("{% once %}{% get_current_language as now %}{% translate 'Home' %}{% endonce %}, {{ name }}")
    watched = partial(mock.patch.object, attribute="render", autospec=True)
    with (
        watched(Once, side_effect=Once.render) as shown,
        watched(NodeList, side_effect=NodeList.render) as filled,
    ):
        assert [page.render(Context({"name": name})) for name in "ab"] == ["Home, a", "Home, b"]
        with override("de"):
            page.render(Context({"name": "c"}))
    assert (shown.call_count, filled.call_count - 3) == (3, 2)


@override_settings(DEBUG=True)
def test_while_the_site_is_being_written_a_stretch_is_filled_in_each_time():
    page = template_of("{% once %}{% now 'u' %}{% endonce %}")
    assert page.render(Context()) != page.render(Context())


@pytest.mark.parametrize("inside", ["{{ name }}", "{% block title %}{% endblock %}", "{% if 1 %}{{ name }}{% endif %}"])
def test_a_stretch_that_differs_from_page_to_page_is_refused(inside):
    with pytest.raises(TemplateSyntaxError, match="no variables and no blocks"):
        template_of("{% once %}" + inside + "{% endonce %}")
