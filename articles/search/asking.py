"""Which words of a question about the guides are to be found, and which only say that it is a question. Pure."""

from articles.words.asked import ASKING, SMALL, Asked

# Every guide is about these.
GENERIC = frozenset(
    "article articles guide guides infusion infusions ketamine page section therapies therapy "
    "treatment treatments".split()
)


def read(typed: str) -> Asked:
    return Asked.read(typed, GENERIC, SMALL | ASKING)
