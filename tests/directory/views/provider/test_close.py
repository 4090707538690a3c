import pytest
from django.test import Client

from directory.models import Letter, Listing
from psychly.models import User
from tests.directory.views.reading import text
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db
PATH = "/directory/mine/close-account/"
EMAIL = "me@quiet.example"


@pytest.fixture
def listing():
    return make_listing(name="Quiet Harbor")


@pytest.fixture
def client(listing):
    client = Client()
    client.force_login(make_manager(listing, email=EMAIL))
    return client


def words(response):
    assert response.status_code == 200
    return text(response.content.decode())


def test_the_page_says_what_happens_and_looking_closes_nothing(client):
    said = words(client.get(PATH))
    for part in ("This cannot be undone.", "Quiet Harbor", "Nobody else manages it.", "stays public"):
        assert part in said
    assert User.objects.exists()


def test_typed_and_decided_it_is_closed_and_signed_out(client, listing):
    said = words(client.post(PATH, {"email": EMAIL, f"listing_{listing.pk}": "keep"}))
    assert "Your account is closed" in said
    assert "Sign out" not in said
    assert not User.objects.exists()
    assert Letter.objects.get().to == EMAIL
    assert Listing.objects.visible().exists()
    assert client.get("/directory/mine/").status_code == 302


def test_withdrawn_the_page_is_gone(client, listing):
    client.post(PATH, {"email": EMAIL, f"listing_{listing.pk}": "withdraw"})
    assert Client().get(listing.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("data", [{}, {"email": "other@quiet.example"}, {"email": EMAIL}])
def test_half_a_form_closes_nothing_and_says_what_is_missing(client, listing, data):
    assert "Please check this form" in words(client.post(PATH, data))
    assert User.objects.exists()
    assert Listing.objects.get().status == "published"


def test_staff_read_where_to_turn_and_cannot_close_it():
    client = Client()
    client.force_login(make_manager(email=EMAIL, is_staff=True))
    assert "may open the staff desk" in words(client.get(PATH))
    assert "may open the staff desk" in words(client.post(PATH, {"email": EMAIL}))
    assert User.objects.exists()


def test_a_forged_form_is_refused(listing):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_manager(listing, email=EMAIL))
    assert client.post(PATH, {"email": EMAIL}).status_code == 403
    assert User.objects.exists()
