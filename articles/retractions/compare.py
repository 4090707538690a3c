"""Which of our references a row is about, and what it adds to what we know of it."""

from django.utils.translation import gettext as _

from articles.models import Notice, Reference
from articles.retractions.layout import doi_in, pmids_in
from articles.retractions.report import CHANGED, KNOWN, OTHERS, RECORDED


class Comparison:
    """Holds our own references and notices, never the file.

    `wanted` are notices to be saved; `unread` gives each reference that a refused row may be about the row's line.
    """

    def __init__(self, report):
        self.report = report
        self.references = list(Reference.objects.identified())
        self.by_doi = {reference.doi.lower(): reference for reference in self.references if reference.doi}
        self.by_pmid = {reference.pmid: reference for reference in self.references if reference.pmid}
        stored = Notice.objects.exclude(source_id="")
        self.notices = {(notice.reference_id, notice.source_id): notice for notice in stored}
        self.seen: set[tuple[int, str]] = set()
        self.wanted: list[Notice] = []
        self.unread: dict[Reference, int] = {}

    def take(self, row):
        by_doi, by_pmid = self.by_doi.get(row.paper_doi), self.by_pmid.get(row.paper_pmid)
        if by_doi and by_pmid and by_doi != by_pmid:
            keys = {"doi": by_doi.key, "pmid": by_pmid.key}
            reason = _("Its DOI is that of %(doi)s, its PubMed number that of %(pmid)s.") % keys
            self._refuse(row.line, reason, [by_doi, by_pmid])
        elif reference := by_doi or by_pmid:
            self._note(row, reference)
        else:
            self.report.add(OTHERS)

    def refuse(self, refused):
        """What the row says of a reference was not read, so nobody has looked for that one."""
        self._refuse(refused.line, refused.reason, self._named_in(refused.cells))

    def _refuse(self, line, reason, references):
        self.report.refuse(line, reason)
        for reference in references:
            self.unread.setdefault(reference, line)

    def _named_in(self, cells):
        by_doi = [self.by_doi.get(doi_in(cell)) for cell in cells]
        by_pmid = [self.by_pmid.get(pmid) for cell in cells for pmid in pmids_in(cell)]
        return [reference for reference in [*by_doi, *by_pmid] if reference]

    def _note(self, row, reference):
        key = (reference.pk, row.source_id)
        if key in self.seen:
            reason = _("The file has this record number twice for %(key)s.") % {"key": reference.key}
            self._refuse(row.line, reason, [reference])
            return
        self.seen.add(key)
        notice = self.notices.get(key)
        if notice and all(getattr(notice, name) == value for name, value in row.values.items()):
            self.report.add(KNOWN, row, reference)
            return
        self.report.add(CHANGED if notice else RECORDED, row, reference)
        self.wanted.append(_written(notice or Notice(reference=reference, source_id=row.source_id), row))

    @property
    def gone(self):
        """Notices that we have from such a file and that this one lacks: left for a person to judge."""
        return [notice for key, notice in self.notices.items() if key not in self.seen]


def _written(notice, row):
    for name, value in row.values.items():
        setattr(notice, name, value)
    return notice
