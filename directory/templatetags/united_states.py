"""Where our listings are, for the script that must not send a point which is elsewhere."""

from django import template

from directory.search.places import UNITED_STATES

register = template.Library()


@register.simple_tag
def united_states() -> str:
    """South, west, north and east of each box."""
    return " ".join(f"{box.south},{box.west},{box.north},{box.east}" for box in UNITED_STATES)
