import pytest
from django.template import Context, Template

from articles.templatetags import guide_entries
from tests.factories.articles import make_article, make_edition, make_notice, make_reference

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_anew():
    guide_entries._made.cache_clear()


def shown(edition):
    words = "{% load guide_entries %}{% reference_list edition %}{% reference_previews edition %}"
    return Template(words).render(Context({"edition": edition}))


def test_each_source_stands_in_the_list_and_has_a_preview():
    references = [make_reference("one"), make_reference("two", study_type="review", unchecked_details="volume")]
    edition = make_edition(make_article(references=references, text="A.[@two] B.[@one] C.[@two]"))
    html = shown(edition)
    assert html.index('id="ref-two"') < html.index('id="ref-one"') < html.index('id="preview-two"')
    assert "Review article" in html
    assert "not checked: volume" in html
    assert 'href="#cite-two-b"' in html


def test_what_is_told_of_a_source_since_shows_at_once_and_what_is_known_is_made_once():
    reference = make_reference("one")
    edition = make_edition(make_article(references=[reference], text="A.[@one]"))
    assert "Retracted on" not in shown(edition)
    make_notice(reference, doi="10.1000/notice")
    again = type(edition).objects.get()
    assert shown(again).count("Retracted on 2 March 2026") == 2
    assert "https://doi.org/10.1000/notice" in shown(again)
    assert (guide_entries._made.cache_info().misses, guide_entries._made.cache_info().hits) == (2, 4)


def test_markup_in_a_record_is_shown_as_words():
    reference = make_reference("one", csl={"type": "book", "title": "<script>alert(1)</script>"})
    html = shown(make_edition(make_article(references=[reference], text="A.[@one]")))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html.lower()
