"""Steps of a claim for tests: who claims what, and the code that stands in the letter."""

import re
from datetime import timedelta

from django.utils import timezone

from directory.models import Change, Claim, Letter, Listing
from psychly.models import User
from tests.factories.directory import make_listing, make_manager, numbers

OFFICE = "office@quiet.example"
SITE = "https://www.quiet.example/"


def make_claimable(**fields):
    """A listing with all ways open: its site has stood for long."""
    listing = make_listing(**{"email": OFFICE, "website": SITE} | fields)
    Listing.objects.filter(pk=listing.pk).update(created_at=timezone.now() - timedelta(days=200))
    return Listing.objects.get(pk=listing.pk)


def make_claim(listing=None, user=None, way="listed_email", address="", note="I run it."):
    listing = listing or make_claimable()
    return Claim.open(listing, user or make_manager(), way=way, address=address, note=note)


def make_staff(**fields):
    return User.objects.create_user(f"staff{next(numbers)}@example.com", "x", is_staff=True, **fields)


def code_for(claim) -> str:
    """From the newest letter that has one."""
    letter = Letter.objects.filter(occasion__startswith=f"claim/{claim.pk}/code/").order_by("-pk")[0]
    return re.search(r"^ {4}(\w{5} \w{5})$", letter.text, re.M)[1]


def prove(claim):
    claim.prove(code_for(claim))
    return Claim.objects.get(pk=claim.pk)


def move(claim, **deltas):
    """Lets time pass for one claim: each field goes back by so many days."""
    for name, days in deltas.items():
        setattr(claim, name, getattr(claim, name) - timedelta(days=days))
    claim.save()
    return claim


def website_moved(listing, days_ago: int):
    change = Change.record(listing, {"website": ["https://old.example/", listing.website]}, by=None)
    Change.objects.filter(pk=change.pk).update(at=timezone.now() - timedelta(days=days_ago))


def letters_to(address) -> list[str]:
    return list(Letter.objects.filter(to=address).order_by("pk").values_list("subject", flat=True))
