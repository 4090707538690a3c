"""Fills a form in as a browser does: what a page shows, changed by hand, and sent."""

from collections.abc import Iterator

import html5lib
from django.urls import reverse


def edit_path(listing, step: str) -> str:
    return reverse("directory:my_edit", args=[listing.slug, step])


def controls(response) -> dict[str, list[str]]:
    """What would be sent if nobody touched anything."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(response.content.decode())
    sent: dict[str, list[str]] = {}
    for form in tree.iter("form"):
        if form.get("method") == "post":
            for name, value in _of(form):
                sent.setdefault(name, []).append(value)
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def _of(form) -> Iterator[tuple[str, str]]:
    for element in form.iter():
        name = element.get("name")
        if not name:
            continue
        if element.tag == "textarea":
            yield name, (element.text or "").removeprefix("\n")
        elif element.tag == "select":
            options = list(element.iter("option"))
            if options:
                yield name, next((o for o in options if "selected" in o.attrib), options[0]).get("value")
        elif element.tag == "input" and _is_sent(element):
            yield name, element.get("value", "on" if element.get("type") == "checkbox" else "")


def _is_sent(element) -> bool:
    return element.get("type") not in {"checkbox", "radio"} or "checked" in element.attrib


def send(client, path: str, **changes):
    """Opens the page and sends it with these controls changed; None takes one away."""
    sent = controls(client.get(path)) | {
        name: value if isinstance(value, list) else [value] for name, value in changes.items()
    }
    return client.post(path, {name: value for name, value in sent.items() if value != [None]})
