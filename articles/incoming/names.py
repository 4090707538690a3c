"""Names of people and bodies, from “Price, Rebecca B.” to CSL's `{"family", "given", "suffix"}` or `{"literal"}`."""

import re

# After a comma these end the name of a body: “Hospira, Inc.” is no person called Inc.
ENDINGS = re.compile(r"^(inc|ltd|llc|llp|plc|corp|co|gmbh|ag|s\.?a|n\.?v|b\.?v|pty)\b", re.IGNORECASE)
# No family is called so.
BODY = re.compile(
    r"\b(administration|agency|association|center|centre|college|committee|consortium|department|foundation|group"
    r"|hospital|institutes?|investigators|ministry|office|society|university)\b",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"^(jr|sr|[2-4](nd|rd|th)|ii|iii|iv)\.?$", re.IGNORECASE)
# What stands in an author list for the people it leaves out.
OTHERS = re.compile(r"^(and\s+)?(others|et\.?\s*al\.?|\.\.\.|…)$", re.IGNORECASE)
ET_AL_AT_END = re.compile(r",?\s+et\.?\s*al\.?$", re.IGNORECASE)


def name_of(text):
    """“Family, Given” or “Family, Given, Jr.” is a person; a name without a comma is a body."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2 or len(parts) > 3 or ENDINGS.match(parts[-1]) or BODY.search(text):
        return {"literal": text.strip().rstrip(",").strip()}
    return person(*parts)


def person(family, given="", suffix=""):
    """PubMed writes the suffix as the last word of the given name, BibTeX often as that of the family's."""
    *before, last = given.split() or [""]
    if before and not suffix and SUFFIX.match(last):
        given, suffix = " ".join(before).rstrip(","), last
    *before, last = family.split() or [""]
    if before and not suffix and SUFFIX.match(last):
        family, suffix = " ".join(before).rstrip(","), last
    if not suffix and SUFFIX.match(given):
        given, suffix = "", given
    return _filled(family=family.strip(), given=given.strip(), suffix=suffix.strip())


def without_others(names):
    """The named authors, and whether those are all: `names` are texts or CSL names.

    “Doe, Jane and et al.” makes somebody of the family al. with the given name et.
    """
    kept, complete = [], True
    for name in names:
        parts = [name] if isinstance(name, str) else list(name.values())
        if OTHERS.match(" ".join(parts).strip()) or OTHERS.match(" ".join(reversed(parts)).strip()):
            complete = False
        elif any(ET_AL_AT_END.search(part) for part in parts):
            kept.append(_cut(name))
            complete = False
        else:
            kept.append(name)
    return kept, complete


def _cut(name):
    if isinstance(name, str):
        return ET_AL_AT_END.sub("", name)
    return {part: ET_AL_AT_END.sub("", value) for part, value in name.items()}


def _filled(**parts):
    return {name: value for name, value in parts.items() if value}
