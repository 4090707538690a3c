import pytest

from articles.incoming.items import Unreadable
from articles.incoming.tidy import LONGEST, tidy

RAW = {"type": "article-journal", "title": "A study"}


def refused(**changes):
    with pytest.raises(Unreadable) as error:
        tidy(RAW | changes)
    return str(error.value)


def test_it_keeps_the_parts_of_a_record_and_leaves_the_rest():
    assert tidy(RAW | {"abstract": "Long.", "keyword": "x", "volume": 7}) == RAW | {
        "volume": "7",
        "custom": {"authors-complete": True},
    }


def test_a_list_where_csl_has_a_text_is_its_first():
    assert tidy(RAW | {"title": ["A", "B"], "container-title": []})["title"] == "A"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": ""}, "It has no title."),
        ({"title": {"a": 1}}, "It has no title."),
        ({"type": ""}, "It does not say what kind of thing it is (CSL's “type”)."),
        ({"type": "Journal Article"}, "It does not say what kind of thing it is (CSL's “type”)."),
        ({"DOI": "11.1/x"}, "“11.1/x” is no DOI."),
        ({"DOI": "10.1000/a b"}, "“10.1000/a b” is no DOI."),
        ({"PMID": "123456789"}, "“123456789” is no PubMed number."),
        ({"URL": "javascript:alert(1)"}, "“javascript:alert(1)” is no address of a page."),
        ({"author": "Doe"}, "Its list “author” is no list of names."),
        ({"author": ["Doe"]}, "Its list “author” is no list of names."),
        ({"issued": "2020"}, "Its date “issued” is not written as CSL writes dates."),
        ({"issued": {"date-parts": "2020"}}, "Its date “issued” is not written as CSL writes dates."),
        ({"title": "x" * (LONGEST + 1)}, "One of its parts is longer than 2000 characters."),
    ],
)
def test_what_cannot_be_taken_in_is_refused_with_its_reason(changes, reason):
    assert refused(**changes) == reason


def test_what_people_copy_around_a_number_is_taken_off():
    made = tidy(RAW | {"DOI": "https://www.doi.org/10.1000/X.", "PMID": "PMID: 12"})
    assert (made["DOI"], made["PMID"]) == ("10.1000/X", "12")


def test_an_address_at_doi_org_is_a_doi():
    made = tidy(RAW | {"URL": "https://doi.org/10.1000/X"})
    assert (made["DOI"], "URL" in made) == ("10.1000/X", False)
    both = tidy(RAW | {"URL": "https://doi.org/10.1000/X", "DOI": "10.1000/y"})
    assert (both["DOI"], both["URL"]) == ("10.1000/y", "https://doi.org/10.1000/X")
    assert tidy(RAW | {"URL": "https://example.com/10.1000/X"})["URL"] == "https://example.com/10.1000/X"


def test_bodies_keep_their_name_whatever_the_part_is_called():
    names = [{"literal": "A team"}, {"name": "The Group"}, {"given": "Alone"}, {}, {"family": "Doe", "given": "J"}]
    assert tidy(RAW | {"author": names})["author"] == [
        {"literal": "A team"},
        {"literal": "The Group"},
        {"literal": "Alone"},
        {"family": "Doe", "given": "J"},
    ]


def test_a_list_of_others_alone_is_no_list():
    made = tidy(RAW | {"author": [{"literal": "et al."}]})
    assert "author" not in made
    assert made["custom"] == {"authors-complete": False}


def test_a_study_type_is_one_that_we_know():
    assert tidy(RAW | {"custom": {"study-type": "review"}})["custom"]["study-type"] == "review"
    assert "study-type" not in tidy(RAW | {"custom": {"study-type": "poem"}})["custom"]
    assert tidy(RAW | {"custom": "poem"})["custom"] == {"authors-complete": True}


def test_an_empty_date_is_none():
    assert "issued" not in tidy(RAW | {"issued": {"date-parts": [[None]]}})
    assert tidy(RAW | {"issued": {"date-parts": [["2020", "5"]]}})["issued"] == {"date-parts": [[2020, 5]]}


def test_it_changes_nothing_twice():
    once = tidy(RAW | {"author": [{"family": "Zarate", "given": "Carlos A., Jr."}], "DOI": "doi:10.1000/x"})
    assert tidy(once) == once
