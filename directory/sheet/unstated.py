"""Which facts a listing has not stated, of all that its page shows."""

from collections.abc import Iterable

from directory import wording
from directory.choices import PatientsBand
from directory.profile.amounts import Amounts
from directory.profile.people import people
from directory.profile.sections import QUESTIONS
from directory.profile.treatments import CERTIFICATE, DECISIVE, FURTHER, concerns

OF_THE_PRACTICE = [fact for question in QUESTIONS for fact in [*question.decisive, *question.further]]
OF_A_TREATMENT = [CERTIFICATE, *DECISIVE, *FURTHER]
AMOUNTS = {"consult_fee_usd", "price_session_usd", "price_maintenance_usd", "integration_fee_usd"}
# What stands in no row of the page, and how to tell that it is not stated.
BESIDE = {
    "route": lambda listing: not listing.offerings.all(),
    "hours": lambda listing: not listing.hours.all(),
    "people": lambda listing: not people(listing),
    "experience": lambda listing: not any(_states_experience(person.clinician) for person in people(listing)),
}
EVERY = {fact.about for fact in [*OF_THE_PRACTICE, *OF_A_TREATMENT]} | AMOUNTS | BESIDE.keys()


def unstated(listing) -> dict[str, list[str]]:
    """Each fact with the treatments for which it is not stated, where it is stated for others: else with none."""
    found: dict[str, list[str]] = {fact.about: [] for fact in OF_THE_PRACTICE if not fact(listing).is_stated}
    found |= {about: [] for about, is_missing in BESIDE.items() if is_missing(listing)}
    for about, answers in [*_of_treatments(listing), *_amounts(listing)]:
        silent = [treatment for treatment, is_stated in answers if not is_stated]
        if silent:
            found[about] = silent if len(silent) < len(answers) else []
    return found


Answers = list[tuple[str, bool]]


def _of_treatments(listing) -> Iterable[tuple[str, Answers]]:
    for fact in OF_A_TREATMENT:
        yield (
            fact.about,
            [
                (wording.treatment(offering.route), fact(offering).is_stated)
                for offering in listing.offerings.all()
                if concerns(fact, offering)
            ],
        )


def _amounts(listing) -> Iterable[tuple[str, Answers]]:
    amounts = Amounts(listing).every
    for about in sorted(AMOUNTS):
        yield about, [(amount.treatment, amount.price is not None) for amount in amounts if amount.about == about]


def _states_experience(clinician) -> bool:
    return bool(clinician.ketamine_since_year) or clinician.ketamine_patients_band != PatientsBand.NOT_STATED
