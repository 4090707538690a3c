import re

import pytest
from django.db import IntegrityError

from articles.glossary import Glossary
from articles.models.addresses import leads_to_page
from tests.factories.articles import make_article, make_csl, make_edition, make_entry, make_notice, make_reference

pytestmark = pytest.mark.django_db
PAGE = "/articles/glossary/"


def make_three():
    make_reference("later", csl=make_csl(title="Second"))
    make_reference("first", csl=make_csl(title="First"))
    make_entry("placebo", explanation="No drug in it.[@later; @first]")
    make_entry("MADRS", explanation="A score.[@first]{low}")
    make_entry("pooled")


def test_words_stand_in_their_order_under_their_letters():
    make_three()
    headings = re.findall(r'<h([23]) id="([^"]+)">([^<]+)', Glossary().html)
    assert headings == [
        ("2", "letter-m", "M"),
        ("3", "madrs", "MADRS"),
        ("2", "letter-p", "P"),
        ("3", "placebo", "Placebo"),
        ("3", "pooled", "Pooled"),
    ]


def test_sources_are_numbered_through_and_lead_back():
    make_three()
    glossary = Glossary()
    assert [(entry.key, entry.number, entry.places) for entry in glossary.entries] == [
        ("first", 1, ["a", "b"]),
        ("later", 2, ["a"]),
    ]
    assert glossary.rendered.problems == []


def test_the_page_explains_lists_its_sources_and_can_be_linked_to_word_by_word(client):
    make_three()
    page = client.get(PAGE).content.decode()
    for part in ('href="#letter-p"', 'id="placebo"', 'id="ref-first"', 'id="preview-later"', 'id="certainty-key"'):
        assert part in page
    assert 'rel="canonical"' in page
    assert "noindex" not in page


def test_an_empty_glossary_says_so(client):
    page = client.get(PAGE).content.decode()
    assert "No word has been explained here yet." in page
    assert 'id="references"' not in page


def test_a_changed_record_is_printed_anew():
    reference = make_reference("a")
    make_entry(explanation="Said.[@a]")
    assert "A study of something" in Glossary().entries[0].html
    reference.csl = make_csl(title="Mended")
    reference.save()
    assert "Mended" in Glossary().entries[0].html


def test_a_retracted_source_is_marked_where_it_is_cited_and_in_the_list(client):
    make_three()
    make_notice(make_reference("gone"))
    entry = make_entry("sham", explanation="Said.[@gone]")
    page = client.get(PAGE).content.decode()
    assert "cite-retracted" in page
    assert "reference-retracted" in page
    entry.delete()
    assert "cite-retracted" not in client.get(PAGE).content.decode()


def test_the_page_costs_no_more_than_a_few_questions(client, django_assert_max_num_queries):
    make_three()
    with django_assert_max_num_queries(4):
        client.get(PAGE)


def test_a_guide_shows_the_explanation_and_leads_to_the_word(client):
    make_entry(explanation="No *drug* in it.")
    make_edition(slug="guide", references=[], text="A placebo.\n")
    page = client.get("/articles/guide/").content.decode()
    assert 'aria-describedby="term-placebo"' in page
    assert "<strong>Placebo.</strong> No drug in it." in page
    assert page.count('id="term-placebo"') == 1


def test_a_guide_without_such_words_has_no_list_of_them(client):
    make_edition(slug="guide", references=[], text="Words.\n")
    make_entry()
    assert "guide-terms" not in client.get("/articles/guide/").content.decode()


def test_no_guide_can_have_its_address():
    with pytest.raises(IntegrityError):
        make_article(slug="glossary")


@pytest.mark.parametrize(
    ("href", "leads"), [(PAGE, True), (f"{PAGE}#placebo", True), (f"{PAGE}#sham", False), (f"{PAGE}#letter-p", False)]
)
def test_a_guide_links_to_a_word_that_is_explained(href, leads):
    make_entry()
    assert leads_to_page(href, {}) is leads
