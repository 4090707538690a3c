"""Whether a source still stands, from the notices that were published about it; pure."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy


class Nature(TextChoices):
    RETRACTION = "retraction", gettext_lazy("Retraction")
    CONCERN = "concern", gettext_lazy("Expression of concern")
    CORRECTION = "correction", gettext_lazy("Correction")
    REINSTATEMENT = "reinstatement", gettext_lazy("Reinstatement")


# What is said of the source as long as no later notice takes it back. A reinstatement leaves nothing to say.
SENTENCES = {
    Nature.RETRACTION: gettext_lazy("Retracted on %(date)s"),
    Nature.CONCERN: gettext_lazy("Expression of concern of %(date)s"),
    Nature.CORRECTION: gettext_lazy("Corrected on %(date)s"),
}
GRAVEST_FIRST = (Nature.RETRACTION, Nature.CONCERN, Nature.CORRECTION)
assert set(SENTENCES) == set(GRAVEST_FIRST) == set(Nature) - {Nature.REINSTATEMENT}


@dataclass(frozen=True)
class Standing:
    """The gravest notice that is still in force."""

    nature: str
    dated_on: date
    doi: str = ""

    @property
    def is_retracted(self):
        return self.nature == Nature.RETRACTION

    @property
    def sentence(self):
        return SENTENCES[Nature(self.nature)] % {"date": date_format(self.dated_on)}

    @property
    def address(self):
        return f"https://doi.org/{quote(self.doi, safe='/:;()<>._-')}" if self.doi else ""

    @property
    def note(self):
        """For files, which carry no links: the sentence with the address of the notice."""
        return f"{self.sentence}. {self.address}".strip() if self.address else f"{self.sentence}."


def standing_of(notices):
    """`notices` are dicts of `nature`, `dated_on` and `doi`, in any order; None where nothing is to be said."""
    dated = sorted(notices, key=lambda notice: notice["dated_on"])
    reinstated = [notice["dated_on"] for notice in dated if notice["nature"] == Nature.REINSTATEMENT]
    for nature in GRAVEST_FIRST:
        in_force = [n for n in dated if n["nature"] == nature and not _taken_back(n, reinstated)]
        if in_force:
            return Standing(nature.value, in_force[-1]["dated_on"], in_force[-1]["doi"])
    return None


def _taken_back(notice, reinstated):
    """A correction stays. On one day the retraction came first."""
    return notice["nature"] != Nature.CORRECTION and any(day >= notice["dated_on"] for day in reinstated)
