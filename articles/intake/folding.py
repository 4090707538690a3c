"""Two spellings of one title are one title."""

import re
import unicodedata

from articles.citations.record import TITLE_TAG


def fold_title(title):
    """Letters and digits alone: case, accents, punctuation, markup and blanks do not tell titles apart."""
    plain = TITLE_TAG.sub("", str(title))
    # Twice: folding case and taking letters apart each make letters that the other has to look at again.
    for _step in range(2):
        plain = unicodedata.normalize("NFKD", plain).casefold()
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return re.sub(r"[\W_]+", "", plain)
