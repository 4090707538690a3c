"""The marks of a map as SVG. Places are percent of the picture, so that they move with it; sizes are pixels. What came
from outside, names and addresses, passes through `escape` here; all else is numbers and words of our own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.map.block import CELL, PIN, Block, Cell
from directory.map.clusters import Bubble
from directory.map.frame import Spot, percent
from directory.map.labels import CITY_SIZE, Label
from directory.map.layout import Layout
from directory.map.scale import ScaleBar
from directory.map.spec import Cluster, Pin

HERE = "M0 0C-3-6-9-10-9-17a9 9 0 0 1 18 0C9-10 3-6 0 0zm0-13a4 4 0 1 0 0-8 4 4 0 0 0 0 8z"
_AROUND = '<circle class="map-around" r="26"/>'
ANCHORS = {0: "start", 0.5: "middle", 1: "end"}


class Layer(NamedTuple):
    """Names are part of the picture; marks are links."""

    width: str
    names: SafeString
    marks: SafeString


def layer(width: str, layout: Layout) -> Layer:
    names = [*map(_name, layout.labels), *_scale_bar(layout.scale_bar)]
    marks = [*_clusters(layout.bubbles), *_pins(layout.blocks)]
    return Layer(width, mark_safe("\n".join(names)), mark_safe("\n".join(marks)))


def _name(label: Label) -> str:
    x, y = label.name.spot.text
    right, below, share, has_dot = label.stand
    dot = _dot("map-dot", label.name.spot) if has_dot else ""
    rank = " map-city" if label.name.size == CITY_SIZE else ""
    place = f'x="{x}" y="{y}" dx="{right:.1f}" dy="{below:.1f}" text-anchor="{ANCHORS[share]}"'
    return f'{dot}<text class="map-town{rank}" {place}>{escape(label.name.text)}</text>'


def _scale_bar(bar: ScaleBar | None) -> Iterator[str]:
    if bar:
        start, end, down = percent(bar.start), percent(bar.end), percent(bar.y)
        outer, anchor = (start, "start") if bar.is_at_the_left else (end, "end")
        yield f'<line class="map-bar" x1="{start}" x2="{end}" y1="{down}" y2="{down}"/>'
        place = f'x="{outer}" y="{down}" dy="-6" text-anchor="{anchor}"'
        yield f'<text class="map-bar-text" {place}>{escape(bar.text)}</text>'


def _pins(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines to their places first: they lie below all numbers."""
    yield from _leaders((place, block.spot) for block in blocks for place in block.places_elsewhere)
    yield from (_at(block.spot, _block(block)) for block in blocks)


def _clusters(bubbles: Sequence[Bubble]) -> Iterator[str]:
    yield from (_dot("map-place", bubble.place) for bubble in bubbles if not bubble.spot)
    yield from _leaders((one.place, one.spot) for one in bubbles if one.spot and one.spot != one.place)
    yield from (_at(bubble.spot, _bubble(bubble)) for bubble in bubbles if bubble.spot)


def _leaders(moved: Iterable[tuple[Spot, Spot]]) -> Iterator[str]:
    for place, spot in moved:
        (x1, y1), (x2, y2) = place.text, spot.text
        yield f'<line class="map-leader" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>{_dot("map-place", place)}'


def _dot(kind: str, spot: Spot) -> str:
    x, y = spot.text
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="2.5"/>'


def _at(spot: Spot, content: str) -> str:
    x, y = spot.text
    return f'<svg class="map-spot" role="none" x="{x}" y="{y}">{content}</svg>'


def _block(block: Block) -> str:
    numbers = "".join(_pin(cell, CELL if len(block.pins) > 1 else PIN) for cell in block.cells)
    if len(block.pins) == 1:
        return numbers
    place, width, height = f'x="{-block.width // 2}" y="{-block.height // 2}"', block.width, block.height
    return f'<rect class="map-block" {place} width="{width}" height="{height}" rx="12"/>{numbers}'


def _pin(cell: Cell, across: int) -> str:
    pin, x, y = cell
    if pin.number is None:
        return f'{_AROUND if pin.is_about else ""}<path class="map-here" d="{HERE}"/>'
    number = f'<circle cx="{x}" cy="{y}" r="{across // 2}"/><text x="{x}" y="{y}" dy="4.5">{pin.number:d}</text>'
    kind = "map-pin map-about" if pin.is_about else "map-pin"
    return _link(kind, pin.url, _pin_name(pin), number) if pin.url else number


def _pin_name(pin: Pin) -> str:
    words = _("%(number)s: %(name)s, about here") if pin.is_about else _("%(number)s: %(name)s")
    return words % {"number": pin.number, "name": pin.label}


def _bubble(bubble: Bubble) -> str:
    one = bubble.cluster
    number = f'<circle r="{bubble.radius:g}"/><text dy="4.5">{one.text}</text>'
    return _link("map-cluster", one.url, f"{one.label}: {_providers(one)}", number)


def _link(kind: str, url: str, name: str, content: str) -> str:
    return f'<a class="{kind}" href="{escape(url)}"><title>{escape(name)}</title>{content}</a>'


def _providers(cluster: Cluster) -> str:
    return ngettext("%(n)s provider", "%(n)s providers", cluster.count) % {"n": cluster.text}
