"""Evidence from data: `[[key]]` in a sentence is a claim’s figure, `[[sentence: key]]` the claim in plain words with
its source; `[[table: key, key]]` and `[[plot: key, key]]`, each on a line of its own, set claims beneath each other, in
words or as marks on one scale.

A claim is a dict of strings as an edition keeps it: key, subject, sentence, studies, measure, effect, low, high,
result, comparator, time_point, higher_is_better, certainty, references. Text, table and plot read the same one and
cannot disagree. Each has an address, `#claim-key`, where it is drawn first: in a table or plot, or else in the text.
"""

import re

from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from markdown_it.token import Token

from articles.markdown import plot
from articles.markdown.figures import figure
from articles.markdown.tokens import walk

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
IN_WORDS = re.compile(rf"\[\[(sentence: *)?({KEY})\]\]")
BLOCK = re.compile(rf"^\[\[(table|plot): *({KEY}(?: *, *{KEY})*)\]\]$")
NAMED = re.compile(rf"\[\[(?:(?:table|plot|sentence): *)?({KEY}(?: *, *{KEY})*)\]\]")
NOTATION = re.compile(r"([\\`*_\[\]{}<>|#!@])")


def extend(parser):
    parser.inline.ruler.before("link", "claim_in_words", _in_words)
    parser.core.ruler.before("inline", "set_claims", _set)
    # Before escaped brackets become words again: those are meant as brackets.
    parser.core.ruler.after("inline", "refuse_broken_claims", _refuse_broken)
    parser.core.ruler.push("want_claims_readable", _want_readable)
    parser.add_render_rule("figure", _render)
    plot.extend(parser)


def keys_in(text):
    """The keys of the claims that a text names, in its order."""
    return list(dict.fromkeys(key.strip() for names in NAMED.findall(text) for key in names.split(",")))


def _in_words(state, silent):
    found = IN_WORDS.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        claim = (state.env.get("claims") or {}).get(found[2])
        _push(state, found, claim)
    state.pos = found.end()
    return True


def _push(state, found, claim):
    words = claim and (claim["sentence"] if found[1] else figure(claim))
    token = state.push("figure", "", 0)
    token.content = words or found[0]
    if words:
        token.meta["id"] = _address(state.env, found[2])
    if words and not found[1]:
        token.meta |= {"key": found[2], "sources": claim["references"]}
    if words and found[1]:
        state.push("citation", "", 0).meta = {"keys": claim["references"]}
        if claim["certainty"]:
            state.push("certainty", "", 0).content = claim["certainty"]


def _address(env, key):
    """The first to show a claim has its address, and nobody else."""
    ids, id = env["rendered"].ids, f"claim-{key}"
    if id in ids:
        return ""
    ids.add(id)
    return id


def _render(_renderer, tokens, index, _options, _env):
    token = tokens[index]
    words = escape(token.content)
    return f'<span id="{token.meta["id"]}">{words}</span>' if token.meta.get("id") else words


def _set(state):
    """A paragraph that is nothing but the notation becomes the table or the plot, on the same line."""
    made, tokens = [], state.tokens
    for index, token in enumerate(tokens):
        kind, keys = _named(token)
        if kind is None:
            made.append(token)
            continue
        del made[-1]  # the paragraph's opening; its closing is taken below
        claims = [claim for key in keys if (claim := _drawable(state.env, key, kind))]
        _complain_of(state, token.map[0] + 1, kind, keys, claims)
        made += _rows(state, kind, claims, token.map) if claims else []
        tokens[index + 1].hidden = True
        tokens[index + 1].type = "taken"
    state.tokens = [token for token in made if token.type != "taken"]


def _named(token):
    found = BLOCK.match(token.content) if token.type == "inline" else None
    return (found[1], [key.strip() for key in found[2].split(",")]) if found else (None, [])


def _drawable(env, key, kind):
    """A table shows every figure; a plot only what has a range."""
    claim = (env.get("claims") or {}).get(key)
    return claim if claim and (claim["low"] if kind == "plot" else figure(claim)) else None


def _complain_of(state, line, kind, keys, claims):
    rendered = state.env["rendered"]
    if state.env.get("claims") is None:
        return
    wanted = _("No claim with a range has the key “%(key)s”.") if kind == "plot" else _no_figures()
    for key in sorted(set(keys) - {claim["key"] for claim in claims}):
        rendered.complain(line, wanted % {"key": key})
    if kind == "plot" and len({(claim["measure"], claim["higher_is_better"]) for claim in claims}) > 1:
        rendered.complain(line, _("These claims are measured in different ways: draw a plot for each."))
    if kind == "plot" and any("ratio" in claim["measure"].lower() for claim in claims):
        rendered.complain(line, _("A ratio shows no difference at 1 and has no place on this scale: use a table."))


def _no_figures():
    return _("No claim with figures has the key “%(key)s”.")


def _rows(state, kind, claims, lines):
    made = _parsed(state, _of_plot(claims) if kind == "plot" else _of_table(claims))
    for row, claim in zip([token for token in made if token.type == "tr_open"][1:], claims, strict=True):
        if id := _address(state.env, claim["key"]):
            row.attrSet("id", id)
    if kind == "plot":
        made = plot.drawn(made, claims)
    for token in made:
        token.map = lines
    return made


def _parsed(state, rows):
    made: list[Token] = []
    state.md.block.parse("\n".join(rows), state.md, state.env, made)
    return made


def _of_table(claims):
    heads = (_("What"), _("Who, against what, and when"), _("Result"))
    return [
        _line(*heads),
        "|---|---|---|",
        *(_line(_plain(claim["subject"]), _who(claim), _found(claim)) for claim in claims),
    ]


def _of_plot(claims):
    heads = (_("What, when, and against what"), _("On one scale"), _("Difference"))
    return [
        _line(*heads),
        "|---|---|---|",
        *(_line(_plain(plot.label(claim)), "", _cited(claim, figure(claim))) for claim in claims),
    ]


def _line(*cells):
    return f"| {' | '.join(cells)} |"


def _who(claim):
    against = claim["comparator"] and _("against %(comparator)s") % {"comparator": claim["comparator"]}
    return _plain(", ".join(part for part in (claim["studies"], against, claim["time_point"]) if part))


def _found(claim):
    said = figure(claim)
    return _cited(claim, f"{capfirst(claim['measure'])}: {said}" if claim["measure"] else capfirst(said))


def _cited(claim, words):
    cites = "; ".join(f"@{key}" for key in claim["references"])
    certainty = f"{{{claim['certainty']}}}" if claim["certainty"] else ""
    return f"{_plain(words)}[{cites}]{certainty}"


def _plain(words):
    """On one line, and no notation: a row of a table is both."""
    return NOTATION.sub(r"\\\1", " ".join(words.split()))


def _want_readable(state):
    if state.env.get("claims") is None:
        return
    for token, line in walk(state.tokens):
        if token.type == "figure" and token.content.startswith("[["):
            key = IN_WORDS.fullmatch(token.content)
            wanted = _("No claim has the key “%(key)s”.") if key and key[1] else _no_figures()
            state.env["rendered"].complain(line, wanted % {"key": key[2] if key else token.content})


def _refuse_broken(state):
    """Readers would get the brackets."""
    message = _(
        "This cannot be read as a claim. Write [[key]] or [[sentence: key]] in a sentence, or [[table: key, key]] or "
        "[[plot: key, key]] on a line of its own."
    )
    for token, line in walk(state.tokens):
        if token.type == "text" and "[[" in token.content:
            state.env["rendered"].complain(line, message)
