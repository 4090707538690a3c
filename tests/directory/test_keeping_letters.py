import pytest

from directory.models import Letter, ManagerInvitation
from tests.directory.models.claiming import code_for, make_claim, make_claimable, make_staff, prove
from tests.directory.models.inviting import accept, invite
from tests.factories.directory import make_draft, make_manager

pytestmark = pytest.mark.django_db


def letter(to):
    return Letter.objects.filter(to=to).order_by("-pk")[0]


def test_every_letter_says_what_it_is_about_and_where_to_ask_in_text_and_html():
    listing = make_claimable(name="Quiet & Calm <Infusions>")
    boss = make_manager(listing, email="boss@example.com")
    prove(make_claim(listing)).approve(by=make_staff(), grounds="x")
    make_claim(listing, way="call").refuse(by=make_staff(), reason="Nobody knows you.")
    invite(listing, boss)
    accept(make_manager(email="anna@example.com"))
    draft = make_draft(name=listing.name, provenance="staff_invited_consented", email="draft@example.com")
    ManagerInvitation.invite_provider(draft, by=make_staff())
    letters = list(Letter.objects.all())
    assert len(letters) >= 7
    for each in letters:
        assert "Quiet & Calm <Infusions>" in each.text, each.subject
        assert "Quiet &amp; Calm &lt;Infusions&gt;" in each.html, each.subject
        assert "Infusions> (" not in each.html
        assert "hello@psychly.example" in each.text
        assert "\n\n\n\n" not in each.text, each.subject


def test_the_code_comes_with_what_it_may_cost():
    claim = make_claim(user=make_manager(email="anna@example.com"))
    words = letter(claim.address).text
    assert code_for(claim) in words
    assert "They sign in as anna@example.com" in words
    assert "give the code to nobody" in words


def test_whoever_loses_a_listing_is_told_what_that_means():
    listing = make_claimable()
    make_manager(listing, email="boss@example.com")
    prove(make_claim(listing))
    assert "can no longer change it" in letter("boss@example.com").text


def test_whoever_only_hears_of_a_first_manager_is_not_frightened():
    claim = prove(make_claim(way="own_site", address="anna@quiet.example"))
    assert "can no longer change it" not in letter(claim.listing.email).text


def test_no_letter_to_a_claimant_names_the_old_contact():
    listing = make_claimable()
    make_manager(listing, email="boss@example.com")
    claim = prove(make_claim(listing))
    claim.object("Not us.")
    for each in Letter.objects.filter(to=claim.user.email):
        assert listing.email not in each.text
        assert "boss@example.com" not in each.text
        assert "Not us." not in each.text
