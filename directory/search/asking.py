"""Which words of a search for practices are to be found, and which only say what is asked. Pure."""

from articles.words.asked import ASKING, SMALL, Asked
from articles.words.stems import words_of

# Every listing is one of these, whatever it calls itself.
GENERIC = frozenset(
    "center centers centre clinic clinics doctor doctors office offices place places practice practices "
    "provider providers service services treatment treatments".split()
)
# What people do for others, who is ill, and who is looked for: true of any practice.
AROUND = frozenset(
    "accept accepts accepting anybody anyone brother dad daughter father friend help helping helps husband looking "
    "mom mother offer offering offers see sees seeing sister somebody someone son speak speaking speaks treat "
    "treating treats wife".split()
)
# No search by words can leave something out; the page says so.
NEGATIONS = frozenset(["except", "never", "no", "not", "without"])
# They ask, but are first names too.
NAMES = frozenset(["may", "will"])
ONLY_ASKING = SMALL | (ASKING - NAMES) | AROUND | NEGATIONS


def read(typed: str) -> Asked:
    return Asked.read(typed, GENERIC, ONLY_ASKING)


def only_asks(typed: str) -> bool:
    return ONLY_ASKING.issuperset(words_of(typed))
