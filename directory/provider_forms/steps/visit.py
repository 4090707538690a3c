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
        Many("room", _("What kind of room?"), rest=_("That is all we have")),
        One("private_rooms_count", _("How many private rooms?"), options={"inputmode": "numeric"}),
        One("shared_bays_count", _("How many places in shared rooms?"), options={"inputmode": "numeric"}),
        One(
            "max_patients_at_once",
            _("How many patients are treated at once, at most?"),
            options={"inputmode": "numeric"},
        ),
        One("seat", _("Recliner or bed?")),
        One("companion_policy", _("May somebody come along?")),
        One(
            "chaperone_available",
            _("Can a patient ask for a chaperone?"),
            _("People cannot protect themselves under ketamine."),
        ),
        Many("escort", _("How may people get home?"), rest=_("That is all we allow")),
        One("driving_rule", _("When may they drive again?")),
        One("fasting", _("What about eating and drinking before?")),
    ],
)

ACCESS = Step(
    "access",
    _("Getting in, and being understood"),
    _("Ask somebody to walk the way with a measuring eye: a step is a step."),
    [
        Many("access", _("What is there?"), rest=_("That is all there is")),
        Detailed(
            "language",
            {
                LanguageMode.CLINICIAN: _("Languages that a clinician speaks"),
                LanguageMode.STAFF: _("Languages that other staff speak"),
                LanguageMode.INTERPRETER_IN_PERSON: _("Interpreters in person"),
                LanguageMode.INTERPRETER_REMOTE: _("Interpreters by phone or video"),
                "": _("Other languages, by whom not said"),
            },
        ),
        One("sign_language", _("Sign language")),
    ],
)
