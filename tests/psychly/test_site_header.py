from unittest import mock

import pytest
from django.template.loader import render_to_string

from psychly.templatetags import standing as tag
from psychly.templatetags.site_header import site_header

PATHS = ["/", "/articles/", "/articles/a/", "/directory/", "/directory/in/co/", "/directory/mine/"]
PATHS += ["/directory/mine/a/", "/how-we-verify/", "/about/", "/accounts/login/"]


@pytest.mark.parametrize("path", PATHS)
def test_it_is_what_the_template_makes_of_the_path(path):
    assert site_header(path) == render_to_string("components/_site_header.html", {"path": path})


def test_it_marks_the_way_that_leads_to_where_the_reader_is():
    assert 'href="/directory/" aria-current="true"' in site_header("/directory/in/co/")
    assert 'href="/directory/" aria-current="page"' in site_header("/directory/")


def test_a_page_that_does_not_know_where_it_is_marks_nothing():
    assert "aria-current" not in site_header(None)


def test_however_many_addresses_there_are_few_are_made():
    site_header("/directory/a/")
    with mock.patch.object(tag, "render_to_string") as filling:
        for number in range(9):
            site_header(f"/directory/{number}/")
    assert not filling.called
