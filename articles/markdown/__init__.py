"""The guide's text, pure: Markdown with [@key] citations in; safe HTML, headings and cited keys out.

The syntax beyond CommonMark, tables and definition lists, one module each:
`[@key; @key]` citing, `{moderate}` certainty, `::: warning Title` … `:::` callouts, `## Cost {#cost}` headings,
`Table: words` above a table tables, `- [ ] words` checklists, `[[key]]`, `[[sentence: key]]`, `[[table: key]]` and
`[[plot: key]]` evidence.
Nothing here knows models or requests.
"""

from articles.markdown.blocks import Block
from articles.markdown.render import blocks, render, runs
from articles.markdown.result import Checklist, Cited, Heading, Link, Problem, Rendered

__all__ = ["Block", "Checklist", "Cited", "Heading", "Link", "Problem", "Rendered", "blocks", "render", "runs"]
