import pytest

from articles.citations.doi import bare_doi, doi_of_address


@pytest.mark.parametrize(
    "copied",
    [
        *["doi:10.1000/X", "DOI: 10.1000/X", "doi 10.1000/X", " 10.1000/X ", "10.1000/X.", "10.1000/X;"],
        *["https://doi.org/10.1000/X", "http://dx.doi.org/10.1000/X", "https://www.doi.org/10.1000/X"],
        *["doi.org/10.1000/X", "doi:https://doi.org/10.1000/X", "https://doi.org/10.1000%2FX"],
    ],
)
def test_what_people_copy_around_a_doi_is_taken_off(copied):
    assert bare_doi(copied) == "10.1000/X"


@pytest.mark.parametrize("odd", ["10.1002/(SICI)1096(199605)100:1<3::AID-1>3.0.CO;2-#", "10.1000/a.b;c", "10.1000/."])
def test_what_belongs_to_a_doi_stays(odd):
    assert bare_doi(odd) == odd


def test_only_an_address_at_doi_org_has_one():
    assert doi_of_address("https://doi.org/10.1000/X") == "10.1000/X"
    assert [doi_of_address(url) for url in ("https://example.com/10.1000/X", "https://doi.org/", "", "10.1000/X")] == [
        ""
    ] * 4
