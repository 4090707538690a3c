"""Two people at one listing: the second sees what the first wrote, and nothing is lost."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Listing
from psychly.models import User
from tests.directory.admin.test_listing import posted
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client):
    user = User.objects.create_user("support@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


@pytest.fixture
def listing():
    return make_listing(headline="Calm rooms.")


def opened(client, listing):
    """What the form brings along."""
    response = client.get(reverse("admin:directory_listing_change", args=[listing.pk]))
    return {"last_change": response.context["last_change"]}


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def test_a_form_that_was_open_meanwhile_undoes_nothing_unseen(support, listing):
    before = opened(support, listing)
    listing.propose({"accepting": "waitlist"}, by=make_manager(listing))
    response = posted(support, listing, **before, accepting="newpt", headline="Typed by staff.")
    text = response.content.decode()
    assert "this was changed while you had it open" in text
    assert "Accepting new patients is now: Waiting list (the provider)." in text
    assert "Typed by staff." in text
    assert (stored(listing).accepting, stored(listing).headline) == ("waitlist", "Calm rooms.")


def test_whoever_has_seen_it_may_save(support, listing):
    opened(support, listing)
    listing.propose({"accepting": "waitlist"}, by=make_manager(listing))
    posted(support, listing, **opened(support, listing), accepting="newpt")
    assert stored(listing).accepting == "newpt"


def test_an_address_of_mail_is_not_repeated(support, listing):
    before = opened(support, listing)
    listing.apply({"email": "new@example.com"}, by=None)
    text = posted(support, listing, **before, headline="Typed by staff.").content.decode()
    assert "E-mail is another now (the site itself)." in text


def test_a_confirmation_meanwhile_keeps_nobody_from_saving(support, listing):
    before = opened(support, listing)
    listing.confirm(by=None)
    assert posted(support, listing, **before, headline="Typed by staff.").status_code == 302
    assert stored(listing).is_recently_confirmed


def test_a_moment_that_is_none_counts_as_never(support, listing):
    listing.apply({"parking": "In the yard"}, by=None)
    assert posted(support, listing, last_change="2026-99-99T00:00", headline="Typed.").status_code == 200
    assert stored(listing).headline == "Calm rooms."


# What waits for review is written at once, while staff read it.


def publish(client, listing, since):
    data = {"action": "publish", "_selected_action": [listing.pk], "read_since": since}
    return client.post(reverse("admin:directory_listing_changelist"), data, follow=True).content.decode()


def test_what_its_provider_wrote_since_is_not_published_unread(support):
    listing = make_listing(status="pending_review")
    page = support.get(reverse("admin:directory_listing_changelist"))
    since = page.context["action_form"]["read_since"].value()
    listing.propose({"headline": "Written while they read."}, by=make_manager(listing))
    assert "has written more since" in publish(support, listing, since)
    assert stored(listing).status == "pending_review"
    page = support.get(reverse("admin:directory_listing_changelist"))
    assert "1 listing done" in publish(support, listing, page.context["action_form"]["read_since"].value())
    assert stored(listing).status == "published"
