"""Two spellings of one title are one title."""

import re
import unicodedata

from articles.citations.record import TITLE_TAG


def fold_title(title):
    """Letters and digits alone: case, accents, punctuation, markup and blanks do not tell titles apart."""
    plain = unicodedata.normalize("NFKD", TITLE_TAG.sub("", str(title)).casefold())
    return re.sub(r"[\W_]+", "", "".join(mark for mark in plain if not unicodedata.combining(mark)))
