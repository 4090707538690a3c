"""Links from a search to the pages of states and cities."""

from collections.abc import Mapping
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from directory.models import Place
from directory.search.places import Found
from directory.states import STATE_NAMES, mid_sentence


class AreaLink(NamedTuple):
    label: str
    url: str
    total: int | None = None


def about(place: Found | None) -> AreaLink | None:
    """The page of the state or the city that was searched."""
    if place is None:
        return None
    state = place.state.lower()
    if place.kind == Place.Kind.STATE:
        label = _("About providers in %(place)s") % {"place": mid_sentence(place.state)}
        return AreaLink(label, reverse("directory:in_state", args=[state]))
    if place.kind == Place.Kind.CITY and place.slug:
        url = reverse("directory:in_city", args=[state, place.slug])
        return AreaLink(_("About providers in and around %(place)s") % {"place": place.label}, url)
    return None


def by_state(counts: Mapping[str, int]) -> list[AreaLink]:
    """States with listings, by name."""
    return [
        AreaLink(name, reverse("directory:in_state", args=[code.lower()]), total)
        for code, name in sorted(STATE_NAMES.items(), key=lambda state: state[1])
        if (total := counts.get(code.lower(), 0))
    ]
