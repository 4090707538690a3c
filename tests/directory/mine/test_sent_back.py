import pytest

from directory.mine.sent_back import sent_back
from directory.mine.waiting import asked, waiting
from psychly.models import User
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com")


def test_a_change_that_came_back_is_told_until_another_is_sent(staff):
    listing = make_listing()
    manager = make_manager(listing)
    change = listing.propose({"headline": "Loud rooms."}, by=manager)
    assert [item.title for item in waiting([listing])[listing.pk]] == ["What you changed"]
    change.send_back(by=staff, reason="Too loud.")
    assert sent_back(listing) == "Too loud."
    (item,) = asked([listing])[listing.pk]
    assert "Too loud." in item.sentence
    assert item.action.url == f"/directory/mine/listings/{listing.slug}/review/"
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert sent_back(listing) == ""


def test_a_draft_that_came_back_is_told_until_it_is_sent_again(staff):
    draft = make_draft()
    manager = make_manager(draft)
    draft.consent(by=manager, version="1")
    draft.submit(by=manager)
    assert sent_back(draft) == ""
    draft.send_back(by=staff, reason="Who prescribes?")
    assert sent_back(draft) == "Who prescribes?"
    draft.submit(by=manager)
    assert sent_back(draft) == ""


def test_a_draft_that_nobody_sent_did_not_come_back():
    assert sent_back(make_draft()) == sent_back(make_listing()) == ""
