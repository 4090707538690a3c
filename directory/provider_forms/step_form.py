"""A step as a form: what was typed is checked, and held against what somebody else has written meanwhile."""

import json
from collections.abc import Mapping
from hashlib import blake2s
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from directory.models import Listing
from directory.models.snapshot import Snapshot, plain
from directory.provider_forms.readable import readable
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step

OPENED = "opened"
Values = dict[str, Any]


class StepForm(forms.Form):
    """`opened` goes along with the page: a short digest of each value that its writer had in view. `stored` are the
    words without those that came back to their writer, who sees them and sends them again with the rest."""

    def __init__(self, step: Step, said: Said, data: Mapping | None = None, stored: Snapshot | None = None):
        self.step, self.said = step, said
        self.stored = said if stored is None else said.but(stored)
        self.current = step.values(said)
        super().__init__(data, initial=self.current)
        self.fields.update(step.fields(said))
        self.meanwhile: dict[str, str] = {}

    @cached_property
    def opened(self) -> str:
        """What the page carries now: what it came with, or what is true now where that was shown beside it."""
        sent = _digests(self.data.get(OPENED, "")) if self.is_bound else {}
        kept = {name: digest for name, digest in sent.items() if name not in self.meanwhile}
        return json.dumps({name: _digest(value) for name, value in self.current.items()} | kept)

    def clean(self):
        super().clean()
        typed = {name: _kept(value) for name, value in self.cleaned_data.items()}
        self.values = self.current | self._merged(typed)
        for name, sentence in self.step.problems(self.said, self.values).items():
            if name in self.fields and not self.has_error(name):
                self.add_error(name, sentence)
        return self.cleaned_data

    @property
    def moved(self) -> Snapshot:
        return self.step.moved(self.said, self.values, self.stored)

    @cached_property
    def returned(self) -> set[str]:
        """The controls that show what came back."""
        stored = self.step.values(self.stored)
        return {name for name, value in self.current.items() if name not in stored or stored[name] != value}

    def refuse(self, refusal: ValidationError) -> None:
        """What the listing's own rules say, each at its control."""
        for path, sentences in _by_path(refusal).items():
            for sentence in sentences:
                name = _control_of_rule(sentence) if path == NON_FIELD_ERRORS else control_of(path)
                self.add_error(name if name in self.fields else None, sentence)

    def _merged(self, typed: Values) -> Values:
        """Only what its writer touched; the rest stays as it is now, whoever wrote it."""
        seen = _digests(self.data.get(OPENED, ""))
        touched = {name: value for name, value in typed.items() if _digest(value) != self._seen(seen, name)}
        for name, value in touched.items():
            if self._seen(seen, name) != _digest(self.current[name]) and value != self.current[name]:
                self._show_both(name)
        return touched

    def _seen(self, seen, name) -> str:
        return seen.get(name, _digest(self.current[name]))

    def _show_both(self, name):
        self.meanwhile[name] = readable(self.fields[name], self.current[name])
        sentence = _("Send it again to keep your words. Somebody else wrote here while you did: “%(theirs)s”")
        self.add_error(name, sentence % {"theirs": self.meanwhile[name]})


# Where a rule of the whole row is told: at the control that most often breaks it.
RULES_STAND_AT = {
    "listing_zip_has_five_digits": "zip5",
    "listing_npi_has_ten_digits_or_is_blank": "npi",
    "listing_ages_are_in_order": "min_age",
    "listing_monitor_is_licensed": "session_monitor_role",
    "listing_patients_per_monitor_is_1_to_5": "patients_per_monitor_max",
    "listing_fees_have_a_date": "fees_as_of",
}


def _control_of_rule(sentence: str) -> str | None:
    rules = {str(rule.violation_error_message): rule.name for rule in Listing._meta.constraints}
    return RULES_STAND_AT.get(rules.get(sentence, ""))


def control_of(path: str) -> str:
    """The name of the control that writes this path."""
    kind, *rest = path.split(".")
    if kind == "offerings" and len(rest) == 2:
        return "__".join(rest)
    if kind == "positions" and len(rest) == 2:
        return f"person{rest[0]}__{rest[1]}"
    if kind == "people" and len(rest) == 3:
        return f"new{rest[1]}__{rest[2]}"
    if kind == "licenses":
        return f"license{rest[0]}__number"
    return rest[0] if kind == "statements" else path


def _by_path(refusal: ValidationError) -> dict[str, list[str]]:
    return refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}


def _kept(value: Any) -> Any:
    """As `values` keep it."""
    return sorted(value) if isinstance(value, list) else plain(value)


def _digest(value: Any) -> str:
    return blake2s(json.dumps(value, sort_keys=True).encode(), digest_size=6).hexdigest()


def _digests(text: str) -> dict[str, str]:
    """Whoever changes it in the browser hurts nobody but themselves; what cannot be read counts as opened just now."""
    try:
        sent = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(sent, dict):
        return {}
    return {name: digest for name, digest in sent.items() if isinstance(digest, str)}
