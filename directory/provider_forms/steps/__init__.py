"""Every step in the order in which it is asked, the most needed first: whoever stops early has said what decides."""

from directory.models.proposable import LISTING_FIELDS, LIVE_AT_ONCE, OFFERING_FIELDS
from directory.models.statement import STATED_FACETS
from directory.provider_forms.steps.closing import CLOSING, PEOPLE, WORDS
from directory.provider_forms.steps.contact import CONTACT, HOURS, NAME, NEW_PATIENTS, PLACE
from directory.provider_forms.steps.money import PAYMENT, PRICES
from directory.provider_forms.steps.safety import ROOM, SAFETY, SCREENING
from directory.provider_forms.steps.treatment import COURSES, FOR_WHOM, TREATMENTS
from directory.provider_forms.steps.visit import ACCESS, DAY

STEPS = [
    NAME, PLACE, CONTACT, NEW_PATIENTS, TREATMENTS, COURSES, FOR_WHOM, ROOM, SAFETY, SCREENING, DAY, PRICES, PAYMENT,
    ACCESS, HOURS, PEOPLE, WORDS, CLOSING,
]  # fmt: skip
STEP = {step.slug: step for step in STEPS}
STEP_OF = {about: step for step in STEPS for about in step.covers}

PROPOSED = (
    LISTING_FIELDS
    | {f"offerings.{name}" for name in OFFERING_FIELDS}
    | {f"statements.{facet}" for facet in STATED_FACETS}
    | {"offerings", "hours", "positions", "people", "licenses"}
)
LIVE = LIVE_AT_ONCE | {"hours"}
assert {step.slug for step in STEPS if step.at_once} == {STEP_OF[about].slug for about in LIVE}, (
    "a step that does not wait for staff, or not as a whole, says so"
)
assert len(STEP) == len(STEPS), "two steps share a name"
assert sorted(about for step in STEPS for about in step.covers) == sorted(PROPOSED), (
    "what may be proposed stands in exactly one step; here it stands in none, or in two: "
    + str({about for step in STEPS for about in step.covers} ^ PROPOSED)
)
