"""A search before it becomes a page; the page itself is in views/test_public.py."""

import pytest
from django.http import QueryDict

from directory.models import Place
from directory.results.page import SearchPage, counted
from directory.search.query import Sort
from tests.factories.directory import make_listing, make_place

pytestmark = pytest.mark.django_db


def asked(address=""):
    return SearchPage(QueryDict(address))


@pytest.mark.parametrize(
    ("total", "words"), [(0, "No providers"), (1, "1 provider"), (2, "2 providers"), (1234, "1,234 providers")]
)
def test_providers_are_counted_in_words_that_fit(total, words):
    assert counted(total) == words


def test_a_question_that_cannot_be_read_has_no_answer():
    make_listing()
    for address in ("radius=26", "page=2", "place=Nowhereville"):
        page = asked(address)
        assert page.results is None
        assert (page.headline, len(page.problems)) == ("Please check your search", 1)


def test_namesakes_are_a_choice_and_not_a_mistake():
    for state in ("IL", "MA"):
        make_place(name="Springfield", slug="springfield", state=state)
    assert asked("place=Springfield").is_ambiguous
    assert not asked("place=Springfield&radius=26").is_ambiguous
    assert not asked("place=Nowhereville").is_ambiguous


def test_only_the_search_without_a_question_is_plain():
    assert asked("utm_source=letter&route=").is_plain
    assert not asked("route=iv_infusion").is_plain


def test_the_words_are_in_the_headline_and_come_before_the_place():
    make_place(name="Denver", slug="denver", state="CO")
    make_listing(name="Quiet Harbor")
    assert asked("q=harbor").headline == "1 provider for “harbor”"
    assert asked("q=harbor&place=Denver").headline == "1 provider for “harbor” within 25 miles of Denver, CO"


def test_what_was_searched_for_instead_is_in_the_headline():
    make_listing(name="Quiet Harbor")
    assert asked("q=harbr").headline == "1 provider for “harbor”"
    assert asked("q=harbor xyzzy").headline == "1 provider for “harbor”"
    assert asked("q=xyzzy").headline == "No providers for “xyzzy”"


def test_where_no_listing_has_all_of_the_words_the_headline_does_not_say_so():
    make_listing(name="Quiet Harbor")
    make_listing(name="Still Meadow")
    assert asked("q=quiet meadow").headline == "2 providers for some of “quiet meadow”"


def test_words_make_a_search_that_is_not_plain_and_blank_ones_do_not():
    assert not asked("q=ketamine").is_plain
    assert asked("q=+").is_plain


def test_words_are_the_first_chip_and_go_alone():
    make_listing()
    page = asked("q=practice&route=iv_infusion&sort=name")
    assert [chip.label for chip in page.chips] == ["“practice”", "Iv infusion"]
    assert page.chips[0].url == "/directory/?route=iv_infusion&sort=name"
    assert [chip.label for chip in page.filter_chips] == ["Iv infusion"]


def test_every_way_on_keeps_the_words():
    for _ in range(21):
        make_listing()
    page = asked("q=practice&route=iv_infusion")
    links = [page.before_page, page.filter_chips[0].url, *(sort.url for sort in page.sorts)]
    assert all(link.startswith("/directory/?q=practice") for link in links)


def test_what_the_words_may_mean_comes_first_where_they_found_nobody():
    make_place(name="Denver", slug="denver", state="CO", population=700_000)
    make_listing(name="Quiet Harbor", city="Aurora")
    assert [asked(f"q={words}").offers_come_first for words in ("quiet", "quiet denver", "denver")] == [
        False,
        True,
        True,
    ]


def test_a_mistake_leads_to_its_field_or_to_the_search_without_it():
    problems = asked("radius=26&sort=cheapest").problems
    assert [(problem.anchor, problem.link) for problem in problems] == [
        ("id_radius_error", "#id_radius"),
        ("id_sort_error", "/directory/?radius=26"),
    ]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("place=Colorado", "Try a state nearby."),
        ("place=Denver", "Try a larger distance, a place nearby, or the whole state."),
        ("", "Nobody is listed at this moment."),
    ],
)
def test_advice_fits_the_place(address, words):
    make_place(name="Denver", slug="denver", state="CO")
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")
    assert asked(address).advice == words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("place=Denver", "No providers within 25 miles of Denver, CO"),
        ("place=Colorado", "No providers in Colorado"),
        ("place=Denver County", "No providers within 25 miles of the middle of Denver County, CO"),
        ("place=39.74,-104.98&radius=5", "No providers within 5 miles of 39.74, -104.98, near Denver, CO"),
        ("place=47.61,-122.33", "No providers within 25 miles of 47.61, -122.33"),
    ],
)
def test_the_headline_says_what_it_measured_from(address, words):
    make_place(name="Denver", slug="denver", state="CO")
    make_place(Place.Kind.COUNTY, name="Denver County", state="CO")
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")
    assert asked(address).headline == words


def test_its_own_address_has_its_page():
    for _ in range(21):
        make_listing()
    assert asked("sort=name&page=2&utm_source=letter").address == "/directory/?sort=name&page=2"
    assert asked("sort=name").address == "/directory/?sort=name"


def test_orders_are_offered_where_they_mean_something():
    make_place(name="Denver", slug="denver", state="CO")
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")
    everywhere = ["best match", "price of a session", "recently confirmed", "name"]
    assert [sort.label for sort in asked().sorts] == everywhere
    assert [sort.label for sort in asked("place=Colorado").sorts] == everywhere
    assert "distance" in [sort.label for sort in asked("place=Denver").sorts]


def test_the_usual_order_needs_no_parameter():
    best = asked("route=&sort=name").sorts[0]
    assert (best.url, best.is_current) == ("/directory/", False)
    assert asked("sort=name").sort == Sort.NAME


def test_all_chips_are_cleared_at_once_and_the_place_stays():
    make_place(name="Denver", slug="denver", state="CO")
    make_listing()
    page = asked("place=Denver&route=iv_infusion&condition=trd&radius=50&q=practice")
    assert page.without_chips == "/directory/?place=Denver&radius=50"
    assert len(page.chips) == 3


class TestWhatIsChosenToCompare:
    """It is carried by every address of the search and asks for nothing."""

    def test_it_does_not_change_what_is_found(self):
        make_listing(slug="a")
        make_listing(slug="b")
        plain, comparing = asked("route=iv_infusion"), asked("route=iv_infusion&listing=a")
        assert [card.listing.slug for card in comparing.cards] == [card.listing.slug for card in plain.cards]
        assert comparing.headline == plain.headline == "2 providers"

    def test_every_way_on_keeps_it(self):
        make_place(name="Denver", slug="denver", state="CO")
        make_listing(slug="a")
        page = asked("place=Denver&route=iv_infusion&listing=a")
        ways = [page.before_page, page.without_chips, *(sort.url for sort in page.sorts), page.chips[0].url]
        assert all("listing=a" in way for way in ways)

    def test_the_ways_out_of_an_empty_search_keep_it(self):
        make_listing(slug="a")
        page = asked("condition=nonsense&listing=a")
        assert [problem.link for problem in page.problems] == ["/directory/?listing=a"]

    def test_it_can_still_be_shown_where_the_question_cannot_be_read(self):
        make_listing(slug="a", name="Alder")
        page = asked("radius=26&listing=a")
        assert page.results is None
        assert [name for name, _ in page.tray.chosen] == ["Alder"]

    def test_who_is_not_listed_is_dropped_like_any_word_we_do_not_know(self):
        assert asked("listing=nobody").is_plain
        assert asked("listing=nobody").before_page == "/directory/?"

    def test_a_search_with_a_choice_is_not_the_plain_one(self):
        make_listing(slug="a")
        assert not asked("listing=a").is_plain

    def test_each_card_can_join_or_leave(self):
        make_listing(slug="a")
        make_listing(slug="b")
        toggles = {card.listing.slug: card.toggle for card in asked("sort=name&listing=a").cards}
        assert (toggles["a"].is_chosen, toggles["a"].url) == (True, "/directory/?sort=name")
        assert (toggles["b"].is_chosen, toggles["b"].url) == (False, "/directory/?sort=name&listing=a&listing=b")
