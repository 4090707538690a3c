"""What no provider writes, whatever a form of theirs is sent: decisions and their proof, keys, what is another's."""

from datetime import date

import pytest
from django.urls import reverse

from directory.models import Check, Claim, Clinician, License, Listing, Membership, Offering, Position
from directory.models.proposable import NOBODYS
from directory.models.snapshot import snapshot
from directory.provider_forms.steps import STEPS
from psychly.models import User
from tests.directory.views.provider.filling import edit_path, send
from tests.factories.directory import make_clinician, make_license, make_listing, make_manager, make_offering

pytestmark = pytest.mark.django_db
DECIDED = {
    "status": "published",
    "provenance": "staff_invited_consented",
    "is_demonstration": "on",
    "demonstration_number": "7",
    "consent_at": "2020-01-01T00:00:00Z",
    "consent_by": "Somebody else",
    "terms_version": "99",
    "confirmed_on": "2099-01-01",
    "closed_on": "2020-01-01",
    "created_at": "2020-01-01T00:00:00Z",
    "slug": "taken-over",
    "accreditation": "joint_commission",
    "latitude": "1.0",
    "longitude": "1.0",
    "location_precision": "rooftop",
    "time_zone": "America/Denver",
    "life_support_checked_on": "2026-01-01",
    "loaded_hash": "x",
    "is_staff": "on",
    "is_superuser": "on",
}
FORMS = ["my_managers", "my_leave", "my_copy", "my_photos", "my_review", "my_withdraw"]


@pytest.fixture
def others(draft):
    """A practice of somebody else, with something of everything."""
    listing = make_listing(slug="others")
    make_offering(listing, "intranasal_esketamine", rems_certified="yes")
    make_manager(listing)
    make_license(Position.objects.filter(listing=listing).first().clinician)
    return listing


@pytest.fixture
def sent(draft, others):
    """All that is not theirs, by every name under which a form of theirs could mean it."""
    theirs = {"listing": others.pk, "id": others.pk, "pk": others.pk, "successor": others.pk, "user": "1", "by": "1"}
    theirs |= {"membership": others.memberships.get().pk, "managers": others.memberships.get().user_id}
    for offering in others.offerings.all():
        theirs |= {"offering": offering.pk, f"offering{offering.pk}__price_session_min_usd": "1"}
    for pk in others.positions.values_list("clinician_id", flat=True):
        theirs |= {f"person{pk}__title": "Janitor", f"person{pk}__gone": "on", f"license{pk}__number": "T-0"}
    return {name: str(value) for name, value in (DECIDED | theirs).items()}


def stands(draft, others):
    """Whatever a provider's form must leave as it is."""
    fields = NOBODYS["listing"] - {"updated_at"}
    return {
        "decisions": list(Listing.objects.filter(pk=draft.pk).values(*fields)),
        "another's facts": [snapshot(others.pk), *Listing.objects.filter(pk=others.pk).values(*fields, "updated_at")],
        "another's changes": list(others.changes.values()),
        "what staff look up": list(Offering.objects.order_by("pk").values("pk", "listing", "rems_checked_on")),
        "records": [list(model.objects.order_by("pk").values()) for model in (Clinician, License, Check, Claim)],
        "managers": list(Membership.objects.order_by("pk").values()),
        "rights": list(User.objects.order_by("pk").values("email", "is_staff", "is_superuser")),
    }


def test_the_names_are_all_of_those_that_are_nobodys():
    assert NOBODYS["listing"] - {"updated_at", "successor", "id"} <= set(DECIDED)


@pytest.mark.parametrize("status", ["draft", "published"])
@pytest.mark.parametrize("step", [step.slug for step in STEPS])
def test_no_step_writes_it(step, status, draft, others, sent, signed_in):
    if status == "published":
        consent = {"consent_at": "2026-01-01T00:00:00Z", "consent_by": "A. Manager", "terms_version": "1"}
        Listing.objects.filter(pk=draft.pk).update(status=status, confirmed_on=date(2026, 1, 1), **consent)
    before = stands(draft, others)
    assert send(signed_in, edit_path(draft, step), **sent).status_code == 302
    assert stands(draft, others) == before
    assert not draft.changes.filter(fields__has_any_keys=list(NOBODYS["listing"])).exists()


@pytest.mark.parametrize("name", FORMS)
def test_no_other_form_writes_it(name, draft, others, sent, signed_in):
    before = stands(draft, others)
    assert signed_in.post(reverse(f"directory:{name}", args=[draft.slug]), sent).status_code in {200, 302}
    assert stands(draft, others) == before


def test_a_new_listing_begins_as_any_other(draft, others, sent, signed_in, manager):
    before = stands(draft, others)
    typed = {"name": "New Rooms", "practice_kind": "infusion_clinic", "by_video_only": "no", "zip5": "80202"}
    assert signed_in.post("/directory/mine/new/", sent | typed | {"city": "Denver", "state": "CO"}).status_code == 302
    new = Listing.objects.editable_by(manager).get(name="New Rooms")
    assert (new.status, new.provenance, new.is_demonstration) == ("draft", "provider_applied", False)
    assert (new.consent_at, new.confirmed_on, new.slug) == (None, None, "new-rooms-denver")
    new.delete()
    assert stands(draft, others) == before


def test_a_day_of_confirmation_is_today_or_none(sent, others, draft, signed_in, manager):
    mine = make_listing(confirmed_on=date(2026, 11, 1))
    Membership.objects.create(listing=mine, user=manager)
    before = stands(draft, others)
    signed_in.post(reverse("directory:my_confirm", args=[mine.slug]), sent)
    mine.refresh_from_db()
    assert mine.confirmed_on == date(2026, 11, 1)
    assert stands(draft, others) == before


def test_the_consent_of_a_provider_is_their_own_and_of_now(draft, others, sent, signed_in):
    """What the form says of who, when and which version does not count."""
    make_clinician()
    before = Listing.objects.filter(pk=draft.pk).values("consent_at", "consent_by", "status").get()
    signed_in.post(reverse("directory:my_review", args=[draft.slug]), sent | {"agrees": "on", "version": "99"})
    assert Listing.objects.filter(pk=draft.pk).values("consent_at", "consent_by", "status").get() == before
