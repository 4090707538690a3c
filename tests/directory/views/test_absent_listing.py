"""The page of a listing that is not in the search, and the public log of a listing."""

import pytest

from directory.models import Change, Listing
from psychly.models import User
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com", "x")


@pytest.fixture
def closed(staff):
    listing = make_listing(name="Quiet Harbor", records_contact="Denver Records, (303) 555-0150")
    make_listing(name="Second Street", latitude=39.8)
    listing.close(by=staff)
    return listing


def words(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_closed_one_says_what_a_patient_needs(client, closed):
    text = words(client, closed.get_absolute_url())
    for part in ("closed on", "Denver Records, (303) 555-0150", "paid and not used", "Second Street"):
        assert part in text


def test_no_search_engine_lists_it_and_no_machine_reads_it_as_open(client, closed):
    text = words(client, closed.get_absolute_url())
    assert 'name="robots" content="noindex' in text
    assert "application/ld+json" not in text
    assert closed.slug not in client.get("/sitemap.xml").content.decode()


def test_one_that_moved_leads_to_the_new_place(client, staff):
    new = make_listing(name="New Harbor")
    old = make_listing(successor=new)
    old.close(by=staff)
    assert f'href="{new.get_absolute_url()}"' in words(client, old.get_absolute_url())


def test_one_that_is_closed_for_now_shows_its_facts_beneath_the_reason(client, staff):
    listing = make_listing(closure_note="Water damage on the first floor.")
    listing.pause(by=staff)
    text = words(client, listing.get_absolute_url())
    assert "Water damage on the first floor." in text
    assert "Who is in the room?" in text


def test_one_that_nobody_confirmed_shows_no_fact_but_the_phone(client):
    listing = make_listing(confirmed_on=days_ago(130))
    text = words(client, listing.get_absolute_url())
    assert "Nobody there has confirmed it since" in text
    assert "(303) 555-0123" in text
    assert "Who is in the room?" not in text


def test_one_without_a_license_shows_no_way_to_reach_it(client):
    listing = make_listing()
    listing.licenses_of_prescribers().update(status="suspended")
    text = words(client, listing.get_absolute_url())
    assert "no license in force on record" in text
    assert "(303) 555-0123" not in text


@pytest.mark.parametrize("status", ["draft", "pending_review", "suspended", "withdrawn_by_provider"])
@pytest.mark.parametrize("page", ["", "history/"])
def test_what_was_never_or_is_no_more_public_has_no_page(client, status, page):
    listing = make_listing()
    Listing.objects.update(status=status)
    assert client.get(listing.get_absolute_url() + page).status_code == 404


def test_the_log_tells_what_changed(client):
    listing = make_listing()
    Change.record(listing, {"phone": ["(303) 555-0123", "(303) 555-0199"]}, by=None)
    text = words(client, listing.history_url)
    assert "<del>(303) 555-0123</del>" in text
    assert "<ins>(303) 555-0199</ins>" in text


def test_a_log_without_changes_says_so(client):
    assert "Nothing has changed yet." in words(client, make_listing().history_url)


def test_a_value_in_the_log_is_text(client):
    listing = make_listing()
    Change.record(listing, {"headline": ["", "<script>alert(1)</script>"]}, by=None)
    assert "<script>alert(1)" not in words(client, listing.history_url)
