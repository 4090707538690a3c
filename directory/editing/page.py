"""One step as a page shows it: its controls, what is public where that differs, and what a phrase promises too much."""

from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField

from directory.editing.missing import missing
from directory.editing.sending import Sending, sending
from directory.facets import NOT_STATED
from directory.mine.gaps import Gap, Gaps, gaps_of
from directory.models import Listing
from directory.models.proposable import LIVE_AT_ONCE, OWN_WORDS, POSITION_WORDS
from directory.models.snapshot import snapshot
from directory.overclaims import Finding, overclaims
from directory.profile.latest import as_said
from directory.provider_forms.part import Block, Text
from directory.provider_forms.readable import readable
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step
from directory.provider_forms.step_form import StepForm
from directory.provider_forms.steps import STEP_OF, STEPS

READ_BY_VISITORS = {*OWN_WORDS, *POSITION_WORDS, "note"}


@dataclass(frozen=True)
class Control:
    """`public` is what readers see now where that is something else; `is_returned` where our staff sent back what it
    shows; `warnings` are phrases that promise too much."""

    field: BoundField
    public: str
    is_live: bool
    is_returned: bool
    warnings: list[Finding]


@dataclass(frozen=True)
class ShownBlock:
    legend: Text
    help: Text
    template: str
    folded: bool
    controls: list[Control]
    more: list[Control]

    @property
    def every(self) -> list[Control]:
        return [*self.controls, *self.more]

    @property
    def is_open(self) -> bool:
        return _is_used(self.controls)

    @property
    def has_more_open(self) -> bool:
        return _is_used(self.more)


@dataclass(frozen=True)
class Way:
    """A step in the list of all. Without what `is_needed` a draft cannot be sent."""

    step: Step
    is_here: bool
    is_needed: bool
    unstated: int


class EditPage:
    """Templates read it by name."""

    def __init__(self, listing: Listing, step: Step, form: StepForm):
        self.listing, self.step, self.form = listing, step, form

    @property
    def is_draft(self) -> bool:
        return not self.listing.has_been_public

    @cached_property
    def gaps(self) -> Gaps:
        return gaps_of(as_said(self.listing, self.form.said.words))

    @property
    def gap(self) -> Gap | None:
        """What this step leaves open."""
        return self.gaps.of(self.step)

    @property
    def ways(self) -> list[Way]:
        needed = {each.step.slug for each in missing(self.listing)} if self.is_draft else set()
        return [Way(step, step == self.step, step.slug in needed, self.gaps.count_of(step)) for step in STEPS]

    @property
    def number(self) -> int:
        return STEPS.index(self.step) + 1

    @property
    def of(self) -> int:
        return len(STEPS)

    @property
    def ask_first(self) -> Step:
        """Where to tick what a step without controls asks about."""
        return STEP_OF["offerings"]

    @property
    def next(self) -> Step | None:
        return next_step(self.step)

    @property
    def before(self) -> Step | None:
        return STEPS[self.number - 2] if self.number > 1 else None

    @property
    def sending(self) -> Sending:
        """Of what readers have seen: what a click on the button does."""
        return sending(self.step, self.listing)

    @cached_property
    def blocks(self) -> list[ShownBlock]:
        return [self._shown(block) for block in self.step.blocks(self.form.said)]

    def _shown(self, block: Block) -> ShownBlock:
        controls, more = ([self._control(name) for name in names] for names in (block.names, block.more))
        return ShownBlock(block.legend, block.help, block.template, block.folded, controls, more)

    def _control(self, name: str) -> Control:
        return Control(
            field=self.form[name],
            public=self._public.get(name, ""),
            is_live=self.listing.has_a_page and name in LIVE_AT_ONCE,
            is_returned=name in self.form.returned,
            warnings=warnings_of(name, self.form[name].value(), allowed=self._allowed),
        )

    @cached_property
    def _allowed(self) -> set[str]:
        return self.listing.phrases_allowed()

    @cached_property
    def _public(self) -> dict[str, str]:
        """Nothing where nobody sees anything of it."""
        if not self.listing.has_a_page:
            return {}
        public = self.step.values(self._public_said)
        moved = {name: public.get(name) for name, value in self.form.current.items() if public.get(name) != value}
        return {name: readable(self.form.fields[name], value) for name, value in moved.items()}

    @property
    def _public_said(self) -> Said:
        return self.form.said.but(snapshot(self.listing.pk))


def _is_used(controls: list[Control]) -> bool:
    return any(control.field.errors or _is_said(control.field.value()) for control in controls)


def _is_said(value: object) -> bool:
    return bool(value) and value != NOT_STATED


def warnings_of(name: str, value: object, *, allowed: set[str]) -> list[Finding]:
    """What no provider may publish, apart from what staff have allowed this one."""
    if name.rpartition("__")[2] not in READ_BY_VISITORS or not isinstance(value, str):
        return []
    return [each for each in overclaims(value) if each.phrase.casefold() not in allowed]


def has_warnings(form: StepForm) -> bool:
    allowed = form.said.listing.phrases_allowed()
    return any(warnings_of(name, value, allowed=allowed) for name, value in form.values.items())


def next_step(step: Step) -> Step | None:
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None
