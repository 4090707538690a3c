"""Claims on one scale, a row each: the words, a strip with the difference, its range and the line of no difference,
and the figures. The strips are pictures with a name and a description; everything they show stands in words, too."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.translation import gettext as _
from markdown_it.token import Token

from articles.markdown.figures import figure, number

WIDTH, HEIGHT, EDGE = 240, 20, 8


def extend(parser):
    parser.add_render_rule("plot_strip", _render_strip)
    parser.add_render_rule("plot_note", _render_note)


def label(claim):
    parts = {"subject": claim["subject"], "time": claim["time_point"], "comparator": claim["comparator"]}
    return _("%(subject)s, %(time)s, against %(comparator)s") % parts


def drawn(tokens, claims):
    """The tokens of a table whose second cells are empty, with a strip in each and a note below."""
    ends = _ends(claims)
    tokens[0].attrSet("class", "plot")
    cells = [index for index, token in enumerate(tokens) if token.type == "td_open"][1::3]
    for index, claim in zip(cells, claims, strict=True):
        tokens[index + 1] = Token("plot_strip", "", 0, meta={"claim": claim, "ends": ends})
    return [*tokens, Token("plot_note", "", 0, block=True, meta={"claim": claims[0], "ends": ends})]


def _ends(claims):
    """No difference is always on the scale."""
    figures = [Decimal(claim[name]) for claim in claims for name in ("effect", "low", "high")]
    return min(*figures, Decimal(0)), max(*figures, Decimal(0))


def _render_strip(_renderer, tokens, index, _options, _env):
    claim, ends = tokens[index].meta["claim"], tokens[index].meta["ends"]
    effect, low, high, zero = (_place(Decimal(at), ends) for at in (claim["effect"], claim["low"], claim["high"], 0))
    return format_html(
        '<svg class="plot-strip" role="img" viewBox="0 0 {width} {height}"><title>{title}</title><desc>{desc}</desc>'
        '<line class="plot-zero" x1="{zero}" x2="{zero}" y1="0" y2="{height}"></line>'
        '<line class="plot-interval" x1="{low}" x2="{high}" y1="{middle}" y2="{middle}"></line>'
        '<circle class="plot-effect" cx="{effect}" cy="{middle}" r="4"></circle></svg>',
        width=WIDTH,
        height=HEIGHT,
        middle=HEIGHT // 2,
        title=figure(claim),
        desc=_reading(claim),
        effect=effect,
        low=low,
        high=high,
        zero=zero,
    )


def _place(value, ends):
    lowest, highest = ends
    return str(round(EDGE + (value - lowest) / ((highest - lowest) or 1) * (WIDTH - 2 * EDGE), 1))


def _reading(claim):
    """What an eye sees at once."""
    low, high = Decimal(claim["low"]), Decimal(claim["high"])
    if low <= 0 <= high:
        return _("The range crosses the line of no difference.")
    if (low > 0) == claim["higher_is_better"]:
        return _("The whole range lies on the side where ketamine is better.")
    return _("The whole range lies on the side where ketamine is worse.")


def _render_note(_renderer, tokens, index, _options, _env):
    claim, (lowest, highest) = tokens[index].meta["claim"], tokens[index].meta["ends"]
    side = _("Right") if claim["higher_is_better"] else _("Left")
    words = _(
        "%(side)s of the upright line is better with ketamine. The bar is the 95%% CI: where it crosses that line, "
        "there may be no difference. Measured as %(measure)s; the scale runs from %(lowest)s to %(highest)s."
    )
    said = {"side": side, "measure": claim["measure"], "lowest": number(lowest), "highest": number(highest)}
    return format_html('<p class="plot-note">{}</p>\n', words % said)
