import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Claim, Letter, Listing, Membership
from tests.directory.models.claiming import OFFICE, code_for, make_claim, make_claimable, make_staff, move, prove
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db
FORM = {"way": "listed_email", "note": "I run it."}


@pytest.fixture
def listing():
    return make_claimable(phone="+13035550177")


@pytest.fixture
def anna():
    return make_manager(email="anna@example.com")


@pytest.fixture
def signed_in(client, anna):
    client.force_login(anna)
    return client


def address(listing, name="claim"):
    return reverse(f"directory:{name}", args=[listing.slug])


def text(response):
    return response.content.decode()


class TestClaim:
    def test_the_page_of_the_listing_leads_to_it(self, client, listing):
        assert f'href="{address(listing)}"' in text(client.get(listing.get_absolute_url()))

    def test_one_that_is_closed_for_good_offers_it_no_more(self, client, listing):
        listing.close(by=None)
        assert "Is this your practice?" not in text(client.get(listing.get_absolute_url()))

    def test_a_visitor_is_asked_to_sign_in_and_led_back(self, client, listing):
        response = client.get(address(listing))
        assert (response.status_code, response.url) == (302, f"/accounts/login/?next={address(listing)}")

    def test_from_the_form_to_the_code_to_the_listing(self, signed_in, listing, anna):
        assert signed_in.post(address(listing), FORM).url == address(listing)
        assert "Type the code" in text(signed_in.get(address(listing)))
        code = code_for(Claim.objects.get())
        page = signed_in.post(address(listing, "claim_code"), {"code": code}, follow=True)
        assert "you keep this listing" in text(page)
        assert Listing.objects.editable_by(anna).get() == listing

    def test_neither_address_nor_number_is_shown_at_any_step(self, signed_in, listing):
        def is_quiet(response):
            words = text(response)
            assert OFFICE not in words
            assert "quiet.example" not in words
            assert "555" not in words
            assert "0177" not in words

        is_quiet(signed_in.get(address(listing)))
        is_quiet(signed_in.post(address(listing), {"way": "listed_email"}))
        is_quiet(signed_in.post(address(listing), {"way": "own_site", "address": "a@b.example", "note": "x"}))
        is_quiet(signed_in.post(address(listing), FORM, follow=True))
        is_quiet(signed_in.post(address(listing, "claim_code"), {"code": "AAAAAAAAAA"}))
        is_quiet(signed_in.post(address(listing, "claim_again"), follow=True))
        is_quiet(signed_in.post(address(listing, "claim_withdraw"), follow=True))
        is_quiet(signed_in.post(address(listing), FORM | {"way": "call"}, follow=True))

    def test_only_ways_that_prove_something_are_offered(self, signed_in):
        page = text(signed_in.get(address(make_listing(email="", website="https://quiet.wixsite.com/"))))
        assert 'value="call"' in page
        assert 'value="other"' in page
        assert 'value="listed_email"' not in page
        assert 'value="own_site"' not in page

    def test_what_the_rules_refuse_stands_on_the_page(self, signed_in, listing):
        wrong = FORM | {"way": "own_site", "address": "anna@quiet.example.evil.example"}
        assert "not at the web site of the listing" in text(signed_in.post(address(listing), wrong))
        assert not Claim.objects.exists()

    def test_nobody_says_more_than_the_form_asks(self, signed_in, listing):
        more = {
            "status": "granted",
            "proved_at": "2026-01-01",
            "is_transfer": "",
            "user": "1",
            "address": "a@evil.example",
        }
        signed_in.post(address(listing), FORM | more)
        claim = Claim.objects.get()
        assert (claim.status, claim.proved_at, claim.address) == ("open", None, OFFICE)

    @pytest.mark.parametrize(
        ("fields", "words"),
        [({"is_demonstration": True}, "invented practice"), ({"status": "closed"}, "closed for good")],
    )
    def test_what_cannot_be_claimed_says_why(self, signed_in, fields, words):
        if "status" in fields:
            fields["closed_on"] = "2026-01-01"
        listing = make_claimable(**fields)
        assert words in text(signed_in.get(address(listing)))
        assert words in text(signed_in.post(address(listing), FORM))
        assert not Claim.objects.exists()

    def test_what_nobody_may_see_is_not_there(self, signed_in):
        assert signed_in.get(address(make_draft())).status_code == 404
        assert signed_in.get("/directory/no-such-listing/claim/").status_code == 404

    def test_somebody_who_keeps_it_already_reads_so(self, client, listing):
        client.force_login(make_manager(listing))
        assert "you keep this listing" in text(client.get(address(listing)))

    def test_where_somebody_keeps_it_the_page_says_what_that_means(self, signed_in, listing):
        make_manager(listing, email="boss@example.com")
        page = text(signed_in.get(address(listing)))
        assert "Somebody keeps this listing already" in page
        assert "boss@example.com" not in page

    def test_a_refused_one_says_why_and_lets_you_begin_again(self, signed_in, listing, anna):
        make_claim(listing, anna).refuse(by=make_staff(), reason="They do not know you.")
        page = text(signed_in.get(address(listing)))
        assert "They do not know you." in page
        assert "How can you show" in page

    def test_one_person_claims_five_listings_a_day(self, signed_in):
        for _number in range(5):
            assert signed_in.post(address(make_claimable()), FORM).status_code == 302
        response = signed_in.post(address(make_claimable()), FORM)
        assert response.status_code == 429
        assert "too often" in text(response)

    def test_one_listing_is_claimed_ten_times_a_day(self, listing):
        answers = []
        for _number in range(11):
            client = Client()
            client.force_login(make_manager())
            answers.append(client.post(address(listing), FORM).status_code)
        assert answers == [302] * 10 + [429]

    def test_it_is_never_kept_by_a_cache(self, signed_in, listing):
        assert "no-store" in signed_in.get(address(listing)).headers["Cache-Control"]


class TestCode:
    @pytest.mark.parametrize("name", ["claim_code", "claim_again", "claim_withdraw"])
    def test_only_posts_count_and_only_for_the_own_claim(self, signed_in, listing, name):
        make_claim(listing)
        assert signed_in.get(address(listing, name)).status_code == 405
        assert signed_in.post(address(listing, name), {"code": "x"}).status_code == 404
        assert Claim.objects.get().is_open

    def test_the_right_code_of_another_person_is_worth_nothing(self, signed_in, listing, anna):
        theirs = make_claim(listing)
        make_claim(listing, anna)
        page = signed_in.post(address(listing, "claim_code"), {"code": code_for(theirs)})
        assert "This is not the code" in text(page)
        assert not Membership.objects.exists()

    def test_a_wrong_one_stays_counted(self, signed_in, listing, anna):
        claim = make_claim(listing, anna)
        signed_in.post(address(listing, "claim_code"), {"code": "AAAAA AAAAA"})
        assert Claim.objects.get(pk=claim.pk).tries == 1

    def test_a_person_tries_so_often_a_day(self, signed_in, listing, anna):
        make_claim(listing, anna)
        answers = [signed_in.post(address(listing, "claim_code"), {"code": "A"}).status_code for _time in range(26)]
        assert answers == [200] * 25 + [429]

    def test_new_codes_are_sent_so_often_a_day(self, signed_in, listing, anna):
        for _round in range(3):
            claim = make_claim(listing, anna)
            for _time in range(4):
                signed_in.post(address(listing, "claim_again"))
            claim.withdraw()
        # One with each claim, and eight again.
        assert Letter.objects.filter(to=OFFICE).count() == 3 + 8


class TestObjection:
    @pytest.fixture
    def claim(self, listing):
        return prove(make_claim(listing, way="own_site", address="anna@quiet.example"))

    def link(self):
        letter = Letter.objects.get(to=OFFICE)
        return next(line for line in letter.text.splitlines() if "/objection/" in line).removeprefix(
            "http://127.0.0.1:8000"
        )

    def test_looking_changes_nothing_and_a_click_ends_it(self, client, claim):
        page = client.get(self.link())
        assert "I object" in text(page)
        assert str(claim.user) in text(page)
        assert Claim.objects.get().is_open
        after = client.post(self.link(), {"words": "Not us."}, follow=True)
        assert "You have objected" in text(after)
        assert Claim.objects.get().status == "objected"

    def test_twice_does_no_harm(self, client, claim):
        for _time in range(2):
            client.post(self.link(), {})
        assert Claim.objects.get().status == "objected"

    def test_late_it_says_so(self, client, claim):
        link = self.link()
        move(claim, told_at=8.5)
        assert "are over" in text(client.post(link, {}))
        assert Claim.objects.get().is_open

    def test_what_is_decided_says_so(self, client, claim):
        link = self.link()
        claim.withdraw()
        assert "This claim is decided" in text(client.get(link))

    def test_the_link_fits_its_own_listing_only(self, client, claim):
        other = make_claimable(email="b@example.com")
        response = client.post(self.link().replace(claim.listing.slug, other.slug), {})
        assert response.status_code == 410
        assert Claim.objects.get().is_open

    def test_what_we_did_not_sign_opens_nothing(self, client, claim):
        assert client.get(self.link()[:-3] + "xx/").status_code == 410
