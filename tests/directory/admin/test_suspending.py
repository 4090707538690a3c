import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Letter, Listing
from psychly.models import User
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db


def enter(client, group):
    user = User.objects.create_user(f"{group}@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.fixture
def desk(client):
    return enter(client, "support")


def address(deed, listing):
    return reverse(f"admin:directory_listing_{deed}", args=[listing.pk])


def links_of(desk, listing):
    page = desk.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    return {deed for deed in ("suspend", "restore") if address(deed, listing) in page}


def test_it_leaves_the_site_and_comes_back_each_time_with_a_reason(desk):
    listing = make_listing()
    manager = make_manager(listing)
    assert links_of(desk, listing) == {"suspend"}
    desk.post(address("suspend", listing), {"reason": "The phone rings elsewhere."})
    assert Listing.objects.get().status == "suspended"
    assert links_of(desk, listing) == {"restore"}
    desk.post(address("restore", listing), {"reason": "It rings here again."})
    assert Listing.objects.get().status == "published"
    assert [letter.to for letter in Letter.objects.all()] == [manager.email] * 2


@pytest.mark.parametrize(("deed", "status"), [("suspend", "published"), ("restore", "suspended")])
def test_without_a_reason_it_stays(desk, deed, status):
    listing = make_listing(status=status)
    assert "This field is required." in desk.post(address(deed, listing), {"reason": " "}).content.decode()
    assert Listing.objects.get().status == status


@pytest.mark.parametrize(("deed", "status"), [("suspend", "draft"), ("restore", "published")])
def test_a_refusal_is_told(desk, deed, status):
    listing = make_listing(status=status)
    assert deed not in links_of(desk, listing)
    assert "cannot become" in desk.post(address(deed, listing), {"reason": "Why not?"}).content.decode()


def test_no_list_takes_several_off_without_a_reason(desk):
    listing = make_listing()
    desk.post(reverse("admin:directory_listing_changelist"), {"action": "suspend", "_selected_action": [listing.pk]})
    assert Listing.objects.get().status == "published"


@pytest.mark.parametrize("deed", ["suspend", "restore"])
def test_who_may_only_look_may_not(client, deed):
    listing = make_listing()
    editor = enter(client, "editors")
    assert editor.get(address(deed, listing)).status_code == 403
    assert editor.post(address(deed, listing), {"reason": "Why not?"}).status_code == 403
