"""What a map is drawn from: projections, the stored outlines, and what of them lies in the picture."""

import re
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.geo import Box, distance_miles
from directory.map import topology
from directory.map.clip import cut, lines_in_sight
from directory.map.country import frame_of_the_country
from directory.map.frame import Area
from directory.map.ground import ground
from directory.map.near import frame_around
from directory.map.path import path
from directory.map.projection import Albers, Azimuthal
from directory.map.spec import Circle, Pin
from directory.map.state import frame_of_state
from directory.states import STATE_NAMES

DENVER, HONOLULU, ADAK = (39.739, -104.985), (21.307, -157.858), (51.88, -176.658)
PICTURE = Area(0, 0, 100, 100)
points = st.tuples(st.floats(-300, 400), st.floats(-300, 400))


def places(text):
    """The corners of a path, told from its steps."""
    for line in re.findall(r"M[^M]+", text):
        start, steps = line[1:].rstrip("z").split("l")
        pairs = np.array([int(number) for number in re.findall(r"-?\d+", f"{start} {steps}")]).reshape(-1, 2)
        yield np.cumsum(pairs, axis=0)


class TestAzimuthal:
    @pytest.mark.parametrize("middle", [DENVER, HONOLULU, ADAK, (71.2, -156.8)])
    @pytest.mark.parametrize("miles", [5, 100, 900])
    def test_a_circle_around_its_middle_stays_one(self, middle, miles):
        rim = np.array([travelled(middle, miles, bearing) for bearing in range(0, 360, 15)])
        assert np.hypot(*Azimuthal(*middle)(rim).T) == pytest.approx(miles, rel=1e-6)

    def test_north_is_up_and_east_is_at_the_right(self):
        ((east, up), (west, down)) = Azimuthal(*DENVER)(np.array([(40.739, -104.985), (39.739, -105.985)]))
        assert (round(east), round(up)) == (0, -69)
        assert west < -50
        assert abs(down) < 1

    def test_its_middle_is_the_origin(self):
        assert Azimuthal(*DENVER)(np.array([DENVER])).tolist() == [[0, 0]]

    def test_across_the_antimeridian_it_is_not_far(self):
        ((x, _),) = Azimuthal(*ADAK)(np.array([(51.88, 179.5)]))
        assert x == pytest.approx(-distance_miles(*ADAK, 51.88, 179.5), rel=0.01)


class TestAlbers:
    CONE = Albers(29.5, 45.5, 38, -96)

    @pytest.mark.parametrize("corner", [(30, -120), (45, -70), (37, -96)])
    def test_every_area_keeps_its_size(self, corner):
        latitude, longitude = corner
        square = np.array([(latitude + a, longitude + b) for a, b in [(0, 0), (0, 1), (1, 1), (1, 0)]])
        high = np.sin(np.radians(latitude + 1)) - np.sin(np.radians(latitude))
        assert size_of(self.CONE(square)) == pytest.approx(3958.7613**2 * high * np.radians(1), rel=0.002)

    def test_the_aleutians_beyond_the_antimeridian_lie_in_the_west(self):
        cone = Albers(55, 65, 63, -154)
        ((attu, _), (adak, _)) = cone(np.array([(52.9, 172.9), ADAK]))
        assert attu < adak < 0


class TestOutlines:
    def test_they_are_read_once(self):
        assert topology.detail() is topology.detail()

    def test_every_state_has_land_in_both(self):
        for outlines in (topology.detail(), topology.overview()):
            assert set(outlines.state_of) == set(STATE_NAMES)

    def test_lines_within_colorado_lie_in_colorado(self):
        outlines = topology.detail()
        found, _ = outlines.lines.chosen(outlines.county_of == "CO")
        assert Box(36.98, -109.1, 41.02, -102.03).contains(*found.min(axis=0))
        assert Box(36.98, -109.1, 41.02, -102.03).contains(*found.max(axis=0))

    def test_the_border_with_kansas_parts_states_and_no_counties_of_one(self):
        outlines = topology.detail()
        boxes = outlines.lines.boxes
        border = (np.abs(boxes[:, 1] + 102.05) < 0.02) & (np.abs(boxes[:, 3] + 102.05) < 0.02) & (boxes[:, 0] > 37.2)
        border &= boxes[:, 2] < 39.9
        assert border.any()
        assert outlines.parts_states[border].all()

    def test_what_is_chosen_starts_where_its_lines_start(self):
        lines = topology.overview().lines
        wanted = np.zeros(len(lines.boxes), dtype=bool)
        wanted[[3, 7]] = True
        found, starts = lines.chosen(wanted)
        assert found[starts].tolist() == lines.points[lines.first[[3, 7]]].tolist()
        assert len(found) == sum(lines.first[index + 1] - lines.first[index] for index in (3, 7))


class TestClipping:
    @given(st.lists(points, min_size=3, max_size=12))
    def test_a_cut_ring_lies_in_the_picture(self, ring):
        found = cut(np.array(ring), PICTURE)
        assert np.all(found >= -1e-6)
        assert np.all(found <= 100 + 1e-6)

    @given(st.tuples(st.floats(0, 100), st.floats(0, 100)), st.floats(1, 300))
    def test_cutting_a_square_leaves_what_is_common(self, middle, half):
        (x, y) = middle
        square = np.array([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])
        wide, high = (min(100, edge + half) - max(0, edge - half) for edge in middle)
        assert size_of(cut(square, PICTURE)) == pytest.approx(wide * high, abs=1e-6)

    def test_a_ring_around_the_picture_becomes_the_picture(self):
        around = np.array([(-50.0, -50.0), (150.0, -50.0), (150.0, 150.0), (-50.0, 150.0)])
        assert size_of(cut(around, PICTURE)) == 10_000

    def test_a_line_comes_apart_where_it_leaves_the_picture(self):
        line = np.array([(10.0, 10.0), (20.0, 10.0), (20.0, -50.0), (60.0, -50.0), (60.0, 10.0), (70.0, 10.0)])
        found, starts = lines_in_sight(line, np.array([True] + [False] * 5), PICTURE)
        assert found[starts].tolist() == [[10, 10], [60, -50]]
        assert len(found) == 6

    def test_a_segment_that_crosses_the_picture_stays(self):
        line = np.array([(-50.0, 50.0), (150.0, 50.0)])
        assert len(lines_in_sight(line, np.array([True, False]), PICTURE)[0]) == 2


class TestPath:
    def test_points_become_steps_of_whole_units(self):
        line = np.array([(1.2, 2.0), (4.0, 1.0), (4.0, 6.0)])
        assert path(line, np.array([True, False, False])) == "M1 2l3-1 0 5"

    def test_a_point_that_says_the_same_as_the_one_before_is_left_out(self):
        line = np.array([(1.0, 1.0), (1.2, 1.3), (5.0, 5.0)])
        assert path(line, np.array([True, False, False]), closed=True) == "M1 1l4 4z"

    def test_a_line_without_a_length_is_left_out(self):
        assert path(np.array([(1.0, 1.0), (1.2, 1.3)]), np.array([True, False])) == ""

    @given(st.lists(st.tuples(points, st.booleans()), min_size=2, max_size=30))
    def test_the_steps_lead_to_the_points(self, rows):
        line = np.array([point for point, _ in rows])
        starts = np.array([True] + [start for _, start in rows[1:]])
        corners = [tuple(corner) for found in places(path(line, starts)) for corner in found.tolist()]
        assert set(corners) <= {(round(x), round(y)) for x, y in line}


class TestFrames:
    @given(st.floats(20, 48), st.floats(-120, -70), st.sampled_from([5, 10, 25, 50, 100]), st.floats(0, 360))
    def test_the_rim_of_a_circle_leaves_room_for_a_pin(self, latitude, longitude, miles, bearing):
        frame = frame_around(Circle(latitude, longitude, miles), ())
        (spot,) = frame.spots(np.array([travelled((latitude, longitude), miles * 0.999, bearing)]))
        assert 0.055 < spot.x < 0.945
        assert 0.055 < spot.y < 0.945

    def test_it_never_comes_closer_than_the_outlines_are_true(self):
        pins = [Pin(*DENVER, "One", 1), Pin(DENVER[0], DENVER[1] + 0.001, "Two", 2)]
        (view,) = frame_around(Circle(*DENVER, 25), pins).views
        assert view.scale * 6 == pytest.approx(0.44 * 800)

    def test_a_search_that_is_smaller_than_that_shows_its_own_circle(self):
        pins = [Pin(*DENVER, "One", 1), Pin(DENVER[0], DENVER[1] + 0.001, "Two", 2)]
        assert frame_around(Circle(*DENVER, 5), pins) == frame_around(Circle(*DENVER, 5), ())

    @pytest.mark.parametrize(
        ("state", "shape"), [("TN", "WIDE"), ("CO", "WIDE"), ("TX", "SQUARE"), ("CA", "TALL"), ("AK", "WIDE")]
    )
    def test_a_state_has_the_proportions_that_come_nearest(self, state, shape):
        assert frame_of_state(state).shape.name == shape

    def test_a_far_island_is_in_the_picture_when_something_is_there(self):
        assert not frame_of_state("AK").spots(np.array([(51.88, 175.0)]))[0].is_in_the_picture
        assert frame_of_state("AK", [(51.88, 175.0)]).spots(np.array([(51.88, 175.0)]))[0].is_in_the_picture

    @pytest.mark.parametrize(
        "place", [DENVER, HONOLULU, ADAK, (61.2, -149.9), (13.45, 144.75), (18.4, -66.1), (-14.28, -170.7)]
    )
    def test_the_country_has_a_spot_for_every_place(self, place):
        (spot,) = frame_of_the_country().spots(np.array([place]))
        assert spot.is_in_the_picture

    def test_a_place_abroad_has_none(self):
        (spot,) = frame_of_the_country().spots(np.array([(48.85, 2.35)]))
        assert not spot.is_in_the_picture

    def test_what_is_moved_beside_the_mainland_touches_nothing(self):
        areas = [view.area for view in frame_of_the_country().views[:-1]]
        for one, other in combinations(areas, 2):
            beside = one.right < other.left or other.right < one.left
            assert beside or one.bottom < other.top or other.bottom < one.top


class TestGround:
    def test_far_from_any_shore_the_land_fills_the_picture(self):
        (corners,) = places(ground(frame_around(Circle(*DENVER, 25), ())).land)
        assert size_of(corners) == 808 * 808

    def test_at_the_shore_some_of_it_is_sea(self):
        land = ground(frame_around(Circle(*HONOLULU, 25), ())).land
        assert 0.1 < sum(map(size_of, places(land))) / 800**2 < 0.6

    def test_the_islands_on_both_sides_of_the_antimeridian_are_drawn(self):
        corners = np.concatenate(list(places(ground(frame_around(Circle(51.6, 180.0, 100), ())).land)))
        assert corners[:, 0].min() < 300
        assert corners[:, 0].max() > 500

    def test_no_corner_is_far_outside_the_picture(self):
        frame = frame_of_state("TX")
        corners = np.concatenate(list(places(ground(frame, "TX").land)))
        assert corners.min() >= -4
        assert corners.max() <= 804

    def test_a_state_shows_its_own_counties_only(self):
        frame = frame_of_state("CO")
        own, all_seen = ground(frame, "CO").counties, ground(frame).counties
        assert 0 < len(own) < len(all_seen)

    def test_the_country_shows_states_only(self):
        drawn = ground(frame_of_the_country())
        assert drawn.counties == ""
        assert drawn.states.startswith("M")


def size_of(corners):
    x, y = np.asarray(corners, dtype=float).reshape(-1, 2).T
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def travelled(start, miles, bearing_degrees):
    """Where one arrives."""
    angle, bearing = miles / 3958.7613, np.radians(bearing_degrees)
    latitude, longitude = np.radians(start)
    arrived = np.arcsin(np.sin(latitude) * np.cos(angle) + np.cos(latitude) * np.sin(angle) * np.cos(bearing))
    turn = np.arctan2(
        np.sin(bearing) * np.sin(angle) * np.cos(latitude), np.cos(angle) - np.sin(latitude) * np.sin(arrived)
    )
    return np.degrees(arrived), (np.degrees(longitude + turn) + 180) % 360 - 180
