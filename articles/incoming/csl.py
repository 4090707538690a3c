"""CSL-JSON in, as Zotero and Crossref write it: one item or a list of them."""

import json

from django.utils.translation import gettext as _

from articles.incoming.items import Batch, Refusal, Unreadable, entry_place, line_place
from articles.incoming.tidy import tidy


def read_csl(text):
    batch = Batch("CSL-JSON")
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        reason = _("This is not JSON: %(error)s.") % {"error": error.msg}
        batch.refusals.append(Refusal(line_place(error.lineno), reason))
        return batch
    except (RecursionError, ValueError):
        batch.refusals.append(Refusal(line_place(1), _("This is not JSON that can be read.")))
        return batch
    for number, item in enumerate(items if isinstance(items, list) else [items], start=1):
        batch.take(entry_place(number), lambda item=item: _made(item))
    return batch


def _made(item):
    if not isinstance(item, dict):
        raise Unreadable(_("It is no CSL-JSON item."))
    return tidy(item)
