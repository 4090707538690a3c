import csv

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from directory.models import Place
from directory.search.atlas.load import refreshed
from directory.search.atlas.table import Atlas, Entry, Version
from directory.search.places import Found, find_place
from directory.search.suggestions import MOST, suggested
from tests.factories.directory import make_place

CITIES = [
    ("Denver, CO", 715_522),
    ("Denton, TX", 139_869),
    ("Denver, PA", 3_861),
    ("Denver, KS", 100),
    ("Springfield, MO", 169_176),
    ("Springfield, MA", 155_929),
    ("Springfield, IL", 114_394),
    ("Springfield, ID", 100),
    ("Springfield, MI", 5_292),
    ("St. Louis, MO", 301_578),
    ("Stockton, CA", 320_804),
    ("Fort Worth, TX", 918_915),
    ("Phoenix, AZ", 1_608_139),
    ("Albuquerque, NM", 564_559),
    ("Cincinnati, OH", 309_317),
    ("Berkley, MI", 15_194),
    ("Berkeley, CA", 124_321),
    ("Ely, NV", 3_924),
    ("Elyton, AL", 30_000),
    ("Orlando, FL", 307_573),
    ("Reno, NV", 264_165),
    ("Reno, TX (Lamar County)", 3_000),
    ("Reno, TX (Parker County)", 2_878),
]
COUNTIES = [("King County, WA", 232_900), ("King County, TX", 1), ("Denver County, CO", 71_552)]
STATES = [("Colorado", "CO", 4_700_000), ("Tennessee", "TN", 4_500_000), ("Louisiana", "LA", 3_000_000)]


def key(value):
    return value.partition(",")[0].lower().replace("st.", "saint").replace(" ", "")


@pytest.fixture(scope="module")
def atlas():
    cities = [Entry(value, "city", value.split(", ")[1][:2], people, (key(value),)) for value, people in CITIES]
    counties = [Entry(value, "county", value[-2:], people, (key(value),)) for value, people in COUNTIES]
    states = [Entry(name, "state", code, people, (code.lower(), name.lower())) for name, code, people in STATES]
    nicknamed = [
        Entry("New York, NY", "city", "NY", 8_804_190, ("newyork", "nyc", "newyorkcity")),
        Entry("Los Angeles, CA", "city", "CA", 3_898_747, ("losangeles", "la")),
    ]
    return Atlas(Version(0, 0), [*cities, *counties, *states, *nicknamed])


@pytest.fixture
def values(atlas):
    return lambda text: [choice.value for choice in suggested(text, atlas)]


class TestBeginnings:
    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("den", "Denver, CO"),
            ("color", "Colorado"),
            ("king co", "King County, WA"),
            ("springfield", "Springfield, MO"),
            ("st lou", "St. Louis, MO"),
            ("saint lou", "St. Louis, MO"),
            ("ft worth", "Fort Worth, TX"),
            ("nyc", "New York, NY"),
            ("new york c", "New York, NY"),
            ("la", "Los Angeles, CA"),
            ("DÉNVER", "Denver, CO"),
            ("  den ", "Denver, CO"),
        ],
    )
    def test_the_largest_that_begins_so_comes_first(self, values, typed, first):
        assert values(typed)[0] == first

    def test_all_kinds_stand_in_one_order(self, values):
        assert values("den") == ["Denver, CO", "Denton, TX", "Denver County, CO", "Denver, PA", "Denver, KS"]

    def test_a_code_means_its_state(self, values):
        assert values("co")[0] == "Colorado"
        assert "Louisiana" in values("la")

    def test_an_abbreviation_may_be_all_that_is_typed(self, values):
        assert values("st") == ["Stockton, CA", "St. Louis, MO"]

    def test_a_whole_name_comes_before_a_larger_place_that_goes_on(self, values):
        assert values("ely") == ["Ely, NV", "Elyton, AL"]

    def test_each_place_comes_once_and_there_are_not_too_many(self, values):
        for typed in ("s", "d", "springfield", "nyc", "ne"):
            assert len(values(typed)) == len(set(values(typed))) <= MOST

    def test_a_choice_has_a_value_a_label_and_a_kind(self, atlas):
        choice = suggested("king", atlas)[0]
        assert (choice.value, choice.label, choice.kind) == ("King County, WA", "King County, WA", "county")


class TestStates:
    def test_a_name_and_the_beginning_of_a_state_narrow_it(self, values):
        assert values("springfield i") == ["Springfield, IL", "Springfield, ID"]
        assert values("springfield, il") == values("springfield il") == ["Springfield, IL"]

    def test_a_code_comes_before_larger_places_of_states_that_begin_so(self, values):
        assert values("springfield, mi") == ["Springfield, MI", "Springfield, MO"]

    def test_the_name_may_still_go_on_before_a_comma(self, values):
        assert values("spring, ill") == ["Springfield, IL"]

    def test_a_mistake_is_forgiven_in_the_name_and_in_the_state(self, values):
        assert values("sprinfield il") == ["Springfield, IL"]
        assert values("Denver, Colrado")[0] == "Denver, CO"

    def test_a_county_tells_namesakes_of_one_state_apart(self, values):
        assert values("Reno, TX") == ["Reno, TX (Lamar County)", "Reno, TX (Parker County)"]
        assert values("Reno, TX (par") == ["Reno, TX (Parker County)"]
        assert values("Reno, TX (Kent County)") == values("Reno, TX")


class TestMistakes:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("denvr", "Denver, CO"),
            ("pheonix", "Phoenix, AZ"),
            ("albuqerque", "Albuquerque, NM"),
            ("albuqer", "Albuquerque, NM"),
            ("cinncinati", "Cincinnati, OH"),
            ("tennesee", "Tennessee"),
            ("orlnado", "Orlando, FL"),
            ("hpoenix", "Phoenix, AZ"),
            ("phoenixs", "Phoenix, AZ"),
        ],
    )
    def test_one_mistake_is_forgiven(self, values, typed, meant):
        assert values(typed)[0] == meant

    def test_what_is_typed_comes_first_and_a_larger_place_with_one_mistake_after_it(self, values):
        assert values("berkley") == ["Berkley, MI", "Berkeley, CA"]
        assert values("berkeley") == ["Berkeley, CA"]

    def test_much_smaller_places_are_not_added_to_a_mistake(self, values):
        assert values("denvr") == ["Denver, CO", "Denver County, CO", "Denver, PA"]

    def test_the_beginning_of_what_follows_is_no_mistake(self, values):
        assert "Springfield, MO" not in values("springfield i")

    def test_two_mistakes_and_very_short_words_are_not_guessed_at(self, values):
        assert values("dmvr") == values("rxo") == []


@pytest.mark.django_db
class TestZipCodes:
    @pytest.fixture(autouse=True)
    def zip_codes(self):
        for zip5 in ("80201", "80202", "80210", "81001", "02138"):
            make_place(Place.Kind.ZIP, zip5=zip5)

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("80", ["80201", "80202", "80210"]),
            ("80202", ["80202"]),
            ("80202-12", ["80202"]),
            ("Denver, CO 802", ["80201", "80202", "80210"]),
            ("2138", ["02138"]),
            ("9", []),
        ],
    )
    def test_digits_are_a_zip_code(self, values, typed, found):
        assert values(typed) == found

    def test_letters_are_none(self, values):
        assert "80202" not in values("den")

    def test_a_zip_code_says_its_town(self, atlas):
        (choice,) = suggested("80202", atlas)
        assert (choice.value, choice.label, choice.kind) == ("80202", "80202 (Denver, CO)", "zip")


typed = st.one_of(st.text(st.characters(), max_size=80), st.from_regex(r"[\w ,.()'-]{0,60}"))


@pytest.mark.django_db
@given(text=typed)
@example("\ud800\udfff")
@example("\x00")
@example("ſ" * 10_000)
@example("(" * 10_000)
@example("a, " * 4_000)
@example("zzzz" * 10)
@example("१२३४५")
@example("39.74,-104.98")
@example("\xff\xff\xff\xff")
@example("<script>alert(1)</script>")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_breaks_it(atlas, text):
    choices = suggested(text, atlas)
    assert len(choices) <= MOST
    assert {choice.kind for choice in choices} <= set(Place.Kind.values)


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", " ", ",", "…", "()", "39.74,-104.98"])
def test_nothing_that_could_be_a_name_finds_nothing(values, text):
    assert values(text) == []


def test_a_small_place_typed_in_full_with_its_state_stands_before_all_that_begin_so():
    larger = [Entry(f"Bell{ending}, FL", "city", "FL", 10_000, (f"bell{ending}",)) for ending in "abcdefghij"]
    atlas = Atlas(Version(0, 0), [*larger, Entry("Bell, FL", "city", "FL", 400, ("bell",))])
    assert suggested("Bell, FL", atlas)[0].value == "Bell, FL"
    assert suggested("bell fl", atlas)[0].value == "Bell, FL"
    assert suggested("bell", atlas)[0].value == "Bella, FL"


@pytest.mark.corpora
@pytest.mark.django_db
def test_every_post_office_is_suggested_as_the_search_finds_it(corpora):
    call_command("load_places", verbosity=0)
    atlas, lost = refreshed(None), []
    with (corpora / "places" / "all_us_zipcodes.csv").open(encoding="utf-8", newline="") as file:
        names = sorted({f"{row['city']}, {row['state']}" for row in csv.DictReader(file)})
    for name in names:
        answer = find_place(name)
        if isinstance(answer, Found) and answer.value not in [choice.value for choice in suggested(name, atlas)]:
            lost.append((name, answer.value))
    assert len(names) > 20_000
    assert lost == []
