"""A fact with many values: boxes to tick. What is not ticked is not stated, unless they say that the list is whole."""

from dataclasses import dataclass

from django import forms

from directory.provider_forms.part import Block, Part, Text

YES, NO = "yes", "no"
# More boxes than this are folded away until somebody opens them.
MOST_OPEN = 20


def boxes(choices: dict[str, str], label: Text, why: Text = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=list(choices.items()),
        label=label,
        help_text=why,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@dataclass(frozen=True)
class Many(Part):
    """`rest` is the sentence that makes a "no" of all that is not ticked."""

    facet: str
    label: Text
    why: Text = ""
    rest: Text = ""

    @property
    def covers(self):
        return {f"statements.{self.facet}"}

    def fields(self, said):
        made: dict[str, forms.Field] = {self.facet: boxes(said.offers(self.facet), self.label, self.why)}
        if self.rest:
            made[self._rest] = forms.BooleanField(label=self.rest, required=False)
        return made

    def values(self, said):
        ticked = sorted(slug for slug in said.offers(self.facet) if said.words.get(self._path(slug)) == YES)
        return {self.facet: ticked} | ({self._rest: self._is_whole(said)} if self.rest else {})

    def paths(self, said, values):
        ticked = set(values[self.facet])
        return {
            self._path(slug): YES if slug in ticked else self._unticked(said, slug, values)
            for slug in said.offers(self.facet)
        }

    def blocks(self, said):
        folded = len(said.offers(self.facet)) > MOST_OPEN
        names = [self.facet, self._rest] if self.rest else [self.facet]
        return [Block(names, legend=self.label if folded else "", folded=folded)]

    def _unticked(self, said, slug, values):
        if values.get(self._rest):
            return NO
        # A single no that staff wrote down stays; the whole list's no's go with its sentence.
        kept = said.words.get(self._path(slug)) == NO and not self._is_whole(said)
        return NO if kept else None

    def _is_whole(self, said) -> bool:
        answers = {said.words.get(self._path(slug)) for slug in said.offers(self.facet)}
        return answers <= {YES, NO} and NO in answers

    def _path(self, slug) -> str:
        return f"statements.{self.facet}.{slug}"

    @property
    def _rest(self) -> str:
        return f"{self.facet}__rest"


@dataclass(frozen=True)
class Detailed(Part):
    """A fact whose values are true in several ways: who speaks a language, what an insurer covers. `ways` is
    {detail: label}, "" where nobody said which."""

    facet: str
    ways: dict[str, Text]
    why: Text = ""

    @property
    def covers(self):
        return {f"statements.{self.facet}"}

    def fields(self, said):
        return {self._name(way): boxes(said.offers(self.facet), label, self.why) for way, label in self.ways.items()}

    def values(self, said):
        return {
            self._name(way): sorted(
                slug for slug in said.offers(self.facet) if said.words.get(self._path(slug, way)) == YES
            )
            for way in self.ways
        }

    def paths(self, said, values):
        return {
            self._path(slug, way): YES if slug in values[self._name(way)] else self._kept(said, slug, way)
            for way in self.ways
            for slug in said.offers(self.facet)
        }

    def blocks(self, said):
        return [Block([self._name(way)], legend=label, folded=True) for way, label in self.ways.items()]

    def _kept(self, said, slug, way):
        return NO if said.words.get(self._path(slug, way)) == NO else None

    def _path(self, slug, way) -> str:
        return ".".join(filter(None, ["statements", self.facet, slug, way]))

    def _name(self, way) -> str:
        return f"{self.facet}__{way or 'any'}"
