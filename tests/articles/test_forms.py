import pytest
from django.forms.models import model_to_dict

from articles.forms import ArticleForm, ReferenceForm, state_of
from articles.models import Article, Reference
from tests.factories.articles import make_article, make_reference

pytestmark = pytest.mark.django_db


def form_of(article, **data):
    return ArticleForm(model_to_dict(article) | {"opened": state_of(article)} | data, instance=article)


def test_a_sound_text_is_taken():
    assert form_of(make_article()).is_valid()


@pytest.mark.parametrize("text", ["Said.[@nobody]", "## A\n\n#### B", "[x](/articles/nowhere/)", "A miracle cure."])
def test_a_draft_may_have_problems(text):
    assert form_of(make_article(references=[]), text=text).is_valid()


def test_two_editors_do_not_overwrite_each_other():
    article = make_article()
    opened = state_of(article)
    Article.objects.get(pk=article.pk).save()
    form = form_of(article, opened=opened, title="Mine")
    [message] = form.non_field_errors()
    assert message.startswith("Somebody has saved this article since you opened it.")
    assert form["title"].value() == "Mine"


def test_what_differs_is_shown_and_saving_once_more_takes_mine():
    article = make_article(references=[], title="As it was", text="## Part\n\nOne word.")
    opened = state_of(article)
    theirs = Article.objects.get(pk=article.pk)
    theirs.text = "## Part\n\nTheir word."
    theirs.save()
    form = form_of(article, opened=opened, text="## Part\r\n\r\nMy word.", references=[])
    assert not form.is_valid()
    pieces = [(piece.kind, piece.text.strip()) for each in form.differences for piece in each.pieces]
    assert pieces == [("gone", "Their"), ("new", "My"), ("same", "word.")]
    again = ArticleForm(form.data, instance=Article.objects.get(pk=article.pk))
    assert again.is_valid(), again.errors
    assert again.save().text == "## Part\n\nMy word."


def test_a_third_who_saved_meanwhile_is_seen_too():
    article = make_article()
    form = form_of(article, opened="")
    assert not form.is_valid()
    Article.objects.get(pk=article.pk).save()
    assert not ArticleForm(form.data, instance=article).is_valid()


def test_what_does_not_say_when_it_was_opened_is_refused():
    assert not form_of(make_article(), opened="").is_valid()


@pytest.mark.parametrize("stored", ["One.\n\nTwo.\n", "One.\r\n\r\nTwo.", "  One.\n\nTwo.\n\n"])
def test_line_ends_and_blanks_at_the_ends_make_no_other_words(stored):
    article = make_article(references=[], text=stored, summary=stored)
    form = form_of(article, text="One.\r\n\r\nTwo.", summary="One.\r\n\r\nTwo.")
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["text"], form.cleaned_data["summary"]) == (stored, stored)


def test_what_the_text_cites_joins_the_list_by_itself():
    article, reference = make_article(references=[]), make_reference("doe2020")
    form = form_of(article, text="Said.[@doe2020]", references=[])
    assert form.is_valid(), form.errors
    form.save()
    assert list(article.references.all()) == [reference]


@pytest.mark.parametrize("typed", ["", "null", "[]"])
def test_what_a_guide_is_about_may_be_left_out(typed):
    form = form_of(make_article(), about=typed)
    assert form.is_valid(), form.errors
    assert form.save().about == []


def test_a_record_is_shown_so_that_a_person_can_mend_it():
    html = str(ReferenceForm(instance=make_reference())["csl"])
    assert "\n  &quot;title&quot;: &quot;A study of something&quot;" in html


def test_a_record_pasted_with_its_identifiers_gives_them_their_fields():
    pasted = '{"id": "x", "type": "webpage", "title": "Label", "DOI": "10.1000/x"}'
    form = ReferenceForm({"key": "label", "csl": pasted, "authors_complete": "on"})
    assert form.is_valid(), form.errors
    form.save()
    row = Reference.objects.get(key="label")
    assert (row.doi, row.csl) == ("10.1000/x", {"type": "webpage", "title": "Label"})
