"""What staff do not write either: decisions are made by verbs, and by those who have the right."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Change, Listing
from directory.models.snapshot import snapshot
from psychly.models import User
from tests.directory.views.provider.filling import controls
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db
LIST = reverse("admin:directory_listing_changelist")
DEEDS = ["publish", "confirm_today", "pause", "close", "reopen", "return_to_draft", "invite_provider"]


def enter(client, group):
    user = User.objects.create_user(f"{group}@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def address(listing):
    return reverse("admin:directory_listing_change", args=[listing.pk])


@pytest.mark.parametrize("deed", DEEDS)
def test_editors_decide_nothing_about_a_listing(client, deed):
    listing, draft = make_listing(), make_draft()
    before = list(Listing.objects.order_by("pk").values())
    enter(client, "editors").post(LIST, {"action": deed, "_selected_action": [listing.pk, draft.pk]})
    assert list(Listing.objects.order_by("pk").values()) == before
    assert not Change.objects.exists()


def test_editors_read_a_listing_and_write_none(client):
    listing = make_listing()
    before = snapshot(listing.pk)
    desk = enter(client, "editors")
    assert desk.get(address(listing)).status_code == 200
    assert desk.post(address(listing), {"name": "Another"}).status_code == 403
    assert snapshot(listing.pk) == before


def test_a_form_of_the_desk_makes_no_decision(client):
    draft = make_draft()
    desk = enter(client, "support")
    typed = controls(desk.get(address(draft)))
    more = {"name": ["Mended Name"], "status": ["published"], "confirmed_on": [str(days_ago(0))]}
    assert desk.post(address(draft), typed | more).status_code == 302
    draft.refresh_from_db()
    assert (draft.name, draft.status, draft.confirmed_on) == ("Mended Name", "draft", None)


@pytest.mark.parametrize("group", ["editors", "support"])
def test_nobody_gives_themself_rights(client, group):
    desk = enter(client, group)
    user = User.objects.get(email=f"{group}@example.com")
    typed = {"email": user.email, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    assert desk.post(reverse("admin:psychly_user_change", args=[user.pk]), typed).status_code == 403
    assert desk.post(reverse("admin:auth_group_add"), {"name": "mine"}).status_code == 403
    user.refresh_from_db()
    assert not user.is_superuser


def test_a_change_is_not_approved_by_who_may_only_read(client):
    listing = make_listing(headline="Calm rooms.")
    change = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    decision = {"decision": "approve", "as_of": change.at.isoformat(), "path": ["headline"]}
    path = reverse("admin:directory_change_change", args=[change.pk])
    assert enter(client, "editors").post(path, decision).status_code == 403
    assert Listing.objects.get(pk=listing.pk).headline == "Calm rooms."
