"""Evidence from data: `[[key]]` in a sentence is a claim’s figure; `[[table: key, key]]` and `[[plot: key, key]]`, each
on a line of its own, set claims beneath each other, in words or as marks on one scale.

A claim is a dict of strings as an edition keeps it: key, subject, studies, measure, effect, low, high, comparator,
time_point, higher_is_better, certainty, references. Text, table and plot read the same one and cannot disagree.
"""

import re
from decimal import Decimal

from django.utils.html import escape, format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from markdown_it.token import Token

from articles.markdown.tokens import walk

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
FIGURE = re.compile(rf"\[\[({KEY})\]\]")
BLOCK = re.compile(rf"^\[\[(table|plot): *({KEY}(?: *, *{KEY})*)\]\]$")
NAMED = re.compile(rf"\[\[(?:(?:table|plot): *)?({KEY}(?: *, *{KEY})*)\]\]")
NOTATION = re.compile(r"([\\`*_\[\]{}<>|#!@])")
WIDTH, HEIGHT, EDGE = 240, 20, 8


def extend(parser):
    parser.inline.ruler.before("link", "figure", _figure)
    parser.core.ruler.before("inline", "set_claims", _set)
    parser.core.ruler.push("want_claims_readable", _want_readable)
    parser.add_render_rule("figure", lambda _renderer, tokens, index, *_rest: escape(tokens[index].content))
    parser.add_render_rule("evidence_plot", _render_plot)


def keys_in(text):
    """The keys of the claims that a text names, in its order."""
    return list(dict.fromkeys(key.strip() for names in NAMED.findall(text) for key in names.split(",")))


def figure(claim):
    """0.58 (95% CI 0.44–0.72)"""
    said = _number(claim["effect"])
    if not claim["low"]:
        return said
    low, high = _number(claim["low"]), _number(claim["high"])
    between = f"{low} to {high}" if "−" in low + high else f"{low}–{high}"
    return f"{said} (95% CI {between})"


def _figure(state, silent):
    found = FIGURE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        claim = _known(state.env, found[1])
        token = state.push("figure", "", 0)
        token.content = figure(claim) if claim and claim["effect"] else found[0]
    state.pos = found.end()
    return True


def _known(env, key):
    return (env.get("claims") or {}).get(key)


def _set(state):
    """A paragraph that is nothing but the notation becomes the table or the plot, on the same line."""
    made, tokens = [], state.tokens
    for index, token in enumerate(tokens):
        kind, keys = _named(token)
        if kind is None:
            made.append(token)
            continue
        del made[-1]  # the paragraph's opening; its closing is taken below
        claims = [claim for key in keys if (claim := _known(state.env, key)) and claim["effect"]]
        _complain_of(state, token.map[0] + 1, kind, keys, claims)
        made += (_table if kind == "table" else _plot)(state, claims, token.map) if claims else []
        tokens[index + 1].hidden = True
        tokens[index + 1].type = "taken"
    state.tokens = [token for token in made if token.type != "taken"]


def _named(token):
    found = BLOCK.match(token.content) if token.type == "inline" else None
    return (found[1], [key.strip() for key in found[2].split(",")]) if found else (None, [])


def _complain_of(state, line, kind, keys, claims):
    rendered = state.env["rendered"]
    if state.env.get("claims") is None:
        return
    for key in sorted(set(keys) - {claim["key"] for claim in claims}):
        rendered.complain(line, _("No claim with figures has the key “%(key)s”.") % {"key": key})
    if kind == "plot" and len({(claim["measure"], claim["higher_is_better"]) for claim in claims}) > 1:
        rendered.complain(line, _("These claims are measured in different ways: draw a plot for each."))


def _table(state, claims, lines):
    rows = [f"| {_('What')} | {_('Who, compared with what, and when')} | {_('Difference')} |", "|---|---|---|"]
    rows += [_row(claim) for claim in claims]
    made: list[Token] = []
    state.md.block.parse("\n".join(rows), state.md, state.env, made)
    for token in made:
        token.map = lines
    return made


def _row(claim):
    against = _("compared with %(comparator)s") % {"comparator": claim["comparator"]}
    studies = ", ".join(part for part in (claim["studies"], against, claim["time_point"]) if part)
    cites = "; ".join(f"@{key}" for key in claim["references"])
    certainty = f"{{{claim['certainty']}}}" if claim["certainty"] else ""
    result = f"{_plain(capfirst(claim['measure']))}: {_plain(figure(claim))}[{cites}]{certainty}"
    return f"| {_plain(claim['subject'])} | {_plain(studies)} | {result} |"


def _plain(words):
    return NOTATION.sub(r"\\\1", words)


def _plot(state, claims, lines):
    token = Token("evidence_plot", "", 0, block=True, map=lines)
    ids = state.env["rendered"].ids
    token.meta = {"rows": [(claim, f"claim-{claim['key']}" not in ids) for claim in claims]}
    ids.update(f"claim-{claim['key']}" for claim in claims)
    return [token]


def _want_readable(state):
    if state.env.get("claims") is None:
        return
    for token, line in walk(state.tokens):
        if token.type == "figure" and token.content.startswith("[["):
            message = _("No claim with figures has the key “%(key)s”.") % {"key": token.content.strip("[]")}
            state.env["rendered"].complain(line, message)


def _render_plot(_renderer, tokens, index, _options, _env):
    claims = [claim for claim, _is_first in tokens[index].meta["rows"]]
    place = _scale(claims)
    rows = format_html_join(
        "", "{}", ((_plot_row(claim, is_first, place),) for claim, is_first in tokens[index].meta["rows"])
    )
    name = _("Differences on one scale: %(measure)s") % {"measure": claims[0]["measure"]}
    return format_html(
        '<div class="plot" role="group" aria-label="{}">{}<p class="plot-note">{}</p></div>\n',
        name,
        rows,
        _note(claims[0]),
    )


def _plot_row(claim, is_first, place):
    """The first to show a claim has its address."""
    anchor = format_html(' id="claim-{}"', claim["key"]) if is_first else ""
    return format_html(
        '<div class="plot-row"{}><p class="plot-label">{}</p>{}<p class="plot-figure">{}</p></div>',
        anchor,
        _("%(subject)s, %(time)s, compared with %(comparator)s")
        % {"subject": claim["subject"], "time": claim["time_point"], "comparator": claim["comparator"]},
        _strip(claim, place),
        figure(claim),
    )


def _strip(claim, place):
    """One line of the plot. Its figures stand beside it in words, so that nothing is drawn only."""
    effect, low, high = (place(claim[name] or claim["effect"]) for name in ("effect", "low", "high"))
    middle = HEIGHT // 2
    return format_html(
        '<svg class="plot-strip" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
        '<line class="plot-zero" x1="{z}" x2="{z}" y1="0" y2="{h}"></line>'
        '<line class="plot-interval" x1="{}" x2="{}" y1="{m}" y2="{m}"></line>'
        '<circle class="plot-effect" cx="{}" cy="{m}" r="4"></circle></svg>',
        WIDTH,
        HEIGHT,
        low,
        high,
        effect,
        z=place("0"),
        h=HEIGHT,
        m=middle,
    )


def _scale(claims):
    """From a figure to its place; no difference is always on the scale."""
    figures = [Decimal(claim[name]) for claim in claims for name in ("effect", "low", "high") if claim[name]]
    lowest, highest = min(*figures, Decimal(0)), max(*figures, Decimal(0))
    width = (highest - lowest) or Decimal(1)
    return lambda value: str(round(EDGE + (Decimal(value) - lowest) / width * (WIDTH - 2 * EDGE), 1))


def _note(claim):
    side = _("Right") if claim["higher_is_better"] else _("Left")
    return _(
        "%(side)s of the upright line is better with ketamine. The bar is the 95%% CI: where it crosses that line, "
        "there may be no difference. Measured as %(measure)s."
    ) % {"side": side, "measure": claim["measure"]}


def _number(value):
    return str(value).replace("-", "−")
