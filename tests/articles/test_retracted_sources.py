"""What became of a source is laid over a guide when it is read, in every edition, and no word of it changes."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from tests.factories.articles import make_csl, make_edition, make_next_edition, make_notice, make_reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide():
    row = make_reference("doe2020", csl=make_csl(title="Doubtful"))
    other = make_reference("roe2021", csl=make_csl(title="Sound"))
    return make_edition(slug="guide", text="Said.[@doe2020; @roe2021]\n\nAgain.[@doe2020]\n", references=[row, other])


def retract(guide, **fields):
    return make_notice(guide.article.references.get(key="doe2020"), **{"doi": "10.1000/notice"} | fields)


def page(client, path="/articles/guide/"):
    return client.get(path).content.decode()


def test_numbers_preview_list_and_the_top_say_so(client, guide):
    assert "etracted" not in page(client)
    retract(guide)
    content = page(client)
    assert content.count('aria-label="Reference 1, retracted"') == 2
    assert content.count("<strong>Retracted on 2 March 2026.</strong>") == 2
    assert content.count('href="https://doi.org/10.1000/notice"') == 2
    assert "A source of this guide has been retracted:" in content
    assert '<a href="#ref-doe2020">number 1</a>' in content


def test_an_old_edition_says_so_too_and_keeps_its_words(client, guide):
    make_next_edition(guide)
    before = Edition.objects.filter(pk=guide.pk).values().get()
    retract(guide)
    assert "Retracted on" in page(client, "/articles/guide/editions/1/")
    assert Edition.objects.filter(pk=guide.pk).values().get() == before


def test_a_concern_is_said_in_the_list_and_marks_no_number(client, guide):
    retract(guide, nature="concern", doi="")
    content = page(client)
    assert content.count("<strong>Expression of concern of 2 March 2026.</strong>") == 2
    assert "etracted" not in content


def test_a_reinstatement_takes_it_back(client, guide):
    retract(guide)
    retract(guide, nature="reinstatement", dated_on=date(2026, 4, 1))
    assert "etracted" not in page(client)


@pytest.mark.parametrize("path", ["/articles/guide/references.", "/articles/guide/editions/1/references."])
def test_every_file_carries_a_note(client, guide, path):
    note = "Retracted on 2 March 2026. https://doi.org/10.1000/notice"
    retract(guide)
    assert f"note = {{{note}}}" in page(client, f"{path}bib")
    assert f"N1  - {note}\r\n" in page(client, f"{path}ris")
    first, second = json.loads(page(client, f"{path}json"))
    assert (first["note"], "note" in second) == (note, False)


def test_a_reader_who_has_the_page_gets_the_new_one(client, guide):
    first = client.get("/articles/guide/")
    retract(guide, recorded_at=timezone.now() + timedelta(minutes=1))
    for name, value in (("If-None-Match", first["ETag"]), ("If-Modified-Since", first["Last-Modified"])):
        assert client.get("/articles/guide/", headers={name: value}).status_code == 200, name


# What any guide asks for: its edition, and the words that the glossary explains.
PAGE = 2


def test_a_guide_of_sound_sources_asks_nothing_more(client, guide, django_assert_num_queries):
    make_notice(make_reference("doe20202"))
    make_notice(make_reference("doe_020"))
    with django_assert_num_queries(PAGE):
        client.get("/articles/guide/")
    retract(guide)
    with django_assert_num_queries(PAGE + 1):
        client.get("/articles/guide/")
