"""What Crossref knows of a DOI, as CSL-JSON. Asked only where CROSSREF_ENABLED says so; the DOI alone goes out."""

import http.client
import json
import re
import time
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from articles.citations.record import TITLE_TAG

SECONDS_A_STEP, SECONDS_IN_ALL = 5, 10
MOST_BYTES = 1_000_000
MOST_REDIRECTS = 3
REDIRECTS = {301, 302, 303, 307, 308}
MARKUP = re.compile(r"</?[a-zA-Z][\w:-]*(\s[^<>]*)?/?>")


class NotFound(Exception):
    """The message says why, for the person who asked."""


def look_up(doi):
    address = f"{settings.CROSSREF_URL}/works/{quote(doi, safe='')}/transform/application/vnd.citationstyles.csl+json"
    try:
        item = json.loads(_fetch(address))
    except (OSError, http.client.HTTPException) as error:
        raise NotFound(_("Crossref cannot be reached. Try again later, or paste the citation.")) from error
    except (ValueError, RecursionError) as error:
        raise NotFound(_("Crossref’s answer cannot be read.")) from error
    if not isinstance(item, dict):
        raise NotFound(_("Crossref’s answer cannot be read."))
    return _plain(item)


def _fetch(address):
    """Goes on only within the service's own origin: no answer can send us to another machine."""
    ends = time.monotonic() + SECONDS_IN_ALL
    for _step in range(MOST_REDIRECTS + 1):
        status, location, body = _ask(address, ends)
        if status not in REDIRECTS:
            return _taken(status, body)
        target = urljoin(address, location)
        if _origin(target) != _origin(settings.CROSSREF_URL):
            break
        address = target
    raise NotFound(_("Crossref sent us elsewhere, where we do not go."))


def _taken(status, body):
    if status == 404:
        raise NotFound(_("Crossref does not know this DOI."))
    if status != 200:
        raise NotFound(_("Crossref answered with the status %(status)s. Try again later.") % {"status": status})
    return body


def _ask(address, ends):
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS_A_STEP)
    try:
        headers = {"Accept": "application/json", "User-Agent": _our_name(), "Connection": "close"}
        connection.request("GET", f"{parts.path}?{parts.query}".rstrip("?"), headers=headers)
        with connection.getresponse() as answer:
            return answer.status, answer.getheader("Location", ""), _read(answer, ends)
    finally:
        connection.close()


def _read(answer, ends):
    """A piece at a time: neither a long answer nor one that drips holds us."""
    body = b""
    while piece := answer.read1(65536):
        body += piece
        if len(body) > MOST_BYTES:
            raise NotFound(_("Crossref’s answer is too long."))
        if time.monotonic() > ends:
            raise TimeoutError
    return body


def _our_name():
    """As Crossref asks of those who call: whom to write to."""
    return f"Psychly/1.0 ({settings.SITE_URL}; mailto:{settings.CONTACT_EMAIL})"


def _origin(address):
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port


def _plain(item):
    """Its texts hold HTML and JATS: the four tags of CSL stay in the title, others go, and entities are characters."""
    made = dict(item)
    for name in ("title", "container-title", "container-title-short", "publisher"):
        value = made.get(name)
        text = value[0] if isinstance(value, list) and value else value
        made[name] = _without_markup(text) if isinstance(text, str) else ""
    return made


def _without_markup(text):
    pieces = TITLE_TAG.split(text)
    kept = (piece if TITLE_TAG.fullmatch(piece) else unescape(MARKUP.sub("", piece)) for piece in pieces)
    return "".join(kept)
