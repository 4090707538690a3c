import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Change, Claim, Membership
from tests.directory.models.claiming import OFFICE, make_claim, make_claimable, make_staff, move, prove, website_moved
from tests.factories.directory import make_manager

pytestmark = pytest.mark.django_db
LIST = "/admin/directory/claim/"


@pytest.fixture
def support(client):
    user = make_staff()
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return user


def screen(claim):
    return reverse("admin:directory_claim_change", args=[claim.pk])


def decide(client, claim, decision, words=""):
    return client.post(screen(claim), {"decision": decision, "words": words}, follow=True).content.decode()


def test_the_queue_holds_what_waits_for_staff(client, support):
    by_call = make_claim(way="call")
    make_claim()
    listing = make_claimable()
    make_manager(listing)
    transfer = prove(make_claim(listing))
    rows = client.get(f"{LIST}?queue=waiting").context["cl"].result_list
    assert {row.pk for row in rows} == {by_call.pk, transfer.pk}
    assert client.get(f"{LIST}?queue=open").context["cl"].result_count == 3
    assert client.get(f"{LIST}?queue=decided").context["cl"].result_count == 0


def test_one_screen_shows_all_that_a_decision_needs(client, support):
    listing = make_claimable(phone="+13035550177")
    manager = make_manager(listing, email="boss@example.com")
    website_moved(listing, days_ago=3)
    Change.record(listing, {"email": ["old@quiet.example", OFFICE]}, by=manager)
    other = make_claim(listing, make_manager(email="other@example.com"), way="other")
    claim = make_claim(listing, make_manager(email="anna@quiett.example"), way="call", note="I am the new manager.")
    page = client.get(screen(claim)).content.decode()
    for words in [
        "I am the new manager.",
        "boss@example.com",
        OFFICE,
        "(303) 555-0177",
        "https://old.example/",
        "old@quiet.example",
        str(other.user),
        "Contact details of the listing were changed within 90 days.",
        "looks like",
        "Call them and read this",
        "Never one that the claimant",
        "It is not proved yet.",
    ]:
        assert words in page, words


def test_a_decision_calls_its_verb(client, support):
    claim = make_claim(make_claimable(email=""), way="call")
    assert "Done: Granted" in decide(client, claim, "approve", "Dr. Testperson says so.")
    assert Membership.objects.get().user == claim.user


def test_a_refusal_of_a_verb_stands_on_the_screen(client, support):
    claim = make_claim(way="call")
    assert "Write down what you saw or heard." in decide(client, claim, "approve")
    assert "Nobody has approved it yet." in decide(client, claim, "second")
    assert "Write down why" in decide(client, claim, "refuse")
    assert Claim.objects.get().is_open


def test_the_same_person_does_not_confirm_what_they_approved(client, support):
    listing = make_claimable()
    make_manager(listing)
    claim = prove(make_claim(listing))
    assert "Recorded. A second member of our staff has to confirm it." in decide(
        client, claim, "approve", "They bought it."
    )
    assert "A second person has to confirm it" in decide(client, claim, "second")
    second = make_staff(is_superuser=True)
    client.force_login(second)
    move(Claim.objects.get(), told_at=8.5)
    assert "Done: Granted" in decide(client, claim, "second")


def test_the_action_of_the_list_reports_each_refusal(client, support):
    listing = make_claimable()
    make_manager(listing)
    good, bad = prove(make_claim(listing)), make_claim(way="call")
    good.approve(by=make_staff(), grounds="x")
    page = client.post(LIST, {"action": "second", "_selected_action": [good.pk, bad.pk]}, follow=True).content.decode()
    assert "Nobody has approved it yet." in page
    assert Claim.objects.get(pk=good.pk).seconded_by == support


def test_what_is_decided_offers_no_decision(client, support):
    page = client.get(screen(prove(make_claim()))).content.decode()
    assert 'name="decision"' not in page


@pytest.mark.parametrize("path", ["add/", "1/delete/"])
def test_claims_are_neither_added_nor_deleted(client, support, path):
    assert client.get(LIST + path).status_code == 403


def test_who_may_only_read_decides_nothing(client):
    user = make_staff()
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    claim = make_claim(way="call")
    assert client.get(screen(claim)).status_code == 403
    assert client.post(screen(claim), {"decision": "refuse", "words": "x"}).status_code == 403
    assert Claim.objects.get().is_open


def test_a_claim_that_is_not_there_is_not_found(client, support):
    assert client.get("/admin/directory/claim/999/change/").status_code == 404
