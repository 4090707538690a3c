import pytest

from directory.search.atlas.table import Atlas, Entry, Version


@pytest.fixture
def atlas():
    return Atlas(
        Version(1, 1),
        [
            Entry("Ely, NV", "city", "NV", 4_000, ("ely",), 39.25, -114.89),
            Entry("Denver, CO", "city", "CO", 700_000, ("denver",), 39.74, -104.98),
            Entry("Colorado", "state", "CO", 700_000, ("co", "colorado")),
            Entry("Tennessee", "state", "TN", 900_000, ("tn", "tennessee")),
        ],
    )


def test_rows_stand_by_people_and_a_state_before_its_equals(atlas):
    assert atlas.values == ["Tennessee", "Colorado", "Denver, CO", "Ely, NV"]


def test_every_name_leads_to_its_row(atlas):
    assert [atlas.values[row] for row in atlas.names.whole(["co", "denver"])] == ["Colorado", "Denver, CO"]


def test_places_of_a_name_are_ranked_by_people(atlas):
    assert atlas.ranks({"denver", "tennessee", "nowhere"}) == {"Tennessee": 0, "Denver, CO": 2}


def test_doubles_make_no_difference_to_those_who_misspell(atlas):
    assert [atlas.values[row] for row in atlas.misspelled.whole(["tenese"])] == ["Tennessee"]


def test_rows_know_their_state(atlas):
    rows = atlas.names.beginning(["d", "e"])
    assert atlas.are_in(rows, {"NV", "UT"}).tolist() == [False, True]


def test_the_nearest_city_tells_where_a_point_is(atlas):
    assert atlas.nearest_city(39.9, -105.2, within_miles=50) == "Denver, CO"
    assert atlas.nearest_city(39.3, -114.0, within_miles=50) == "Ely, NV"
    assert atlas.nearest_city(44.0, -110.0, within_miles=50) == ""
