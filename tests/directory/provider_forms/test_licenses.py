from directory.provider_forms.licenses import MoreLicenses

WORDS = {"positions.7": True}
WHOLE = {"license7__jurisdiction": "CO", "license7__license_type": "MD", "license7__number": "T-9"}


def test_a_license_is_one_path(said):
    assert MoreLicenses().paths(said(WORDS), WHOLE) == {"licenses.7.CO.T-9": "MD"}


def test_a_part_of_one_is_told_what_is_missing(said):
    problems = MoreLicenses().problems(said(WORDS), WHOLE | {"license7__license_type": ""})
    assert list(problems) == ["license7__license_type"]
    nothing = dict.fromkeys(WHOLE, "")
    assert MoreLicenses().problems(said(WORDS), nothing) == {}
    assert MoreLicenses().paths(said(WORDS), nothing) == {}
