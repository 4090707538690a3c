import pytest

from articles.words.around import LONGEST
from articles.words.stems import stems_of
from directory import vocabulary
from directory.models import Position
from directory.results.excerpts import excerpts
from tests.factories.directory import days_ago, make_clinician, make_license, make_listing, make_term

pytestmark = pytest.mark.django_db


def shown(listing, words):
    return excerpts([listing.pk], frozenset(stems_of(words)), vocabulary.current()).get(listing.pk)


def work_at(listing, **license_fields):
    clinician = make_clinician(name="Lena Testperson", post_nominals="MD", role="psychiatrist")
    make_license(clinician, jurisdiction=listing.state, **license_fields)
    Position.objects.create(clinician=clinician, listing=listing, title="Medical director")


def test_the_headline_is_shown_for_a_word_in_it():
    listing = make_listing(
        name="Quiet Harbor", headline="Infusions by the sea.", practice_kind="pain_practice", routes=()
    )
    assert shown(listing, "quiet infusion") == ["Infusions by the sea."]


def test_what_the_card_shows_anyway_is_not_shown_again():
    listing = make_listing(
        name="Quiet Harbor", headline="Quiet infusions in Denver.", practice_kind="infusion_clinic", city="Denver"
    )
    assert shown(listing, "quiet infusion denver") == []


def test_the_city_of_a_practice_by_video_is_not_on_its_card():
    listing = make_listing(headline="At home in Denver.", by_video_only=True)
    assert shown(listing, "denver") == ["At home in Denver."]


def test_a_person_is_shown_by_name_role_and_title():
    listing = make_listing()
    work_at(listing)
    assert shown(listing, "lena") == ["Lena Testperson, MD, Psychiatrist, Medical director"]


def test_a_person_who_is_hidden_on_the_page_is_hidden_here():
    listing = make_listing()
    work_at(listing, expires_on=days_ago(1))
    assert shown(listing, "lena") == []


def test_a_term_is_shown_with_its_facet_for_any_word_for_it():
    make_term("language", "es", label="Spanish")
    listing = make_listing(statements=[("language", "es")])
    assert shown(listing, "spanish") == shown(listing, "español") == ["Language: Spanish"]


def test_a_treatment_is_on_the_card_already():
    make_term("route", "iv_infusion", label="IV infusion")
    assert shown(make_listing(), "drip infusion") == []


def test_each_shows_a_word_that_those_before_have_not():
    make_term("language", "es", label="Spanish")
    make_term("population", "veterans", label="Veterans")
    listing = make_listing(
        headline="Spanish and more.",
        description="We see veterans, in Spanish too.",
        statements=[("language", "es"), ("population", "veterans")],
    )
    assert shown(listing, "spanish veterans") == ["Spanish and more.", "Experience with: Veterans"]


def test_of_a_long_text_a_few_words_around_are_shown_and_no_half_ones():
    before, after = "We write to your doctor. " * 9, " We close at noon." * 9
    (excerpt,) = shown(make_listing(description=f"{before}Otters live here.{after}"), "otters")
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert "Otters live here. We close" in excerpt
    assert len(excerpt) <= LONGEST + 2
    assert set(excerpt.strip("…").split()) <= set(f"{before} Otters live here. {after}".split())


def test_a_word_longer_than_an_excerpt_is_cut_and_still_shown():
    (excerpt,) = shown(make_listing(description="otter" + "r" * 200), "otter" + "r" * 200)
    assert excerpt.startswith("otterrrr")
    assert len(excerpt) == LONGEST + 1


def test_a_listing_that_is_gone_has_none():
    listing = make_listing()
    pk = listing.pk
    listing.delete()
    assert excerpts([pk], frozenset(["practic"]), vocabulary.current()) == {}


def test_the_number_of_queries_does_not_grow_with_the_listings(django_assert_max_num_queries):
    stems, words = frozenset(["sea"]), vocabulary.current()
    listings = [make_listing(headline="By the sea.") for _ in range(3)]
    with django_assert_max_num_queries(50) as one:
        excerpts([listings[0].pk], stems, words)
    with django_assert_max_num_queries(len(one)):
        assert len(excerpts([listing.pk for listing in listings], stems, words)) == 3
