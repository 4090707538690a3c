"""Controls for the fields of a model: the model's own rules, asked in the words of the person who fills them in."""

from typing import Any, cast

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField
from phonenumber_field.phonenumber import to_python

from directory.facets import NOT_STATED
from directory.models.snapshot import plain
from directory.provider_forms.part import Text

RATHER_NOT = _("We would rather not say yet")
UNSTATED = {NOT_STATED, "none_stated"}
# More choices than this stand in a list that opens; radios would fill a phone.
MOST_RADIOS = 9


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class ClockTime(forms.TimeField):
    """To the minute, as clocks of browsers show it."""

    widget = Clock

    def prepare_value(self, value):
        return value[:5] if isinstance(value, str) else value


class Phone(PhoneNumberField):
    """A whole number is shown as people here write it, anything else as it was typed."""

    def prepare_value(self, value):
        number = to_python(value) if value and isinstance(value, str) else None
        return number.as_national if number and number.is_valid() and number.country_code == 1 else value


def control(model: type[models.Model], name: str, label: Text, why: Text = "", **options: Any) -> forms.Field:
    """`required` is left to what a published listing needs: a draft may be left at any step."""
    field = field_of(model, name)
    shared = {"label": label, "help_text": why, "required": options.pop("required", False)}
    if choices := options.pop("choices", None) or field.choices:
        return _choice(choices, shared, nothing=options.pop("nothing", None))
    if isinstance(field, models.DateField):
        return forms.DateField(widget=Day(), **shared)
    if type(field).__name__ == "PhoneNumberField":
        return Phone(region="US", **shared)
    made = field.formfield(**shared)
    assert made is not None, f"{name} has no control"
    made.widget.attrs.update(options)
    return made


def _choice(choices, shared, nothing: Text | None) -> forms.ChoiceField:
    """`nothing` stands first where nobody has chosen yet."""
    first = [] if nothing is None else [("", nothing)]
    said = [(value, label) for value, label in choices if value not in UNSTATED]
    unsaid = [(value, RATHER_NOT) for value, _label in choices if value in UNSTATED]
    widget = forms.RadioSelect if len(said + unsaid) <= MOST_RADIOS else forms.Select
    return forms.ChoiceField(choices=first + said + unsaid, widget=widget, **shared)


def field_of(model: type[models.Model], name: str) -> models.Field:
    return cast(models.Field, model._meta.get_field(name))


def default_of(model: type[models.Model], name: str) -> Any:
    """What a field says before anybody has written in it."""
    return plain(field_of(model, name).get_default())
