import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles.models import EvidenceClaim
from directory.desk import queues
from directory.models import Change, Check, Claim, Clinician, Letter, License, Listing, Report
from psychly.models import User
from tests.factories.articles import make_claim, make_edition, make_notice, make_reference, make_review
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def support():
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    return user


def work(user):
    return {queue.label: queue for queue in queues(user)}


def look(listing, claim="price", result="contradicted"):
    return Check.record(listing, claim, method="phone_call", result=result, by=None)


def test_an_empty_desk_says_that_all_is_done(support):
    assert {queue.count for queue in queues(support)} == {0}


def test_every_queue_counts_what_its_list_holds(support, client):
    report = Report.objects.create(listing=make_listing(phone="+13035550101"), about="price")
    make_draft(status=Listing.Status.PENDING_REVIEW, phone="+13035550102")
    make_listing(confirmed_on=days_ago(95), email="", phone="+13035550103")
    License.objects.filter(clinician__positions__listing=report.listing).update(expires_on=days_ago(-20))
    look(report.listing)
    npi = make_listing(npi="1234567893", phone="+13035550104")
    look(npi, "npi", "not_confirmed")
    make_listing(npi="1234567893", phone="+13035550105")
    Letter.objects.create(occasion="x", to="a@example.com", subject="x", text="x", next_try_at=None)
    npi.propose({"headline": "Quiet rooms."}, by=make_manager(npi))
    Claim.objects.create(listing=npi, user=make_manager(), way="call", note="I run it.")
    make_photo(report.listing, "waiting")
    client.force_login(support)
    counts = {queue.label: queue.count for queue in queues(support)}
    assert counts == {
        "Error reports to decide": 1,
        "Changes that providers propose": 1,
        "Claims to decide": 1,
        "Listings that wait for review": 1,
        "Photos to look at": 1,
        "Confirmations due": 1,
        "Licenses that expire within 60 days": 1,
        "Facts that were contradicted": 1,
        "NPIs that do not agree": 1,
        "Listings that look alike": 2,
        "Letters given up": 1,
    }
    for queue in queues(support):
        assert client.get(queue.url).context["cl"].result_count == queue.count, queue.label


def test_the_oldest_report_says_how_long_it_waits(support):
    opened_at = timezone.now() - timedelta(days=5)
    Report.objects.create(listing=make_listing(), about="price", opened_at=opened_at)
    assert work(support)["Error reports to decide"].note == "the oldest waits for 5 days"


def test_a_report_of_today_waits_for_less_than_a_day(support):
    Report.objects.create(listing=make_listing(), about="price")
    assert work(support)["Error reports to decide"].note == "the oldest came within a day"


def test_demonstrations_are_no_work(support, client):
    """What is invented about them asks nobody for anything, on the desk and in the lists behind it."""
    listing = make_listing(is_demonstration=True, npi="1234567893", confirmed_on=days_ago(95))
    make_listing(is_demonstration=True, npi="1234567893")
    make_listing(is_demonstration=True, status=Listing.Status.PENDING_REVIEW)
    Clinician.objects.update(is_demonstration=True)
    License.objects.update(expires_on=days_ago(-20))
    look(listing)
    look(listing, "npi", "not_confirmed")
    client.force_login(support)
    for queue in queues(support):
        assert queue.count == client.get(queue.url).context["cl"].result_count == 0, queue.label


def test_lists_behind_the_desk_hold_both_kinds_apart(support, client):
    """Beside demonstrations, each number still is that of its list."""
    for fields in ({}, {"is_demonstration": True}):
        make_draft(status=Listing.Status.PENDING_REVIEW, **fields)
        listing = make_listing(npi="1234567893", confirmed_on=days_ago(95), **fields)
        look(listing)
        look(listing, "npi", "not_confirmed")
    client.force_login(support)
    for queue in queues(support):
        assert queue.count == client.get(queue.url).context["cl"].result_count, queue.label


def test_listings_are_reviewed_in_the_order_in_which_they_were_sent(support, client):
    """Not by name, and one that came back and was sent again stands where it was sent again."""
    names = {"Yellow Door": [4], "Blue Door": [9, 1], "Amber Door": [2]}
    for name, days in names.items():
        listing = make_draft(name=name, status=Listing.Status.PENDING_REVIEW)
        for ago in days:
            at = timezone.now() - timedelta(days=ago)
            Change.record(listing, {"status": ["draft", "pending_review"]}, by=None, at=at)
        Change.record(listing, {"headline": ["", "Quiet rooms."]}, by=None)
    client.force_login(support)
    queue = work(support)["Listings that wait for review"]
    assert queue.note == "the oldest waits for 4 days"
    page = client.get(queue.url)
    assert [each.name for each in page.context["cl"].result_list] == ["Yellow Door", "Amber Door", "Blue Door"]
    assert re.search(r'class="sortable column-sent sorted ascending"', page.content.decode())


def test_what_nobody_sent_waits_since_it_was_made(support):
    made_at = timezone.now() - timedelta(days=3)
    Listing.objects.filter(pk=make_draft(status=Listing.Status.PENDING_REVIEW).pk).update(created_at=made_at)
    assert work(support)["Listings that wait for review"].note == "the oldest waits for 3 days"


def test_other_lists_of_listings_stay_by_name(support, client):
    for name in ("Yellow Door", "Amber Door"):
        make_listing(name=name)
    client.force_login(support)
    page = client.get(reverse("admin:directory_listing_changelist"))
    assert [each.name for each in page.context["cl"].result_list] == ["Amber Door", "Yellow Door"]
    assert "column-sent" not in page.content.decode()


@pytest.mark.parametrize("rows", [2, 12])
def test_no_page_of_the_desk_asks_more_for_more_rows(support, client, rows, django_assert_max_num_queries):
    for number in range(rows):
        listing = make_listing(confirmed_on=days_ago(95), phone=f"+130355501{number:02}", email="")
        Report.objects.create(listing=listing, about="price")
        look(listing)
        look(listing, "npi", "not_confirmed")
        Check.record(listing.offerings.get(), "price", method="phone_call", result="contradicted", by=None)
        license_ = License.objects.get(clinician__positions__listing=listing)
        Check.record(license_, "licence", method="state_board_lookup", result="contradicted", by=None)
        Letter.write(occasion=str(number), to="a@example.com", subject="x", text="x", listing=listing)
    Letter.objects.update(next_try_at=None)
    License.objects.update(expires_on=days_ago(-20))
    client.force_login(support)
    for address in [reverse("admin:index"), *(queue.url for queue in queues(support))]:
        with django_assert_max_num_queries(30):
            client.get(address)


def test_whoever_cannot_be_written_to_has_to_be_called(support):
    make_listing(confirmed_on=days_ago(95), email="")
    make_manager(make_listing(confirmed_on=days_ago(95), email=""))
    assert work(support)["Confirmations due"].count == 2
    assert work(support)["Confirmations due"].note == "1 has no e-mail address: call them"


def test_a_mended_fact_leaves_the_desk(support):
    listing = make_listing()
    look(listing)
    look(listing, result="confirmed")
    assert work(support)["Facts that were contradicted"].count == 0


@pytest.mark.parametrize(
    "other",
    [{"phone": "+13035550123"}, {"npi": "1234567893"}, {"name": "QUIET HARBOR", "zip5": "80202"}],
    ids=str,
)
def test_what_looks_alike_is_found(support, other):
    first = {"name": "Quiet Harbor", "npi": "1234567893", "phone": "+13035550123"}
    make_listing(**first)
    make_listing(**{"phone": "+13035550199"} | other)
    assert work(support)["Listings that look alike"].count == 2


def test_a_closed_one_is_like_no_other(support):
    make_listing()
    make_listing(status="closed", closed_on=days_ago(1))
    assert work(support)["Listings that look alike"].count == 0


def test_an_editor_sees_only_what_an_editor_may_look_at():
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    assert "Error reports to decide" not in work(user)


def test_it_is_the_first_page_of_the_admin(support, client):
    client.force_login(support)
    Report.objects.create(listing=make_listing(), about="price")
    text = client.get(reverse("admin:index")).content.decode()
    assert "Today’s work" in text
    assert re.search(r'href="[^"]*report/\?queue=open"', text)


class TestReferences:
    @pytest.fixture
    def editor(self, client):
        user = User.objects.create_user("words@example.com", "x", is_staff=True)
        user.groups.add(Group.objects.get(name="editors"))
        client.force_login(user)
        return user

    def test_editors_see_what_is_to_be_checked_and_what_was_retracted(self, editor, client):
        make_reference("unchecked", checked_on=None)
        retracted = make_reference("retracted", doi="10.1000/x", checked_on=timezone.localdate())
        make_notice(retracted)
        make_edition(references=[retracted])
        make_notice(make_reference("uncited", checked_on=timezone.localdate()))
        for label in (
            "Sources of guides that were retracted",
            "References to check",
            "References to look for among retracted papers",
        ):
            queue = work(editor)[label]
            assert queue.count == 1
            assert client.get(queue.url).status_code == 200

    def test_a_reference_that_was_checked_in_part_is_to_be_checked(self, editor, client):
        make_reference("partly", checked_on=timezone.localdate(), unchecked_details="author")
        queue = work(editor)["References to check"]
        assert queue.count == 1
        assert [row.key for row in client.get(queue.url).context["cl"].queryset] == ["partly"]

    def test_support_does_not(self, support):
        assert not [label for label in work(support) if "eference" in label or "retracted" in label]


def test_editors_see_guides_that_are_due_that_are_read_and_whose_figures_moved(client):
    editor = User.objects.create_user("editor@example.com", "x", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    make_edition(written_on=days_ago(9), next_review_on=days_ago(1))
    make_edition()
    make_review()
    claim = make_claim("mood")
    make_edition(references=list(claim.references.all()), text="[[table: mood]]")
    make_edition(references=list(claim.references.all()), text="[[plot: mood]]")
    EvidenceClaim.objects.update(effect="0.5")
    client.force_login(editor)
    guides = [queue for queue in queues(editor) if "/articles/article/" in queue.url]
    assert [(queue.label, queue.count) for queue in guides] == [
        ("Guides whose review is overdue", 1),
        ("Guides that a clinician reads", 1),
        ("Guides whose figures have changed since", 2),
    ]
    for queue in guides:
        assert client.get(queue.url).context["cl"].result_count == queue.count
