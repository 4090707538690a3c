import pytest

from directory.mine.overview import Overview
from directory.models import Report
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def test_it_has_the_own_listings_and_those_that_need_something_first():
    make_listing(name="Not mine")
    calm, needs = make_listing(name="A calm one"), make_listing(name="B needs me", confirmed_on=days_ago(100))
    overview = Overview(make_manager(calm, needs))
    assert [entry.listing for entry in overview.entries] == [needs, calm]
    assert overview.to_do == 1


def test_what_staff_asked_is_a_thing_to_do_and_what_waits_is_not():
    listing, waits = make_listing(email="office@quiet.example"), make_draft(status="pending_review")
    Report.objects.create(listing=listing, about="price", text="x").ask_clinic(by=None)
    assert Overview(make_manager(listing, waits)).to_do == 1


def test_a_draft_has_no_public_page_to_link_to_and_nothing_to_confirm():
    entries = {entry.listing.status: entry for entry in Overview(make_manager(make_draft(), make_listing())).entries}
    assert {status: bool(entry.public_links) for status, entry in entries.items()} == {
        "draft": False,
        "published": True,
    }
    assert {status: bool(entry.confirm) for status, entry in entries.items()} == {"draft": False, "published": True}


def test_ten_listings_are_read_with_as_many_questions_as_two(django_assert_max_num_queries):
    two, ten = make_manager(*(make_listing() for _ in range(2))), make_manager(*(make_listing() for _ in range(10)))
    Overview(two)
    with django_assert_max_num_queries(18) as asked:
        Overview(two)
    with django_assert_max_num_queries(len(asked)):
        assert len(Overview(ten).entries) == 10


def test_a_draft_says_that_it_is_not_sent_and_where_that_is_done():
    overview = Overview(make_manager(make_draft(), make_draft(status="pending_review"), make_listing()))
    assert overview.unsent == 1
    sends = {entry.listing.status: entry.send for entry in overview.entries}
    assert sends["draft"].url.endswith("/review/")
    assert (sends["pending_review"], sends["published"]) == (None, None)
