import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Letter, Listing, ManagerInvitation, Membership
from tests.directory.models.claiming import make_staff
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db
LISTINGS = "/admin/directory/listing/"


@pytest.fixture
def support(client):
    user = make_staff()
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return user


def screen(row):
    return reverse("admin:directory_membership_change", args=[row.pk])


class TestManagers:
    def test_support_sees_who_keeps_what(self, client, support):
        manager = make_manager(make_listing(), email="boss@example.com")
        assert "boss@example.com" in client.get("/admin/directory/membership/").content.decode()
        assert "boss@example.com" in client.get(screen(Membership.objects.get(user=manager))).content.decode()

    def test_one_is_removed_with_a_reason_only(self, client, support):
        row = Membership.objects.get(user=make_manager(make_listing()))
        assert "Write down why." in client.post(screen(row), {"reason": ""}).content.decode()
        assert Membership.objects.exists()
        assert client.post(screen(row), {"reason": "They asked."}).status_code == 302
        assert not Membership.objects.exists()
        assert "They asked." in Letter.objects.get().text

    @pytest.mark.parametrize("path", ["add/", "1/delete/"])
    def test_there_is_no_other_way(self, client, support, path):
        assert client.get(f"/admin/directory/membership/{path}").status_code == 403

    def test_editors_see_none_of_it(self, client):
        user = make_staff()
        user.groups.add(Group.objects.get(name="editors"))
        client.force_login(user)
        row = Membership.objects.get(user=make_manager(make_listing()))
        assert client.get(screen(row)).status_code == 403
        assert client.post(screen(row), {"reason": "x"}).status_code == 403
        assert Membership.objects.exists()


class TestInvitations:
    def invite(self, client, *listings):
        chosen = [listing.pk for listing in listings]
        data = {"action": "invite_provider", "_selected_action": chosen}
        return client.post(LISTINGS, data, follow=True).content.decode()

    def test_the_provider_of_a_draft_is_invited_and_each_refusal_named(self, client, support):
        draft = make_draft(provenance="staff_invited_consented", email="office@quiet.example")
        silent = make_draft(provenance="staff_invited_consented", name="Silent Practice")
        page = self.invite(client, draft, silent)
        assert "1 listing done" in page
        assert "Silent Practice, Denver, CO: It has no e-mail address: please call them." in page
        assert ManagerInvitation.objects.get().kind == "provider"
        assert Letter.objects.get().to == "office@quiet.example"

    def test_support_reads_invitations_and_never_the_token(self, client, support):
        draft = make_draft(provenance="staff_invited_consented", email="office@quiet.example")
        row = ManagerInvitation.invite_provider(draft, by=support)
        page = client.get(f"/admin/directory/managerinvitation/{row.pk}/change/").content.decode()
        assert "office@quiet.example" in page
        assert row.token_hash not in page

    def test_what_staff_enter_is_a_draft_of_theirs(self, client, support):
        page = client.get(f"{LISTINGS}add/").context["adminform"].form
        assert page.initial["provenance"] == "staff_invited_consented"
        assert Listing.objects.count() == 0
