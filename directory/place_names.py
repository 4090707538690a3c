"""How a place's name is compared: "St. Louis" with "Saint Louis", "De Kalb" with "DeKalb"."""

from directory.folding import fold

# Never at the end of a name: "Billings, MT" is in Montana, and no town is called "Main Saint".
ABBREVIATIONS = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "pt": "point",
}
DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "no": "north", "so": "south"}
LAST_WORDS = {"hts": "heights", "spgs": "springs", "vlg": "village", "twp": "township", "jct": "junction"}


def spell_out(name: str) -> str:
    """The name's words, folded and written in full: "N. St. Paul" becomes "north saint paul"."""
    words = fold(name).split()
    *before, last = words or [""]
    before = [ABBREVIATIONS.get(word, word) for word in before]
    if before:
        before[0] = DIRECTIONS.get(before[0], before[0])
        last = LAST_WORDS.get(last, last)
    return " ".join([*before, last])


def key_of(name: str) -> str:
    """What two spellings of one name have in common; without spaces, because people disagree about them."""
    return spell_out(name).replace(" ", "")


def slug_of(name: str) -> str:
    return spell_out(name).replace(" ", "-")
