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
        One("prescriber_role", _("Who prescribes?"), _("Visitors want to know who decides about the medicine.")),
        One(
            "session_monitor_role",
            _("Who watches over the session?"),
            _("The training of the person who is there. It must be somebody with a license."),
            {"choices": WATCHES},
        ),
        One("monitor_presence", _("Where is that person?"), _("In the room or behind a camera: visitors compare it.")),
        One(
            "patients_per_monitor_max",
            _("How many patients does one person watch at most?"),
            _("From 1 to 5, where 5 means 5 or more."),
            {"inputmode": "numeric"},
        ),
        One("physician_on_site", _("Is a physician on site?"), _("People with heart or lung disease ask this.")),
        One(
            "anesthesia_trained_on_site",
            _("Is somebody trained in anesthesia on site?"),
            _("Families ask who can keep an airway open."),
        ),
        One(
            "psychiatric_clinician_involved",
            _("Is a mental health clinician involved?"),
            _("People with depression ask who looks after the illness itself."),
        ),
        One("lead_clinician_role", _("Who leads the practice?"), _("Who answers for how things are done.")),
    ],
)

SAFETY = Step(
    "safety",
    _("What you watch, and what you have ready"),
    _("Visitors compare this side by side. What you do not tick is “not stated”, never “no”."),
    [
        Many(
            "monitoring",
            _("What is measured?"),
            _("Visitors compare this side by side."),
            rest=_("That is all we measure"),
        ),
        One("bp_timing", _("When is blood pressure taken?"), _("Ketamine raises blood pressure for a while.")),
        Many(
            "emergency",
            _("What is ready for an emergency?"),
            _("Rarely needed, and the first thing families ask."),
            rest=_("That is all we have ready"),
        ),
        One(
            "life_support_cert",
            _("Life support training on site"),
            _("Our staff may ask to see the cards, and then say when they saw them."),
        ),
        One("discharge_rule", _("How do you decide that somebody may leave?"), _("Families ask when they can come.")),
        One(
            "adverse_event_contact_24h",
            _("Is there a number to call day and night afterwards?"),
            _("Most questions come up in the first night."),
        ),
    ],
)

SCREENING = Step(
    "screening",
    _("How you screen and follow people"),
    _("Visitors look for a practice that asks first. Tick what you do for every new patient."),
    [
        One(
            "evaluation_mode",
            _("How does the first evaluation happen?"),
            _("It decides how often somebody has to travel."),
        ),
        Many(
            "screening",
            _("What do you check before treatment?"),
            _("A practice that asks first is one that people trust."),
            rest=_("That is all we check"),
        ),
        One(
            "coordinates_with_my_clinician",
            _("Do you work with the patient's own clinician?"),
            _("Many do not want to tell it all twice."),
        ),
        Many("scale", _("How do you measure whether it helps?"), _("It tells in numbers whether it helps.")),
        One(
            "follow_up_interval",
            _("How often do you measure it?"),
            _("It shows when you would notice that nothing changes."),
        ),
    ],
)
