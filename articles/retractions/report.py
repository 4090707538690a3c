"""What became of each row, counted, and named where somebody has to look."""

from collections import Counter

from django.utils.translation import gettext as _

from articles.citations.standing import Nature

RECORDED, CHANGED, KNOWN, OTHERS, REFUSED = "recorded", "changed", "known already", "about other papers", "refused"
OUTCOMES = (RECORDED, CHANGED, KNOWN, OTHERS, REFUSED)


class Report:
    """`tell` is called with each sentence that cannot wait for the end."""

    def __init__(self, tell):
        self.tell = tell
        self.outcomes: Counter[str] = Counter()
        self.natures: Counter[str] = Counter()
        self.ends: list[str] = []

    def refuse(self, line, reason):
        self.outcomes[REFUSED] += 1
        self.tell(_("Line %(line)s refused: %(reason)s") % {"line": line, "reason": reason})

    def add(self, outcome, row=None, reference=None):
        self.outcomes[outcome] += 1
        if row and reference:
            self.natures[row.nature] += 1
        if outcome in (RECORDED, CHANGED):
            told = {"key": reference.key, "nature": Nature(row.nature).label, "date": row.dated_on, "line": row.line}
            self.tell(_("%(key)s: %(nature)s of %(date)s (line %(line)s).") % told)

    def lines(self):
        total = sum(self.outcomes.values())
        yield _("%(total)s rows: %(counts)s.") % {"total": total, "counts": _counts(self.outcomes, OUTCOMES)}
        if self.natures:
            yield _("About our references: %(counts)s.") % {"counts": _counts(self.natures, Nature.values)}
        yield from self.ends


def _counts(counter, names):
    return ", ".join(f"{counter[name]} {name}" for name in names if counter[name]) or "0"
