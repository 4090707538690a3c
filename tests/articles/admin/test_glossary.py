import pytest

from articles.models import GlossaryEntry
from tests.articles.admin.test_article import posted, sign_in
from tests.factories.articles import make_article, make_entry, make_reference

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/glossaryentry/add/"
TYPED = {"word": "placebo", "slug": "placebo", "language": "en", "explanation": "No drug in it."}


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def change_page(entry):
    return f"/admin/articles/glossaryentry/{entry.pk}/change/"


def test_an_editor_explains_a_word(client, editor):
    make_reference("doe")
    client.post(ADD, TYPED | {"explanation": "No drug.[@doe]", "other_forms": "placebos\r\n"})
    entry = GlossaryEntry.objects.get()
    assert (entry.forms, [row.key for row in entry.references.all()]) == (["placebo", "placebos"], ["doe"])
    assert "placebos" in client.get("/admin/articles/glossaryentry/").content.decode()


def test_a_problem_is_named_and_nothing_saved(client, editor):
    page = client.post(ADD, TYPED | {"explanation": "Said.[@nobody]"}).content.decode()
    assert "No reference has the key “nobody”." in page
    assert not GlossaryEntry.objects.exists()


def test_it_shows_how_readers_see_it_and_keeps_its_place(client, editor):
    entry = make_entry(explanation="No *drug*.")
    page = client.get(change_page(entry)).content.decode()
    assert '<div class="reviewing-text"><p>No <em>drug</em>.</p>' in page
    assert 'name="slug"' not in page
    client.post(change_page(entry), TYPED | {"slug": "other", "explanation": "None."})
    entry.refresh_from_db()
    assert (entry.slug, entry.explanation) == ("placebo", "None.")


def test_support_may_not(client):
    sign_in(client, "support")
    assert client.get(ADD).status_code == 403


def test_the_live_preview_of_a_guide_marks_words_as_its_page_does(client, editor):
    make_entry()
    article = make_article(references=[], text="A placebo.\n")
    found = client.post("/admin/articles/article/check/", posted(article)).json()
    assert 'href="/articles/glossary/#placebo"' in found["html"]
    assert found["html"] == article.as_edition().html_as_read
    page = client.get(f"/admin/articles/article/{article.pk}/preview/").content.decode()
    assert found["html"] in page
    assert 'id="term-placebo"' in page


def test_a_reference_that_an_explanation_cites_is_kept(client, editor):
    reference = make_reference("doe")
    make_entry(explanation="No drug.[@doe]")
    assert client.get(f"/admin/articles/reference/{reference.pk}/delete/").status_code == 403
    assert 'name="key"' not in client.get(f"/admin/articles/reference/{reference.pk}/change/").content.decode()
