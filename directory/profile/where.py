"""Where a practice is: its map, and the search around it."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from directory import cartography
from directory.cartography import Map
from directory.map import Circle, MapSpec, Pin
from directory.models import Listing
from directory.states import full_name

# As far as the map reaches around it: enough to see towns that a reader may know.
MILES_SEEN = 8


def map_of(listing: Listing) -> Map | None:
    """None where there is no door to go to, or nobody knows where it is."""
    if listing.door is None:
        return None
    spec = MapSpec(
        _("Map: where %(name)s is") % {"name": listing.name},
        circle=Circle(*listing.door, MILES_SEEN),
        shows_circle=False,
        is_small=True,
        pins=(Pin(*listing.door, listing.name, is_about=listing.point_is_about),),
        notes=(_("About here."),) if listing.point_is_about else (),
    )
    return cartography.current().map_of(spec)


def search_around(listing: Listing) -> str:
    """The search from its ZIP code, or of its state where there is no door."""
    place = full_name(listing.state) if listing.by_video_only else listing.zip5
    return f"{reverse('directory:search')}?{urlencode({'place': place})}"
