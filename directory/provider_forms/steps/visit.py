"""The day itself, and getting in."""

from django.utils.translation import gettext_lazy as _

from directory.choices import LanguageMode
from directory.provider_forms.many import Detailed, Many
from directory.provider_forms.one import One
from directory.provider_forms.step import Step

DAY = Step(
    "day",
    _("The day itself"),
    _("Where people lie, who may come along, and how they get home."),
    [
        Many(
            "room",
            _("What kind of room?"),
            _("Some need quiet, some do not want to be alone."),
            rest=_("That is all we have"),
        ),
        One(
            "private_rooms_count",
            _("How many private rooms?"),
            _("It gives an idea of the place."),
            options={"inputmode": "numeric"},
        ),
        One(
            "shared_bays_count",
            _("How many places in shared rooms?"),
            _("Some do not want to be alone, some need to be."),
            options={"inputmode": "numeric"},
        ),
        One(
            "max_patients_at_once",
            _("How many patients are treated at once, at most?"),
            _("It tells how quiet it is."),
            options={"inputmode": "numeric"},
        ),
        One("seat", _("Recliner or bed?"), _("People with back pain ask this.")),
        One("companion_policy", _("May somebody come along?"), _("Many do not want to come alone.")),
        One(
            "chaperone_available",
            _("Can a patient ask for a chaperone?"),
            _("People cannot protect themselves under ketamine."),
        ),
        Many(
            "escort",
            _("How may people get home?"),
            _("Nobody may drive, and not everybody has somebody."),
            rest=_("That is all we allow"),
        ),
        One("driving_rule", _("When may they drive again?"), _("So that people can plan the next day.")),
        One("fasting", _("What about eating and drinking before?"), _("Known beforehand, it spares a lost day.")),
    ],
)

ACCESS = Step(
    "access",
    _("Getting in, and being understood"),
    _("Ask somebody to walk the way with a measuring eye: a step is a step."),
    [
        Many(
            "access",
            _("What is there?"),
            _("What is not said here means one more call."),
            rest=_("That is all there is"),
        ),
        Detailed(
            "language",
            {
                LanguageMode.CLINICIAN: _("Languages that a clinician speaks"),
                LanguageMode.STAFF: _("Languages that other staff speak"),
                LanguageMode.INTERPRETER_IN_PERSON: _("Interpreters in person"),
                LanguageMode.INTERPRETER_REMOTE: _("Interpreters by phone or video"),
                "": _("Other languages, by whom not said"),
            },
            _("Visitors search by language."),
        ),
        One("sign_language", _("Sign language"), _("Deaf visitors filter by this.")),
    ],
)
