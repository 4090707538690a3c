import pytest

from articles.words.stems import stems_of
from directory.models import Place
from directory.place_names import slug_of
from directory.results.recognition.places import LIKELY_PEOPLE, misspelt, recognised
from directory.results.recognition.typed import Typed
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db

CITIES = [
    ("Denver", "CO", 715_000),
    ("Springfield", "IL", 114_000),
    ("Springfield", "MA", 155_000),
    ("New York", "NY", 8_000_000),
    ("Kansas City", "MO", 500_000),
    ("Salt Lake City", "UT", 200_000),
    ("Aspen", "CO", 7_000),
    ("Mobile", "AL", 187_000),
    ("St. Louis", "MO", 300_000),
]


@pytest.fixture(autouse=True)
def gazetteer():
    for name, state, people in CITIES:
        make_place(name=name, slug=slug_of(name), state=state, population=people)
    make_place(Place.Kind.ZIP, name="Denver", zip5="80202", state="CO")
    make_place(Place.Kind.COUNTY, name="Cook County", county="Cook County", slug="cook-county", state="IL")
    for name, state in [("Colorado", "CO"), ("Kansas", "KS"), ("New York", "NY"), ("Oregon", "OR")]:
        make_place(Place.Kind.STATE, name=name, slug=name.lower(), state=state)


def meant(words, *, found="", by=recognised):
    """What stays of the words, and the places; `found` are words that stand in listings."""
    typed = Typed(words)
    place = by(typed, frozenset(stems_of(found)))
    return place and (typed.without(place.stretch), [choice.value for choice in place.choices])


@pytest.mark.parametrize(
    ("words", "rest", "places"),
    [
        ("ketamine denver", "ketamine", ["Denver, CO"]),
        ("denver ketamine", "ketamine", ["Denver, CO"]),
        ("Ketamine DENVER clinic", "Ketamine clinic", ["Denver, CO"]),
        ("infusion 80202", "infusion", ["80202"]),
        ("infusion 80202-1234", "infusion", ["80202"]),
        ("denver co 80202", "", ["80202"]),
        ("therapist springfield il", "therapist", ["Springfield, IL"]),
        ("therapist springfield, IL", "therapist", ["Springfield, IL"]),
        ("springfield illinois therapist", "therapist", ["Springfield, IL"]),
        ("therapist springfield", "therapist", ["Springfield, MA", "Springfield, IL"]),
        ("ketamine new york", "ketamine", ["New York State", "New York, NY"]),
        ("ketamine nyc", "ketamine", ["New York, NY"]),
        ("kansas city ketamine", "ketamine", ["Kansas City, MO"]),
        ("ketamine kansas", "ketamine", ["Kansas"]),
        ("ketamine salt lake city", "ketamine", ["Salt Lake City, UT"]),
        ("ketamine saint louis", "ketamine", ["St. Louis, MO"]),
        ("psychiatry cook county", "psychiatry", ["Cook County, IL"]),
        ("denver", "", ["Denver, CO"]),
    ],
)
def test_a_place_is_found_wherever_it_stands(words, rest, places):
    assert meant(words) == (rest, places)


@pytest.mark.parametrize("before", ["in", "near", "around", "within", "Near"])
def test_the_word_before_goes_with_it(before):
    assert meant(f"ketamine {before} denver") == ("ketamine", ["Denver, CO"])


@pytest.mark.parametrize("words", ["ketamine", "ketamine 99999", "in or me", "PA", "va", "12", "", "?!"])
def test_anything_else_is_no_place(words):
    assert meant(words) is None


def test_a_code_that_is_a_word_counts_behind_a_city_alone():
    make_place(name="Portland", slug="portland", state="OR", population=600_000)
    assert meant("therapy or medicine") is None
    assert meant("therapy portland or") == ("therapy", ["Portland, OR"])


def test_a_small_town_is_meant_where_no_listing_has_the_word():
    assert meant("ketamine aspen") == ("ketamine", ["Aspen, CO"])
    assert meant("ketamine aspen", found="aspen") is None
    assert meant("ketamine aspen co", found="aspen co") == ("ketamine", ["Aspen, CO"])
    assert meant("ketamine denver", found="denver") == ("ketamine", ["Denver, CO"])


def test_a_city_that_is_named_like_something_else_is_meant_only_where_nothing_else_is():
    assert meant("mobile infusion", found="mobile") is None
    assert meant("infusion mobile al", found="mobile") == ("infusion", ["Mobile, AL"])


def test_a_large_city_one_letter_off_is_meant_where_no_listing_has_the_word():
    make_place(name="Denvar", slug="denvar", state="TX", population=LIKELY_PEOPLE - 1)
    assert meant("ketamine in denvr", by=misspelt) == ("ketamine", ["Denver, CO"])
    assert meant("ketamine denvr", found="denvr", by=misspelt) is None
    assert meant("ketamine dnvr", by=misspelt) is None


def test_asking_takes_few_queries_however_many_words(django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        recognised(Typed("a bc " * 33), frozenset())
