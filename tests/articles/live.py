"""Whether anything in a page could run, load or lead somewhere that we did not write."""

import json

import html5lib

DEAD_TYPES = ("application/json", "application/ld+json")
NEVER = {
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "base",
    "style",
    "marquee",
    "audio",
    "video",
    "math",
    "isindex",
}
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "xlink:href")
SCHEMES = ("javascript:", "data:", "vbscript:", "livescript:", "mocha:", "file:")


def live_parts(html, whole=True):
    """What should not be there, in words; `whole` pages bring our own scripts and styles along."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html) if whole else parser.parseFragment(html)
    return [problem for element in tree.iter() if isinstance(element.tag, str) for problem in _of(element)]


def _of(element):
    if element.tag in NEVER:
        yield f"<{element.tag}>"
    if element.tag == "script":
        yield from _of_script(element)
    if element.tag == "meta" and element.get("http-equiv"):
        yield "<meta http-equiv>"
    for name, value in element.attrib.items():
        yield from _of_attribute(element, str(name), value)


def _of_script(script):
    """Ours come as files; data is no script, and breaks nowhere."""
    if script.get("type") in DEAD_TYPES:
        json.loads(script.text)
    elif not _is_ours("src", script.get("src") or ""):
        yield f"<script src={script.get('src')}>{script.text}"


def _of_attribute(element, name, value):
    if name.startswith("on") or name in ("style", "srcdoc"):
        yield f"<{element.tag} {name}={value}>"
    if name in ADDRESSES:
        bare = "".join(letter for letter in value if letter > " ").lower()
        # Pictures of our own are drawn into the page by nobody but us.
        if bare.startswith(SCHEMES) or (element.tag in ("img", "input", "link") and not _is_ours(name, bare)):
            yield f"<{element.tag} {name}={value}>"


def _is_ours(name, address):
    local = address.startswith("/") and not address.startswith("//")
    return name not in ("src", "href") or local or address.startswith("http://127.0.0.1:8000/")
