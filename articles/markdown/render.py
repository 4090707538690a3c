from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from articles.markdown import (
    callouts,
    certainty,
    checklists,
    citing,
    evidence,
    headings,
    links,
    sourced,
    tables,
    typography,
)
from articles.markdown.blocks import runs_of
from articles.markdown.result import Rendered
from articles.markdown.sanitize import sanitized
from articles.markdown.tokens import word_count

PARTS = (evidence, callouts, citing, sourced, certainty, headings, tables, links, typography, checklists)


def render(text, known=None, claims=None):
    """`known` are the keys that may be cited, `claims` what `[[key]]` draws from; None allows any.

    Never raises: what is wrong is in `problems`.
    """
    rendered = Rendered()
    env = {"rendered": rendered, "known": known, "claims": claims}
    parser = _parser()
    tokens = parser.parse(text, env)
    rendered.html = sanitized(parser.renderer.render(tokens, parser.options, env))
    rendered.word_count = word_count(tokens)
    rendered.problems.sort()
    return rendered


def blocks(text, label, claims=None):
    """Plain words under their headings; `label(key)` stands for a citation."""
    return [run.block for run in runs(text, lambda key: f" [{label(key)}]", claims=claims) if run.block.words]


def runs(text, *marks, claims=None):
    """The same with lines; `marks` say how citations and certainties are written."""
    return runs_of(_parser().parse(text, {"rendered": Rendered(), "known": None, "claims": claims}), *marks)


@cache
def _parser():
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True, "xhtmlOut": False})
    parser.enable(["table", "smartquotes"]).disable("image").use(deflist_plugin)
    for part in PARTS:
        part.extend(parser)
    return parser
