import pytest

from directory.editing.missing import missing
from tests.factories.directory import make_draft, make_listing

pytestmark = pytest.mark.django_db


def test_each_thing_that_is_missing_leads_to_its_step():
    found = [(each.sentence, each.step.slug) for each in missing(make_draft(phone="", street=""))]
    assert ("The phone number is missing.", "contact") in found
    assert ("The street is missing.", "place") in found


def test_what_staff_look_up_is_not_theirs_to_mend():
    listing = make_draft(consent_at=None, time_zone="", latitude=None, longitude=None)
    words = " ".join(each.sentence for each in missing(listing))
    assert "license" not in words
    assert "consent" not in words
    assert "time zone" not in words


def test_a_listing_that_may_be_public_misses_nothing():
    assert missing(make_listing()) == []
