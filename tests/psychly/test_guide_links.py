"""Where the shipped guides lead in the directory: a guide's own check knows no more than that an address resolves."""

from urllib.parse import urlsplit

import pytest

from articles.management.commands.load_articles import SHIPPED
from articles.markdown import render
from tests.sample import load_terms

GUIDES = sorted(SHIPPED.glob("*/article.md"))
LINKS = {link.href for guide in GUIDES for link in render(guide.read_text()).links}
TO_DIRECTORY = sorted(href for href in LINKS if href.startswith("/directory/"))
SEARCHES = [href for href in TO_DIRECTORY if urlsplit(href).path == "/directory/"]


def test_the_guides_lead_to_the_directory():
    assert TO_DIRECTORY


@pytest.mark.django_db
@pytest.mark.parametrize("href", sorted(set(TO_DIRECTORY) - set(SEARCHES)))
def test_each_other_link_to_the_directory_is_a_page_that_answers(client, href):
    assert client.get(href).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("href", SEARCHES)
def test_each_link_to_the_directory_is_a_search_that_can_be_answered(client, href):
    load_terms()
    response = client.get(href)
    assert response.status_code == 200
    assert [problem.sentence for problem in response.context["search"].problems] == []
