import pytest

from directory.profile import where
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def test_the_map_has_one_mark_in_its_middle():
    spec = where.map_of(make_listing(name="Quiet Harbor", location_precision="address")).spec
    (pin,) = spec.pins
    assert (pin.latitude, pin.longitude) == (spec.circle.latitude, spec.circle.longitude)
    assert (pin.label, pin.number, pin.url, pin.is_about) == ("Quiet Harbor", None, "", False)
    assert (spec.title, spec.shows_circle) == ("Map: where Quiet Harbor is", False)


def test_where_only_the_zip_code_is_known_the_mark_is_about_right():
    found = where.map_of(make_listing(location_precision="zip_centroid"))
    assert found.spec.pins[0].is_about
    assert '<figcaption class="map-note">About here.</figcaption>' in found.html


@pytest.mark.parametrize("fields", [{"by_video_only": True}, {"latitude": None, "longitude": None}], ids=str)
def test_without_a_door_there_is_no_map(fields):
    assert where.map_of(make_listing(**fields)) is None


def test_the_search_around_it_starts_at_its_zip_code():
    assert where.search_around(make_listing(zip5="80202")) == "/directory/?place=80202"


def test_around_a_practice_by_video_is_its_state():
    listing = make_listing(by_video_only=True, state="NY")
    assert where.search_around(listing) == "/directory/?place=New+York+State"
