"""Each entry of a batch as a choice for staff."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.citations.ama import ama_entry
from articles.incoming.items import Found, Refusal
from articles.intake.differences import Part, parts_of
from articles.intake.folding import fold_title
from articles.intake.keys import propose_key
from articles.intake.records import Match, OnRecord
from articles.loading import fingerprint

UNPRINTABLE = gettext_lazy("It cannot be printed as a reference.")


class Choice(TextChoices):
    ADD = "add", gettext_lazy("Add it as a new reference")
    FILL = "fill", gettext_lazy("Add what the record lacks")
    REPLACE = "replace", gettext_lazy("Add what it lacks, and replace what differs")
    LEAVE = "leave", gettext_lazy("Leave it")


@dataclass
class Candidate:
    number: int
    found: Found
    match: Match
    parts: list[Part]
    key: str
    printed: str
    choice: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def csl(self):
        return self.found.csl

    @property
    def reference(self):
        return self.match.reference

    @property
    def state(self):
        """What tells one state of the record on file from another."""
        return fingerprint(self.reference.as_csl()) if self.reference else ""

    @property
    def choices(self):
        if self.reference is None:
            return [Choice.ADD, Choice.LEAVE]
        states = {part.state for part in self.parts}
        added = [Choice.FILL] if "new" in states else []
        replaced = [Choice.REPLACE] if "differs" in states else []
        return [Choice.LEAVE, *added, *replaced, *([] if self.match.is_certain else [Choice.ADD])]

    @property
    def says_nothing_new(self):
        return self.choices == [Choice.LEAVE]


def candidates_of(batch):
    """(candidates, refusals): what cannot be saved whatever is chosen is refused here, with its place."""
    on_record, candidates, refusals = OnRecord(), [], list(batch.refusals)
    taken = set(on_record.keys)
    seen: dict[tuple[str, str], str] = {}
    titles: dict[str, Found] = {}
    for number, found in enumerate(batch.found):
        match = on_record.match(found.csl)
        printed = _printed(found)
        twin = _twin(found, seen) or _namesake(found, titles)
        if reason := match.conflict or twin or ("" if printed else UNPRINTABLE):
            refusals.append(Refusal(found.where, str(reason)))
            continue
        stored = match.reference.as_csl() if match.reference else None
        key = propose_key(found.csl, taken)
        taken.add(key)
        candidate = Candidate(number, found, match, parts_of(found.csl, stored), key, printed)
        candidate.choice = candidate.choices[0].value
        candidates.append(candidate)
    return candidates, refusals


def _twin(found, seen):
    """The same work twice in one batch."""
    csl = found.csl
    names = [name for name in (("DOI", csl.get("DOI", "").lower()), ("PMID", csl.get("PMID", ""))) if name[1]]
    twin = next((seen[name] for name in names if name in seen), "")
    seen |= dict.fromkeys(names, found.where)
    return _("It is the same work as in %(place)s.") % {"place": twin} if twin else ""


def _namesake(found, titles):
    """Most probably the same work, where one of the two has no number that would tell them apart."""
    title = fold_title(found.csl["title"])
    first = titles.setdefault(title, found)
    if first is found or any(first.csl.get(name) and found.csl.get(name) for name in ("DOI", "PMID")):
        return ""
    return _("It has the same title as %(place)s. If it is another work, bring it by itself.") % {"place": first.where}


def _printed(found):
    try:
        return ama_entry({"id": "x", **found.csl})
    except Exception:  # the style's processor fails in many ways on what is not CSL-JSON
        return ""
