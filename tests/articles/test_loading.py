import pytest

from articles.loading import CREATED, LEFT, UNCHANGED, UPDATED, LoadReport, load
from articles.models import Article, Person, Reference, Topic
from tests.factories.articles import make_article, make_csl, make_person, make_topic

pytestmark = pytest.mark.django_db


def outcome_of(model, key, values):
    report = LoadReport()
    row = load(report, model, key=key, values=values)
    [(outcome, rows)] = report.outcomes[model].items()
    assert rows == [row]
    return outcome


def load_topic(**values):
    return outcome_of(Topic, {"slug": "one"}, {"title": "One", "summary": "Said."} | values)


def test_a_new_row_is_created():
    assert load_topic() == CREATED
    assert Topic.objects.get().title == "One"


def test_the_same_again_changes_nothing():
    load_topic()
    assert load_topic() == UNCHANGED


def test_a_row_that_nobody_touched_follows_its_file():
    load_topic()
    assert load_topic(summary="Said better.") == UPDATED
    assert Topic.objects.get().summary == "Said better."
    assert load_topic(summary="Said best.") == UPDATED


def test_a_row_that_somebody_changed_is_left():
    load_topic()
    Topic.objects.update(summary="Ours.")
    assert load_topic(summary="Said better.") == LEFT
    assert Topic.objects.get().summary == "Ours."


def test_a_row_that_somebody_emptied_is_left():
    load_topic()
    Topic.objects.update(summary="")
    assert load_topic() == LEFT


def test_a_row_that_somebody_made_is_left():
    make_topic(slug="one", title="Ours")
    assert load_topic() == LEFT


def test_a_row_that_says_the_same_as_the_file_is_unchanged_whoever_wrote_it():
    make_topic(slug="one", title="One", summary="Said.")
    assert load_topic() == UNCHANGED


def test_a_field_added_to_a_file_later_reaches_rows_that_nobody_touched():
    load_topic()
    assert load_topic(position=1) == UPDATED
    assert outcome_of(Person, {"slug": "a"}, {"name": "A"}) == CREATED
    assert outcome_of(Person, {"slug": "a"}, {"name": "A", "role": "Writer"}) == UPDATED


def test_lists_of_rows_count_too():
    topic, first, second = make_topic(), make_person(), make_person()
    article = make_article(slug="one", topic=topic)
    values = {"title": article.title, "topic": topic, "authors": [second, first]}
    Article.objects.update(loaded_hash="")
    assert outcome_of(Article, {"slug": "one"}, values) == LEFT
    article.authors.set([first, second])
    assert outcome_of(Article, {"slug": "one"}, values) == UNCHANGED


def test_what_is_written_is_what_is_remembered():
    values = {"csl": make_csl(), "checked_on": "2026-11-01", "authors_complete": True}
    assert outcome_of(Reference, {"key": "a"}, values) == CREATED
    assert outcome_of(Reference, {"key": "a"}, values) == UNCHANGED
    assert outcome_of(Reference, {"key": "a"}, values | {"checked_on": "2026-11-02"}) == UPDATED


def test_a_box_that_somebody_ticked_is_a_change():
    assert outcome_of(Person, {"slug": "a"}, {"name": "A", "is_organization": False}) == CREATED
    Person.objects.update(is_organization=True)
    assert outcome_of(Person, {"slug": "a"}, {"name": "A", "is_organization": False}) == LEFT


def test_the_report_counts_and_names_what_was_left():
    report = LoadReport()
    make_topic(slug="one", title="Ours")
    load(report, Topic, key={"slug": "one"}, values={"title": "One"})
    load(report, Topic, key={"slug": "two"}, values={"title": "Two"})
    assert list(report.lines()) == [
        "Topics: 1 left as somebody changed it, 1 created.",
        "  Left as somebody changed it: Ours.",
    ]
