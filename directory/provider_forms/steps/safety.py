"""Who is in the room, what is watched, and how people are screened and followed."""

from django.utils.translation import gettext_lazy as _

from directory.choices import MONITORS, Role
from directory.provider_forms.many import Many
from directory.provider_forms.one import One
from directory.provider_forms.step import Step

WATCHES = [(role.value, role.label) for role in Role if role in MONITORS]

ROOM = Step(
    "room",
    _("Who is in the room"),
    _("For most visitors this decides. Say how it is on a usual day."),
    [
        One("prescriber_role", _("Who prescribes?")),
        One(
            "session_monitor_role",
            _("Who watches over the session?"),
            _("The training of the person who is there. It must be somebody with a license."),
            {"choices": WATCHES},
        ),
        One("monitor_presence", _("Where is that person?")),
        One(
            "patients_per_monitor_max",
            _("How many patients does one person watch at most?"),
            _("From 1 to 5, where 5 means 5 or more."),
            {"inputmode": "numeric"},
        ),
        One("physician_on_site", _("Is a physician on site?")),
        One("anesthesia_trained_on_site", _("Is somebody trained in anesthesia on site?")),
        One("psychiatric_clinician_involved", _("Is a mental health clinician involved?")),
        One("lead_clinician_role", _("Who leads the practice?")),
    ],
)

SAFETY = Step(
    "safety",
    _("What you watch, and what you have ready"),
    _("Visitors compare this side by side. What you do not tick is “not stated”, never “no”."),
    [
        Many("monitoring", _("What is measured?"), rest=_("That is all we measure")),
        One("bp_timing", _("When is blood pressure taken?")),
        Many("emergency", _("What is ready for an emergency?"), rest=_("That is all we have ready")),
        One(
            "life_support_cert",
            _("Life support training on site"),
            _("Our staff may ask to see the cards, and then say when they saw them."),
        ),
        One("discharge_rule", _("How do you decide that somebody may leave?")),
        One("adverse_event_contact_24h", _("Is there a number to call day and night afterwards?")),
    ],
)

SCREENING = Step(
    "screening",
    _("How you screen and follow people"),
    _("Visitors look for a practice that asks first. Tick what you do for every new patient."),
    [
        One("evaluation_mode", _("How does the first evaluation happen?")),
        Many("screening", _("What do you check before treatment?"), rest=_("That is all we check")),
        One("coordinates_with_my_clinician", _("Do you work with the patient's own clinician?")),
        Many("scale", _("How do you measure whether it helps?")),
        One("follow_up_interval", _("How often do you measure it?")),
    ],
)
