import pytest
from django.test import Client

from directory.models import FormerAddress, Listing, Place
from tests.directory.views.provider.filling import controls, edit_path, send
from tests.factories.directory import make_draft, make_listing, make_manager, make_place
from tests.racing import DONE, at_once

NEW = "/directory/mine/new/"
TYPED = {"name": "Quiet Rooms", "practice_kind": "infusion_clinic", "by_video_only": "no", "zip5": "80202"}


@pytest.fixture
def person(db):
    make_place(
        Place.Kind.ZIP,
        name="Denver",
        state="CO",
        zip5="80202",
        time_zone="America/Denver",
        latitude=39.75,
        longitude=-105,
    )
    return make_manager()


@pytest.fixture
def client(person):
    client = Client()
    client.force_login(person)
    return client


def test_whoever_is_not_signed_in_is_asked_to(db):
    assert "login" in Client().get(NEW).url


def test_the_least_makes_a_draft_with_its_manager(client, person):
    response = send(client, NEW, **TYPED)
    listing = Listing.objects.editable_by(person).get()
    assert response.url == edit_path(listing, "place")
    assert (listing.status, listing.slug, listing.city, listing.state) == (
        "draft",
        "quiet-rooms-denver",
        "Denver",
        "CO",
    )
    assert (listing.time_zone, listing.provenance) == ("America/Denver", "provider_applied")
    assert not Listing.objects.with_a_page().exists()


def test_sent_twice_it_is_one_draft(client, person):
    for _time in range(2):
        assert client.post(NEW, TYPED).status_code == 302
    assert Listing.objects.count() == 1


def test_another_with_the_same_name_gets_an_address_of_its_own(client, person):
    FormerAddress.objects.create(listing=make_draft(slug="quiet-rooms-denver"), slug="quiet-rooms-denver-2")
    client.post(NEW, TYPED)
    assert Listing.objects.editable_by(person).get().slug == "quiet-rooms-denver-3"


def test_a_name_without_plain_letters_has_an_address_too(client, person):
    client.post(NEW, TYPED | {"name": "安静", "city": "安"})
    assert Listing.objects.editable_by(person).get().slug == "listing"


@pytest.mark.parametrize(
    ("changes", "at", "sentence"),
    [
        ({"name": ""}, "name", "Please write the name of the practice."),
        ({"practice_kind": "spa"}, "practice_kind", "valid choice"),
        ({"zip5": "8020"}, "zip5", "A ZIP code has five digits."),
        ({"zip5": "99999"}, "city", "We do not know this ZIP code"),
        ({"state": "TX"}, "zip5", "ZIP 80202 is in another state."),
    ],
)
def test_what_is_wrong_is_told_beside_it_and_kept(changes, at, sentence, client):
    response = client.post(NEW, TYPED | changes)
    assert sentence in str(response.context["form"].errors[at])
    assert f'href="#id_{at}"' in response.content.decode()
    kept = controls(response)
    assert {name: kept[name] for name in changes if name != "practice_kind"} == {
        name: [value] for name, value in changes.items() if name != "practice_kind"
    }
    assert not Listing.objects.exists()


class TestAlike:
    @pytest.mark.parametrize(
        "theirs",
        [
            {"name": "QUIET ROOMS"},
            {"name": "Quiet Rooms Infusion Center"},
            {"name": "Quiet"},
            {"name": "Quiet rooms", "zip5": "80301"},
        ],
    )
    def test_a_listing_that_may_be_the_same_is_offered_first(self, theirs, client):
        listing = make_listing(**theirs)
        response = client.post(NEW, TYPED)
        html = response.content.decode()
        assert response.status_code == 200
        assert "Is one of these yours?" in html
        assert listing.get_absolute_url() in html
        assert "0123" not in html
        assert controls(response)["name"] == ["Quiet Rooms"]

    @pytest.mark.parametrize(
        "theirs", [{"name": "Loud Rooms"}, {"name": "Quiet Rooms", "zip5": "73301", "state": "TX"}]
    )
    def test_others_are_not(self, theirs, client):
        make_listing(**theirs)
        assert client.post(NEW, TYPED).status_code == 302

    def test_a_draft_of_somebody_else_is_not_told(self, client):
        make_draft(name="Quiet Rooms")
        assert client.post(NEW, TYPED).status_code == 302

    def test_whoever_says_it_is_another_goes_on(self, client, person):
        make_listing(name="Quiet Rooms")
        assert client.post(NEW, TYPED | {"is_another": "on"}).status_code == 302
        assert Listing.objects.editable_by(person).count() == 1


@pytest.mark.usefixtures("as_on_a_real_site")
def test_many_clicks_at_once_make_one_draft():
    client = Client()
    client.force_login(make_manager())
    statuses = []

    def click():
        clicking = Client()
        clicking.cookies = client.cookies.copy()
        statuses.append(clicking.post(NEW, TYPED | {"city": "Denver", "state": "CO"}).status_code)

    outcomes, _seconds = at_once([click] * 8)
    assert outcomes == [DONE] * 8
    assert statuses == [302] * 8
    assert Listing.objects.count() == 1
