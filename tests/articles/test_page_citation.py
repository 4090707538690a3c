import json
from datetime import UTC, datetime

import pytest
from django.test import override_settings

from articles.incoming.read import read
from articles.models import Edition
from articles.page_citation import PageCitation
from tests.factories.articles import make_edition, make_next_edition, make_person

pytestmark = pytest.mark.django_db
ADDRESS = "https://psychly.example/articles/ketamine/editions/1/"


@pytest.fixture(autouse=True)
def on_the_web():
    with override_settings(SITE_URL="https://psychly.example"):
        yield


def edition_of(**fields):
    edition = make_edition(**{"slug": "ketamine", "title": "Ketamine: What & Why?"} | fields)
    edition.published_at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return edition


def test_it_is_printed_as_the_ama_style_wants_it():
    citation = PageCitation(edition_of())
    assert citation.words == f"The Team. Ketamine: What & Why? Psychly, edition 1. November 23, 2026. {ADDRESS}"
    assert "What &amp; Why?" in citation.html


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Jane A. Doe", "Doe JA."),
        ("Maria de la Cruz", "de la Cruz M."),
        ("Plato", "Plato."),
        ("Ann Lee Jr", "Lee A Jr."),
    ],
)
def test_people_are_named_as_people(name, printed):
    assert PageCitation(edition_of(authors=[make_person(name=name)])).words.startswith(printed)


@pytest.mark.parametrize("extension", ["bib", "ris", "json"])
def test_a_reference_manager_reads_the_file_again(client, extension):
    make_edition(slug="ketamine", title="Ketamine: What & Why?")
    answer = client.get(f"/articles/ketamine/editions/1/citation.{extension}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="ketamine-1.{extension}"'
    [item] = read(answer.content.decode()).found
    assert (item.csl["title"], item.csl["URL"]) == ("Ketamine: What & Why?", ADDRESS)
    assert item.csl["author"] == [{"literal": "The Team"}]


def test_an_old_edition_is_cited_as_what_it_was(client):
    make_next_edition(make_edition(slug="ketamine", title="Before"), title="After")
    [item] = json.loads(client.get("/articles/ketamine/editions/1/citation.json").content)
    assert item["title"] == "Before"
    assert "editions/1/" in item["URL"]


@pytest.mark.parametrize("path", ["ketamine/editions/2/citation.bib", "ketamine/editions/1/citation.txt"])
def test_there_is_none_of_what_is_not_there(client, path):
    make_edition(slug="ketamine")
    assert client.get(f"/articles/{path}").status_code == 404


def test_each_page_of_a_guide_has_it_with_a_button_that_waits_for_its_script(client):
    make_edition(slug="ketamine", title="Ketamine: What & Why?")
    edition = Edition.objects.get()
    for address in ("/articles/ketamine/", edition.get_absolute_url()):
        page = client.get(address).content.decode()
        assert PageCitation(edition).html in page
        assert 'data-copy="The Team. Ketamine: What &amp; Why? Psychly, edition 1.' in page
        assert 'data-copy="https://psychly.example/articles/ketamine/" hidden' in page
        assert 'href="/articles/ketamine/editions/1/citation.bib"' in page
