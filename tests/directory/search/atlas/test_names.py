from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.search.atlas.names import Names

keys = st.text(ascii_lowercase[:3] + "é0", min_size=1, max_size=5)


@pytest.fixture
def names():
    return Names([("denver", 0), ("denton", 1), ("den", 2), ("denver", 3), ("reno", 4)])


def found(rows):
    return sorted(rows.tolist())


def test_whole_names_are_found_with_all_that_bear_them(names):
    assert found(names.whole(["denver"])) == [0, 3]
    assert found(names.whole(["denv"])) == []


def test_beginnings_are_found_and_what_is_typed_to_its_end(names):
    assert found(names.beginning(["denv"])) == [0, 3]
    assert found(names.beginning(["den"])) == [0, 1, 2, 3]
    assert found(names.beginning(["x"])) == []


def test_several_can_be_asked_for_at_once(names):
    assert found(names.beginning(["ren", "dent"])) == [1, 4]


def test_nothing_and_what_is_longer_than_every_name_find_nothing(names):
    for keys_ in ([""], [], ["denverdenver"]):
        assert found(names.whole(keys_)) == found(names.beginning(keys_)) == []


def test_no_names_find_nothing():
    assert found(Names([]).beginning(["a"])) == []


@given(st.lists(keys, max_size=12), keys)
def test_it_finds_what_a_plain_look_at_each_finds(stored, typed):
    names = Names((key, row) for row, key in enumerate(stored))
    assert found(names.whole([typed])) == [row for row, key in enumerate(stored) if key == typed]
    assert found(names.beginning([typed])) == [row for row, key in enumerate(stored) if key.startswith(typed)]
