"""Words that ask for what is near without saying near to what: "ketamine near me"."""

from articles.words.stems import stems_of
from directory.results.recognition.typed import Stretch, Typed

NEAR_ME = {
    tuple(stems_of(words))
    for words in (
        "near me", "near here", "nearby", "near by", "nearest", "nearest to me", "closest", "closest to me",
        "close to me", "close by", "around me", "around here", "in my area", "in my city", "in my town",
    )
}  # fmt: skip
LONGEST = max(map(len, NEAR_ME))


def recognised(typed: Typed) -> Stretch | None:
    return next((stretch for stretch in typed.stretches(LONGEST) if typed.stems(stretch) in NEAR_ME), None)
