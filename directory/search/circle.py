"""The listings within some miles of a point."""

import numpy as np
from numpy.typing import NDArray

from directory.geo import Box, boxes_around, distances_miles
from directory.search.columns import Columns
from directory.search.index import Index
from directory.search.query import Near


def slots_within(index: Index, near: Near) -> NDArray[np.intp]:
    boxes = boxes_around(near.latitude, near.longitude, near.radius_miles)
    # Sorted, because a set is ten times quicker made of slots in their order.
    slots = np.sort(np.concatenate([_in_box(index, box) for box in boxes]))
    return slots.compress(distances(index.columns, near, slots) <= near.radius_miles)


def distances(columns: Columns, near: Near, slots: NDArray) -> NDArray[np.float64]:
    """Miles; NaN for a listing without a point."""
    return distances_miles(near.latitude, near.longitude, columns.latitude[slots], columns.longitude[slots])


def _in_box(index: Index, box: Box) -> NDArray[np.intp]:
    latitude, by_latitude = index.columns.latitude, index.by_latitude
    start = np.searchsorted(latitude, box.south, "left", sorter=by_latitude)
    stop = np.searchsorted(latitude, box.north, "right", sorter=by_latitude)
    band = by_latitude[start:stop].astype(np.intp)
    longitude = index.columns.longitude[band]
    return band.compress((longitude >= box.west) & (longitude <= box.east))
