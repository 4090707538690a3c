"""Which words of a question about the guides are to be found, and which only say that it is a question. Pure."""

from articles.words.asked import SMALL, Asked

# They ask, or point at somebody; never what is looked for.
ASKING = frozenset(
    "about am are as be been being but could did does get gets give given had has have he her him his how if into "
    "it its just like may might much must need needs our out she should so some take takes taking than their them "
    "then there these they this those up us use used using versus very vs want wants was we were what whats when "
    "where which while who whom whose why will would you your".split()
)
# Every guide is about these.
GENERIC = frozenset(
    "article articles guide guides infusion infusions ketamine page section therapies therapy "
    "treatment treatments".split()
)


def read(typed: str) -> Asked:
    return Asked.read(typed, GENERIC, SMALL | ASKING)
