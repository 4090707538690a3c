import pytest

from tests.factories.articles import make_person, make_topic

pytestmark = pytest.mark.django_db


def test_a_person_is_shown_with_credentials():
    assert str(make_person(name="Ada Doe", credentials="MD")) == "Ada Doe, MD"
    assert str(make_person(name="The Team")) == "The Team"


def test_an_edition_keeps_the_names_of_the_time():
    person = make_person(name="Ada Doe", credentials="MD", role="Reviewer", url="https://example.com/")
    assert person.as_named() == {
        "name": "Ada Doe",
        "credentials": "MD",
        "role": "Reviewer",
        "url": "https://example.com/",
        "is_organization": False,
    }


def test_a_topic_has_a_page():
    assert make_topic(slug="treatments").get_absolute_url() == "/articles/topics/treatments/"
