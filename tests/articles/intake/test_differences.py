import pytest

from articles.intake.candidates import Choice
from tests.articles.intake.test_candidates import only, states
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db
FILL, REPLACE, LEAVE = Choice.FILL, Choice.REPLACE, Choice.LEAVE


def test_what_says_nothing_new_can_only_be_left():
    make_reference(doi="10.1000/x", authors_complete=True, study_type="review")
    candidate = only({name: value for name, value in make_csl(DOI="10.1000/x").items() if name != "page"})
    assert candidate.says_nothing_new
    assert states(candidate)["page"] == states(candidate)["study-type"] == "kept"


def test_what_the_record_lacks_can_be_added():
    make_reference(doi="10.1000/x")
    candidate = only(make_csl(DOI="10.1000/x", PMID="12", issue="3"))
    assert candidate.choices == [LEAVE, FILL]
    assert candidate.choice == "leave"
    assert states(candidate)["PMID"] == states(candidate)["issue"] == "new"


def test_what_differs_can_be_replaced():
    make_reference(doi="10.1000/x")
    candidate = only(make_csl(DOI="10.1000/x", volume="8"))
    assert candidate.choices == [LEAVE, REPLACE]
    part = next(part for part in candidate.parts if part.name == "volume")
    assert (part.incoming, part.stored, str(part.label)) == ("8", "7", "volume")


def test_each_part_is_shown_in_words():
    authors = [{"family": "Berg", "given": "A.", "non-dropping-particle": "van der"}, {"literal": "A team"}]
    candidate = only(make_csl(author=[*authors, {"literal": "et al."}], custom={"study-type": "review"}))
    shown = {part.name: part.incoming for part in candidate.parts}
    assert shown["author"] == "van der Berg, A.; A team; et al."
    assert shown["issued"] == "2020-05"
    assert shown["study-type"] == "Review article"


def test_a_record_with_a_part_that_no_file_could_bring_is_compared_all_the_same():
    make_reference(doi="10.1000/x", csl=make_csl(URL="www.fda.gov/x"))
    candidate = only(make_csl(DOI="10.1000/x", URL="https://www.fda.gov/x"))
    assert states(candidate)["URL"] == "new"
    assert states(candidate)["volume"] == "same"


def test_an_abridged_list_is_no_addition_to_a_whole_one():
    make_reference(doi="10.1000/x")
    candidate = only(make_csl(DOI="10.1000/x", custom={"authors-complete": False}))
    assert states(candidate)["author"] == "differs"
    assert candidate.choices == [LEAVE, REPLACE]
