import re

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Edition
from tests.articles.admin.test_article import posted, sign_in
from tests.factories.articles import make_article, make_csl, make_reference, make_review

pytestmark = pytest.mark.django_db
CHECK, LOOK, PICK = (f"/admin/articles/article/{name}/" for name in ("check", "look", "pick"))


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def test_what_is_typed_is_rendered_as_readers_would_see_it(client, editor):
    make_reference("doe2020")
    found = client.post(CHECK, {"text": "Said.[@doe2020]\n\n## Part\n\nMore.\n"}).json()
    assert '<h2 id="part">Part</h2>' in found["html"]
    assert 'href="#ref-doe2020"' in found["html"]
    assert (found["words"], found["problems"]) == (3, [])
    assert [heading["title"] for heading in found["outline"]] == ["Part"]
    assert found["grade"] is not None


def test_it_is_the_text_that_publishing_makes(client, editor):
    article = make_article()
    assert client.post(CHECK, posted(article)).json()["html"] == article.as_edition().html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Said.[@nobody]", "No reference has the key “nobody”."),
        ("## A\n\n#### B", "A heading level is skipped"),
        ("[x](/articles/nowhere/)", "leads nowhere"),
        ("A miracle cure.", "promises more than studies show"),
        ("![](/x.png)", "no description"),
        ("![x](/x.png)", "A guide shows no pictures"),
        ("| | |\n|---|---|\n| a | b |", "This table has no heads"),
    ],
)
def test_what_blocks_publishing_is_named_while_typing_and_when_it_was_saved(client, editor, text, message):
    problems = client.post(CHECK, {"text": text}).json()["problems"]
    assert any(message in problem["sentence"] and problem["line"] for problem in problems)
    article = make_article(references=[])
    saved = client.post(f"/admin/articles/article/{article.pk}/change/", posted(article, text=text), follow=True)
    assert message in saved.content.decode()
    article.refresh_from_db()
    with pytest.raises(ValidationError, match=re.escape(message)):
        article.publish_without_review(by=None, reason="First edition", because="Nobody was free.")
    with pytest.raises(ValidationError, match=re.escape(message)):
        make_review(article)


def test_an_unused_reference_is_named(client, editor):
    unused = make_reference("unused")
    [problem] = client.post(CHECK, {"text": "Said.", "references": [unused.pk]}).json()["problems"]
    assert "which the text never cites" in problem["sentence"]


def test_advice_blocks_nothing(client, editor):
    found = client.post(CHECK, {"text": "About 20% felt sick."}).json()
    assert "without a source" in found["advice"][0]["sentence"]
    assert found["problems"] == []


def test_without_a_script_a_button_shows_it_and_saves_nothing(client, editor):
    article = make_article(title="Saved")
    response = client.post(LOOK, posted(article, title="Typed", text="Words *of* now.") | {"article": article.pk})
    content = response.content.decode()
    assert "Typed" in content
    assert "Words <em>of</em> now." in content
    assert "It is not saved" in content
    assert Article.objects.get().title == "Saved"
    assert not Edition.objects.exists()


def test_a_guide_that_is_new_can_be_looked_at(client, editor):
    assert client.post(LOOK, {"text": "## New\n"}).status_code == 200
    assert client.post(LOOK, {}).status_code == 200


def test_references_are_picked_by_key_name_or_title(client, editor):
    make_reference("price2022", csl=make_csl(title="Pooled trials", author=[{"family": "Price"}]))
    make_reference("doe2020", csl=make_csl(title="The price of it"))
    make_reference("other")

    def picked(wanted):
        return [each["key"] for each in client.get(PICK, {"q": wanted}).json()["references"]]

    assert picked("pri") == ["price2022", "doe2020"]
    assert picked("pooled") == ["price2022"]
    assert picked("nothing like it") == []
    assert "Pooled trials" in client.get(PICK, {"q": "price2022"}).json()["references"][0]["words"]


def test_however_many_there_are_they_are_asked_for_at_once(client, editor, django_assert_max_num_queries):
    client.get(PICK, {"q": "doe"})
    for number in range(30):
        make_reference(f"doe{number}x")
    with django_assert_max_num_queries(8):
        assert client.get(PICK, {"q": "doe"}).json()["references"]


def test_not_more_are_offered_than_a_person_reads(client, editor):
    for number in range(12):
        make_reference(f"doe{number}x")
    assert len(client.get(PICK, {"q": ""}).json()["references"]) == 8


@pytest.mark.parametrize("address", [CHECK, LOOK, PICK])
def test_it_is_for_those_who_write(client, address):
    ask = client.get if address == PICK else client.post
    assert ask(address).status_code == 302
    sign_in(client, "support")
    assert ask(address).status_code == 403


@pytest.mark.parametrize("address", [CHECK, LOOK])
def test_nothing_is_made_of_a_mere_visit(client, editor, address):
    assert client.get(address).status_code == 405


def test_what_was_typed_is_never_markup(client, editor):
    nasty = "<script>alert(1)</script>"
    assert nasty not in client.post(CHECK, {"text": nasty}).json()["html"]
    assert nasty not in client.post(LOOK, {"text": nasty, "title": nasty, "summary": nasty}).content.decode()


def test_the_page_of_writing_has_what_its_script_needs(client, editor):
    for page in (f"/admin/articles/article/{make_article().pk}/change/", "/admin/articles/article/add/"):
        content = client.get(page).content.decode()
        assert all(f'"{address}"' in content for address in (CHECK, LOOK, PICK))
        assert "js/writing" in content
        # Before the figure, so that one minute is no “1 minutes”.
        assert 'minutes to read: <span data-figure="minutes">' in content
