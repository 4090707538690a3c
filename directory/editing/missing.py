"""What a draft has to say before it can be sent, and where that is asked."""

from typing import NamedTuple

from directory.models.rules import MENDED_BY_PROVIDERS, problems_before_sending
from directory.provider_forms.step import Step
from directory.provider_forms.steps import STEP, STEP_OF

MENDED_IN = {
    "address": STEP_OF["street"],
    "treatment_site": STEP_OF["address_is_treatment_site"],
    "phone": STEP_OF["phone"],
    "accepting": STEP_OF["accepting"],
    "prescriber_role": STEP_OF["prescriber_role"],
    "offering": STEP_OF["offerings"],
    "condition": STEP_OF["statements.condition"],
    "rems": STEP_OF["offerings.rems_certified"],
    "observation": STEP_OF["offerings.observation_minutes"],
    "honest_words": STEP["words"],
}
assert MENDED_IN.keys() == MENDED_BY_PROVIDERS.keys(), "a rule of what may be public is mended in no step"


class Missing(NamedTuple):
    sentence: str
    step: Step


def missing(listing) -> list[Missing]:
    """Only what its provider can mend."""
    problems = problems_before_sending(listing).items()
    return [Missing(sentence, MENDED_IN[name]) for name, sentence in problems]
