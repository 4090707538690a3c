from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Edition, EvidenceClaim, Topic
from tests.factories.articles import (
    make_article,
    make_claim,
    make_edition,
    make_next_edition,
    make_reference,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def test_published_are_the_newest_editions():
    first = make_edition()
    second = make_next_edition(first)
    other = make_edition()
    make_article()
    assert set(Edition.objects.published()) == {second, other}


def test_published_are_those_in_the_language_of_the_page():
    english, spanish = make_edition(slug="same"), make_edition(slug="same", language="es")
    assert list(Edition.objects.published()) == [english]
    with override("es-mx"):
        assert list(Edition.objects.published()) == [spanish]


def test_of_an_article_are_all_its_editions():
    first = make_edition(slug="one")
    second = make_next_edition(first)
    make_edition(slug="two")
    assert set(Edition.objects.of("one")) == {first, second}


def test_about_a_topic():
    edition = make_edition()
    make_edition()
    assert list(Edition.objects.about(edition.article.topic)) == [edition]


def test_due_for_review():
    with time_machine.travel("2026-01-02T12:00Z", tick=False):
        due = make_edition(written_on=date(2026, 1, 1), next_review_on=date(2026, 7, 1))
        make_edition()
    with time_machine.travel("2026-06-30T12:00Z", tick=False):
        assert list(Edition.objects.published().due_for_review()) == []
    with time_machine.travel("2026-07-01T12:00Z", tick=False):
        assert list(Edition.objects.published().due_for_review()) == [due]


def test_lists_leave_the_words_in_the_database(django_assert_num_queries):
    make_next_edition(make_edition())
    with django_assert_num_queries(1):
        [edition] = Edition.objects.published().newest_first().without_text()
        assert edition.article.topic
    assert {"text", "html", "entries_made"} <= edition.get_deferred_fields()


def test_articles_that_are_published_have_an_edition():
    article = make_next_edition(make_edition()).article
    make_article()
    assert list(Article.objects.published()) == [article]


def test_topics_with_guides_have_something_to_read():
    topic = make_topic()
    make_article(topic=make_topic())
    make_edition(topic=topic)
    make_edition(topic=topic)
    assert list(Topic.objects.with_guides()) == [topic]


class TestMovedClaims:
    @pytest.fixture
    def claim(self):
        return make_claim("mood")

    def guide(self, claim):
        return make_edition(references=list(claim.references.all()), text=f"[[table: {claim.key}]]").article

    def moved(self, **of):
        return list(Article.objects.with_moved_claims(**of))

    def test_a_claim_as_it_was_moves_nothing(self, claim):
        self.guide(claim)
        claim.save()
        assert self.moved() == []

    @pytest.mark.parametrize("fields", [{"effect": "0.5"}, {"sentence": "Other words."}, {"certainty": "low"}])
    def test_guides_that_say_it_as_it_was_are_found(self, claim, fields):
        article, other = self.guide(claim), self.guide(make_claim("sleep"))
        EvidenceClaim.objects.filter(key="mood").update(**fields)
        assert self.moved() == self.moved(of={"mood"}) == [article]
        assert self.moved(of={"sleep"}) == []
        noted = {each.pk: each.has_moved_claims for each in Article.objects.noting_moved_claims()}
        assert noted == {article.pk: True, other.pk: False}

    def test_another_source_and_no_claim_at_all_are_changes(self, claim):
        article = self.guide(claim)
        claim.references.set([make_reference()])
        assert self.moved() == [article]
        claim.delete()
        assert self.moved() == [article]

    def test_the_next_edition_ends_it_even_before_it_is_out(self, claim):
        article = self.guide(claim)
        EvidenceClaim.objects.update(effect="0.5")
        publish(Article.objects.get(), reason="A better pool", at=timezone.now() + timedelta(days=1))
        assert self.moved() == []
        assert article.editions.count() == 2

    def test_a_draft_is_not_asked(self, claim):
        make_article(text="[[table: mood]]", references=list(claim.references.all()))
        EvidenceClaim.objects.update(effect="0.5")
        assert self.moved() == []

    def test_it_asks_no_more_for_more_guides(self, claim, django_assert_num_queries):
        for _number in range(3):
            self.guide(claim)
        EvidenceClaim.objects.update(effect="0.5")
        with django_assert_num_queries(4):
            assert len(self.moved()) == 3
