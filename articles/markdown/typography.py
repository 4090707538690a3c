"""A number and its unit stay on one line. (Real quotes are markdown-it's own rule.)"""

import re

from articles.markdown.tokens import walk

UNITS = "mg|kg|g|mL|ng|mmHg|percent|minutes?|hours?|days?|weeks?|months?|years?|miles|points|people|trials|infusions"
NUMBER_AND_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS})\b)")


def extend(parser):
    parser.core.ruler.push("hold_units", _hold)


def _hold(state):
    for token, _line in walk(state.tokens):
        if token.type == "text":
            token.content = NUMBER_AND_UNIT.sub("\N{NO-BREAK SPACE}", token.content)
