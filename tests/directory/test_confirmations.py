import pytest

from directory.choices import PracticeKind
from directory.confirmations import confirmation_of
from directory.models import Listing
from tests.factories.directory import days_ago


@pytest.mark.parametrize(
    ("days", "sentence", "is_recent"),
    [
        (0, "Confirmed by the clinic today", True),
        (12, "Confirmed by the clinic 12 days ago", True),
        (90, "Confirmed by the clinic 90 days ago", True),
        (91, "Last confirmed 91 days ago", False),
    ],
)
def test_after_ninety_days_it_no_longer_counts_as_confirmed(days, sentence, is_recent):
    confirmation = confirmation_of(Listing(confirmed_on=days_ago(days)))
    assert (confirmation.sentence, confirmation.is_recent) == (sentence, is_recent)


def test_a_therapist_is_not_called_a_clinic():
    listing = Listing(confirmed_on=days_ago(1), practice_kind=PracticeKind.THERAPIST)
    assert confirmation_of(listing).sentence == "Confirmed by the therapist yesterday"


def test_a_missing_confirmation_is_said():
    confirmation = confirmation_of(Listing())
    assert (confirmation.sentence, confirmation.is_recent) == ("Not confirmed by the provider yet", False)
