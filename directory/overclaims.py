"""Phrases that no provider may publish here, with the reason and what to write instead. Pure: text in, findings out."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Between the words of a phrase: spaces, hyphens, or nothing ("non-addictive", "nonaddictive").
GAP = r"[\s\-]*"
FDA = "(?:the |us |u.s. )*(?:fda|food and drug administration)"
NEGATION = "(?:no|non|not|never|isn't|is not|without|zero|free of)"


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
    return re.compile("|".join(rf"(?<!\w)(?:{each.replace(' ', GAP)})(?!\w)" for each in phrases))


RULES = [
    Rule(
        "fda_approved",
        words(
            f"{FDA}(?:'s)? (?:fully )?(?:approv(?:ed|al|es)|cleared|clearance|certified|authorized|endorsed|backed)",
            f"(?:approv(?:ed|al)|cleared|certified|authorized|endorsed) (?:by|from) {FDA}",
        ),
        gettext_lazy("Whether a treatment is approved depends on the product and on what it is given for."),
        gettext_lazy("Leave it out: the page works that out for each treatment and says it."),
    ),
    Rule(
        "cure",
        words("cur(?:e|es|ed|ing|ative)", "heals? (?:your |the )?(?:depression|ptsd|anxiety|trauma|pain|brain)"),
        gettext_lazy("No study shows a cure; people respond or not, and effects fade."),
        gettext_lazy("Say whom you treat, and how you measure whether it helps."),
    ),
    Rule(
        "guaranteed",
        words("guarante(?:e|es|ed|eing)", "100 ?(?:%|percent) (?:effective|success|safe)", "always works?"),
        gettext_lazy("Nobody can promise a result."),
        gettext_lazy("Say what happens if it does not help."),
    ),
    Rule(
        "not_addictive",
        words(f"{NEGATION} (?:at all )?(?:addictive|habit forming)", "(?:no|zero) (?:risk of )?addiction"),
        gettext_lazy("Ketamine can be misused."),
        gettext_lazy("Say how you screen for substance use."),
    ),
    Rule(
        "no_side_effects",
        words(
            f"{NEGATION} (?:any )?(?:known |serious |negative )?side effects?",
            "side effects? free",
            "(?:no|zero) risks?",
            "risk free",
            "completely safe",
            "totally safe",
            "perfectly safe",
        ),
        gettext_lazy("Every dose can have side effects."),
        gettext_lazy("Say who watches and what is measured."),
    ),
    Rule(
        "miracle",
        words("miracles?", "miraculous(?:ly)?", "magic bullet", "wonder drug", "life changing"),
        gettext_lazy("It promises more than anyone knows."),
        gettext_lazy("Say plainly what you do."),
    ),
    Rule(
        "hipaa_certified",
        words("hipaa (?:certifi(?:ed|cation)|approved|accredited|verified)", "certified (?:by|under) hipaa"),
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
    a width hide anything."""
    pairs = [(plain, place) for place, letter in enumerate(text) for plain in _letters(letter)]
    return "".join(letter for letter, _place in pairs), [place for _letter, place in pairs]


def _letters(letter: str) -> Iterable[str]:
    if unicodedata.category(letter) in {"Cf", "Mn", "Me"}:
        return ""
    if letter in "’‘ʼ`´":
        return "'"
    if unicodedata.category(letter) == "Pd":
        return "-"
    plain = unicodedata.normalize("NFKD", letter).casefold()
    return (LOOK_ALIKES.get(each, each) for each in plain if not unicodedata.combining(each))


# Cyrillic and Greek letters that look like Latin ones.
LOOK_ALIKES = dict(zip("аеіорсухѕԁɡοαινυρτκ", "aeiopcyxsdgoaivuptk", strict=True))
