import pytest
from django.utils import timezone

from directory.mine.waiting import asked, waiting
from directory.models import Listing, Report
from directory.objection_links import objection_path
from tests.directory.models.claiming import make_claim, make_claimable, prove
from tests.factories.directory import make_draft, make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db


def test_a_listing_that_our_staff_read_waits():
    waits = make_draft(status="pending_review")
    make_draft()
    found = waiting(list(Listing.objects.all()))
    assert {pk: [item.title for item in items] for pk, items in found.items()} == {waits.pk: ["The listing itself"]}


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("published", "Our staff read it. Until then visitors see what was there before."),
        ("draft", "Our staff read it with the listing, once you have sent it."),
        ("pending_review", "Our staff read it. Visitors see nothing of the listing now."),
        ("withdrawn_by_provider", "Our staff read it. Visitors see nothing of the listing now."),
    ],
)
def test_a_change_says_what_visitors_see_until_it_is_read(status, sentence):
    listing = make_listing()
    listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    Listing.objects.filter(pk=listing.pk).update(status=status)
    found = waiting(list(Listing.objects.all()))[listing.pk]
    assert [item.sentence for item in found if item.title == "What you changed"] == [sentence]


def test_a_report_is_shown_once_the_clinic_was_asked_and_until_it_is_closed():
    listing = make_listing(email="office@quiet.example")
    report = Report.objects.create(listing=listing, about="price", text="It costs more.", answer="Thank you.")
    assert asked([listing]) == {}
    report.ask_clinic(by=None)
    (item,) = asked([listing])[listing.pk]
    assert "“It costs more.”" in item.sentence
    assert "prices or insurance" in item.sentence
    assert item.since
    assert asked([make_listing()]) == {}
    report.fix(by=None)
    assert asked([listing]) == {}


def test_a_claim_of_somebody_else_is_theirs_to_object_to():
    listing = make_claimable()
    make_manager(listing)
    claim = prove(make_claim(listing, make_manager(email="anna@example.com")))
    (item,) = asked([listing])[listing.pk]
    assert "anna@example.com asks to keep this listing" in item.sentence
    assert item.action.url == objection_path(claim)
    claim.withdraw()
    assert asked([listing]) == {}


def test_a_photo_waits_until_staff_have_looked_at_it_and_a_refused_one_says_why():
    listing = make_listing()
    for status in ("uploaded", "waiting", "published", "removed"):
        make_photo(listing, status, **({"removed_at": timezone.now()} if status == "removed" else {}))
    assert [item.title for item in waiting([listing])[listing.pk]] == ["A photo", "A photo"]
    assert asked([listing]) == {}
    make_photo(listing, "refused")
    (item,) = asked([listing])[listing.pk]
    assert "The name of a patient can be read." in item.sentence
    assert item.action.url == f"/directory/mine/listings/{listing.slug}/photos/"
    assert waiting([make_listing()]) == asked([make_listing()]) == {}
