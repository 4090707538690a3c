"""The people, their own words, and what readers find while they are away."""

from django.utils.translation import gettext_lazy as _

from directory.provider_forms.licenses import MoreLicenses
from directory.provider_forms.newcomers import Newcomers
from directory.provider_forms.one import One
from directory.provider_forms.step import Step
from directory.provider_forms.team import Team

PEOPLE = Step(
    "people",
    _("The people"),
    _("Who they are and their licenses is looked up by our staff; what they do here is your word."),
    [Team(), MoreLicenses(), Newcomers()],
)

WORDS = Step(
    "words",
    _("In your own words"),
    _("Plain words are trusted. A promise is not: we say at once where a phrase promises too much."),
    [
        One("headline", _("One sentence about the practice"), _("It stands below your name in the search.")),
        One(
            "description",
            _("What you want people to know"),
            _("At most 4,000 characters. Nothing about patients, and no prices: they have their own step."),
            {"rows": 10},
        ),
    ],
)

CLOSING = Step(
    "away",
    _("When you are away"),
    _("Read only while the practice is closed, for a while or for good."),
    [
        One("reopens_on", _("Open again on"), _("So that patients know how long to wait.")),
        One("closure_note", _("Why it is closed"), _("One plain sentence that visitors read.")),
        One(
            "records_contact",
            _("Where are records kept?"),
            _("Patients of a practice that has closed ask for this first."),
        ),
    ],
    at_once=_("the day on which you open again"),
    waits=_("why it is closed, and where records are kept"),
)
