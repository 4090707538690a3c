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
    return reverse("admin:directory_listing_send_back", args=[listing.pk])


def test_it_goes_back_with_a_reason(desk, listing):
    manager = make_manager(listing)
    assert address(listing) in desk.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    desk.post(address(listing), {"reason": "Which street?"})
    assert Listing.objects.get().status == "draft"
    assert Letter.objects.get().to == manager.email


def test_without_a_reason_it_stays(desk, listing):
    assert "This field is required." in desk.post(address(listing), {"reason": " "}).content.decode()
    assert Listing.objects.get().status == "pending_review"


def test_what_is_public_cannot_be_sent_back(desk):
    listing = make_listing()
    assert (
        address(listing) not in desk.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    )
    assert "cannot become" in desk.post(address(listing), {"reason": "Which street?"}).content.decode()
    assert Listing.objects.get().status == "published"


def test_staff_are_told_that_nobody_gets_the_letter(desk, listing):
    assert "nobody gets a letter" in desk.get(address(listing)).content.decode()


def test_who_may_only_look_may_not(client, listing):
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    assert client.get(address(listing)).status_code == 403
    assert client.post(address(listing), {"reason": "Which street?"}).status_code == 403
