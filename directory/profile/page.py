"""Everything that the page of one listing shows, put together once."""

from functools import cached_property
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from directory import evidence, vocabulary
from directory.cartography import Map
from directory.choices import PhoneAnsweredBy
from directory.confirmations import Confirmation, confirmation_of
from directory.models import Listing, Photo
from directory.profile import answers, where
from directory.profile.amounts import Amounts
from directory.profile.courses import CoursePrice, course_price
from directory.profile.hours import Day, week, zone_name
from directory.profile.ledger import Ledger
from directory.profile.people import Person, hidden_people, people
from directory.profile.rows import judged, terms_stated
from directory.profile.sections import Section, sections
from directory.profile.treatments import Treatment, treatments

ADULT = 18


class Profile:
    """Templates read it by name; the listing comes with all its page facts fetched."""

    def __init__(self, listing: Listing):
        self.listing = listing

    @cached_property
    def sections(self) -> list[Section]:
        return sections(self.listing, vocabulary.current())

    @property
    def description(self) -> str:
        """For search engines: what it is, where, and the answers that decide."""
        listing = self.listing
        kind = _("%(kind)s in %(place)s.") % {"kind": listing.get_practice_kind_display(), "place": self.place}
        return " ".join([kind, answers.who_is_in_the_room(listing), answers.what_it_costs(listing)])

    @property
    def place(self) -> str:
        """No city where nobody can go: people are seen by video only."""
        listing = self.listing
        return listing.get_state_display() if listing.by_video_only else f"{listing.city}, {listing.state}"

    @cached_property
    def confirmation(self) -> Confirmation:
        return confirmation_of(self.listing)

    @cached_property
    def treatments(self) -> list[Treatment]:
        return treatments(self.listing)

    @cached_property
    def findings(self) -> list[evidence.Finding]:
        """What the guide found for the conditions and the treatments named here; nothing where it has not judged."""
        return evidence.findings(vocabulary.current(), judged([self.listing]))

    @cached_property
    def amounts(self) -> Amounts:
        return Amounts(self.listing)

    @cached_property
    def courses(self) -> list[CoursePrice]:
        return [course_price(offering) for offering in self.listing.offerings.all()]

    @cached_property
    def people(self) -> list[Person]:
        return people(self.listing)

    @property
    def photos(self) -> list[Photo]:
        return self.listing.shown_photos

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.listing)

    @cached_property
    def hidden_people(self) -> int:
        return hidden_people(self.listing)

    @cached_property
    def week(self) -> list[Day]:
        return week(self.listing)

    @property
    def zone(self) -> str:
        return zone_name(self.listing.time_zone)

    @property
    def treats_minors(self) -> bool:
        return self.listing.min_age is not None and self.listing.min_age < ADULT

    @property
    def names_suicidal_thoughts(self) -> bool:
        return any(term.slug == vocabulary.SUICIDAL_THOUGHTS for term in terms_stated(self.listing, "condition"))

    @cached_property
    def map(self) -> Map | None:
        """None where nobody can go."""
        return where.map_of(self.listing)

    @property
    def search_around(self) -> str:
        return where.search_around(self.listing)

    @property
    def phone_answered_by(self) -> str:
        stated = self.listing.phone_answered_by != PhoneAnsweredBy.NOT_STATED
        return self.listing.get_phone_answered_by_display() if stated else ""

    @property
    def website_name(self) -> str:
        """ "example.com" for a web address."""
        return (urlsplit(self.listing.website).hostname or "").removeprefix("www.")
