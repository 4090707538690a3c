import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Letter, Listing
from psychly.models import User
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


@pytest.fixture
def listing():
    return make_listing(status="pending_review")


def address(listing):
    return reverse("admin:directory_listing_publish", args=[listing.pk])


def link_on_its_page(desk, listing):
    html = desk.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    found = re.search(rf'href="({address(listing)}[^"]*)"', html)
    return found and found[1]


def send(desk, path):
    """As the page is sent, with what it carries."""
    since = re.search(r'name="read_since" value="([^"]+)"', desk.get(path).content.decode())[1]
    return desk.post(path, {"read_since": since})


def test_it_is_published_from_its_own_page_and_its_managers_get_a_letter(desk, listing):
    manager = make_manager(listing)
    send(desk, link_on_its_page(desk, listing))
    assert Listing.objects.get().status == "published"
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (manager.email, "Your listing is public on Psychly")


def test_what_its_provider_wrote_after_it_was_opened_is_not_published_unread(desk, listing):
    manager = make_manager(listing)
    link = link_on_its_page(desk, listing)
    listing.propose({"parking": "Behind the house"}, by=manager)
    assert "written more since you opened this" in send(desk, link).content.decode()
    assert Listing.objects.get().status == "pending_review"


def test_what_is_missing_is_said_instead_of_a_button(desk):
    listing = make_listing(status="pending_review", prescriber=False)
    html = desk.get(address(listing)).content.decode()
    assert "Nobody who prescribes here" in html
    assert 'type="submit" class="default"' not in html
    desk.post(address(listing), {"read_since": "2026-01-01T00:00:00+00:00"})
    assert Listing.objects.get().status == "pending_review"


def test_staff_are_told_that_nobody_gets_the_letter(desk, listing):
    assert "nobody gets a letter" in desk.get(address(listing)).content.decode()


def test_what_is_public_already_has_no_such_link(desk):
    assert not link_on_its_page(desk, make_listing())


def test_who_may_only_look_may_not(client, listing):
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    assert client.get(address(listing)).status_code == 403
    assert client.post(address(listing), {}).status_code == 403
