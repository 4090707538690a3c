from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError

from articles.models import Article, Edition, EditionIsFinal
from tests.factories.articles import make_article, make_edition, make_next_edition, make_person, make_reference

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "Other",
    "summary": "Other",
    "text": "Other",
    "reason": "Other",
    "number": 7,
    "references": [],
    "authors": [],
    "written_on": date(2000, 1, 1),
    "next_review_on": date(2100, 1, 1),
}


class TestFinality:
    @pytest.mark.parametrize("name", WORDS)
    def test_no_word_can_be_changed(self, name):
        edition = make_edition()
        setattr(edition, name, WORDS[name])
        with pytest.raises(EditionIsFinal, match=name):
            edition.save()

    @pytest.mark.parametrize("name", WORDS)
    def test_not_even_many_at_once(self, name):
        edition = make_edition()
        with pytest.raises(EditionIsFinal):
            Edition.objects.update(**{name: WORDS[name]})
        setattr(edition, name, WORDS[name])
        with pytest.raises(EditionIsFinal):
            Edition.objects.bulk_update([edition], [name])

    def test_it_cannot_move_to_another_article(self):
        make_edition()
        with pytest.raises(EditionIsFinal):
            Edition.objects.update(article=make_article())

    def test_it_cannot_be_deleted(self):
        edition = make_edition()
        with pytest.raises(EditionIsFinal):
            edition.delete()
        with pytest.raises(EditionIsFinal):
            Edition.objects.all().delete()

    def test_a_person_who_leaves_takes_no_edition_along(self, django_user_model):
        user = django_user_model.objects.create_user("editor@example.com")
        edition = make_edition(by=user)
        user.delete()
        edition.refresh_from_db()
        assert edition.published_by is None


class TestRemaking:
    def test_what_is_made_from_the_words_can_be_made_again(self):
        edition = make_edition()
        html = edition.html
        Edition.objects.update(html="old", contents=[], entries_made=[], word_count=0)
        edition.refresh_from_db()
        assert edition.remake()
        edition.refresh_from_db()
        assert (edition.html, edition.word_count, len(edition.entries)) == (html, 10, 1)

    def test_it_says_when_nothing_came_out_new(self):
        assert not make_edition().remake()

    def test_the_command_does_it_for_every_edition(self, capsys):
        make_next_edition(make_edition())
        Edition.objects.filter(number=1).update(html="old")
        call_command("remake_editions")
        assert capsys.readouterr().out == "2 editions read, 1 made new.\n"
        assert not Edition.objects.filter(html="old").exists()


class TestConstraints:
    def test_one_edition_per_article_and_number(self):
        edition = make_edition()
        copy = edition.article.as_edition(reason="x")
        copy.number = 1
        with pytest.raises(IntegrityError):
            copy.save()

    def test_an_edition_number_is_positive(self):
        edition = make_article().as_edition(reason="x")
        edition.number = 0
        with pytest.raises(IntegrityError):
            edition.save()

    def test_an_edition_has_a_reason(self):
        with pytest.raises(IntegrityError):
            make_article().as_edition().save()


class TestReaders:
    def test_it_has_a_permanent_address(self):
        edition = make_edition(slug="ketamine")
        assert edition.get_absolute_url() == "/articles/ketamine/editions/1/"

    def test_a_late_review_shows_without_anybody_acting(self):
        with time_machine.travel("2026-01-02T12:00Z", tick=False):
            edition = make_edition(written_on=date(2026, 1, 1), next_review_on=date(2026, 7, 1))
        # On the day itself it is due.
        with time_machine.travel("2026-07-02T03:59Z", tick=False):
            assert not edition.is_overdue
            assert not Article.objects.with_overdue_review().exists()
        with time_machine.travel("2026-07-02T04:00Z", tick=False):
            assert edition.is_overdue
            assert Article.objects.with_overdue_review().exists()

    def test_reading_time_is_a_minute_at_least(self):
        assert Edition(word_count=5).reading_minutes == 1
        assert Edition(word_count=4400).reading_minutes == 20

    def test_the_contents_are_sections_with_their_parts(self):
        edition = make_edition(make_article(references=[], text="## A\n\n### A1\n\n### A2\n\n#### Deeper\n\n## B\n"))
        assert [(s["heading"]["title"], [part["title"] for part in s["parts"]]) for s in edition.sections] == [
            ("A", ["A1", "A2"]),
            ("B", []),
        ]

    def test_an_entry_knows_its_number_its_text_and_its_places(self):
        reference = make_reference("doe2020", doi="10.1000/x", study_type="review")
        [entry] = make_edition(make_article(references=[reference])).entries
        assert (entry.number, entry.key, entry.places, entry.study_type) == (1, "doe2020", ["a", "b"], "Review article")
        assert entry.html.startswith("Doe JA. A study of something. <i>Pain</i>. 2020;7:1-9. doi:10.1000/x")

    def test_it_has_a_name(self):
        assert str(make_edition(title="Ketamine")) == "Ketamine, edition 1"

    def test_who_reviewed_it_is_kept(self):
        reviewer = make_person(name="Ada Doe", credentials="MD")
        edition = make_edition(reviewer=reviewer, reviewed_on=date(2026, 11, 2))
        assert edition.reviewer["name"] == "Ada Doe"
        assert edition.reviewed_on == date(2026, 11, 2)
