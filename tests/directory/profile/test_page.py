import pytest

from directory.models import Listing
from directory.profile.page import Profile
from tests.factories.directory import make_draft, make_listing, state_that

pytestmark = pytest.mark.django_db


def profile(listing):
    return Profile(Listing.objects.with_page_facts().get(pk=listing.pk))


@pytest.mark.parametrize(
    ("website", "name"),
    [
        ("https://www.quiet.example/start?a=b", "quiet.example"),
        ("https://quiet.example", "quiet.example"),
        ("", ""),
    ],
)
def test_a_web_site_is_named_as_people_say_it(website, name):
    assert profile(make_draft(website=website)).website_name == name


@pytest.mark.parametrize(("age", "answer"), [(None, False), (17, True), (18, False), (0, True)])
def test_a_youngest_age_below_eighteen_is_for_minors(age, answer):
    assert profile(make_draft(min_age=age)).treats_minors is answer


def test_suicidal_thoughts_are_named_only_by_a_yes():
    listing = make_draft()
    assert not profile(listing).names_suicidal_thoughts
    state_that(listing, "condition", "mdd_si", "no")
    assert not profile(listing).names_suicidal_thoughts
    state_that(listing, "condition", "mdd_si", detail="staff")
    assert profile(listing).names_suicidal_thoughts


def test_who_answers_the_phone_is_told_where_it_is_stated():
    assert profile(make_draft()).phone_answered_by == ""
    assert profile(make_draft(phone_answered_by="clinic")).phone_answered_by == "The clinic itself"


def test_its_description_is_what_it_is_where_it_is_and_who_watches():
    assert profile(make_listing(session_monitor_role="rn")).description == (
        "Infusion clinic in Denver, CO. A registered nurse monitors the session. They have not stated their prices."
    )


def test_a_practice_by_video_is_placed_in_its_state_only():
    assert profile(make_draft(by_video_only=True)).place == "Colorado"
    assert "Denver" not in profile(make_draft(by_video_only=True)).description


def test_the_page_of_a_listing_needs_a_fixed_number_of_queries(django_assert_num_queries):
    listing = Listing.objects.with_page_facts().get(pk=make_listing().pk)
    with django_assert_num_queries(1):  # the vocabulary, which a running site remembers
        page = Profile(listing)
        assert page.sections
        assert page.treatments
        assert page.amounts.rows
        assert page.courses
        assert page.people
        assert page.week == []
