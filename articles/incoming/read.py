"""Any text that holds references: which format it is in is told by how it begins."""

import re

from django.utils.translation import gettext as _

from articles.incoming.bibtex import START as BIBTEX
from articles.incoming.bibtex import read_bibtex
from articles.incoming.csl import read_csl
from articles.incoming.items import Batch, Refusal, line_place
from articles.incoming.nbib import read_nbib
from articles.incoming.ris import read_ris

# The most that is read at once: each entry is shown before it is saved, and the page with it is sent back.
MOST_CHARACTERS = 800_000
MOST_ENTRIES = 300

# In the order in which they are tried; each begins with what no other format has.
BEGINNINGS = (
    (re.compile(r"\s*[\[{]"), read_csl),
    (re.compile(r"(?m)^PMID ?- "), read_nbib),
    (re.compile(r"(?m)^\s*TY  ?- ?"), read_ris),
    (BIBTEX, read_bibtex),
)


def read(text):
    text = text.lstrip("\ufeff")
    if len(text) > MOST_CHARACTERS:
        return _refused(
            _("This is longer than %(most)s characters. Bring it in parts.") % {"most": f"{MOST_CHARACTERS:,}"}
        )
    reader = next((reader for beginning, reader in BEGINNINGS if _begins(beginning, text)), None)
    if reader is None:
        return _refused(_("This is neither CSL-JSON, BibTeX, RIS nor NBIB, and not a list of DOIs or PubMed numbers."))
    batch = reader(text)
    if len(batch.found) + len(batch.refusals) > MOST_ENTRIES:
        return _refused(_("This has more than %(most)s entries. Bring it in parts.") % {"most": MOST_ENTRIES})
    if not batch.found and not batch.refusals:
        return _refused(_("There is no entry in it."))
    return batch


def _begins(beginning, text):
    return beginning.match(text) if beginning.pattern.startswith(r"\s*[") else beginning.search(text)


def _refused(reason):
    return Batch("", refusals=[Refusal(line_place(1), reason)])
