"""What a map says to those who do not see it, and to all about what is not on it."""

from collections.abc import Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from directory.map.circle import SearchCircle
from directory.map.layout import Layout
from directory.map.spec import MapSpec

TOWNS_NAMED = 5


def description(layout: Layout) -> str:
    if not layout.labels:
        return _("Simplified outlines of the states.")
    towns = get_text_list([label.name.text for label in layout.labels[:TOWNS_NAMED]], _("and"))
    return _("Simplified outlines of counties and states, with %(towns)s.") % {"towns": towns}


def note(spec: MapSpec, layouts: Sequence[Layout], circle: SearchCircle | None) -> str:
    """Of a picture in one width or in two; empty where there is nothing to note, and all asked for is on the map."""
    return " ".join(filter(None, [*spec.notes, _beyond(circle), _crowded(layouts), _missing(spec, layouts[0])]))


def _beyond(circle: SearchCircle | None) -> str:
    if circle is None or circle.is_whole:
        return ""
    miles = {"miles": f"{circle.miles:g}"}
    return _("The map shows the inner part of the search, which reaches %(miles)s miles around.") % miles


def _crowded(layouts: Sequence[Layout]) -> str:
    if all(bubble.spot for layout in layouts for bubble in layout.bubbles):
        return ""
    return _("Where a dot has neither number nor name there are providers too; the list has all.")


def _missing(spec: MapSpec, layout: Layout) -> str:
    shown = {pin for block in layout.blocks for pin in block.pins}
    missing = [str(pin.number or pin.label) for pin in spec.pins if pin not in shown]
    return _("Not on this map: %(numbers)s.") % {"numbers": ", ".join(missing)} if missing else ""
