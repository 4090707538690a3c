from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from articles.models import Article, Edition, Topic
from tests.factories.articles import make_article, make_edition, make_next_edition, make_topic

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
