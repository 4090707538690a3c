"""Words that promise more than any study has shown. A guide may quote them, and never says them itself."""

import re

PHRASES = [
    r"miracle \w+",
    r"breakthrough (?:cure|treatment|therapy)",
    r"game[- ]chang\w+",
    r"life[- ]changing",
    r"cures? (?:depression|anxiety|PTSD|OCD|pain|addiction)",
    r"guaranteed (?:relief|results?|to work)",
    r"(?:100 ?%|completely|totally|perfectly) (?:safe|effective)",
    r"risk[- ]free",
    r"no side effects",
    r"non-?addictive",
    r"works for everyone",
    r"clinically proven",
    r"FDA[- ]approved (?:ketamine )?infusions?",
    r"ketamine (?:infusions? )?(?:is|are) FDA[- ]approved for (?:depression|anxiety|PTSD|OCD|pain)",
    r"world[- ]class",
]
PHRASE = re.compile(r"\b(?:" + "|".join(PHRASES) + r")\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def overclaims(words):
    """The phrases in a run of plain words, as they stand there, outside of quotation marks."""
    return [found[0] for found in PHRASE.finditer(QUOTED.sub("“”", words))]
