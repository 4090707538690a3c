"""The way to a page of the directory: through its state and its city."""

from django.urls import reverse
from django.utils.translation import gettext as _

from directory.landing import addresses
from directory.landing.cities import label_of
from directory.models import Listing, Place
from directory.states import STATE_NAMES

# Label and address; the page itself comes last and has no address.
Crumb = tuple[str, str | None]


def to_state(code: str) -> list[Crumb]:
    return [_search(), (STATE_NAMES[code], None)]


def to_city(city: Place) -> list[Crumb]:
    return [_search(), _state(city.state), (label_of(city), None)]


def to_listing(listing: Listing) -> list[Crumb]:
    city = Place.objects.cities_of([listing]).get(listing.pk)
    cities: list[Crumb] = [(label_of(city), addresses.of_city(city))] if city else []
    return [_search(), _state(listing.state), *cities, (listing.name, None)]


def _search() -> Crumb:
    return _("Find a provider"), reverse("directory:search")


def _state(code: str) -> Crumb:
    return STATE_NAMES[code], addresses.of_state(code)
