"""The last step: only what the syntax can make passes, whatever the steps before did."""

import nh3

from articles.markdown.callouts import KINDS
from articles.markdown.certainty import CERTAINTIES

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "br", "div"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
PLOTS = {"svg", "title", "desc", "line", "circle"}
WORDS = {"a", "em", "strong", "code", "sup", "span", "button"}

CLEANER = nh3.Cleaner(
    tags=HEADINGS | BLOCKS | TABLES | PLOTS | WORDS,
    attributes={
        "a": {"href", "title", "rel", "tabindex", "aria-hidden"},
        "button": {"popovertarget", "aria-label"},
        "caption": {"id"},
        "circle": {"cx", "cy", "r"},
        "div": {"aria-label"},
        "line": {"x1", "x2", "y1", "y2"},
        "ol": {"start"},
        "span": {"id"},
        "svg": {"viewBox"},
        "td": {"data-label"},
        "tr": {"id"},
        **{heading: {"id"} for heading in HEADINGS},
    },
    tag_attribute_values={
        "button": {"type": {"button"}, "popovertargetaction": {"show"}},
        "div": {"role": {"region"}, "tabindex": {"0"}},
        "svg": {"role": {"img"}},
        "th": {"scope": {"row", "col"}},
    },
    allowed_classes={
        "a": {"certainty", *(f"certainty-{word.replace(' ', '-')}" for word in CERTAINTIES)},
        "circle": {"plot-effect"},
        "div": {"callout", "table-wrap", *(f"callout-{kind}" for kind in KINDS)},
        "line": {"plot-zero", "plot-interval"},
        "p": {"callout-title", "plot-note"},
        "span": {"cite"},
        "sup": {"cites"},
        "svg": {"plot-strip"},
        "table": {"plot"},
        "ul": {"checklist"},
        "td": {"align-right", "align-center"},
        "th": {"align-right", "align-center"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitized(html):
    return CLEANER.clean(html)
