from directory.search.places import UNITED_STATES
from directory.templatetags.united_states import united_states


def test_a_script_reads_four_edges_of_every_box():
    boxes = [tuple(map(float, box.split(","))) for box in united_states().split(" ")]
    assert boxes == [(box.south, box.west, box.north, box.east) for box in UNITED_STATES]
