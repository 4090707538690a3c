"""From what staff brought to a batch: text in some format, or DOIs and PubMed numbers, which have to be looked up."""

import time

from django.conf import settings
from django.utils.translation import gettext as _

from articles.crossref import NotFound, look_up
from articles.incoming.identifiers import identifiers_in
from articles.incoming.items import Batch, Found, Refusal, Unreadable, line_place
from articles.incoming.read import read
from articles.incoming.tidy import tidy
from articles.models import Reference

# They are asked for while somebody waits.
MOST_LOOKED_UP, MOST_SECONDS = 10, 20


def gather(text):
    identifiers = identifiers_in(text)
    if identifiers is None:
        return read(text)
    batch = Batch(_("DOIs and PubMed numbers"), looked_up=True)
    ends = time.monotonic() + MOST_SECONDS
    for place, identifier in enumerate(identifiers):
        has_room = place < MOST_LOOKED_UP and time.monotonic() < ends
        outcome = _on_record(identifier) or _looked_up(identifier, has_room)
        (batch.found if isinstance(outcome, Found) else batch.refusals).append(outcome)
    return batch


def _on_record(identifier):
    by = {"doi__iexact": identifier.doi} if identifier.doi else {"pmid": identifier.pmid}
    if reference := Reference.objects.filter(**by).first():
        return _refusal(identifier, _("It is on record already, as %(key)s.") % {"key": reference.key})
    return None


def _looked_up(identifier, has_room):
    if identifier.pmid:
        return _refusal(
            identifier,
            _("Open PubMed’s page, choose “Cite” and “Download .nbib”, and paste what it holds."),
            f"https://pubmed.ncbi.nlm.nih.gov/{identifier.pmid}/",
        )
    if not settings.CROSSREF_ENABLED:
        reason = _("DOIs are not looked up on this site. Export the citation from the journal’s page, and paste it.")
        return _refusal(identifier, reason, f"https://doi.org/{identifier.doi}")
    if not has_room:
        reason = _("At most %(most)s are looked up at once, and fewer when Crossref is slow. Bring it again.")
        return _refusal(identifier, reason % {"most": MOST_LOOKED_UP})
    try:
        return Found(line_place(identifier.line), tidy(look_up(identifier.doi)))
    except (NotFound, Unreadable) as error:
        return _refusal(identifier, str(error), f"https://doi.org/{identifier.doi}")


def _refusal(identifier, reason, link=""):
    return Refusal(f"{line_place(identifier.line)}, {identifier.doi or identifier.pmid}", reason, link)
