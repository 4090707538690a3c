import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.search.window import window

SMALL = st.integers(0, 3)


@given(st.lists(st.tuples(SMALL, SMALL, SMALL), max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_a_window_is_that_part_of_the_whole_order(rows, start, stop):
    columns = np.array(rows, np.int64).reshape(len(rows), 3)
    keys = [lambda slots, part=part: columns[slots, part] for part in range(3)] + [lambda slots: slots]
    whole = sorted(range(len(rows)), key=lambda slot: (*rows[slot], slot))
    assert window(np.arange(len(rows)), keys, start, stop).tolist() == whole[start:stop]


def test_what_is_far_from_the_window_is_asked_for_its_first_key_only():
    asked = []

    def second(slots):
        asked.extend(slots.tolist())
        return slots

    first = np.arange(1000) // 10
    assert window(np.arange(1000), [lambda slots: first[slots], second], 495, 505).tolist() == list(range(495, 505))
    assert set(asked) == set(range(490, 510))
