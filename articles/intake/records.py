"""What is on record, held once while a batch is compared with it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.intake.folding import fold_title
from articles.models import Reference


@dataclass(frozen=True)
class Match:
    """`by` says in words what the two have in common; a `conflict` keeps the entry from being saved at all."""

    reference: Reference | None = None
    by: str = ""
    is_certain: bool = True
    conflict: str = ""
    remark: str = ""


class OnRecord:
    def __init__(self):
        references = list(Reference.objects.all())
        self.keys = {reference.key for reference in references}
        self.by_doi = {reference.doi.lower(): reference for reference in references if reference.doi}
        self.by_pmid = {reference.pmid: reference for reference in references if reference.pmid}
        self.by_title = {fold_title(reference.csl.get("title", "")): reference for reference in references}

    def match(self, csl):
        by_doi, by_pmid = self.by_doi.get(csl.get("DOI", "").lower()), self.by_pmid.get(csl.get("PMID"))
        if by_doi and by_pmid and by_doi != by_pmid:
            keys = {"doi": by_doi.key, "pmid": by_pmid.key}
            return Match(conflict=_("Its DOI is that of %(doi)s, its PubMed number that of %(pmid)s.") % keys)
        if by_doi:
            return Match(by_doi, _("the same DOI"))
        if by_pmid:
            return Match(by_pmid, _("the same PubMed number"))
        return self._by_title(csl)

    def _by_title(self, csl):
        """One title with two DOIs is two works: an article and its correction, the editorials of two years."""
        same = self.by_title.get(fold_title(csl["title"]))
        if same is None:
            return Match()
        for name, stored in (("DOI", same.doi.lower()), ("PMID", same.pmid)):
            if stored and csl.get(name) and csl[name].lower() != stored:
                told = {"key": same.key, "name": name}
                return Match(remark=_("%(key)s has the same title and another %(name)s.") % told)
        return Match(same, _("the same title"), is_certain=False)
