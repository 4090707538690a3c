import pytest

from directory.choices import NUCC_CODES, WITHOUT_NUCC_CODE, Role
from directory.importers.npi.taxonomy import fits


@pytest.mark.parametrize(("role", "code"), NUCC_CODES.items())
def test_the_code_of_a_role_fits_it(role, code):
    assert fits(role, [code]) is True


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.PSYCHIATRIST, ["2084P0804X"]),
        (Role.ANESTHESIOLOGIST, ["207LP2900X"]),
        (Role.PAIN_PHYSICIAN, ["2081P2900X"]),
        (Role.NP, ["363LF0000X"]),
        (Role.PMHNP, ["364SP0808X"]),
        (Role.RN, ["363LP0808X"]),
        (Role.PA, ["363AM0700X"]),
        (Role.PSYCHOLOGIST, ["103TC0700X"]),
        (Role.LCSW, ["104100000X"]),
        (Role.LPC_LMHC, ["101YP2500X"]),
        (Role.PARAMEDIC_EMT, ["146N00000X"]),
        (Role.PSYCHIATRIST, ["207Q00000X", "2084P0800X"]),
    ],
)
def test_a_specialty_and_one_of_several_codes_are_enough(role, codes):
    assert fits(role, codes) is True


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.PSYCHIATRIST, ["207Q00000X"]),
        (Role.PSYCHIATRIST, ["363LP0808X"]),
        (Role.NP, ["163W00000X"]),
        (Role.CRNA, ["207L00000X"]),
        (Role.ANESTHESIOLOGIST, ["367500000X", "367H00000X"]),
        (Role.PAIN_PHYSICIAN, ["363A00000X"]),
        (Role.LMFT, ["1041C0700X"]),
    ],
)
def test_another_profession_or_branch_does_not_fit(role, codes):
    assert fits(role, codes) is False


@pytest.mark.parametrize("role", WITHOUT_NUCC_CODE)
def test_a_role_without_a_code_is_not_compared(role):
    assert fits(role, ["207Q00000X"]) is None


@pytest.mark.parametrize(
    "codes",
    [
        [],
        ["174400000X"],
        ["390200000X"],
        ["208M00000X"],
        ["208D00000X"],
        ["2084N0400X"],
        ["psychiatry"],
        ["207q00000x"],
    ],
)
def test_codes_that_say_nothing_are_not_compared(codes):
    assert fits(Role.PSYCHIATRIST, codes) is None
