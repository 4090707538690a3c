"""Small questions that the other modules ask of markdown-it's tokens."""

BREAKS = ("softbreak", "hardbreak", "eaten_break")


def inlines(tokens):
    """Each run of text, with the number of the line it begins on."""
    line = 1
    for token in tokens:
        if token.map:
            line = token.map[0] + 1
        if token.type == "inline":
            yield token, line


def walk(tokens):
    """Everything within the runs of text, with its line."""
    for inline, line in inlines(tokens):
        for token in inline.children or []:
            yield token, line
            line += token.type in BREAKS


def plain_text(inline):
    """The words of a run of text, without citations and marks."""
    return "".join(_words(token) for token in inline.children or [])


def word_count(tokens):
    return sum(len(plain_text(inline).split()) for inline, _line in inlines(tokens))


def _words(token):
    if token.type in BREAKS:
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline", "figure") else ""


def eat_space_before(state):
    """A mark that belongs to the word before it stands close to that word, however it was typed."""
    state.pending = state.pending.rstrip(" ")
    if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
        state.tokens[-1].type = "eaten_break"
        state.tokens[-1].hidden = True
