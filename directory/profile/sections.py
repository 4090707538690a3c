"""The headings of a listing's page in the order of a person's questions, and which facts stand under each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.profile import answers
from directory.profile.rows import Fact, Row, computed, fact, plain, stated
from directory.vocabulary import Choice, Vocabulary

STATED = gettext_lazy("stated %(day)s")
CHECKED = gettext_lazy("checked %(day)s")


@dataclass(frozen=True)
class Question:
    """`decisive` rows are always shown; of `further` ones those that are not stated are named together at the end.
    `opening` is the template of what must be said before the rows, `part` of what follows under headings of its own."""

    anchor: str
    title: str | Promise
    answer: Callable
    decisive: list[Fact] = field(default_factory=list)
    further: list[Fact] = field(default_factory=list)
    opening: str = ""
    part: str = ""


@dataclass(frozen=True)
class Section:
    anchor: str
    title: str
    answer: str
    opening: str
    part: str
    rows: list[Row]
    unstated: list[str]
    terms: list[Choice]


def sections(listing, vocabulary: Vocabulary) -> list[Section]:
    return [_section(question, listing, vocabulary) for question in QUESTIONS]


def _section(question: Question, listing, vocabulary: Vocabulary) -> Section:
    decisive = [read(listing) for read in question.decisive]
    further = [read(listing) for read in question.further]
    rows = decisive + [row for row in further if row.is_stated]
    return Section(
        anchor=question.anchor,
        title=str(question.title),
        answer=question.answer(listing),
        opening=question.opening,
        part=question.part,
        rows=rows,
        unstated=[row.label for row in further if not row.is_stated],
        terms=_explained(rows, vocabulary),
    )


def _explained(rows: list[Row], vocabulary: Vocabulary) -> list[Choice]:
    """Every word once, in the order of the rows."""
    found = (vocabulary.find(facet, slug) for row in rows for facet, slug in row.terms)
    return list(dict.fromkeys(choice for choice in found if choice))


def _ages(listing) -> str:
    return capfirst(wording.ages(listing.min_age, listing.max_age))


def _dated(name: str, words=STATED) -> Callable:
    """On which day, where that was written down."""

    def read(listing) -> str:
        day = getattr(listing, name)
        return words % {"day": wording.a_date(day)} if day else ""

    return read


def _patients_per_monitor(listing) -> str:
    number = listing.patients_per_monitor_max
    return "" if number is None else _("5 or more") if number == 5 else str(number)


QUESTIONS = [
    Question(
        "right-for-me",
        gettext_lazy("Is it right for me?"),
        answers.is_it_right,
        [
            stated("condition", gettext_lazy("Conditions they treat")),
            # A no to this is a yes: they treat people in this state.
            stated("will_not_treat", gettext_lazy("Whom they do not treat"), gettext_lazy("They do treat:")),
            computed("ages", gettext_lazy("Ages"), _ages),
            stated("screening"),
        ],
        [
            fact("evaluation_mode", "evaluation"),
            fact("referral_required", "referral"),
            fact("coordinates_with_my_clinician"),
            stated("scale", gettext_lazy("How they measure whether it helps")),
            fact("follow_up_interval"),
        ],
        opening="directory/_cautions.html",
    ),
    Question(
        "treatments",
        gettext_lazy("What do they offer, and is it approved for this?"),
        answers.what_they_offer,
        [fact("psychotherapy", "psychotherapy")],
        [stated("phase", gettext_lazy("When talk therapy happens")), fact("group_option")],
        part="directory/_treatments.html",
    ),
    Question(
        "in-the-room",
        gettext_lazy("Who is in the room?"),
        answers.who_is_in_the_room,
        [
            fact("session_monitor_role", "monitor"),
            fact("monitor_presence", "presence"),
            fact("physician_on_site", "physician"),
            fact("prescriber_role", "prescriber"),
            stated("monitoring"),
            stated("emergency"),
        ],
        [
            computed(
                "patients_per_monitor_max",
                gettext_lazy("Most patients per person who monitors"),
                _patients_per_monitor,
            ),
            fact("anesthesia_trained_on_site", "anesthesia"),
            fact("psychiatric_clinician_involved", "psychiatric"),
            fact("lead_clinician_role"),
            fact("bp_timing"),
            fact("life_support_cert", "life_support", _dated("life_support_checked_on", CHECKED)),
            fact("discharge_rule"),
            fact("adverse_event_contact_24h"),
        ],
    ),
    Question(
        "cost",
        gettext_lazy("What will it cost?"),
        answers.what_it_costs,
        [stated("payment"), stated("includes", gettext_lazy("The price includes")), fact("refund_policy")],
        [
            stated("insurer", gettext_lazy("Insurance companies")),
            fact("prepayment"),
        ],
        part="directory/_prices.html",
    ),
    Question(
        "the-day",
        gettext_lazy("What happens on the day?"),
        answers.what_happens,
        [stated("escort"), fact("driving_rule"), fact("companion_policy", "companion"), stated("room")],
        [
            fact("fasting"),
            fact("seat"),
            fact("chaperone_available"),
            plain("private_rooms_count"),
            plain("shared_bays_count"),
            plain("max_patients_at_once"),
        ],
    ),
    Question(
        "getting-in",
        gettext_lazy("Can I get there and get in?"),
        answers.can_i_get_in,
        [
            fact("accepting", "accepting"),
            fact("next_new_patient", "availability", _dated("next_new_patient_on")),
            stated("language", gettext_lazy("Languages")),
            stated("access"),
        ],
        [
            fact("telehealth", "telehealth"),
            stated("serves", gettext_lazy("States they serve by video")),
            fact("sign_language", "sign_language"),
            stated("population"),
            plain("parking"),
            plain("transit_note"),
        ],
    ),
    Question(
        "who-they-are",
        gettext_lazy("Who are they, and what was checked?"),
        answers.who_was_checked,
        [fact("practice_kind", "setting"), fact("accreditation")],
        [plain("partner_clinics"), plain("opened_year"), plain("legal_name"), plain("npi")],
        part="directory/_people_and_ledger.html",
    ),
]
