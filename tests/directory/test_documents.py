import pytest

from articles.words.stems import stem
from directory.documents import document_of
from directory.models import Listing, Position
from tests.factories.directory import make_clinician, make_listing

pytestmark = pytest.mark.django_db


def document(labels=None, **fields):
    listing = make_listing(**{"name": "Quiet Harbor", "routes": ()} | fields)
    return document_of(Listing.objects.with_indexed_facts().get(pk=listing.pk), labels or {})


def test_the_name_stands_by_itself():
    assert document().name.split() == ["quiet", "harbor"]


def test_people_stand_with_the_headline():
    listing = make_listing(headline="Infusions by the sea.")
    Position.objects.create(listing=listing, clinician=make_clinician(name="Lena Marsh"))
    made = document_of(Listing.objects.with_indexed_facts().get(pk=listing.pk), {})
    assert {stem("infusions"), "lena", "marsh"} <= set(made.headline.split())


def test_own_words_and_jobs_stand_in_the_text():
    assert "otter" in document(description="Otters everywhere.").text.split()


def test_places_and_terms_are_tags():
    tags = document({("condition", "ptsd"): "Post-traumatic stress disorder (PTSD)"}).tags.split()
    assert {"denver", "colorado", "co", "80202", "ptsd"} <= set(tags)


@pytest.mark.parametrize("term", [("telehealth", "none"), ("payment", "not_stated"), ("room", "private_room")])
def test_what_nobody_asks_for_in_words_is_no_tag(term):
    assert "zebra" not in document({term: "Zebra"}).tags.split()


def test_a_word_counts_once_however_often_it_is_said():
    assert document(description="Calm. Calm. Calm.").text.split().count("calm") == 1


def test_a_misspelt_word_may_mean_a_whole_one_of_a_name_or_a_term():
    spelled = document({("condition", "ptsd"): "PTSD"}).spelled.split()
    assert {"quiet", "harbor", "denver", "ptsd"} <= set(spelled)
    assert "80202" not in spelled
    assert "co" not in spelled
