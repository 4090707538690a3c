import pytest
from django.test import Client

from directory import terms
from directory.models import Change, Listing
from psychly.models import User
from tests.directory.views.provider.filling import edit_path, send
from tests.factories.directory import make_draft, make_listing, make_manager, make_vocabulary, state_that

pytestmark = pytest.mark.django_db


def path(listing, page="review"):
    return f"/directory/mine/listings/{listing.slug}/{page}/"


@pytest.fixture
def ready(draft):
    """Says all that its provider has to say."""
    draft.offerings.filter(route="intranasal_esketamine").delete()
    fields = {"accepting": "newpt", "address_is_treatment_site": "yes", "prescriber_role": "psychiatrist"}
    Listing.objects.filter(pk=draft.pk).update(**fields)
    state_that(draft, "condition", "trd")
    return draft


AGREED = {"agrees": "on", "version": terms.VERSION}


class TestDraft:
    def test_what_is_missing_leads_to_where_it_is_said(self, draft, signed_in):
        html = signed_in.get(path(draft)).content.decode()
        assert "It must say whether it accepts new patients." in html
        assert edit_path(draft, "new-patients") in html
        assert "I may speak for this practice" not in html

    def test_it_cannot_be_sent_before(self, draft, signed_in):
        assert signed_in.post(path(draft), AGREED).status_code == 200
        draft.refresh_from_db()
        assert (draft.status, draft.consent_at) == ("draft", None)

    def test_the_terms_stand_there_with_their_version(self, ready, signed_in):
        assert f"The terms, version {terms.VERSION}" in signed_in.get(path(ready)).content.decode()

    def test_consent_and_who_gave_it_are_kept_and_it_goes_to_staff(self, ready, signed_in):
        assert send(signed_in, path(ready), agrees="on").status_code == 302
        ready.refresh_from_db()
        assert (ready.status, ready.terms_version, ready.consent_by) == ("pending_review", terms.VERSION, "A. Manager")
        assert ready.consent_at
        assert not Listing.objects.with_a_page().exists()
        assert "What happens next" in signed_in.get(path(ready)).content.decode()

    def test_sent_twice_it_is_sent_once(self, ready, signed_in):
        for _time in range(2):
            signed_in.post(path(ready), AGREED)
        moves = [change.fields["status"] for change in Change.objects.all() if "status" in change.fields]
        assert moves == [["draft", "pending_review"]]

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"version": terms.VERSION}, "Without your consent we cannot publish it."),
            ({"agrees": "on", "version": "1999"}, "The terms have changed"),
            ({"agrees": "on"}, "The terms have changed"),
        ],
    )
    def test_without_consent_to_these_terms_nothing_happens(self, typed, sentence, ready, signed_in):
        assert sentence in signed_in.post(path(ready), typed).content.decode()
        ready.refresh_from_db()
        assert (ready.status, ready.consent_at) == ("draft", None)

    def test_what_staff_ask_for_is_told_when_they_send_it_back(self, ready, signed_in):
        signed_in.post(path(ready), AGREED)
        ready.refresh_from_db()
        ready.send_back(by=User.objects.create_superuser("desk@example.com"), reason="Please name a prescriber.")
        html = signed_in.get(path(ready)).content.decode()
        # Before the button that sends it again.
        assert 0 < html.find("Please name a prescriber.") < html.find("Send to our staff")

    @pytest.mark.parametrize("page", ["review", "preview", "withdraw"])
    def test_a_stranger_finds_nothing(self, page, draft, signed_in):
        others = make_draft(slug="others")
        assert signed_in.get(path(others, page)).status_code in {404, 405}
        assert signed_in.post(path(others, page)).status_code in {404, 405}
        assert "login" in Client().post(path(draft, page)).url

    def test_a_new_person_waits_with_the_listing(self, ready, signed_in):
        send(signed_in, edit_path(ready, "people"), new1__name="Dana Testperson")
        html = signed_in.get(path(ready)).content.decode()
        assert "Dana Testperson" in html
        assert "Our staff read it with the listing, once you have sent it." in html
        assert not any(words in html for words in ("Add a person", "Public now", "in the order in which it came"))

    def test_a_listing_with_its_phone_is_shown_before_there_are_two(self, draft, signed_in):
        other = make_listing(slug="theirs", phone="+13035550123")
        make_draft(slug="hidden", phone="+13035550123")
        html = signed_in.get(path(draft)).content.decode()
        assert "Is one of these yours?" in html
        assert other.get_absolute_url() in html
        assert "/directory/hidden/" not in html


class TestPublished:
    @pytest.fixture
    def listing(self):
        make_vocabulary()
        return make_listing(slug="open-doors", headline="Calm rooms.")

    @pytest.fixture
    def theirs(self, listing):
        client = Client()
        client.force_login(make_manager(listing))
        return client

    def test_what_waits_stands_beside_what_is_public(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        send(theirs, edit_path(listing, "courses"), iv_infusion__visit_minutes="90")
        html = theirs.get(path(listing)).content.decode()
        assert "Quiet rooms." in html
        assert "Public now: Calm rooms." in html
        assert "IV infusion: Minutes of the whole visit" in html
        assert "Public now: not stated" in html

    def test_it_can_be_taken_back(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        for _time in range(2):
            assert theirs.post(path(listing, "withdraw")).status_code == 302
        assert not listing.changes.waiting().exists()
        assert "Nothing waits." in theirs.get(path(listing)).content.decode()

    def test_of_what_visitors_do_not_see_nothing_is_public(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        Listing.objects.update(status="withdrawn_by_provider")
        html = theirs.get(path(listing)).content.decode()
        assert "Quiet rooms." in html
        assert "Public now" not in html
        html = theirs.post(path(listing, "withdraw"), follow=True).content.decode()
        assert "Taken back." in html
        assert "isitors see" not in html
        assert "Nothing waits." in html
        assert "as public" not in html

    def test_what_staff_decided_meanwhile_stays_decided(self, listing, theirs, monkeypatch):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        change = listing.changes.waiting().get()
        withdraw = Change.withdraw

        def too_late(change, *, by):
            Change.objects.get(pk=change.pk).approve(by=User.objects.create_superuser("desk@example.com"))
            withdraw(change, by=by)

        monkeypatch.setattr(Change, "withdraw", too_late)
        assert "decided already" in theirs.post(path(listing, "withdraw"), follow=True).content.decode()
        change.refresh_from_db()
        assert change.status == "applied"

    def test_the_reason_of_staff_is_told_until_something_else_is_sent(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        listing.changes.waiting().get().send_back(
            by=User.objects.create_superuser("desk@example.com"), reason="Too loud."
        )
        assert "Too loud." in theirs.get(path(listing)).content.decode()
        send(theirs, edit_path(listing, "words"), headline="Soft rooms.")
        assert "Too loud." not in theirs.get(path(listing)).content.decode()

    def test_what_came_back_stands_there_and_can_be_given_up(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Loud rooms.")
        send(theirs, edit_path(listing, "contact"), email="new@example.com")
        staff = User.objects.create_superuser("desk@example.com")
        listing.changes.waiting().get().send_back(by=staff, reason="Too loud.")
        html = theirs.get(path(listing)).content.decode()
        for words in ("Too loud.", "Loud rooms.", "new@example.com", "Give up what came back"):
            assert words in html
        assert "you last said" not in html
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        html = theirs.get(path(listing)).content.decode()
        assert "new@example.com" in html
        assert "Loud rooms." not in html
        for _time in range(2):
            assert theirs.post(path(listing, "withdraw"), {"came_back": "yes"}).status_code == 302
        html = theirs.get(path(listing)).content.decode()
        assert "new@example.com" not in html
        assert "Give up what came back" not in html
        assert listing.changes.waiting().get().fields["headline"][1] == "Quiet rooms."

    def test_a_license_that_came_back_can_be_given_up(self, listing, theirs):
        pk = listing.positions.get().clinician_id
        manager = listing.memberships.get().user
        change = listing.propose({f"licenses.{pk}.WY.T-9": "MD"}, by=manager)
        change.send_back(by=User.objects.create_superuser("desk@example.com"), reason="Not in Wyoming.")
        assert "Give up what came back" in theirs.get(path(listing)).content.decode()
        theirs.post(path(listing, "withdraw"), {"came_back": "yes"})
        assert "Not in Wyoming." not in theirs.get(path(listing)).content.decode()

    def test_nobody_sends_it_again(self, listing, theirs):
        theirs.post(path(listing), AGREED)
        listing.refresh_from_db()
        assert (listing.status, listing.terms_version) == ("published", "1")


class TestPreview:
    def test_a_draft_is_shown_to_nobody_else(self, draft, signed_in):
        response = signed_in.get(path(draft, "preview"))
        html = response.content.decode()
        assert "Preview, not public" in html
        assert '<meta name="robots" content="noindex, nofollow">' in html
        assert "no-store" in response.headers["Cache-Control"]
        assert f"/directory/{draft.slug}/" not in html
        assert Client().get(f"/directory/{draft.slug}/").status_code == 404

    def test_what_waits_is_in_it_and_not_on_the_page(self, db):
        make_vocabulary()
        listing = make_listing(slug="open-doors", headline="Calm rooms.")
        client = Client()
        client.force_login(make_manager(listing))
        send(client, edit_path(listing, "words"), headline="Quiet rooms.")
        send(client, edit_path(listing, "safety"), monitoring=["ecg"])
        html = client.get(path(listing, "preview")).content.decode()
        assert "Quiet rooms." in html
        assert "Heart rhythm (ECG)" in html
        public = client.get(listing.get_absolute_url()).content.decode()
        assert "Calm rooms." in public
        assert "Quiet rooms." not in public
