import pytest
from django.urls import reverse

from directory.models import Place, SearchRow, SearchVersion
from psychly.models import User
from tests.factories.directory import make_listing, make_place

pytestmark = pytest.mark.django_db

CHANGELIST = reverse("admin:directory_place_changelist")


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    return client


def number():
    """Of the last change of places."""
    return SearchVersion.objects.values_list("places_number", flat=True).first() or 0


def change(place):
    return reverse("admin:directory_place_change", args=[place.pk])


def test_a_place_is_found_by_the_beginning_of_its_name(desk):
    found = make_place(name="Denver")
    make_place(name="Aspen")
    assert list(desk.get(CHANGELIST, {"q": "denv"}).context["cl"].queryset) == [found]


def test_a_zip_code_is_found_by_its_digits(desk):
    found = make_place(kind="zip", zip5="80202", name="Denver")
    make_place(kind="zip", zip5="80203", name="Denver")
    assert list(desk.get(CHANGELIST, {"q": "80202"}).context["cl"].queryset) == [found]


def test_what_is_mended_counts_for_the_next_search(desk):
    place = make_place(kind="city", name="Denver", population=1)
    before = number()
    data = {"name": "Denver", "population": 700_000, "latitude": "39.7", "longitude": "-104.9", "kind": "state"}
    response = desk.post(change(place), data)
    assert response.status_code == 302, response.context["errors"]
    place.refresh_from_db()
    assert (place.population, place.latitude, place.kind) == (700_000, 39.7, "city")
    assert number() > before


def test_a_listing_is_in_a_city_of_its_name_from_then_on(desk):
    place = make_place(kind="city", name="Denvre")
    listing = make_listing(city="Denver")
    desk.post(change(place), {"name": "Denver", "population": 1, "latitude": "39.7", "longitude": "-104.9"})
    assert SearchRow.objects.get(pk=listing.pk).city_id == place.pk
    desk.post(reverse("admin:directory_place_delete", args=[place.pk]), {"post": "yes"})
    assert SearchRow.objects.get(pk=listing.pk).city_id is None


def test_a_place_from_the_file_is_not_deleted(desk):
    place = make_place(loaded_hash="a")
    delete = reverse("admin:directory_place_delete", args=[place.pk])
    assert desk.get(change(place)).status_code == 200
    assert desk.post(delete, {"post": "yes"}).status_code == 403


def test_a_place_that_staff_added_is(desk):
    place, before = make_place(), number()
    desk.post(reverse("admin:directory_place_delete", args=[place.pk]), {"post": "yes"})
    assert not Place.objects.exists()
    assert number() > before


def test_many_are_never_deleted_at_once(desk):
    place = make_place()
    desk.post(CHANGELIST, {"action": "delete_selected", "_selected_action": [place.pk], "post": "yes"})
    assert Place.objects.exists()
