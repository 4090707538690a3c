"""Places, and which of them a listing has its address in."""

from collections import defaultdict

from django.db.models import QuerySet

from directory.geo import distance_miles
from directory.place_names import key_of


class PlaceQuerySet(QuerySet):
    def cities_of(self, listings) -> dict:
        """The city that each of these listings has its address in, by the listing's pk. Those who see people by video
        only have none, nor have those whose city the table lacks."""
        names = [(each, (each.state, key_of(each.city))) for each in listings if not each.by_video_only]
        alike = defaultdict(list)
        for place in self._cities_named({name for _, name in names}):
            alike[place.state, place.key].append(place)
        return {listing.pk: _nearest(listing, alike[name]) for listing, name in names if name in alike}

    def _cities_named(self, names):
        states, keys = {state for state, _ in names}, {key for _, key in names}
        named = self.filter(kind="city", state__in=states, key__in=keys).order_by("-population", "pk")
        return named.only("state", "key", "latitude", "longitude")


def _nearest(listing, namesakes):
    """A few states have two cities of one name; without a point the larger one is meant."""
    if listing.latitude is None:
        return namesakes[0]
    point = listing.latitude, listing.longitude
    return min(namesakes, key=lambda place: distance_miles(*point, place.latitude, place.longitude))
