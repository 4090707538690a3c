"""A number whose source was retracted says so where it stands, in the HTML that was made when its text was written."""

import re

from django.utils.html import escape
from django.utils.translation import gettext as _

NUMBER = re.compile(
    r'<span class="cite" (?P<rest>id="cite-(?P<key>[a-z0-9_-]+)-[a-z]+">.*?aria-label="[^"]*)"></button></span>'
)


def mark_retracted(html, keys):
    """The word is for eyes; the label of the button is what a keyboard and a screen reader meet."""
    return NUMBER.sub(lambda found: _marked(found) if found["key"] in keys else found[0], html) if keys else html


def _marked(found):
    word = escape(_("retracted"))
    mark = f'<span class="cite-word" aria-hidden="true">{word}</span>'
    return f'<span class="cite cite-retracted" {found["rest"]}, {word}"></button>{mark}</span>'
