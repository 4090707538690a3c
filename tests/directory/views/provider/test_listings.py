import pytest
from django.test import Client

from tests.directory.views.reading import NBSP, text
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def read(user, path):
    client = Client()
    client.force_login(user)
    response = client.get(path)
    assert response.status_code == 200
    return text(response.content.decode().replace(NBSP, " "))


def test_who_manages_nothing_is_led_to_find_or_create_a_listing():
    make_listing(name="Not mine")
    words = read(make_manager(), "/directory/mine/")
    assert "Find or create your listing" in words
    assert "Not mine" not in words


def test_who_manages_some_reads_what_needs_them():
    listing = make_listing(name="Quiet Harbor", confirmed_on=days_ago(100))
    words = read(make_manager(listing, make_draft(name="Second Place")), "/directory/mine/")
    assert "1 thing needs you." in words
    assert "Confirm it: it is marked" in words
    assert "Second Place" in words
    assert "fewer than 5 times last week" in words


def test_nothing_to_do_is_said():
    assert "Nothing needs you today." in read(make_manager(make_listing()), "/directory/mine/")


def test_a_draft_is_not_nothing_to_do():
    draft = make_draft()
    manager = make_manager(draft)
    for path, words in [
        ("/directory/mine/", "1 draft is not sent yet."),
        (f"/directory/mine/listings/{draft.slug}/", "You have not sent it to our staff yet."),
    ]:
        page = read(manager, path)
        assert words in page
        assert "Look it over and send it" in page
        assert "Nothing needs you today." not in page


def test_the_page_of_one_says_its_state_what_is_missing_and_how_often_it_was_seen():
    listing = make_listing(name="Quiet Harbor")
    words = read(make_manager(listing), f"/directory/mine/listings/{listing.slug}/")
    for part in ("Visitors find it in the search.", "facts stated", "How often it was seen", "Its public page"):
        assert part in words


def test_a_draft_has_no_numbers_and_no_public_page():
    draft = make_draft()
    words = read(make_manager(draft), f"/directory/mine/listings/{draft.slug}/")
    assert "It has no public page now." in words
    assert "How often it was seen" not in words


def test_words_of_others_are_shown_as_words():
    listing = make_listing(name="<script>alert(1)</script>")
    client = Client()
    client.force_login(make_manager(listing))
    for path in ("/directory/mine/", f"/directory/mine/listings/{listing.slug}/", "/directory/mine/close-account/"):
        assert "<script>alert" not in client.get(path).content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_page_of_many_listings_asks_the_database_no_more_than_one_of_two(client, django_assert_max_num_queries):
    two, ten = (make_manager(*(make_listing() for _ in range(number))) for number in (2, 10))
    client.force_login(two)
    client.get("/directory/mine/")
    with django_assert_max_num_queries(40) as asked:
        client.get("/directory/mine/")
    client.force_login(ten)
    with django_assert_max_num_queries(len(asked)):
        assert client.get("/directory/mine/").status_code == 200


def test_two_addresses_in_one_city_can_be_told_apart():
    first, second = (make_listing(name="Quiet Rooms", street=street) for street in ("1 Test Street", "2 Test Street"))
    words = read(make_manager(first, second), "/directory/mine/")
    assert "1 Test Street, Denver, CO" in words
    assert "2 Test Street, Denver, CO" in words
