from string import ascii_lowercase

from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as st

from directory.models import Place
from directory.place_names import slug_of
from directory.search.gazetteer import (
    LARGEST,
    _after,
    like,
    misspelt,
    named,
    populations,
    states,
    words_of_places,
    zip_code,
    zip_codes_beginning,
    zip_codes_near,
)
from tests.factories.directory import make_place

ZIP, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.COUNTY, Place.Kind.STATE

keys_with_digits = st.text(ascii_lowercase + "0123456789", min_size=1, max_size=20)


def values(places):
    return [place.value for place in places]


class ZipCodeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        for zip5 in ("80201", "80202", "80210", "80301", "81001", "02138"):
            make_place(ZIP, zip5=zip5)

    def test_a_zip_code_is_found_or_not(self):
        self.assertEqual(zip_code("80202").value, "80202")
        self.assertIsNone(zip_code("80299"))

    def test_those_that_begin_so_come_by_number(self):
        self.assertEqual(values(zip_codes_beginning("802")), ["80201", "80202", "80210"])
        self.assertEqual(values(zip_codes_beginning("0")), ["02138"])
        self.assertEqual(values(zip_codes_beginning("9")), [])

    def test_neighbors_come_by_number_and_never_from_another_prefix(self):
        self.assertEqual(values(zip_codes_near("80203", 5)), ["80202", "80201"])
        self.assertEqual(values(zip_codes_near("80250", 5)), ["80210", "80202", "80201"])

    def test_a_shorter_prefix_is_tried_where_the_longer_has_none(self):
        self.assertEqual(values(zip_codes_near("81999", 5)), ["81001"])
        self.assertEqual(zip_codes_near("99999", 5), [])

    def test_only_as_many_as_asked_for(self):
        self.assertEqual(values(zip_codes_near("802", 2)), ["80201", "80202"])

    def test_four_digits_have_lost_their_zero(self):
        self.assertEqual(values(zip_codes_near("2138", 1)), ["02138"])


class NamedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_place(population=700_000)
        make_place(state="PA", population=3_000)
        make_place(COUNTY, name="Denver County")
        make_place(STATE, name="Colorado")
        make_place(ZIP, zip5="80202")
        make_place(ZIP, state="NC", zip5="28037")

    def test_a_post_office_counts_where_no_city_of_the_state_has_the_name(self):
        self.assertEqual(values(named("Denver")), ["Denver, CO", "Denver, PA", "Denver, NC"])

    def test_a_post_office_is_spelled_as_its_first_zip_code_spells_it(self):
        make_place(ZIP, name="Chandler Heights", state="AZ", zip5="85227")
        make_place(ZIP, name="Chandler Hts", state="AZ", zip5="85127")
        self.assertEqual(values(named("chandler hts")), ["Chandler Hts, AZ"])

    def test_one_state_can_be_asked_for(self):
        self.assertEqual(values(named("denver", "NC")), ["Denver, NC"])
        self.assertEqual(named("denver", "TX"), [])

    def test_a_county_has_its_whole_name(self):
        self.assertEqual(values(named("Denver County")), ["Denver County, CO"])

    def test_states_are_asked_for_by_code(self):
        self.assertEqual(values(states("CO")), ["Colorado"])
        self.assertEqual(named("Colorado"), [])

    def test_what_looks_like_a_name_comes_from_the_state_first(self):
        self.assertEqual(values(like("Denvr", "PA", 5)), ["Denver, PA", "Denver, CO"])
        self.assertEqual(values(like("Denv", "", 1)), ["Denver, CO"])

    def test_nothing_looks_like_nothing(self):
        self.assertEqual(like("…", "", 5), [])

    def test_what_looks_like_a_name_takes_few_queries(self):
        with self.assertNumQueries(6):
            like("Denvr", "CO", 5)


@given(keys_with_digits, keys_with_digits)
def test_what_begins_so_comes_before_what_does_not(beginning, key):
    assert beginning <= beginning + key < _after(beginning)
    assert key.startswith(beginning) == (beginning <= key < _after(beginning))


class PopulationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_place(name="Springfield", slug="springfield", state="IL", population=114_000)
        make_place(name="Springfield", slug="springfield", state="MA", population=155_000)
        make_place(name="New York", slug="new-york", state="NY", population=8_000_000)
        make_place(COUNTY, name="Cook County", county="Cook County", slug="cook-county", state="IL")
        make_place(ZIP, name="Littletown", zip5="80299", state="CO")

    def test_each_state_that_has_the_name_is_told(self):
        self.assertEqual(populations(["springfield", "nowhere", ""]), {"springfield": {"IL": 114_000, "MA": 155_000}})

    def test_a_county_counts_as_large_and_a_post_office_as_nobody(self):
        known = populations(["cookcounty", "littletown"])
        self.assertEqual(known, {"cookcounty": {"IL": LARGEST}, "littletown": {"CO": 0}})

    def test_a_nickname_is_known_under_itself(self):
        self.assertEqual(populations(["nyc"]), {"nyc": {"NY": 8_000_000}})

    def test_a_nickname_beside_its_name_hides_neither(self):
        self.assertEqual(populations(["nyc", "newyork"]).keys(), {"nyc", "newyork"})

    def test_one_letter_off_is_found_where_the_city_is_large_enough(self):
        self.assertEqual(values(misspelt("Sprngfield", 100_000)), ["Springfield, MA", "Springfield, IL"])
        self.assertEqual(values(misspelt("Sprngfield", 150_000)), ["Springfield, MA"])
        self.assertEqual(values(misspelt("Sprngfeld", 0)), [])


class WordsOfPlacesTests(TestCase):
    def setUp(self):
        for name, state, people in [("Bend", "OR", 100_000), ("New Orleans", "LA", 380_000), ("Hope", "AR", 9_000)]:
            make_place(name=name, slug=slug_of(name), state=state, population=people)

    def test_names_that_many_know_are_spelled_right(self):
        self.assertEqual(words_of_places("ketamine bend"), {"bend"})
        self.assertEqual(words_of_places("New Orleans, infusions"), {"new", "orleans"})
        self.assertEqual(words_of_places("spravato oregon or north carolina"), {"oregon", "north", "carolina"})

    def test_small_towns_and_codes_of_states_say_nothing(self):
        self.assertEqual(words_of_places("hope in or"), set())
        self.assertEqual(words_of_places(""), set())
