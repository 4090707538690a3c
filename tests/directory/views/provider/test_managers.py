import pytest
from django.urls import reverse

from directory.models import Listing, ManagerInvitation, Membership
from tests.directory.models.claiming import letters_to, make_staff
from tests.directory.models.inviting import invite, token_in_letter
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db
ANNA = "anna@example.com"


@pytest.fixture
def listing():
    return make_listing()


@pytest.fixture
def boss(listing):
    return make_manager(listing, email="boss@example.com")


@pytest.fixture
def own(client, boss):
    client.force_login(boss)
    return client


def people(listing):
    return reverse("directory:my_managers", args=[listing.slug])


def leave(listing):
    return reverse("directory:my_leave", args=[listing.slug])


def remove(listing, membership):
    return reverse("directory:my_manager_remove", args=[listing.slug, membership.pk])


def accepting(token):
    return reverse("directory:my_invitation", args=[token])


def text(response):
    return response.content.decode()


def is_manager(listing, user):
    return Listing.objects.editable_by(user).filter(pk=listing.pk).exists()


class TestStrangers:
    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("rights", [{}, {"is_staff": True, "is_superuser": True}])
    def test_a_stranger_finds_nothing(self, client, listing, boss, method, rights):
        client.force_login(make_manager(make_listing(), **rights))
        membership, invitation = Membership.objects.get(user=boss), invite(listing, boss)
        paths = [
            people(listing),
            leave(listing),
            remove(listing, membership),
            reverse("directory:my_copy", args=[listing.slug]),
            reverse("directory:my_invitation_withdraw", args=[listing.slug, invitation.pk]),
        ]
        answers = [getattr(client, method)(path).status_code for path in paths]
        # What is only posted to says so to everybody.
        assert answers == [404, 404, 404, 404, 405 if method == "get" else 404]
        assert is_manager(listing, boss)

    def test_what_is_of_another_listing_is_not_here(self, own, listing):
        other = make_listing()
        theirs = make_manager(other)
        invitation = invite(other, theirs)
        row = Membership.objects.get(user=theirs)
        assert own.post(remove(listing, row)).status_code == 404
        assert (
            own.post(reverse("directory:my_invitation_withdraw", args=[listing.slug, invitation.pk])).status_code == 404
        )
        assert is_manager(other, theirs)

    def test_who_was_removed_is_a_stranger_at_once(self, own, listing, boss):
        other = make_manager(listing)
        assert own.get(people(listing)).status_code == 200
        Membership.objects.get(user=boss).remove(by=other)
        assert own.get(people(listing)).status_code == 404
        assert own.post(people(listing), {"email": ANNA}).status_code == 404


class TestPeople:
    def test_it_lists_managers_and_open_invitations(self, own, listing, boss):
        make_manager(listing, email="second@example.com")
        invite(listing, boss)
        page = text(own.get(people(listing)))
        assert "second@example.com" in page
        assert ANNA in page
        assert page.count("Remove<span") == 1

    def test_it_is_never_kept_by_a_cache(self, own, listing):
        assert "no-store" in own.get(people(listing)).headers["Cache-Control"]

    def test_an_invitation_goes_out_by_letter(self, own, listing):
        page = own.post(people(listing), {"email": ANNA}, follow=True)
        assert f"The invitation to {ANNA} is on its way" in text(page)
        assert letters_to(ANNA)

    @pytest.mark.parametrize(
        "email", ["", "no address", "a@b", "boss@example.com", "a@example.com\nBcc: b@example.com"]
    )
    def test_what_cannot_be_invited_says_why(self, own, listing, email):
        page = text(own.post(people(listing), {"email": email}))
        assert "Please check this form" in page
        assert not ManagerInvitation.objects.exists()

    def test_one_person_invites_so_often_a_day(self, own, listing):
        for number in range(20):
            own.post(people(listing), {"email": f"a{number % 9}@example.com"})
        assert own.post(people(listing), {"email": ANNA}).status_code == 429

    def test_an_invitation_is_taken_back(self, own, listing, boss):
        invitation = invite(listing, boss)
        own.post(reverse("directory:my_invitation_withdraw", args=[listing.slug, invitation.pk]))
        assert ManagerInvitation.objects.get().status == "withdrawn"

    def test_removing_asks_first(self, own, listing):
        other = make_manager(listing)
        row = Membership.objects.get(user=other)
        assert "no longer change" in text(own.get(remove(listing, row)))
        assert is_manager(listing, other)
        own.post(remove(listing, row))
        assert not is_manager(listing, other)

    def test_nobody_removes_themself_there(self, own, listing, boss):
        assert own.post(remove(listing, Membership.objects.get(user=boss))).status_code == 404


class TestLeaving:
    def test_the_last_one_has_to_say_that_they_give_it_up(self, own, listing, boss):
        assert "only one who keeps" in text(own.get(leave(listing)))
        assert "Please tick this" in text(own.post(leave(listing), {}))
        assert is_manager(listing, boss)
        assert "You have left" in text(own.post(leave(listing), {"gives_up": "on"}))
        assert not is_manager(listing, boss)

    def test_one_of_several_just_leaves(self, own, listing, boss):
        make_manager(listing)
        assert "others go on" in text(own.get(leave(listing)))
        assert "You have left" in text(own.post(leave(listing), {"leave": "yes"}))
        assert not is_manager(listing, boss)


class TestInvitation:
    def test_it_says_what_it_is_about_and_a_click_accepts(self, client, listing, boss):
        invite(listing, boss)
        anna = make_manager(email=ANNA)
        client.force_login(anna)
        page = client.get(accepting(token_in_letter()))
        assert listing.name in text(page)
        assert not is_manager(listing, anna)
        assert client.post(accepting(token_in_letter())).url == reverse("directory:my_listing", args=[listing.slug])
        assert is_manager(listing, anna)

    def test_another_person_learns_nothing_of_it(self, client, listing, boss):
        invite(listing, boss)
        stranger = make_manager()
        client.force_login(stranger)
        for page in (client.get(accepting(token_in_letter())), client.post(accepting(token_in_letter()))):
            assert page.status_code == 410
            assert listing.name not in text(page)
            assert boss.email not in text(page)
        assert not is_manager(listing, stranger)

    def test_a_made_up_one_does_not_open(self, client):
        client.force_login(make_manager())
        assert client.get(accepting("made-up")).status_code == 410

    def test_the_provider_of_a_draft_lands_on_it(self, client):
        draft = make_draft(provenance="staff_invited_consented", email="office@quiet.example")
        ManagerInvitation.invite_provider(draft, by=make_staff())
        user = make_manager()
        client.force_login(user)
        token = token_in_letter("office@quiet.example")
        assert "Our staff have drafted" in text(client.get(accepting(token)))
        assert client.post(accepting(token), follow=True).status_code == 200
        assert is_manager(draft, user)


class TestCopy:
    SECOND = {"street": "9 Other Road", "city": "Boulder", "state": "CO", "zip5": "80301", "phone": "(303) 555-0199"}

    def path(self, listing):
        return reverse("directory:my_copy", args=[listing.slug])

    def test_it_makes_a_draft_that_only_its_keeper_sees(self, own, listing, boss):
        assert own.get(self.path(listing)).status_code == 200
        page = own.post(self.path(listing), self.SECOND, follow=True)
        assert "draft for your second address" in text(page)
        new = Listing.objects.editable_by(boss).exclude(pk=listing.pk).get()
        assert (new.status, new.city) == ("draft", "Boulder")
        assert own.get(new.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("missing", ["street", "city", "state", "zip5", "phone"])
    def test_it_asks_for_each_part(self, own, listing, missing):
        page = text(own.post(self.path(listing), self.SECOND | {missing: ""}))
        assert "Please check this form" in page
        assert Listing.objects.count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"zip5": "8030"},
            {"state": "XX"},
            {"phone": "call me"},
            {"phone": "(303) 555-0199 ext. 4"},
            {"street": "1 Test Street", "zip5": "80202"},
        ],
    )
    def test_it_refuses_what_is_no_second_address(self, own, listing, wrong):
        assert "Please check this form" in text(own.post(self.path(listing), self.SECOND | wrong))
        assert Listing.objects.count() == 1

    def test_nobody_says_more_than_the_form_asks(self, own, listing, boss):
        more = {
            "status": "published",
            "slug": "taken-over",
            "name": "Another",
            "consent_by": "x",
            "is_demonstration": "1",
        }
        own.post(self.path(listing), self.SECOND | more)
        new = Listing.objects.editable_by(boss).exclude(pk=listing.pk).get()
        assert (new.status, new.name, new.consent_by, new.is_demonstration) == ("draft", listing.name, "", False)
        assert new.slug != "taken-over"
