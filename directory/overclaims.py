"""Phrases that no provider may publish here, with the reason and what to write instead. Pure: text in, findings out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.look_alikes import plain_letters

# Between the words of a phrase: spaces, hyphens, quotes, or nothing ("non-addictive", "FDA “approved”").
GAP = r"[\s\-_*/\"'“”«»]{0,3}"
# Between the letters of a word that is spelled out: "F.D.A.", "c u r e", "ap-proved".
JOINT = r"[\s\-_*.·•]{0,3}"
# Figures that stand for letters, as in "m1racle".
FIGURES = {"a": "[a4@]", "e": "[e3]", "i": "[i1!]", "o": "[o0]", "s": "[s5$]"}

US = "(?:the |us[.]? )"
FDA = f"{US}{{0,2}}(?:fda[.]?|food and drug administration)"
APPROVED = "(?:approved|approval|approves|cleared|clearance|certified|authorized|endorsed|backed|registered|licensed)"
NEGATION = "(?:no|non|not|never|isn'?t|aren'?t|without|zero|free of|free from)"
ADDICTIVE = "(?:addictive|addicting|habit forming)"
EFFECTS = "(?:effect|effects|reaction|reactions)"
HIPAA = "(?:hipaa|hippa)[.]?"


@dataclass(frozen=True)
class Rule:
    slug: str
    pattern: re.Pattern
    reason: str | Promise
    suggestion: str | Promise


@dataclass(frozen=True)
class Finding:
    """`phrase` as it stands in the text, on one line."""

    rule: Rule
    phrase: str

    @property
    def sentence(self) -> str:
        words = {"phrase": self.phrase, "reason": self.rule.reason, "suggestion": self.rule.suggestion}
        return _("“%(phrase)s”: %(reason)s %(suggestion)s") % words


def words(*phrases: str) -> re.Pattern:
    """Each phrase is a pattern of small letters; a space in it is any gap, and nothing between letters hides a word."""
    return re.compile("|".join(rf"(?<!\w)(?:{LETTER_OR_SPACE.sub(_loosely, each)})(?!\w)" for each in phrases))


LETTER_OR_SPACE = re.compile("[a-z](?P<inside>(?=[a-z]))?| ")


def _loosely(match: re.Match) -> str:
    if match[0] == " ":
        return GAP
    return FIGURES.get(match[0], match[0]) + (JOINT if match["inside"] is not None else "")


RULES = [
    Rule(
        "fda_approved",
        words(
            f"{FDA}(?:'s)? (?:has |have |fully |is ){{0,2}}{APPROVED}",
            f"{APPROVED} (?:by|from) {FDA}",
        ),
        gettext_lazy("Whether a treatment is approved depends on the product and on what it is given for."),
        gettext_lazy("Leave it out: the page works that out for each treatment and says it."),
    ),
    Rule(
        "cure",
        words(
            "(?:cure|cures|cured|curing|curative|curable)",
            "(?:heal|heals) (?:your |the )?(?:depression|ptsd|anxiety|trauma|pain|brain)",
        ),
        gettext_lazy("No study shows a cure; people respond or not, and effects fade."),
        gettext_lazy("Say whom you treat, and how you measure whether it helps."),
    ),
    Rule(
        "guaranteed",
        words(
            "(?:guarantee|guarantees|guaranteed|guaranteeing|guaranty|guaranties)",
            "100 (?:%|percent) (?:effective|success|safe)",
            "always (?:work|works)",
        ),
        gettext_lazy("Nobody can promise a result."),
        gettext_lazy("Say what happens if it does not help."),
    ),
    Rule(
        "not_addictive",
        words(
            f"{NEGATION} (?:a |an |at all |longer |physically |considered ){{0,2}}{ADDICTIVE}",
            "(?:no|zero|without|free of|free from) (?:any |the )?(?:risk of |potential for )?addiction",
            "(?:not|never|doesn'?t|don'?t) (?:cause|causes|lead to|leads to) (?:any |an )?addiction",
            "addiction free",
        ),
        gettext_lazy("Ketamine can be misused."),
        gettext_lazy("Say how you screen for substance use."),
    ),
    Rule(
        "no_side_effects",
        words(
            f"{NEGATION} (?:any |known |serious |negative ){{0,2}}(?:side|adverse) {EFFECTS}",
            "side (?:effect|effects) free",
            "side (?:effect|effects):? none",
            "(?:no|zero) (?:risk|risks)",
            "risk free",
            "(?:completely|totally|perfectly) safe",
        ),
        gettext_lazy("Every dose can have side effects."),
        gettext_lazy("Say who watches and what is measured."),
    ),
    Rule(
        "miracle",
        words("(?:miracle|miracles|miraculous|miraculously)", "magic bullet", "wonder drug", "life changing"),
        gettext_lazy("It promises more than anyone knows."),
        gettext_lazy("Say plainly what you do."),
    ),
    Rule(
        "hipaa_certified",
        words(
            f"{HIPAA} (?:compliant )?(?:certified|certification|certificate|approved|accredited|verified)",
            f"certified (?:by |under |for )?{HIPAA}",
        ),
        gettext_lazy("There is no such certificate."),
        gettext_lazy("Leave it out: the law binds you anyway."),
    ),
]


def overclaims(text: str) -> list[Finding]:
    """Each forbidden phrase of a text once, in the order in which they stand."""
    plain, places = _plain(text)
    found = [(match, rule) for rule in RULES for match in rule.pattern.finditer(plain)]
    found.sort(key=lambda pair: pair[0].start())
    findings = (Finding(rule, _as_written(text, places, match)) for match, rule in found)
    return list({(each.rule.slug, each.phrase.casefold()): each for each in findings}.values())


def _as_written(text: str, places: list[int], match: re.Match) -> str:
    return " ".join(text[places[match.start()] : places[match.end() - 1] + 1].split())


def _plain(text: str) -> tuple[str, list[int]]:
    """Small plain letters, and where in the text each of them stood: neither accents nor look-alikes nor signs without
    a width hide anything, and a gap is one space however wide it is."""
    pairs = list(
        _one_space_a_gap((plain, place) for place, letter in enumerate(text) for plain in plain_letters(letter))
    )
    return "".join(letter for letter, _place in pairs), [place for _letter, place in pairs]


def _one_space_a_gap(pairs) -> Iterator[tuple[str, int]]:
    before = ""
    for letter, place in pairs:
        letter = " " if letter.isspace() else letter
        if letter != " " or before != " ":
            yield letter, place
        before = letter
