"""What the button of a step says, for what readers see and for what they do not."""

import pytest

from directory.editing.sending import Stored, said_of, sending
from directory.provider_forms.steps import STEP
from tests.factories.accounts import make_user
from tests.factories.directory import make_draft, make_listing

pytestmark = pytest.mark.django_db
UNTIL_READ = "Visitors see what is public now until our staff have read this."


@pytest.mark.parametrize(
    ("step", "status", "button", "sentences"),
    [
        (
            "words",
            "published",
            "Send to our staff",
            [UNTIL_READ],
        ),
        ("words", "suspended", "Send to our staff", ["Our staff read this first."]),
        ("new-patients", "published", "Save, and show at once", ["Visitors see at once: both answers."]),
        ("new-patients", "suspended", "Save", ["Saved at once: both answers."]),
        (
            "hours",
            "published",
            "Save, and send the rest to our staff",
            [
                "Visitors see at once: the hours.",
                "Our staff read first: a note beside them. Until then, visitors see what is public now.",
            ],
        ),
        (
            "hours",
            "suspended",
            "Save, and send the rest to our staff",
            ["Saved at once: the hours.", "Our staff read first: a note beside them."],
        ),
    ],
)
def test_it_says_what_becomes_of_it(step, status, button, sentences):
    said = sending(STEP[step], make_listing(status=status))
    assert (said.button, said.sentences) == (button, sentences)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"headline": "Quiet rooms."}, "published", "Until they have read it, visitors see what was there before."),
        ({"headline": "Quiet rooms."}, "suspended", "Sent to our staff."),
        ({"accepting": "waitlist"}, "published", "Saved. Visitors see it now."),
        ({"accepting": "waitlist"}, "suspended", "Saved."),
        ({"accepting": "waitlist", "headline": "Quiet rooms."}, "published", "apart from what our staff read first"),
    ],
)
def test_afterwards_it_says_what_became_of_it(fields, status, words):
    listing, person = make_listing(status=status), make_user()
    before = Stored.of(listing)
    listing.propose(fields, by=person)
    said = said_of(listing, before)
    assert words in said
    assert ("isitors" in said) == (status == "published" and len(fields) == 1)


def test_of_a_draft_nothing_is_sent():
    draft = make_draft()
    assert said_of(draft, Stored.of(draft)) == "Saved. You can stop here and go on whenever you like."
