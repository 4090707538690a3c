from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from articles.models import RESERVED_SLUGS, Edition
from psychly.models import User
from tests.factories.articles import make_article, make_edition, make_next_edition, make_person, make_reference

pytestmark = pytest.mark.django_db


class TestConstraints:
    def test_one_article_per_language_and_slug(self):
        make_article(slug="same")
        with pytest.raises(IntegrityError):
            make_article(slug="same")

    def test_the_same_slug_in_another_language_is_another_article(self):
        make_article(slug="same")
        assert make_article(slug="same", language="es").pk

    @pytest.mark.parametrize("slug", RESERVED_SLUGS)
    def test_a_slug_is_not_reserved(self, slug):
        with pytest.raises(IntegrityError):
            make_article(slug=slug)

    def test_a_review_names_both_person_and_date(self):
        with pytest.raises(IntegrityError):
            make_article(reviewed_on=date(2026, 11, 2))

    def test_the_next_review_comes_after_the_writing(self):
        with pytest.raises(IntegrityError):
            make_article(written_on=date(2026, 11, 2), next_review_on=date(2026, 11, 2))


class TestReviewer:
    def test_is_one_person(self):
        article = make_article(
            reviewer=make_person(is_organization=True, credentials="MD"), reviewed_on=date(2026, 11, 2)
        )
        with pytest.raises(ValidationError) as error:
            article.clean()
        assert "reviewer" in error.value.message_dict

    def test_has_credentials_that_readers_can_see(self):
        article = make_article(reviewer=make_person(), reviewed_on=date(2026, 11, 2))
        with pytest.raises(ValidationError):
            article.clean()
        article.reviewer = make_person(credentials="MD")
        article.clean()


class TestPublish:
    def test_it_makes_a_numbered_edition_with_reason_and_person(self):
        user = User.objects.create_user("editor@example.com")
        edition = make_article().publish_without_review(by=user, reason=" First edition ", because="Nobody was free.")
        assert (edition.number, edition.reason, edition.published_by) == (1, "First edition", user)

    def test_the_next_edition_has_the_next_number(self):
        first = make_edition()
        assert make_next_edition(first).number == 2
        assert first.article.current_edition.number == 2

    def test_it_needs_a_reason(self):
        with pytest.raises(ValidationError):
            make_article().publish_without_review(by=None, reason="  ", because="Nobody was free.")
        assert not Edition.objects.exists()

    def test_it_refuses_a_text_with_problems_and_names_their_lines(self):
        article = make_article()
        article.text += "\n#### Too deep\n\nAnd.[@nobody]"
        with pytest.raises(ValidationError) as error:
            article.publish_without_review(by=None, reason="Better", because="Nobody was free.")
        assert error.value.messages == [
            "Line 7, “#### Too deep”: A heading level is skipped: “####” where “###” comes next.",
            "Line 9, “And.[@nobody]”: No reference has the key “nobody”.",
        ]

    def test_it_refuses_when_nothing_has_changed(self):
        edition = make_edition()
        with pytest.raises(ValidationError, match="Nothing has changed"):
            edition.article.publish_without_review(by=None, reason="Again", because="Nobody was free.")

    def test_a_new_date_of_review_is_a_change(self):
        assert make_next_edition(make_edition(), next_review_on=date(2098, 1, 1)).number == 2

    def test_an_edition_keeps_the_names_and_references_of_the_time(self):
        reference, author = make_reference("doe2020"), make_person(name="Ada Doe")
        edition = make_edition(make_article(references=[reference], authors=[author]))
        author.name, reference.csl = "Ada Roe", reference.csl | {"title": "Renamed"}
        author.save()
        reference.save()
        edition.refresh_from_db()
        assert edition.authors[0]["name"] == "Ada Doe"
        assert edition.references[0]["title"] == "A study of something"

    def test_references_come_in_the_order_of_their_numbers(self):
        a, b = make_reference("a"), make_reference("b")
        edition = make_edition(make_article(references=[a, b], text="One.[@b] Two.[@a]"))
        assert [csl["id"] for csl in edition.references] == ["b", "a"]
        assert [(entry.number, entry.key) for entry in edition.entries] == [(1, "b"), (2, "a")]


class TestWorkingCopy:
    def test_readers_see_nothing_of_it(self, client):
        edition = make_edition(title="Old title")
        article = edition.article
        article.title = "New title"
        article.save()
        response = client.get(article.get_absolute_url())
        assert "Old title" in response.content.decode()
        assert "New title" not in response.content.decode()

    def test_an_edition_made_to_look_at_is_not_saved(self):
        article = make_article()
        assert article.as_edition().number == 1
        assert not Edition.objects.exists()

    def test_one_with_editions_cannot_be_deleted(self):
        with pytest.raises(ProtectedError):
            make_edition().article.delete()

    @pytest.mark.parametrize("about", [{}, [{"@type": "Thing", "name": "x"}], ["Ketamine"], [{"@type": "Drug"}]])
    def test_what_it_is_about_is_said_in_the_words_of_schema_org(self, about):
        article = make_article(about=about)
        if about:
            with pytest.raises(ValidationError) as error:
                article.full_clean()
            assert "about" in error.value.message_dict
        article.about = [{"@type": "Drug", "name": "Ketamine"}]
        article.full_clean()
