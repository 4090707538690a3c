"""Nothing on a map touches anything else, at any width of the picture: numbers, clusters, names, the bar of miles."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.map import Circle, Cluster, MapSpec, Pin, Towns, draw
from directory.map.block import CELL
from directory.map.frame import Area, Spot
from directory.map.lettering import width_of
from directory.map.room import NARROW, WIDE, Room
from directory.map.scale import TEXT

DENVER = (39.739, -104.985)
WIDTHS = {"narrow": (256, 288, 384, 479.5), "wide": (480, 600, 720)}
SMALL = {"narrow": (256, 288, 320, 359.5), "wide": (360, 384, 430, 480)}

near_denver = st.tuples(st.floats(39.4, 40.1), st.floats(-105.4, -104.5))
in_colorado = st.tuples(st.floats(37.1, 40.9), st.floats(-108.9, -102.2))
letters = st.text("abcdefghilmnorstuwy MWSCD", min_size=1, max_size=22)


def towns_in(points):
    town = st.tuples(letters, points, st.integers(1, 3_000_000))
    return st.lists(town.map(lambda row: (row[0], "CO", *row[1], row[2])), max_size=40)


def boxes(layout, shape, width):
    """What everything takes in a picture of that width: left, top, right, bottom, in pixels."""
    height = width / shape.ratio

    def box(spot, extent):
        x, y = spot.x * width, spot.y * height
        return x + extent.left, y + extent.top, x + extent.right, y + extent.bottom

    found = [box(block.spot, block.extent) for block in layout.blocks]
    found += [box(bubble.spot, bubble.extent) for bubble in layout.bubbles if bubble.spot]
    found += [box(label.name.spot, label.extent) for label in layout.labels]
    if bar := layout.scale_bar:
        outer = (bar.start if bar.is_at_the_left else bar.end) * width
        text = (outer, outer + TEXT) if bar.is_at_the_left else (outer - TEXT, outer)
        left, right = min(text[0], bar.start * width), max(text[1], bar.end * width)
        found.append((left, bar.y * height - 18, right, bar.y * height + 1))
    return found, height


def overlap(one, other):
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.1 and min(one[3], other[3]) - max(one[1], other[1]) > 0.1


def assert_readable(drawing):
    for layer, widths in (SMALL if drawing.spec.is_small else WIDTHS).items():
        for width in widths:
            found, height = boxes(getattr(drawing, layer), drawing.frame.shape, width)
            assert not [pair for pair in combinations(found, 2) if overlap(*pair)], width
            for left, top, right, bottom in found:
                assert left >= -0.1, width
                assert top >= -0.1, width
                assert right <= width + 0.1, width
                assert bottom <= height + 0.1, width


@settings(max_examples=60, deadline=None)
@given(st.lists(near_denver, max_size=20), towns_in(near_denver), st.sampled_from([5, 25, 50]))
def test_pins_and_names_of_a_search_never_overlap(points, towns, radius):
    pins = [Pin(*point, "Practice", n, f"#{n}") for n, point in enumerate(points, start=1)]
    assert_readable(draw(MapSpec("Search", circle=Circle(*DENVER, radius), pins=pins), Towns(towns)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(in_colorado, st.integers(1, 20_000)), max_size=40), towns_in(in_colorado), st.booleans())
def test_clusters_and_names_of_a_state_never_overlap(places, towns, is_small):
    clusters = [Cluster(*point, f"Place {n}", count, f"/{n}") for n, (point, count) in enumerate(places)]
    if clusters:
        assert_readable(draw(MapSpec("State", state="CO", clusters=clusters, is_small=is_small), Towns(towns)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(26, 48), st.floats(-123, -69), st.integers(1, 9999)), max_size=56), st.booleans())
def test_clusters_of_the_country_never_overlap(places, is_small):
    clusters = [Cluster(*place[:2], f"Place {n}", place[2], f"/{n}") for n, place in enumerate(places)]
    if clusters:
        assert_readable(draw(MapSpec("Country", clusters=clusters, is_small=is_small), Towns([])))


@settings(max_examples=40, deadline=None)
@given(st.lists(near_denver, min_size=2, max_size=20), towns_in(near_denver))
def test_no_name_crosses_the_line_from_a_pin_to_its_place(points, towns):
    pins = [Pin(*point, "Practice", n) for n, point in enumerate(points, start=1)]
    drawing = draw(MapSpec("Search", circle=Circle(*DENVER, 25), pins=pins), Towns(towns))
    for layer, width in (("narrow", 256), ("wide", 720)):
        layout = getattr(drawing, layer)
        leaders = [(np.array(place), np.array(one.spot)) for one in layout.blocks for place in one.places_elsewhere]
        crossed = [place + share * (spot - place) for place, spot in leaders for share in np.linspace(0, 0.75, 25)]
        for label in layout.labels:
            x, y = np.array(label.name.spot) * width
            left, top, right, bottom = label.extent
            for across, down in np.array(crossed).reshape(-1, 2) * width:
                assert not (x + left < across < x + right and y + top < down < y + bottom)


@settings(max_examples=40, deadline=None)
@given(st.lists(near_denver, min_size=1, max_size=20))
def test_every_pin_of_a_circle_is_shown_once_in_either_layout(points):
    pins = [Pin(*point, "Practice", n) for n, point in enumerate(points, start=1)]
    drawing = draw(MapSpec("Search", circle=Circle(*DENVER, 50), pins=pins), Towns([]))
    for layout in (drawing.narrow, drawing.wide):
        assert sorted(pin.number for block in layout.blocks for pin in block.pins) == list(range(1, len(pins) + 1))


def test_twenty_pins_in_one_street_are_one_block_in_the_order_of_the_list():
    pins = [Pin(DENVER[0] + n / 1e5, DENVER[1], "Practice", n) for n in range(20, 0, -1)]
    (block,) = draw(MapSpec("Search", circle=Circle(*DENVER, 25), pins=pins), Towns([])).narrow.blocks
    assert [pin.number for pin in block.pins] == list(range(1, 21))
    assert (block.width, block.height) == (5 * CELL, 4 * CELL)
    assert len({(cell.x, cell.y) for cell in block.cells}) == 20


def test_two_pins_that_would_hide_each_other_move_aside_and_keep_a_line_to_their_places():
    pins = [Pin(*DENVER, "One", 1), Pin(DENVER[0], DENVER[1] + 0.015, "Two", 2)]
    one, two = draw(MapSpec("Search", circle=Circle(*DENVER, 25), pins=pins), Towns([])).narrow.blocks
    assert one.spot.x < one.places[0].x
    assert two.spot.x > two.places[0].x
    assert one.places_elsewhere == list(one.places)


def test_a_pin_that_has_room_stays_where_it_is():
    (block,) = draw(MapSpec("Search", circle=Circle(*DENVER, 25), pins=[Pin(*DENVER, "One", 1)]), Towns([])).wide.blocks
    assert block.places_elsewhere == []


@pytest.mark.parametrize("layer", ["narrow", "wide"])
def test_of_clusters_in_one_place_the_largest_has_the_number(layer):
    clusters = [Cluster(*DENVER, f"Quarter {count}", count, "/") for count in (3, 2000, 40)]
    bubbles = getattr(draw(MapSpec("Colorado", state="CO", clusters=clusters), Towns([])), layer).bubbles
    assert [bubble.cluster.count for bubble in bubbles] == [2000, 40, 3]
    assert bubbles[0].spot is not None


def test_the_larger_town_is_named_where_there_is_room_for_one():
    towns = [("Small", "CO", *DENVER, 1000), ("Large", "CO", DENVER[0], DENVER[1] + 0.001, 2000)] * 9
    spec = MapSpec("Listing", circle=Circle(*DENVER, 25), shows_circle=False)
    labels = draw(spec, Towns(towns)).narrow.labels
    assert labels[0].name.text == "Large"


def test_on_a_map_of_clusters_a_number_bears_its_own_name_and_no_other():
    clusters = [Cluster(*DENVER, "Denver", 12, "/")]
    towns = [("Denver", "CO", *DENVER, 700_000), ("Glendale", "CO", DENVER[0] + 0.02, DENVER[1], 600_000)]
    labels = draw(MapSpec("Colorado", state="CO", clusters=clusters), Towns(towns)).wide.labels
    assert [(label.name.text, label.stand.has_dot) for label in labels] == [("Denver", False)]


@pytest.mark.parametrize(("text", "width"), [("i", 4), ("Castle Rock", 68), ("Cañon City", 65)])
def test_the_width_of_a_name_is_reckoned_a_little_wide(text, width):
    assert width_of(text, 12.5) == pytest.approx(width, abs=1.5)


def test_an_unknown_letter_counts_as_a_wide_one():
    assert width_of("Ж", 10) == 8


class TestRoom:
    BUTTON = Area(-10, -10, 10, 10)

    def free(self, room, *spots):
        return room.free(np.array(spots), np.array([self.BUTTON])).tolist()

    def test_what_is_taken_is_not_free(self):
        room = Room(1.0, NARROW)
        room.take(Spot(0.5, 0.5), self.BUTTON)
        assert self.free(room, (0.5, 0.5), (0.53, 0.5), (0.6, 0.5), (0.5, 0.4)) == [False, False, True, True]

    def test_the_edges_of_the_picture_are_not_free(self):
        assert self.free(Room(1.0, NARROW), (0.03, 0.5), (0.05, 0.5), (0.5, 0.97), (0.5, 0.95)) == [False, True] * 2

    def test_two_marks_must_keep_to_one_side_of_each_other_at_both_widths(self):
        """At 480 pixels the name stands beside the button, at 720 the button has moved into it."""
        room = Room(1.0, WIDE)
        room.take(Spot(0.55, 0.5), self.BUTTON)
        name = Area(36, -5, 66, 5)
        assert room.free(np.array([(0.5, 0.5)]), np.array([name])).tolist() == [False]
        assert Room(1.0, WIDE).free(np.array([(0.5, 0.5)]), np.array([name])).tolist() == [True]
