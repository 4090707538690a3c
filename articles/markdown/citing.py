"""`[@price2022; @jelovac2025]` becomes superior numbers in the order of first use.

Each number is a link to its reference, covered by a button that opens the reference's preview: a browser's reading
view and paper keep the number, everybody else gets the preview in place. The link is hidden from the keyboard and from
screen readers, so that they meet one control and not two.
"""

import re
from operator import itemgetter
from string import ascii_lowercase

from django.utils.translation import gettext as _

from articles.markdown.result import Cited
from articles.markdown.tokens import eat_space_before, walk

KEY = r"[a-z0-9][a-z0-9_-]*"
CITATION = re.compile(rf"\[@{KEY}(?:\s*;\s*@{KEY})*\s*\]")


def extend(parser):
    parser.inline.ruler.before("link", "citation", _parse)
    parser.core.ruler.push("number_citations", _number)
    parser.add_render_rule("citation", _render)


def letters(index):
    """0 → a, 25 → z, 26 → aa: the name of a place that cites."""
    head, tail = divmod(index, 26)
    return (letters(head - 1) if head else "") + ascii_lowercase[tail]


def _parse(state, silent):
    found = CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        eat_space_before(state)
        token = state.push("citation", "", 0)
        token.meta = {"keys": list(dict.fromkeys(re.findall(rf"@({KEY})", found[0])))}
    state.pos = found.end()
    return True


def _number(state):
    rendered, known = state.env["rendered"], state.env["known"]
    cited: dict[str, Cited] = {}
    for token, line in walk(state.tokens):
        if token.type == "citation":
            for key in _unknown(token, known):
                rendered.complain(line, _("No reference has the key “%(key)s”.") % {"key": key})
            token.meta["places"] = [_place(cited, key) for key in token.meta["keys"] if known is None or key in known]
        elif token.type == "text" and "[@" in token.content:
            rendered.complain(line, _("A citation cannot be read. Write [@key] or [@key1; @key2]."))
    rendered.cited = list(cited.values())


def _unknown(token, known):
    return [key for key in token.meta["keys"] if known is not None and key not in known]


def _place(cited, key):
    entry = cited.setdefault(key, Cited(key, len(cited) + 1))
    entry.places.append(letters(len(entry.places)))
    return key, entry.number, entry.places[-1]


def _render(_renderer, tokens, index, _options, _env):
    places = sorted(tokens[index].meta["places"], key=itemgetter(1))
    numbers = ",".join(_number_html(*place) for place in places)
    return f'<sup class="cites">{numbers}</sup>' if numbers else ""


def _number_html(key, number, place):
    label = _("Reference %(number)s") % {"number": number}
    return (
        f'<span class="cite" id="cite-{key}-{place}">'
        f'<a href="#ref-{key}" tabindex="-1" aria-hidden="true">{number}</a>'
        f'<button type="button" popovertarget="preview-{key}" popovertargetaction="show" aria-label="{label}"></button>'
        "</span>"
    )
