"""One reference as CSL-JSON, with what Psychly knows about it under `custom`."""

import re
from datetime import date
from urllib.parse import quote

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StudyType(TextChoices):
    SYSTEMATIC_REVIEW = "systematic-review", _("Systematic review")
    POOLED_ANALYSIS = "pooled-analysis", _("Pooled analysis of trials")
    RANDOMIZED_TRIAL = "randomized-trial", _("Randomized trial")
    OPEN_LABEL_TRIAL = "open-label-trial", _("Open-label trial")
    OBSERVATIONAL = "observational", _("Observational study")
    PHARMACOKINETIC_STUDY = "pharmacokinetic-study", _("Study of drug levels in the body")
    SURVEY = "survey", _("Survey")
    REVIEW = "review", _("Review article")
    GUIDELINE = "guideline", _("Guideline")
    CONSENSUS = "consensus", _("Consensus statement")
    LABEL = "label", _("Official drug label")
    REGULATION = "regulation", _("Law or rule")
    REGISTRY_ENTRY = "registry-entry", _("Trial registry entry")
    WEB_PAGE = "web-page", _("Web page")


# The parts of a record that somebody can say they have not checked, in words that readers know.
DETAILS = {
    "author": _("author list"),
    "title": _("title"),
    "container-title": _("journal"),
    "issued": _("date"),
    "volume": _("volume"),
    "issue": _("issue"),
    "page": _("pages"),
    "DOI": _("DOI"),
    "PMID": _("PubMed number"),
    "URL": _("address"),
    "publisher": _("publisher"),
}
# What a file says where its format has no “et al.”.
ABRIDGED = "The list of authors is abridged."
# CSL lets a title carry these four tags; they alone are markup.
TITLE_TAG = re.compile(r"(</?(?:i|b|sub|sup)>)")


class Record:
    """A CSL-JSON item with its parts in the shape that templates and exports want."""

    def __init__(self, csl):
        self.csl = csl
        self.custom = csl.get("custom") or {}

    @property
    def key(self):
        return self.csl["id"]

    @property
    def kind(self):
        """The CSL type. A notice in the Federal Register is cited, and filed, like an article in a journal."""
        kind = self.csl.get("type", "document")
        in_register = kind == "legislation" and self.csl.get("container-title") and self.csl.get("page")
        return "article-journal" if in_register else kind

    @property
    def title(self):
        return str(self.csl.get("title", ""))

    @property
    def plain_title(self):
        """Without the few tags that CSL allows in a title."""
        return TITLE_TAG.sub("", self.title)

    @property
    def authors(self):
        """Names as CSL has them: `{"family", "given", "suffix"}` of a person, `{"literal"}` of a body."""
        return [_suffix_apart(author) for author in self.csl.get("author") or []]

    @property
    def authors_complete(self):
        return self.custom.get("authors-complete", True)

    @property
    def notes(self):
        """What a file must say of it in words."""
        abridged = "" if self.authors_complete else ABRIDGED
        return [note for note in (abridged, self.custom.get("standing")) if note]

    @property
    def date_parts(self):
        """[year], [year, month] or [year, month, day]; empty when nothing is known."""
        return date_parts(self.csl.get("issued"))

    @property
    def accessed_parts(self):
        return date_parts(self.csl.get("accessed"))

    @property
    def year(self):
        return self.date_parts[0] if self.date_parts else None

    @property
    def links(self):
        """(name, address) of each place where a reader can open the source, best first; a DOI nobody checked, last."""
        doi, pmid, pmcid = (str(self.csl.get(name) or "") for name in ("DOI", "PMID", "PMCID"))
        found: list[tuple[str, str]] = []
        if doi:
            found.append(("DOI", f"https://doi.org/{quote(doi, safe='/:;()<>._-')}"))
        if pmid:
            found.append(("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"))
        if pmcid:
            found.append((str(_("Free full text")), f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(pmcid)}/"))
        if "DOI" in self.unverified:
            found.sort(key=lambda link: link[0] == "DOI")
        if not found and self.web_address:
            found.append((str(_("Open the source")), self.web_address))
        return found

    @property
    def web_address(self):
        """The record's URL, if it is one that a page may link to."""
        address = str(self.csl.get("URL") or "")
        return address if address.startswith(("https://", "http://")) else ""

    @property
    def study_type(self):
        code = self.custom.get("study-type")
        return StudyType(code).label if code in StudyType.values else ""

    @property
    def checked_on(self):
        text = self.custom.get("checked-on")
        return date.fromisoformat(text) if text else None

    @property
    def unchecked(self):
        """The parts nobody has checked yet, in words."""
        return [DETAILS[name] for name in self.unverified if name in DETAILS]

    @property
    def unverified(self):
        """The same in CSL's names."""
        return self.custom.get("unverified-fields") or []


def _suffix_apart(author):
    """PubMed writes a suffix into the given name: “Carlos A., Jr.”."""
    given, comma, suffix = author.get("given", "").partition(", ")
    return {**author, "given": given, "suffix": suffix} if comma and not author.get("suffix") else author


def date_parts(csl_date):
    parts = (csl_date or {}).get("date-parts") or [[]]
    return [int(part) for part in parts[0] if str(part).isdigit()]
