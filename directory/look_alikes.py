"""The small Latin letter that a reader sees in a sign of any alphabet. Pure: a letter in, letters out."""

import unicodedata
from collections.abc import Iterator

# Letters that show as nothing, though their category does not say so: fillers of Hangul.
UNSEEN = frozenset("\u115f\u1160\u3164\uffa0")
APOSTROPHES = frozenset("’‘ʼ`´")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# White letters on a dark ground, and those of flags: whole alphabets in their order.
ALPHABETS = (0x1F150, 0x1F170, 0x1F1E6)


def _table(signs: str, letters: str) -> dict[str, str]:
    return dict(zip(signs, letters, strict=True))


# Capitals and small letters apart: Η looks like an H, and η like an n.
SEEN_AS = {
    **_table("АВЕЅІЈКМНОРСТУХҒԌҺӀ", "abesijkmhopctyxfghl"),
    **_table("авеѕіјкмнорстухғԍһӏԁԛԝ", "abesijkmhopctyxfghldqw"),
    **_table("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "abezhikmnoptyxc"),
    **_table("αεηικνορτυχϲ", "aenikvoptuxc"),
    **_table("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    **_table("ɑɡıøØłŁđĐĸ", "agioollddk"),
    **_table("ᎪᎠᎬᏟᏚᎢᎥᎡᏞᎻᏢᎷᏀ", "adecstirlhpmg"),
    **{chr(first + n): letter for first in ALPHABETS for n, letter in enumerate(ALPHABET)},
}


def plain_letters(letter: str) -> Iterator[str]:
    """None for what has no width, and several for a ligature."""
    if letter == "\u2800":  # a blank of Braille
        yield " "
    elif letter in SEEN_AS:
        yield SEEN_AS[letter]
    elif letter in APOSTROPHES:
        yield "'"
    elif unicodedata.category(letter) == "Pd":
        yield "-"
    elif not _has_no_width(letter):
        decomposed = unicodedata.normalize("NFKD", letter).casefold()
        yield from (SEEN_AS.get(each, each) for each in decomposed if not unicodedata.combining(each))


def _has_no_width(letter: str) -> bool:
    if letter in UNSEEN or unicodedata.category(letter) in {"Cf", "Mn", "Me"}:
        return True
    return unicodedata.category(letter) == "Cc" and not letter.isspace()
