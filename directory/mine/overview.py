"""All that a person manages, each with what it needs: the first page after signing in."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from directory.mine.completeness import Completeness, completeness_of
from directory.mine.due import Due, asks_again_on, due
from directory.mine.links import CONFIRM, EDIT, NEW, OF_A_LISTING, OF_THE_ACCOUNT, PUBLIC, SEND, Link, link, links
from directory.mine.states import State, state_of
from directory.mine.waiting import Item, waiting_and_asked
from directory.mine.weeks import Week, Weeks, last_week
from directory.models import Listing


@dataclass(frozen=True)
class Entry:
    """One listing, as its managers see it."""

    listing: Listing
    due: list[Due]
    waiting: list[Item]
    asked: list[Item]
    last_week: Week | None = None

    @property
    def url(self) -> str:
        return reverse("directory:my_listing", args=[self.listing.slug])

    @cached_property
    def state(self) -> State:
        return state_of(self.listing)

    @cached_property
    def completeness(self) -> Completeness:
        return completeness_of(self.listing)

    @cached_property
    def weeks(self) -> Weeks:
        return Weeks(self.listing)

    @property
    def to_do(self) -> int:
        return len(self.due) + len(self.asked)

    @property
    def asks_again_on(self) -> date | None:
        """The day from which we ask, where that is still to come."""
        day = asks_again_on(self.listing)
        return day if day and day > timezone.localdate() else None

    @property
    def is_shown(self) -> bool:
        """Whether anybody can see its page, and so can be counted."""
        return self.listing.has_a_page

    @property
    def links(self) -> list[Link]:
        return links(OF_A_LISTING, slug=self.listing.slug)

    @property
    def public_links(self) -> list[Link]:
        return links(PUBLIC, slug=self.listing.slug) if self.is_shown else []

    @property
    def confirm(self) -> Link | None:
        return link(CONFIRM, slug=self.listing.slug) if self.listing.is_confirmable else None

    @property
    def send(self) -> Link | None:
        """A draft waits for its managers, for as long as they like."""
        return link(SEND, slug=self.listing.slug) if self.listing.status == Listing.Status.DRAFT else None

    @property
    def edit(self) -> Link | None:
        return link(EDIT, slug=self.listing.slug)


class Overview:
    def __init__(self, user) -> None:
        self.entries = entries(Listing.objects.editable_by(user))

    @property
    def to_do(self) -> int:
        return sum(entry.to_do for entry in self.entries)

    @property
    def unsent(self) -> int:
        return sum(bool(entry.send) for entry in self.entries)

    @property
    def new(self) -> Link | None:
        return link(NEW)

    @property
    def account_links(self) -> list[Link]:
        return links(OF_THE_ACCOUNT)


def entries(listings) -> list[Entry]:
    """Those that need something first, then by name; in a fixed number of queries."""
    found = list(listings.with_page_facts().with_visibility())
    needs, (waits, asks), weeks = due(found), waiting_and_asked(found), last_week(found)
    made = [
        Entry(each, needs.get(each.pk, []), waits.get(each.pk, []), asks.get(each.pk, []), weeks.get(each.pk))
        for each in found
    ]
    return sorted(made, key=lambda entry: not entry.to_do)
