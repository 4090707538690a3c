"""Words that promise more than any study has shown. A guide may quote them, and never says them itself."""

import re

from articles.approvals import APPROVALS, FILL

SUBJECT = r"(?:(?:es)?ketamine|infusions?|spravato|it|this|the (?:drug|spray|treatment))"
PHRASES = [
    r"miracle \w+",
    r"breakthrough (?:cure|treatment|therapy)",
    r"game[- ]chang\w+",
    r"life[- ]changing",
    r"cures? (?:depression|anxiety|PTSD|OCD|pain|addiction)",
    r"guaranteed (?:relief|results?|to work)",
    r"(?:100 ?%|completely|totally|perfectly) (?:safe|effective)",
    r"risk[- ]free",
    r"(?:no|zero|without(?: any)?|free (?:of|from)) side[- ]effects?",
    r"side[- ]effect[- ]free",
    r"non[- ]?addictive",
    r"(?:not|never|isn’t|aren’t) (?:at all |in any way )?(?:addictive|habit[- ]forming)",
    r"works for everyone",
    r"clinically proven",
    *APPROVALS,
    rf"{SUBJECT} {FILL}{{0,4}}(?:prevents?|stops?|ends?|averts?) (?:{FILL}{{0,2}})?(?:suicide attempts?|suicides?)",
    r"cures? for (?:depression|anxiety|PTSD|OCD|addiction)",
    r"(?:cured|heal(?:s|ed)) (?:of )?(?:\w+ )?(?:depression|anxiety|PTSD|OCD|addiction|brain)",
    r"(?:repairs?|rewires?|regrows?) (?:the|your) brain",
    r"(?:wonder|magic) (?:drug|cure|bullet)",
    r"world[- ]class",
]
PHRASE = re.compile(r"\b(?:" + "|".join(PHRASES) + r")\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# The same sign to whoever reads, one character for one.
ALIKE = str.maketrans("\u2010\u2011\u2012\u2013\u2212\xa0\u2009\u202f'", "-----   ’")
NOT = r"(?:no|not|never|neither|nor|nothing|nobody|none|without|cannot|\w+n’t)"
SHOWN = r"(?:shown|proven|proved|proof|prove|show|evidence|established|known|clear|true)"
# “There is no FDA-approved ketamine therapy” says the contrary; “no doubt that it is FDA-approved” does not.
DENIED = re.compile(
    rf"\b{NOT}(?: (?:an?|any|the|yet|(?:form|kind|use)s? of))? $"
    # No proof that ketamine …; not shown. That ketamine …; not true that ketamine is …
    rf"|\b{NOT} (?:(?!only\b|just\b)[\w’-]+ ){{0,3}}{SHOWN}[.:]? that (?:(?:es)?ketamine (?:is|are) )?$"
    # What others claim, what is asked, and what is another drug.
    r"|(?<!the )\bclaims? that $|\b(?:myth|false|wrong|untrue) that $|\b(?:whether|if) $"
    r"|\b(?:to|would|must) (?:show|prove) that $"
    r"|\b(?:(?:form|relative|cousin|version|derivative|half|part)s? of|from|unlike|than) $",
    re.IGNORECASE,
)


def overclaims(words):
    """The phrases in a run of plain words, as they stand there, outside of quotation marks and not denied."""
    said = QUOTED.sub("“”", words)
    plain = said.translate(ALIKE)
    return [said[slice(*found.span())] for found in PHRASE.finditer(plain) if not DENIED.search(plain[: found.start()])]
