import pytest

from directory.models import SearchRow
from directory.results.cards import CardWords, cards
from directory.search.query import Hit, Sort
from tests.factories.directory import days_ago, make_listing, make_offering

pytestmark = pytest.mark.django_db


def hit(listing, distance=3.21, band=5, recent=True):
    return Hit(listing.pk, distance, band, recent)


def card(listing, **options):
    return cards([hit(listing)], sort=Sort.BEST, **options)[0]


def test_it_says_what_decides():
    listing = make_listing(
        routes=["iv_infusion", "im_injection"],
        session_monitor_role="anesthesiologist",
        monitor_presence="in_room_continuous",
        location_precision="address",
    )
    shown = card(listing)
    assert shown.facts.routes == "IV infusion, injection into a muscle"
    assert shown.facts.monitor == "Anesthesiologist, in the room the whole time"
    assert shown.facts.accepting == "Accepting new patients"
    assert shown.distance == "3.2\N{NO-BREAK SPACE}miles"
    assert shown.facts.confirmation.sentence == "Confirmed by the clinic 10 days ago"


def test_what_is_not_stated_is_empty():
    shown = card(make_listing(accepting="not_stated", routes=[]))
    assert (shown.facts.routes, shown.facts.price, shown.facts.monitor, shown.facts.accepting) == ("", None, "", "")


def test_where_the_monitor_is_can_be_known_without_who_it_is():
    assert (
        card(make_listing(monitor_presence="remote_video")).facts.monitor == "Not stated who, by video from elsewhere"
    )


def test_the_price_on_it_is_the_one_that_the_search_sorts_by():
    listing = make_listing(routes=[])
    make_offering(listing, "iv_infusion", price_session_min_usd=500, prices_as_of=days_ago(1))
    make_offering(listing, "im_injection", price_session_min_usd=350, prices_as_of=days_ago(181))
    SearchRow.objects.write([listing.pk])
    price = card(listing).facts.price
    assert (price.words, price.is_old) == (f"from ${SearchRow.objects.get(pk=listing.pk).price_usd}", True)


def test_a_distance_from_the_middle_of_a_zip_code_is_about_right():
    assert card(make_listing()).distance == "about 3\N{NO-BREAK SPACE}miles"
    assert card(make_listing(location_precision="address"), is_roughly=True).distance.startswith("about")


def test_a_practice_by_video_is_not_so_many_miles_away():
    assert card(make_listing(by_video_only=True)).distance == ""


def test_cards_stand_in_the_order_of_the_hits_and_leave_out_what_is_gone():
    first, gone, last = make_listing(), make_listing(), make_listing()
    hits = [hit(last), hit(gone), hit(first)]
    gone.delete()
    assert [card.listing for card in cards(hits, sort=Sort.BEST)] == [last, first]


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    hits = [hit(make_listing()) for _ in range(5)]
    with django_assert_num_queries(2):
        cards(hits, sort=Sort.BEST)


def test_a_card_outside_of_a_search_is_not_set_beside_others():
    assert card(make_listing()).toggle is None


def test_words_that_its_name_has_are_marked_there_alone():
    listing = make_listing(name="Quiet Infusions")
    words = CardWords(frozenset(["quiet", "infus", "denver"]), {listing.pk: ["Treatment in Denver."]})
    shown = card(listing, words=words)
    assert (shown.stems, shown.other_stems) == (words.stems, {"denver"})
    assert shown.excerpts == ["Treatment in Denver."]


def test_without_words_there_is_nothing_to_mark():
    shown = card(make_listing())
    assert (shown.stems, shown.other_stems, shown.excerpts) == (frozenset(), frozenset(), [])
