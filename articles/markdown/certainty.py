"""`{moderate}` after the citation that ends a claim says how sure the evidence is, in the words of GRADE.

Two further words name a source that is not evidence from studies: official (label, law, regulator) and expert
(consensus or guideline opinion). Any other braces are plain text, except right after a citation: there somebody meant
one of the six.
"""

import re

from django.utils.translation import gettext_lazy as _

from articles.markdown.tokens import BREAKS, eat_space_before, inlines, walk

CERTAINTIES = {
    "high": _("high certainty"),
    "moderate": _("moderate certainty"),
    "low": _("low certainty"),
    "very low": _("very low certainty"),
    "official": _("official source"),
    "expert": _("expert opinion"),
}
MARK = re.compile(r"\{(" + "|".join(CERTAINTIES) + r")\}")


def extend(parser):
    parser.inline.ruler.before("link", "certainty", _parse)
    parser.core.ruler.push("collect_certainties", _collect)
    parser.core.ruler.push("refuse_mistyped_certainties", _refuse_mistyped)
    parser.add_render_rule("certainty", _render)


def _parse(state, silent):
    found = MARK.match(state.src, state.pos)
    if not found or state.linkLevel:
        return False
    if not silent:
        eat_space_before(state)
        state.push("certainty", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _collect(state):
    used = {token.content for token, _line in walk(state.tokens) if token.type == "certainty"}
    state.env["rendered"].certainties = [word for word in CERTAINTIES if word in used]


def _refuse_mistyped(state):
    for inline, line in inlines(state.tokens):
        after_citation = False
        for token in inline.children or []:
            line += token.type in BREAKS
            is_words = token.type == "text" and token.content.strip()
            if is_words and after_citation and token.content.lstrip().startswith("{"):
                state.env["rendered"].complain(line, _mistyped(token.content))
            after_citation = token.type in ("citation", "certainty") or (after_citation and not is_words)


def _mistyped(text):
    typed = re.split(r"(?<=})|\s*$", text.strip(), maxsplit=1)[0]
    marks = ", ".join(f"{{{word}}}" for word in CERTAINTIES)
    return _("“%(typed)s” after a citation is no mark of certainty. Write one of %(marks)s.") % {
        "typed": typed,
        "marks": marks,
    }


def _render(_renderer, tokens, index, _options, _env):
    word = tokens[index].content
    kind = word.replace(" ", "-")
    return f' <a class="certainty certainty-{kind}" href="#certainty-key">{CERTAINTIES[word]}</a>'
