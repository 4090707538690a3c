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
    r"FDA[- ]approved (?:IV |intravenous )?(?:ketamine )?(?:infusions?|(?:ketamine )(?:therapy|therapies|treatments?))",
    r"ketamine (?:infusions? |therapy |treatment )?(?:is|are) FDA[- ]approved for (?:depression|anxiety|PTSD|OCD|pain)",
    r"cures? for (?:depression|anxiety|PTSD|OCD|addiction)",
    r"(?:cured|heal(?:s|ed)) (?:of )?(?:\w+ )?(?:depression|anxiety|PTSD|OCD|addiction|brain)",
    r"(?:repairs?|rewires?|regrows?) (?:the|your) brain",
    r"(?:wonder|magic) (?:drug|cure|bullet)",
    r"world[- ]class",
]
PHRASE = re.compile(r"\b(?:" + "|".join(PHRASES) + r")\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# “There is no FDA-approved ketamine therapy” says the contrary; “no doubt that it is FDA-approved” does not.
DENIED = re.compile(r"\b(?:no|not|never|neither|nor|without|isn’t|aren’t)(?: (?:an?|any|the|yet))? $", re.IGNORECASE)


def overclaims(words):
    """The phrases in a run of plain words, as they stand there, outside of quotation marks and not denied."""
    said = QUOTED.sub("“”", words)
    return [found[0] for found in PHRASE.finditer(said) if not DENIED.search(said[: found.start()])]
