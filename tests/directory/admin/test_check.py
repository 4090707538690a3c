import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Check, License
from psychly.models import User
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("admin:directory_check_changelist"), reverse("admin:directory_check_add")
LICENSES = reverse("admin:directory_license_changelist")


@pytest.fixture
def support():
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    return user


@pytest.fixture
def desk(client, support):
    client.force_login(support)
    return client


def look(listing, **how):
    how = {"method": "phone_call", "result": "confirmed"} | how
    return Check.record(listing, "accepting_status", by=None, **how)


def test_one_look_is_recorded_with_who_took_it(desk, support):
    listing = make_listing()
    data = {"listing": listing.pk, "claim": "price", "method": "website_seen", "result": "confirmed"}
    desk.post(ADD, data | {"checked_on": days_ago(0).isoformat(), "checked_by": ""})
    row = Check.objects.get()
    assert (row.subject, row.checked_by, row.valid_until) == (listing, support, days_ago(-180))


def test_the_address_fills_in_what_it_is_about(desk):
    listing = make_listing()
    form = desk.get(ADD, {"listing": listing.pk, "claim": "price"}).context["adminform"].form
    assert (form["listing"].value(), form["claim"].value()) == (str(listing.pk), "price")


def test_a_treatment_of_the_listing_is_chosen_by_its_name(desk):
    listing, other = make_listing(routes=["intranasal_esketamine"]), make_listing()
    address = f"{ADD}?listing={listing.pk}"
    field = desk.get(address).context["adminform"].form.fields["offering"]
    assert list(field.queryset) == list(listing.offerings.all())
    look = {"claim": "rems", "method": "manufacturer_locator", "result": "confirmed"} | {
        "checked_on": days_ago(0).isoformat()
    }
    desk.post(address, look | {"listing": listing.pk, "offering": other.offerings.get().pk})
    assert not Check.objects.exists()
    desk.post(address, look | {"listing": listing.pk, "offering": listing.offerings.get().pk})
    assert Check.objects.get().subject == listing.offerings.get()


def test_a_claim_that_does_not_fit_is_refused_with_a_sentence(desk):
    data = {"listing": make_listing().pk, "claim": "acls", "method": "phone_call", "result": "confirmed"}
    text = desk.post(ADD, data | {"checked_on": days_ago(0).isoformat()}).content.decode()
    assert "cannot be checked of a listing" in text
    assert not Check.objects.exists()


def test_the_list_tells_how_each_stands(desk):
    counts = look(make_listing())
    lapsed = look(make_listing(), on=days_ago(100))
    against = look(make_listing(), result="contradicted")
    for standing, row in [("counts", counts), ("lapsed", lapsed), ("contradicted", against)]:
        assert list(desk.get(LIST, {"standing": standing}).context["cl"].queryset) == [row]


def test_a_license_found_as_on_record_is_one_click(desk, support):
    make_listing()
    license_ = License.objects.get()
    desk.post(LICENSES, {"action": "found_again", "_selected_action": [license_.pk]})
    row = Check.objects.get()
    assert (row.license, row.method, row.checked_by) == (license_, "state_board_lookup", support)
    assert License.objects.get().checked_on == days_ago(0)


def test_the_script_is_read_and_the_answers_are_recorded_on_one_screen(desk):
    listing = make_listing(name="Quiet Harbor")
    address = reverse("admin:directory_listing_call", args=[listing.pk])
    text = desk.get(address).content.decode()
    assert "Read this to them" in text
    assert "(303) 555-0123" in text
    answers = {
        "accepting_status": "confirmed",
        "price": "contradicted",
        "note": "Prices rose.",
        "evidence": "Sam, 10:04",
    }
    assert desk.post(address, answers).status_code == 302
    found = {row.claim: (row.result, row.method, row.public_note) for row in Check.objects.all()}
    assert found == {
        "accepting_status": ("confirmed", "phone_call", "Prices rose."),
        "price": ("contradicted", "phone_call", "Prices rose."),
    }


def test_what_stands_here_is_read_beside_each_question(desk):
    listing = make_listing(accepting="waitlist", session_monitor_role="rn")
    listing.offerings.update(price_session_min_usd=450, prices_as_of=days_ago(1))
    page = desk.get(reverse("admin:directory_listing_call", args=[listing.pk]))
    said = {
        each.answer.name: " ".join(" ".join(row.answers) for row in each.facts) for each in page.context["questions"]
    }
    assert "1 Test Street" in said["address_phone"]
    assert "(303) 555-0123" in said["address_phone"]
    assert "Waiting list" in said["accepting_status"]
    assert "nurse" in said["monitoring"]
    assert "$450" in said["price"]


def test_without_prices_it_is_asked_all_the_same(desk):
    page = desk.get(reverse("admin:directory_listing_call", args=[make_listing().pk]))
    assert [row.label for row in page.context["questions"][-1].facts] == ["Prices"]


def test_nobody_reached_is_recorded_too(desk):
    address = reverse("admin:directory_listing_call", args=[make_listing().pk])
    desk.post(address, {"nobody": "on"})
    assert Check.objects.get().result == "could_not_reach"


@pytest.mark.parametrize("answers", [{}, {"nobody": "on", "price": "confirmed"}], ids=["nothing", "both"])
def test_a_call_says_one_or_the_other(desk, answers):
    address = reverse("admin:directory_listing_call", args=[make_listing().pk])
    assert "Say what they answered" in desk.post(address, answers).content.decode()
    assert not Check.objects.exists()


def test_an_editor_does_not_call(client):
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    assert client.get(reverse("admin:directory_listing_call", args=[make_listing().pk])).status_code == 403
