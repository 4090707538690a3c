from django.core.management import call_command
from django.test import TestCase
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as PropertyTestCase

from directory.importers.places import save
from directory.models import Place
from directory.search.atlas.load import refreshed
from directory.search.place_choice import Choice
from directory.search.places import Ambiguous, Found, Reason, Unknown, find_place, readable
from directory.search.suggestions import suggested
from tests.factories.directory import make_place

ZIP, CITY, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.CITY, Place.Kind.COUNTY, Place.Kind.STATE

CITIES = [
    ("Denver", "CO", 715_522),
    ("Denver", "PA", 3_861),
    ("Lakewood", "CO", 155_984),
    ("Springfield", "IL", 114_394),
    ("Springfield", "MA", 155_929),
    ("Springfield", "MO", 169_176),
    ("St. Louis", "MO", 301_578),
    ("Fort Worth", "TX", 918_915),
    ("Coeur d'Alene", "ID", 54_628),
    ("DeKalb", "IL", 40_290),
    ("Kāneʻohe", "HI", 34_597),
    ("New York", "NY", 8_804_190),
    ("Washington", "DC", 689_545),
    ("Washington", "PA", 13_176),
    ("Delaware", "OH", 41_302),
    ("Kansas City", "KS", 156_607),
    ("Charleston", "WV", 48_864),
    ("The Bronx", "NY", 1_385_108),
    ("Newport", "OR", 10_256),
    ("New Port", "OR", 500),
]
STATES = {
    "CO": "Colorado",
    "NY": "New York",
    "WA": "Washington",
    "DE": "Delaware",
    "WV": "West Virginia",
    "DC": "District of Columbia",
}


def make_places():
    for name, state, population in CITIES:
        make_place(name=name, state=state, population=population)
    for code, name in STATES.items():
        make_place(STATE, name=name, state=code)
    for county in ("Burlington County", "Union County"):
        slug = f"springfield-{county.lower().replace(' ', '-')}"
        make_place(name="Springfield", state="NJ", county=county, slug=slug, population=10_000)
    for zip5, name, state in [("80202", "Denver", "CO"), ("02138", "Cambridge", "MA"), ("02139", "Cambridge", "MA")]:
        make_place(ZIP, name=name, state=state, zip5=zip5)
    make_place(ZIP, name="Guffey", state="CO", zip5="80820", latitude=38.7, longitude=-105.5)
    make_place(ZIP, name="Guffey", state="CO", zip5="80821", latitude=38.9, longitude=-105.7)
    make_place(COUNTY, name="Denver County", state="CO")
    make_place(COUNTY, name="Orange County", state="NY")


class PlacesTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_places()

    def assert_found(self, text, value):
        self.assertEqual(getattr(find_place(text), "value", find_place(text)), value)

    def assert_choices(self, text, *values):
        answer = find_place(text)
        self.assertIsInstance(answer, Ambiguous)
        self.assertEqual([choice.value for choice in answer.choices], list(values))

    def assert_unknown(self, text, reason, *suggestions):
        answer = find_place(text)
        self.assertIsInstance(answer, Unknown)
        self.assertEqual((answer.reason, [choice.value for choice in answer.suggestions]), (reason, list(suggestions)))


class ZipTests(PlacesTestCase):
    def test_a_zip_code_is_found(self):
        found = find_place("80202")
        self.assertEqual((found.label, found.kind, found.state), ("80202 (Denver, CO)", "zip", "CO"))

    def test_spaces_the_last_four_digits_and_the_city_before_it_do_no_harm(self):
        for text in (" 80202 ", "80202-1234", "80202 1234", "802021234", "Denver, CO 80202", "８０２０２"):
            self.assert_found(text, "80202")

    def test_leading_zeros_count(self):
        self.assert_found("02138", "02138")

    def test_a_lost_zero_is_suggested_not_guessed(self):
        self.assert_unknown("2138", Reason.ZIP, "02138", "02139")

    def test_an_unknown_zip_code_offers_its_neighbors(self):
        self.assert_unknown("80203", Reason.ZIP, "80202")
        self.assert_unknown("99999", Reason.ZIP)

    def test_the_beginning_of_a_zip_code_offers_what_begins_so(self):
        self.assert_unknown("808", Reason.ZIP, "80820", "80821")

    def test_an_unknown_zip_code_is_told_apart_from_an_unknown_name(self):
        self.assertEqual(find_place("Denver, CO 99999"), Unknown("99999", Reason.ZIP))

    def test_what_is_approximate_says_so(self):
        make_place(ZIP, zip5="80299", is_approximate=True)
        self.assertTrue(find_place("80299").is_approximate)


class CityTests(PlacesTestCase):
    def test_a_city_is_found_in_every_way_it_is_written(self):
        for text in (
            "Denver, CO",
            "denver co",
            "DENVER , Colorado",
            "Denver Colorado",
            "Denver,CO",
            "Denver, CO, USA",
            "Denver CO United States",
            "  denver ,  co  ",
        ):
            self.assert_found(text, "Denver, CO")

    def test_spelling_is_forgiven(self):
        for text, value in [
            ("saint louis", "St. Louis, MO"),
            ("St Louis, MO", "St. Louis, MO"),
            ("ft. worth texas", "Fort Worth, TX"),
            ("coeur d alene", "Coeur d'Alene, ID"),
            ("De Kalb, IL", "DeKalb, IL"),
            ("kaneohe hi", "Kāneʻohe, HI"),
            ("Bronx", "The Bronx, NY"),
        ]:
            self.assert_found(text, value)

    def test_a_name_that_only_one_place_has_is_found(self):
        self.assert_found("Lakewood", "Lakewood, CO")

    def test_a_name_that_several_have_is_asked_about_largest_first(self):
        self.assert_choices("Denver", "Denver, CO", "Denver, PA")
        self.assert_choices(
            "springfield",
            "Springfield, MO",
            "Springfield, MA",
            "Springfield, IL",
            "Springfield, NJ (Burlington County)",
            "Springfield, NJ (Union County)",
        )

    def test_each_choice_is_unmistakable(self):
        for text in ("Springfield", "Washington", "New York"):
            for choice in find_place(text).choices:
                self.assert_found(choice.value, choice.value)

    def test_a_choice_has_a_label_and_a_kind(self):
        self.assertEqual(find_place("Denver").choices[0], Choice("Denver, CO", "Denver, CO", "city"))

    def test_two_of_one_state_are_told_apart_by_their_county(self):
        self.assert_choices("Springfield, NJ", "Springfield, NJ (Burlington County)", "Springfield, NJ (Union County)")
        for text in ("Springfield, NJ (Union County)", "springfield nj (union)", "Springfield (union county), NJ"):
            self.assert_found(text, "Springfield, NJ (Union County)")

    def test_where_a_state_has_both_spellings_the_spelling_decides(self):
        self.assert_found("Newport, OR", "Newport, OR")
        self.assert_found("New Port, OR", "New Port, OR")

    def test_a_town_that_only_a_post_office_knows_is_found_in_the_middle_of_its_zip_codes(self):
        found = find_place("Guffey, CO")
        self.assertEqual((found.value, found.kind), ("Guffey, CO", "city"))
        self.assertAlmostEqual(found.latitude, 38.8)
        self.assertAlmostEqual(found.longitude, -105.6)

    def test_a_code_is_a_state_even_where_people_call_a_city_so(self):
        make_place(STATE, name="Louisiana", state="LA")
        make_place(name="Los Angeles", state="CA", population=3_898_747)
        self.assert_found("LA", "Louisiana")
        self.assert_found("LA, CA", "Los Angeles, CA")

    def test_nicknames_are_known(self):
        for text in ("NYC", "New York City", "New York City, NY"):
            self.assert_found(text, "New York, NY")

    def test_the_longest_state_at_the_end_is_meant(self):
        self.assert_found("Charleston West Virginia", "Charleston, WV")
        self.assert_found("kansas city kansas", "Kansas City, KS")

    def test_a_county_is_found(self):
        self.assert_found("Denver County, CO", "Denver County, CO")
        self.assert_found("orange county", "Orange County, NY")

    def test_counties_of_one_name_come_by_how_many_people_live_in_their_cities(self):
        for state, city, population in [("GA", "Adel", 5_571), ("IL", "Chicago", 2_746_388), ("MN", "Tofte", 226)]:
            make_place(COUNTY, name="Cook County", county="Cook County", state=state)
            make_place(name=city, county="Cook County", state=state, population=population)
        for text in ("cook county", "Cook Co"):
            self.assert_choices(text, "Cook County, IL", "Cook County, GA", "Cook County, MN")

    def test_a_county_may_be_abbreviated_where_no_state_can_be_meant(self):
        for text in ("Orange Co., NY", "orange co new york", "Orange Co", "Orange Cnty"):
            self.assert_found(text, "Orange County, NY")
        self.assert_found("Denver Co", "Denver, CO")
        self.assert_unknown("Co., NY", Reason.NAME)


class StateTests(PlacesTestCase):
    def test_a_state_is_found_by_name_and_code(self):
        for text in ("CO", "co", "Colorado", "colorado state", "Colorado, USA"):
            self.assert_found(text, "Colorado")

    def test_a_state_comes_before_a_small_city_of_its_name(self):
        self.assert_found("Delaware", "Delaware")
        self.assert_found("Delaware, OH", "Delaware, OH")

    def test_a_state_that_shares_its_name_with_a_large_city_is_asked_about(self):
        self.assert_choices("Washington", "Washington State", "Washington, DC", "Washington, PA")
        self.assert_choices("New York", "New York State", "New York, NY")

    def test_the_district_is_a_city_with_its_code_and_a_state_by_name(self):
        for text in ("Washington DC", "Washington, D.C.", "washington district of columbia"):
            self.assert_found(text, "Washington, DC")
        self.assert_found("DC", "District of Columbia")


class PointTests(PlacesTestCase):
    def test_a_point_is_found_and_rounded_to_about_a_mile(self):
        Place.objects.filter(kind=CITY).delete()
        for text in ("39.74,-104.99", "39.7392, -104.9903"):
            self.assertEqual(find_place(text), Found("39.74,-104.99", "39.74, -104.99", "point", "", 39.74, -104.99))

    def test_a_point_says_the_nearest_city_unless_that_is_far_away(self):
        make_place(name="Reno", state="NV", latitude=39.53, longitude=-119.81)
        for text, label in [
            ("39.60,-119.70", "39.60, -119.70, near Reno, NV"),
            ("38.50,-117.10", "38.50, -117.10"),
        ]:
            self.assertEqual(find_place(text).label, label)

    def test_every_corner_of_the_country_is_inside(self):
        for text in (
            "64.84,-147.72",
            "21.31,-157.86",
            "13.44,144.79",
            "18.47,-66.11",
            "-14.28,-170.70",
            "51.88,-176.66",
        ):
            self.assert_found(text, text)

    def test_a_point_elsewhere_is_refused_as_such(self):
        for text in ("51.51,-0.13", "0.00,0.00", "99.99,-104.00", "39.74,104.99"):
            self.assert_unknown(text, Reason.OUTSIDE)

    def test_whole_degrees_are_no_point(self):
        self.assertEqual(find_place("39,-104").reason, Reason.NAME)


class UnknownTests(PlacesTestCase):
    def test_nothing_typed_is_nothing_asked(self):
        for text in ("", "   ", "\x00", "\ud800"):
            self.assert_unknown(text, Reason.EMPTY)

    def test_one_letter_wrong_is_suggested(self):
        for text in ("Lakwood", "Lakewwod", "Lakewoood", "Lakweood", "lakewood c", "Lakewood, Colrado"):
            with self.subTest(text):
                self.assertIn("Lakewood, CO", [choice.value for choice in find_place(text).suggestions])

    def test_the_larger_is_suggested_first(self):
        self.assert_unknown("Dnever", Reason.NAME, "Denver, CO", "Denver, PA")

    def test_the_beginning_of_a_large_city_comes_before_a_small_one_with_one_letter_wrong(self):
        make_place(name="Dent", state="OH", population=12_301)
        self.assertEqual(find_place("denv").suggestions[0].value, "Denver, CO")

    def test_a_mistyped_state_is_suggested(self):
        values = [choice.value for choice in find_place("wahsington").suggestions]
        self.assertEqual(values, ["Washington, DC", "Washington State", "Washington, PA"])

    def test_they_are_those_that_a_script_would_show_while_they_are_typed(self):
        for number in range(10):
            make_place(name=f"Denton {number}", state="TX", population=1_000 + number)
        for text in ("denv", "dent", "Lakwood", "washingtn", "sprinfield", "st louisville, missouri"):
            with self.subTest(text):
                shown = suggested(text, refreshed(None))[:5]
                self.assertEqual(find_place(text).suggestions[: len(shown)], tuple(shown))

    def test_there_are_not_too_many_and_each_comes_once(self):
        for number in range(10):
            make_place(name=f"Denton {number}", state="TX", population=1_000 + number)
        for text in ("dent", "Lakwood", "Sprinfield", "Denvr, PA"):
            with self.subTest(text):
                suggestions = find_place(text).suggestions
                self.assertTrue(suggestions)
                self.assertLessEqual(len(suggestions), 5)
                self.assertEqual(len(suggestions), len(set(suggestions)))

    def test_the_same_name_elsewhere_is_suggested_where_the_state_does_not_have_it(self):
        self.assert_unknown("Lakewood, NY", Reason.NAME, "Lakewood, CO")

    def test_the_beginning_of_a_name_is_suggested(self):
        self.assert_unknown("Lakew", Reason.NAME, "Lakewood, CO")

    def test_a_word_too_many_still_suggests_the_city(self):
        self.assert_unknown("Lakewood downtown", Reason.NAME, "Lakewood, CO")

    def test_the_wrong_county_finds_nothing_but_the_name(self):
        answer = find_place("Springfield, NJ (Essex County)")
        self.assertIn("Springfield, NJ (Union County)", [choice.value for choice in answer.suggestions])

    def test_what_was_typed_can_be_said_again(self):
        answer = find_place("  No\x00where \ud800\n in\tparticular ")
        self.assertEqual(answer.text, "No where in particular")


class AnythingTests(PropertyTestCase):
    @classmethod
    def setUpTestData(cls):
        make_places()

    @given(st.one_of(st.text(st.characters(), max_size=80), st.from_regex(r"[\w ,.()'-]{0,60}")))
    @example("\ud800\udfff")
    @example("\x00")
    @example("ſ" * 10_000)
    @example("(" * 10_000)
    @example("a, " * 4_000)
    @example("ﷺ" * 100)
    @example("१२३४५")
    @example("-0.00,-0.00")
    @example(", CO (County)")
    @example("zzz")
    @example("ß" * 40)
    @example("𝔻𝕖𝕟𝕧𝕖𝕣")
    def test_every_text_has_an_answer_that_can_be_shown(self, text):
        answer = find_place(text)
        self.assertIsInstance(answer, Found | Ambiguous | Unknown)
        str(answer).encode()

    @given(st.text(st.characters(), max_size=200))
    def test_what_is_readable_stays_as_it_is(self, text):
        once = readable(text)
        self.assertEqual(readable(once), once)
        self.assertLessEqual(len(once), 100)
        self.assertNotIn("\x00", once)


def means(answer, choice):
    return isinstance(answer, Found) and (answer.value, answer.kind) == (choice.value, choice.kind)


class WholeTableTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_places", verbosity=0)
        cls.atlas = refreshed(None)

    def test_the_value_of_every_place_finds_that_place(self):
        """Each that shares its name, and one in forty of the others."""
        places = [
            place for number, place in enumerate(Place.objects.order_by("pk")) if "(" in place.value or number % 40 == 0
        ]
        self.assertGreater(len(places), 1500)
        lost = [place for place in places if getattr(find_place(place.value), "value", None) != place.value]
        self.assertEqual(lost, [])

    def test_the_value_of_every_suggestion_finds_that_place(self):
        values = self.atlas.values[::40]
        beginnings = {value[:length] for value in self.atlas.values[::90] for length in (2, 3, 5, 8)}
        suggestions = {choice for text in [*values, *beginnings] for choice in suggested(text, self.atlas)}
        self.assertGreater(len(suggestions), 2500)
        self.assertEqual(set(values) - {choice.value for choice in suggestions}, set())
        found = {choice: find_place(choice.value) for choice in suggestions}
        lost = [choice for choice, answer in found.items() if not means(answer, choice)]
        self.assertEqual(lost, [])

    def test_what_people_type_suggests_what_they_mean(self):
        for text, first in [
            ("den", "Denver, CO"),
            ("color", "Colorado"),
            ("king co", "King County, WA"),
            ("springfield", "Springfield, MO"),
            ("springfield i", "Springfield, IL"),
            ("st lou", "St. Louis, MO"),
            ("nyc", "New York, NY"),
            ("la", "Los Angeles, CA"),
            ("los angeles", "Los Angeles, CA"),
            ("80202", "80202"),
            ("denvr", "Denver, CO"),
            ("pheonix", "Phoenix, AZ"),
            ("albuqer", "Albuquerque, NM"),
            ("cinncinati", "Cincinnati, OH"),
            ("san fransisco", "San Francisco, CA"),
            ("minapolis", "Minneapolis, MN"),
            ("tuscon", "Tucson, AZ"),
        ]:
            with self.subTest(text):
                self.assertEqual(suggested(text, self.atlas)[0].value, first)

    def test_every_choice_finds_one_place(self):
        for text in (
            "Springfield",
            "Washington",
            "New York",
            "Clinton",
            "Hollywood",
            "Union",
            "Mt Vernon",
            "Lafayette",
        ):
            for choice in find_place(text).choices:
                with self.subTest(choice.value):
                    self.assertEqual(find_place(choice.value).value, choice.value)

    def test_springfield_is_asked_about(self):
        choices = [choice.value for choice in find_place("Springfield").choices]
        self.assertEqual(choices[:3], ["Springfield, MO", "Springfield, MA", "Springfield, IL"])
        self.assertGreater(len(choices), 20)

    def test_a_question_takes_few_queries(self):
        for text, count in [("80202", 1), ("Denver, CO", 2), ("denver co", 4), ("Springfield", 2), ("Colorado", 3)]:
            with self.subTest(text), self.assertNumQueries(count):
                find_place(text)

    def test_loading_again_leaves_everything_as_it_is(self):
        report = save()
        self.assertEqual((report.created, report.updated, report.removed, report.left), (0, 0, 0, []))
        self.assertEqual(report.unchanged, Place.objects.count())
