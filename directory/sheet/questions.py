"""What to ask where a practice is silent, what matters most first. What is said of medicine is said by the guide."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.sheet.guide import SECTIONS
from directory.sheet.unstated import EVERY

LABEL_ON_ANESTHESIA = _("The ketamine label, written for anesthesia, asks for a clinician experienced in anesthesia.")
WRITTEN_TOTAL = _("Ask for a total in writing.")


@dataclass(frozen=True)
class Ask:
    """`section` is the part of the guide that tells more; `why` is one sentence from it."""

    about: str
    section: str
    words: str | Promise
    why: str | Promise = ""


@dataclass(frozen=True)
class Group:
    """Of `questions` no more than `most` fit on a sheet that somebody reads to the end."""

    title: str | Promise
    most: int
    questions: list[Ask]


SAFETY = [
    Ask(
        "session_monitor_role",
        "monitoring",
        _("Who will be watching me during the session, and what is their license?"),
        LABEL_ON_ANESTHESIA,
    ),
    Ask(
        "monitor_presence",
        "questions-to-ask",
        _("Where will the person who watches me be: in the room the whole time, or close by?"),
    ),
    Ask(
        "monitoring",
        "monitoring",
        _("What do you measure during and after the session, and how often?"),
        _("The ketamine label, written for anesthesia, asks for continuous checks of vital signs."),
    ),
    Ask(
        "emergency",
        "monitoring",
        _("What emergency equipment do you have at hand?"),
        _("The ketamine label, written for anesthesia, asks for emergency airway equipment at hand."),
    ),
    Ask(
        "observation_minutes",
        "monitoring",
        _("How long will you watch me after the dose?"),
        _("For esketamine the standard is at least 2 hours, which is a fair yardstick."),
    ),
    Ask(
        "rems_certified",
        "legal-status",
        _("Are you certified in the safety program for esketamine (REMS)?"),
        _("Esketamine nasal spray is approved at certified sites only."),
    ),
    Ask(
        "screening",
        "who-should-not",
        _("What will you check before you treat me?"),
        _("Some illnesses and medicines rule ketamine out or call for extra care."),
    ),
    Ask(
        "prescriber_role",
        "getting-started",
        _("Who prescribes for me, and what is their license?"),
        _("A prescriber with the right license is a good sign."),
    ),
    Ask("physician_on_site", "questions-to-ask", _("Is a physician in the building during my session?")),
    Ask("life_support_cert", "questions-to-ask", _("Who on site is trained in life support, and to which level?")),
    Ask(
        "anesthesia_trained_on_site", "monitoring", _("Is somebody trained in anesthesia on site?"), LABEL_ON_ANESTHESIA
    ),
    Ask(
        "bp_timing",
        "monitoring",
        _("When will you take my blood pressure?"),
        _("On average, a treatment raises blood pressure for a time."),
    ),
    Ask(
        "adverse_event_contact_24h",
        "side-effects",
        _("Which number can I call, day and night, if I feel unwell afterward?"),
        _("Some effects need medical help at once, others a call to a clinician soon."),
    ),
    Ask("patients_per_monitor_max", "questions-to-ask", _("How many patients does one person watch at the same time?")),
    Ask(
        "discharge_rule",
        "a-session",
        _("How do you decide that I am ready to leave?"),
        _("Staff watch you until you are steady."),
    ),
    Ask(
        "psychiatric_clinician_involved",
        "getting-started",
        _("Is a mental health clinician part of my care?"),
        _("A mental health assessment before booking is a good sign."),
    ),
    Ask(
        "will_not_treat",
        "who-should-not",
        _("Are there people whom you do not treat?"),
        _("Some illnesses and medicines rule ketamine out or call for extra care."),
    ),
    Ask("experience", "questions-to-ask", _("How many people have you treated with ketamine, and since when?")),
]
MONEY = [
    Ask(
        "price_session_usd", "cost", _("What does one session cost, with everything that belongs to it?"), WRITTEN_TOTAL
    ),
    Ask("consult_fee_usd", "cost", _("What does the first consultation cost?"), WRITTEN_TOTAL),
    Ask(
        "includes",
        "cost",
        _("What does the price include, and what comes on top?"),
        _("Monitoring, top-ups, therapy and missed visits belong in a total too."),
    ),
    Ask("refund_policy", "cost", _("What comes back to me if I stop early?")),
    Ask(
        "payment",
        "cost",
        _("How can I pay, and may insurance cover a part of it?"),
        _("People generally pay for IV ketamine for mood out of their own pocket."),
    ),
    Ask(
        "prepayment",
        "getting-started",
        _("Do I have to pay anything in advance?"),
        _("We count packages paid up front among the red flags."),
    ),
    Ask(
        "insurer",
        "cost",
        _("Which insurance companies do you work with, and for what?"),
        _("Coverage differs by plan and product."),
    ),
    Ask("price_maintenance_usd", "cost", _("What does a session after the first course cost?"), WRITTEN_TOTAL),
    Ask("integration_fee_usd", "cost", _("What does a therapy session cost?"), WRITTEN_TOTAL),
]
TREATMENT = [
    Ask(
        "route",
        "routes",
        _("Which ways of giving ketamine do you offer?"),
        _("They differ in how much of a dose reaches the blood."),
    ),
    Ask("condition", "evidence", _("Which conditions do you treat?")),
    Ask("ages", "who-should-not", _("Which ages do you treat?")),
    Ask(
        "sessions_initial_series",
        "the-usual-course",
        _("How many sessions is a first course, and over how many weeks?"),
    ),
    Ask(
        "stop_rule",
        "the-usual-course",
        _("After how many sessions do we look at whether it helps, and when do we stop?"),
        _("If a full first course brings no benefit, that is a reason to stop."),
    ),
    Ask("scale", "getting-started", _("How do you measure whether it helps?"), _("Symptom scores are a good sign.")),
    Ask(
        "coordinates_with_my_clinician",
        "getting-started",
        _("Will you work with the clinician who treats me now?"),
        _("A plan that is shared with your other clinicians is a good sign."),
    ),
    Ask("protocol_kind", "the-usual-course", _("What dose will I get, and how do you choose it?")),
    Ask(
        "maintenance_offered",
        "the-usual-course",
        _("What happens after the first course?"),
        _("Past the first weeks there is no proven schedule."),
    ),
    Ask("follow_up_interval", "questions-to-ask", _("How often do you measure my symptoms?")),
    Ask("evaluation_mode", "getting-started", _("Is the first evaluation in person or by video?")),
    Ask("psychotherapy", "questions-to-ask", _("Is talk therapy a part of the treatment?")),
    Ask("phase", "questions-to-ask", _("When does talk therapy happen: before, during or after a session?")),
    Ask("infusion_minutes", "the-usual-course", _("How long does it take to give the dose?")),
]
DAY = [
    Ask(
        "escort",
        "a-session",
        _("Who has to take me home, and may it be a ride service?"),
        _("You leave with an adult."),
    ),
    Ask(
        "driving_rule",
        "a-session",
        _("When may I drive again?"),
        _("Do not drive for 24 hours after ketamine. After an infusion, sleep a full night as well."),
    ),
    Ask(
        "fasting",
        "a-session",
        _("When should I stop eating and drinking before a session?"),
        _("Clinics differ, so follow yours."),
    ),
    Ask("visit_minutes", "a-session", _("How long should I plan for a visit?")),
    Ask("companion_policy", "a-session", _("May somebody stay with me during the session?")),
    Ask("room", "a-session", _("What is the room like: private, quiet, with low light?")),
    Ask("chaperone_available", "a-session", _("Can I have a chaperone in the room?")),
]
GETTING_IN = [
    Ask("accepting", "getting-started", _("Are you accepting new patients?")),
    Ask("next_new_patient", "getting-started", _("How soon could I have a first visit?")),
    Ask("partner_clinics", "getting-started", _("Which clinics do you work with?")),
    Ask("people", "questions-to-ask", _("Who works with you, and where can I look up their licenses?")),
    Ask("access", "getting-started", _("Can I get in with a wheelchair, and is there a quiet room?")),
    Ask("language", "getting-started", _("Which languages do you speak, or have an interpreter for?")),
    Ask("sign_language", "getting-started", _("Can you offer sign language?")),
    Ask(
        "referral_required",
        "getting-started",
        _("Do I need a referral?"),
        _("Start with the clinician who treats your depression or pain."),
    ),
    Ask("hours", "getting-started", _("When are you open?")),
    Ask("telehealth", "home-ketamine", _("What can be done by video?")),
    Ask("serves", "home-ketamine", _("In which states may you see me by video?")),
    Ask("population", "getting-started", _("With whom do you have much experience, such as veterans or older adults?")),
    Ask("accreditation", "getting-started", _("Is the practice accredited, and by whom?")),
    Ask("lead_clinician_role", "questions-to-ask", _("Who leads the practice?")),
]
GROUPS = [
    Group(_("Safety"), 9, SAFETY),
    Group(_("Money"), 6, MONEY),
    Group(_("The treatment"), 4, TREATMENT),
    Group(_("The day"), 3, DAY),
    Group(_("Getting in"), 3, GETTING_IN),
]
# What a therapist is asked who gives no medicine, and what nobody else is asked.
OF_THERAPISTS = {
    "accepting",
    "access",
    "ages",
    "condition",
    "consult_fee_usd",
    "coordinates_with_my_clinician",
    "hours",
    "insurer",
    "integration_fee_usd",
    "language",
    "next_new_patient",
    "partner_clinics",
    "payment",
    "people",
    "phase",
    "population",
    "psychotherapy",
    "referral_required",
    "serves",
    "sign_language",
    "telehealth",
}
OF_THERAPISTS_ONLY = {"partner_clinics"}
# Nobody would choose by these, or they can be seen without asking.
UNASKED = {
    "group_option",
    "legal_name",
    "max_patients_at_once",
    "npi",
    "opened_year",
    "parking",
    "practice_kind",
    "private_rooms_count",
    "seat",
    "shared_bays_count",
    "transit_note",
}
ASKED = [question.about for group in GROUPS for question in group.questions]
assert len(ASKED) == len(set(ASKED)), "a fact is asked about twice"
assert not UNASKED & set(ASKED), "a fact is asked about after all"
assert UNASKED | set(ASKED) == EVERY, f"asked or left out on purpose: {EVERY ^ (UNASKED | set(ASKED))}"
assert OF_THERAPISTS_ONLY <= OF_THERAPISTS <= set(ASKED)
assert {question.section for group in GROUPS for question in group.questions} <= SECTIONS.keys()
