import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from directory.geo import EARTH_RADIUS_MILES, Box, boxes_around, distance_miles, distances_miles

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
points = st.tuples(latitudes, longitudes)
radii = st.floats(0, 1000)

HALF_WAY_ROUND = math.pi * EARTH_RADIUS_MILES
DENVER, BOULDER, HONOLULU, ADAK = (39.739, -104.985), (40.015, -105.271), (21.307, -157.858), (51.88, -176.658)


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [(DENVER, BOULDER, 24.4), (DENVER, HONOLULU, 3347), ((0, 179.5), (0, -179.5), 69.1), ((90, 0), (90, 123), 0)],
)
def test_known_distances(one, other, miles):
    assert distance_miles(*one, *other) == pytest.approx(miles, rel=0.01, abs=1e-6)


@given(points, points)
def test_a_distance_is_the_same_in_both_directions_and_never_longer_than_half_way_round(one, other):
    there = distance_miles(*one, *other)
    assert there == pytest.approx(distance_miles(*other, *one))
    assert 0 <= there <= HALF_WAY_ROUND * (1 + 1e-12)


@given(points, points, points)
def test_a_detour_is_never_shorter(one, two, three):
    direct = distance_miles(*one, *three)
    assert direct <= distance_miles(*one, *two) + distance_miles(*two, *three) + 1e-4


@given(points, st.lists(points, max_size=20))
def test_many_distances_at_once_are_the_same_as_one_by_one(here, there):
    found = distances_miles(*here, np.array([p[0] for p in there]), np.array([p[1] for p in there]))
    assert list(found) == pytest.approx([distance_miles(*here, *point) for point in there])


@given(points, radii, st.floats(0, 360), st.floats(0, 1))
def test_no_point_of_the_circle_is_outside_its_boxes(center, radius, bearing, share):
    point = travel(center, radius * share, bearing)
    assert any(box.contains(*point) for box in boxes_around(*center, radius))


@given(points, radii)
def test_boxes_stay_on_the_globe(center, radius):
    for box in boxes_around(*center, radius):
        assert -90 <= box.south <= box.north <= 90
        assert -180 <= box.west <= box.east <= 180


@given(st.tuples(st.floats(-60, 60), st.floats(-170, 170)), st.floats(1, 100))
def test_a_box_touches_its_circle_on_all_four_sides(center, radius):
    (box,) = boxes_around(*center, radius)
    for edge in [(box.south, center[1]), (box.north, center[1])]:
        assert distance_miles(*center, *edge) == pytest.approx(radius, rel=1e-3)
    east = min(distance_miles(*center, latitude, box.east) for latitude in np.linspace(box.south, box.north, 400))
    assert east == pytest.approx(radius, rel=1e-2)


def test_a_circle_across_the_antimeridian_has_two_boxes():
    west, east = boxes_around(*ADAK, 250)
    assert west.west == -180
    assert east.east == 180
    assert east.contains(51.9, 178)
    assert west.contains(51.9, -178)


@pytest.mark.parametrize("latitude", [89.9, -89.9, 90, -90])
def test_a_circle_around_a_pole_holds_every_longitude(latitude):
    (box,) = boxes_around(latitude, 10, 25)
    assert (box.west, box.east) == (-180, 180)


def test_the_edge_of_a_box_is_part_of_it():
    assert Box(1, 2, 3, 4).contains(1, 4)
    assert not Box(1, 2, 3, 4).contains(1, 4.001)


def travel(start, miles, bearing_degrees):
    """Where one arrives; the other way round than haversine, so that one error does not hide another."""
    assume(abs(start[0]) < 89.999)
    angle, bearing = miles / EARTH_RADIUS_MILES, math.radians(bearing_degrees)
    latitude, longitude = (math.radians(degrees) for degrees in start)
    arrived = math.asin(math.sin(latitude) * math.cos(angle) + math.cos(latitude) * math.sin(angle) * math.cos(bearing))
    turn = math.atan2(
        math.sin(bearing) * math.sin(angle) * math.cos(latitude),
        math.cos(angle) - math.sin(latitude) * math.sin(arrived),
    )
    return math.degrees(arrived), (math.degrees(longitude + turn) + 180) % 360 - 180
