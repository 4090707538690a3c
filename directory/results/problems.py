"""What could not be read in a search, as sentences, and the places that may have been meant."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.forms import SearchForm
from directory.results import addresses

# What can be mended where it stands; the rest can only be left out.
WITH_A_FIELD = {"q", "place", "radius"}


@dataclass(frozen=True)
class Problem:
    """`link` is the field to mend it in, or the same search without it where there is no such field; `choices` are the
    labels and addresses of the same search with another place."""

    anchor: str
    link: str

    sentence: str
    is_a_choice: bool
    choices: list[tuple[str, str]]


def problems(form: SearchForm) -> list[Problem]:
    errors = form.errors.as_data().items()
    return [_problem(form, name, error, number) for name, found in errors for number, error in enumerate(found)]


def _problem(form: SearchForm, name: str, error: ValidationError, number: int) -> Problem:
    sentence = " ".join(error.messages)
    choices = (error.params or {}).get("choices", ())
    if name in form.fields and name != "place":
        sentence = _("%(field)s: %(sentence)s") % {"field": form.fields[name].label, "sentence": sentence}
    return Problem(
        anchor="" if number else f"id_{name}_error",
        link=f"#id_{name}" if name in WITH_A_FIELD else addresses.changed(form.data, **{name: None}),
        sentence=sentence,
        is_a_choice=error.code == "ambiguous",
        choices=[(choice.label, addresses.changed(form.data, place=choice.value)) for choice in choices],
    )
