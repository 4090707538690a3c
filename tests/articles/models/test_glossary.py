import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from articles.models import Edition, GlossaryEntry
from tests.factories.articles import make_edition, make_entry, make_next_edition, make_notice, make_reference, publish

pytestmark = pytest.mark.django_db
TEXT = "## Trials\n\nNobody knew who got a placebo.[@{key}] A placebo has no drug in it.\n"


def guide_on_placebos(**fields):
    reference = make_reference()
    return make_edition(references=[reference], text=TEXT.format(key=reference.key), **fields)


def problems_of(**fields):
    entry = GlossaryEntry(**{"word": "placebo", "slug": "placebo", "explanation": "No drug in it."} | fields)
    with pytest.raises(ValidationError) as refused:
        entry.full_clean()
    return " ".join(refused.value.messages)


class TestEntry:
    def test_a_plain_one_is_fine(self):
        GlossaryEntry(word="placebo", slug="placebo", explanation="No drug in it.").full_clean()

    @pytest.mark.parametrize(
        ("explanation", "message"),
        [
            ("Said.[@nobody]", "No reference has the key “nobody”."),
            ("A miracle cure.", "promises more than studies show"),
            ("See [there](/articles/).", "stands by itself, without links"),
            ("## Heading\n\nWords.", "has no headings"),
            ("::: warning\nNever closed.", "never closed"),
            ("It was [[mood]].", "No claim with figures"),
            ("x" * 501, "at most 500 characters"),
            ("", "cannot be blank"),
        ],
    )
    def test_what_cannot_be_printed_or_followed_is_refused(self, explanation, message):
        assert message in problems_of(explanation=explanation)

    @pytest.mark.parametrize("word", ["*placebo*", "placebo\nx", "[placebo]", "a|b", "#placebo", " "])
    def test_a_word_has_no_notation(self, word):
        assert problems_of(word=word)

    @pytest.mark.parametrize("slug", ["references", "ref-x", "cite-x", "letter-a", "main", "Placebo", "a--b", "1a"])
    def test_its_place_is_not_one_of_the_page_and_reads_well(self, slug):
        assert problems_of(slug=slug)

    @pytest.mark.parametrize("slug", ["Not plain", "1a", ""])
    def test_the_database_refuses_such_a_place_too(self, slug):
        with pytest.raises(IntegrityError):
            make_entry(slug=slug)

    @pytest.mark.parametrize("again", [{"word": "Placebo", "slug": "other"}, {"word": "other", "slug": "placebo"}])
    def test_a_word_and_a_place_are_there_once(self, again):
        make_entry()
        with pytest.raises(IntegrityError):
            make_entry(**again)

    def test_forms_are_tidied(self):
        entry = GlossaryEntry(
            word="placebo", slug="placebo", explanation="No.", other_forms=" placebos \r\n\r\nsham\u00a0  pill\r\n"
        )
        entry.full_clean()
        assert (entry.other_forms, entry.forms) == ("placebos\nsham pill", ["placebo", "placebos", "sham pill"])

    @pytest.mark.parametrize("form", ["<b>", "*sham", "a|b", "[sham]"])
    def test_what_is_no_word_is_refused_among_the_forms(self, form):
        entry = GlossaryEntry(word="placebo", slug="placebo", explanation="No.", other_forms=f"sham\n{form}")
        with pytest.raises(ValidationError) as refused:
            entry.full_clean()
        assert set(refused.value.message_dict) == {"other_forms"}

    def test_it_keeps_what_it_cites(self):
        first, second = make_reference("a"), make_reference("b")
        entry = make_entry(explanation="Said.[@a]{low}")
        assert list(entry.references.all()) == [first]
        entry.explanation = "Said.[@b]"
        entry.save()
        assert list(entry.references.all()) == [second]

    def test_beside_a_word_it_is_plain(self):
        make_reference("a")
        entry = make_entry(explanation="No *drug*.[@a]{low} None.")
        assert (entry.plain, entry.cites) == ("No drug. None.", True)
        assert not make_entry("other").cites

    def test_it_has_an_address(self):
        assert make_entry().get_absolute_url() == "/articles/glossary/#placebo"


class TestGuides:
    def test_a_word_leads_to_its_explanation_where_it_first_stands(self):
        entry, edition = make_entry(), guide_on_placebos()
        assert edition.html_as_read.count('class="term"') == 1
        assert 'href="/articles/glossary/#placebo"' in edition.html_as_read
        assert edition.terms == [entry]

    def test_what_is_stored_of_an_edition_stays_what_it_was(self):
        edition = guide_on_placebos()
        before = edition.html
        make_entry()
        edition = Edition.objects.get()
        assert not edition.remake()
        assert edition.html == before
        assert 'class="term"' not in edition.html
        assert 'class="term"' in edition.html_as_read

    def test_another_explanation_is_no_other_edition(self):
        edition, entry = guide_on_placebos(), make_entry()
        entry.explanation = "Another word for it."
        entry.save()
        article = edition.article
        assert not article.as_edition().words_differ_from(edition)
        with pytest.raises(ValidationError, match="Nothing has changed"):
            publish(article, reason="Explained")

    def test_a_permanent_edition_leads_to_it_too(self):
        first = guide_on_placebos()
        make_next_edition(first)
        make_entry()
        assert 'class="term"' in Edition.objects.get(number=1).html_as_read

    def test_only_words_of_its_language(self):
        edition = guide_on_placebos()
        make_entry(language="de")
        assert Edition.objects.get(pk=edition.pk).terms == []

    def test_a_retracted_source_is_marked_all_the_same(self):
        edition = guide_on_placebos()
        make_entry()
        make_notice(edition.article.references.get())
        html = Edition.objects.get().html_as_read
        assert "cite-retracted" in html
        assert 'class="term"' in html

    def test_the_page_is_as_new_as_what_is_explained_on_it(self):
        edition = guide_on_placebos()
        entry = make_entry()
        assert Edition.objects.get(pk=edition.pk).page_modified_at == entry.updated_at
