"""What TeX's commands stand for: characters, accents, and the looks that plain words leave behind."""

import re
import unicodedata

from bibtexparser.latexenc import unicode_to_crappy_latex1, unicode_to_latex

# They change how the words behind them look, and not what they say.
LOOKS = {
    *("textit", "textbf", "textrm", "textsc", "textsf", "textsl", "texttt", "textup", "textmd", "textnormal"),
    *("textsubscript", "textsuperscript", "emph", "underline", "uline", "mbox", "hbox", "text", "ensuremath", "url"),
    *("mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathnormal", "operatorname", "protect", "relax"),
    *("it", "bf", "em", "rm", "sc", "sf", "sl", "tt", "itshape", "bfseries", "scshape", "slshape", "upshape"),
    *("rmfamily", "sffamily", "ttfamily", "mdseries", "normalfont", "small", "footnotesize", "nobreak", "allowbreak"),
}
# What the package does not know, or takes for something else.
OTHERS = {
    **{"textquoteright": "’", "textquoteleft": "‘", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»"},
    **{"dots": "…", "textellipsis": "…", "slash": "/", "textgreater": ">", "textless": "<", "textbar": "|"},
    **{"textunderscore": "_", "textmu": "μ", "textcelsius": "°C", "degree": "°", "copyright": "©", "times": "×"},
    **{"le": "≤", "ge": "≥", "to": "→", "prime": "′", "S": "§", "P": "¶", "in": "∈", "textasciicircum": "^"},
    **{"quad": " ", "qquad": " ", "space": " ", "newline": " ", "cdot": "·"},
}
ACCENTS = {
    **{"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307"},
    **{"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323"},
    "b": "\u0331",
}


def _symbols():
    """{name: character}: of the package's list only whole commands, so that “it” is not an “i” and a t."""
    found: dict[str, str] = {}
    for character, tex in [*unicode_to_crappy_latex1, *unicode_to_latex]:
        name = re.fullmatch(r"\{?\\([A-Za-z]+) ?\}?", tex)
        if name and len(character) == 1 and not unicodedata.combining(character):
            found.setdefault(name[1], character)
    return found | OTHERS


SYMBOLS = _symbols()
