"""Whether the taxonomy codes of the registry fit what we say somebody is trained as. Pure.

A code is three characters for the profession, one for its branch, and the rest for a specialty within that. Specialties
are often chosen loosely, so the branch decides, and where several codes are on record, one that fits is enough.
"""

import re
from collections.abc import Iterable

from directory.choices import NUCC_CODES, Role

CODE = re.compile(r"[0-9A-Z]{9}X")
ANY_PHYSICIAN = ("20",)
# Beside the branch of a role's own code: what people of that training also choose.
ALSO = {
    # Pain medicine is a specialty of several branches.
    Role.PAIN_PHYSICIAN: ANY_PHYSICIAN,
    # Clinical nurse specialists and nurse practitioners share a license in many states.
    Role.NP: ("364S",),
    Role.PMHNP: ("364S",),
    # Every advanced practice nurse is a registered nurse.
    Role.RN: ("363L", "364S", "3675"),
    Role.PSYCHOLOGIST: ("103",),
    Role.LPC_LMHC: ("101",),
    Role.LCSW: ("104",),
    Role.PARAMEDIC_EMT: ("146",),
}
# These say nothing for or against any training: specialist, student or resident, hospitalist, general practice,
# groups, and neurology, which shares its branch with psychiatry.
TELLS_NOTHING = ("1744", "3902", "208M", "208D", "193", "2084N")
BRANCH = 4


def fits(role: str, codes: Iterable[str]) -> bool | None:
    """None where there is nothing to compare."""
    own = NUCC_CODES.get(Role(role))
    telling = telling_codes(codes)
    if own is None or not telling:
        return None
    branches = (own[:BRANCH], *ALSO.get(Role(role), ()))
    return any(code.startswith(branches) for code in telling)


def telling_codes(codes: Iterable[str]) -> list[str]:
    return [code for code in codes if CODE.fullmatch(code) and not code.startswith(TELLS_NOTHING)]
