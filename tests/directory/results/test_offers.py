import pytest
from django.http import QueryDict

from directory import vocabulary
from directory.filters import ListingFilter
from directory.models import Place
from directory.results.offers import MOST_PLACES, Offers
from directory.search import live
from tests.factories.directory import make_listing, make_place, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def spanish():
    make_term("language", "es", label="Spanish")


@pytest.fixture
def denver():
    make_place(name="Denver", slug="denver", state="CO", latitude=39.74, longitude=-104.98, population=700_000)
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")


def offers(address, first_name=""):
    asked = ListingFilter(QueryDict(address), vocabulary.current())
    assert asked.is_valid(), asked.errors
    answer = live.search(asked.query()).words
    return Offers(asked, vocabulary.current(), answer).all(first_name)


def told(address, first_name=""):
    """What is offered, as the page tells it."""
    return [
        f"{offer.lead} {link.label} ({link.total}) {link.url}"
        for offer in offers(address, first_name)
        for link in offer.links
    ]


class TestFilters:
    def test_a_word_is_offered_as_the_filter_it_names(self):
        make_listing(statements=[("language", "es")])
        make_listing()
        assert told("q=spanish") == ["“spanish” as a filter: Language: Spanish (1) /directory/?language=es"]

    def test_everything_else_is_kept_and_the_page_is_not(self):
        make_listing(name="Quiet Harbor", statements=[("language", "es"), ("language", "fr")])
        (told_one,) = told("q=quiet+spanish&route=iv_infusion&language=fr&sort=name&page=1")
        assert told_one.endswith("(1) /directory/?q=quiet&route=iv_infusion&language=fr&language=es&sort=name")

    def test_one_that_would_leave_nobody_is_not_offered(self):
        make_listing()
        assert told("q=spanish") == []

    def test_words_around_go_with_it_where_they_mean_nothing_alone(self):
        make_listing(name="Quiet Harbor", statements=[("language", "es")])
        assert told("q=quiet+with+spanish")[0].endswith("/directory/?q=quiet&language=es")

    def test_a_corrected_word_is_offered_too(self):
        make_listing(statements=[("language", "es")])
        assert told("q=spansh") == ["“spanish” as a filter: Language: Spanish (1) /directory/?language=es"]

    def test_whoever_types_a_name_does_not_mean_a_part_of_it(self):
        make_listing(name="Spanish Steps Clinic", statements=[("language", "es")])
        assert told("q=spanish+steps", first_name="Spanish Steps Clinic") == []
        assert told("q=spanish", first_name="Spanish Steps Clinic") != []
        assert told("q=spanish+steps", first_name="Quiet Harbor") != []

    def test_it_explains_where_no_listing_has_the_words(self):
        make_term("accepting", "newpt", label="Accepting new patients")
        make_listing(accepting="newpt", headline="Something new.", statements=[("language", "es")])
        assert [offer.explains for offer in offers("q=new+patients")] == [True]
        assert [offer.explains for offer in offers("q=spanish")] == [False]

    def test_thoughts_of_suicide_are_not_called_a_filter(self):
        make_listing(conditions=["mdd_si"])
        assert [offer.lead for offer in offers("q=suicide")] == [
            "Practices that say they treat people with such thoughts:"
        ]


class TestPlaces:
    def test_a_word_is_offered_as_the_place_it_names(self, denver):
        make_listing(name="Quiet Harbor")
        assert told("q=quiet+denver") == [
            "“denver” as a place: near Denver, CO (1) /directory/?q=quiet&place=Denver%2C+CO"
        ]

    def test_a_state_has_no_distance_to_sort_by(self, denver):
        make_listing(name="Quiet Harbor")
        assert told("q=quiet+in+colorado&place=Denver&radius=50&sort=distance&route=iv_infusion") == [
            "“colorado” as a place: in Colorado (1) /directory/?q=quiet&place=Colorado&radius=50&route=iv_infusion"
        ]

    def test_of_namesakes_those_are_offered_that_find_somebody(self, denver):
        make_place(name="Denver", slug="denver", state="PA", latitude=40.2, longitude=-76.1, population=4_000)
        make_listing(name="Quiet Harbor")
        assert [line.split(": ")[1].split(" /")[0] for line in told("q=quiet+denver")] == ["near Denver, CO (1)"]

    def test_a_name_under_which_nobody_lives_needs_its_state(self):
        make_place(name="Cost", slug="cost", state="TX", population=0)
        make_listing(name="Quiet Harbor")
        assert told("q=quiet+cost") == []
        assert [line.split(" /")[0] for line in told("q=quiet+cost+tx")] == ["“cost tx” as a place: near Cost, TX (1)"]

    def test_the_largest_stays_where_only_a_namesake_finds_somebody(self, denver):
        make_place(name="Denver", slug="denver", state="PA", latitude=40.2, longitude=-76.1, population=4_000)
        make_listing(name="Quiet Harbor", latitude=40.2, longitude=-76.1)
        (offer,) = offers("q=quiet+denver")
        assert [(link.label, link.total) for link in offer.links] == [("near Denver, CO", 0), ("near Denver, PA", 1)]

    def test_where_none_does_the_largest_are_offered_all_the_same(self):
        for number, state in enumerate(["IL", "MA", "MO", "OR"]):
            make_place(name="Springfield", slug="springfield", state=state, population=100_000 + number)
        make_listing(name="Quiet Harbor", latitude=30)
        (offer,) = offers("q=quiet+springfield")
        assert [(link.label, link.total) for link in offer.links] == [
            ("near Springfield, OR", 0),
            ("near Springfield, MO", 0),
            ("near Springfield, MA", 0),
        ][:MOST_PLACES]

    def test_it_explains_where_no_listing_has_the_words_together(self, denver):
        make_listing(name="Quiet Harbor", city="Aurora", headline="Near Denver.")
        make_listing(name="Still Meadow", city="Aurora")
        assert [offers(f"q={words}")[0].explains for words in ("quiet+denver", "meadow+denver")] == [False, True]

    def test_a_misspelt_city_is_offered_where_no_listing_has_the_word(self, denver):
        make_listing(name="Quiet Harbor", city="Aurora")
        assert told("q=quiet+denvr") == [
            "“denvr” as a place: near Denver, CO (1) /directory/?q=quiet&place=Denver%2C+CO"
        ]

    def test_it_comes_before_the_filters(self, denver):
        make_listing(statements=[("language", "es")])
        assert [offer.lead for offer in offers("q=spanish+denver")] == [
            "“denver” as a place:",
            "“spanish” as a filter:",
        ]


class TestNearness:
    def test_whoever_looks_near_by_is_asked_for_a_place(self):
        make_listing(name="Quiet Harbor")
        (offer,) = offers("q=quiet+near+me")
        assert offer.lead == "“near me”: we do not know where you are."
        assert [(link.label, link.url, link.total) for link in offer.links] == [
            ("type your city or ZIP code", "#id_place", None),
            ("leave these words out", "/directory/?q=quiet", 1),
        ]


def test_plain_words_offer_nothing(denver):
    make_listing(name="Quiet Harbor")
    assert told("q=quiet") == told("q=xyzzy") == []


@pytest.mark.parametrize("words", ["spanish+denver", "spanish+near+me", "new+patients+colorado"])
def test_each_number_is_what_its_address_finds(denver, words):
    make_term("accepting", "newpt", label="Accepting new patients")
    make_listing(statements=[("language", "es")], accepting="newpt")
    make_listing(statements=[("language", "es")], accepting="nopt")
    for offer in offers(f"q={words}&route=iv_infusion"):
        for link in offer.links:
            if link.total is not None:
                asked = ListingFilter(QueryDict(link.url.partition("?")[2]), vocabulary.current())
                assert asked.is_valid()
                assert link.total == live.search(asked.query()).total
