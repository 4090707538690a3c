from articles.citations.adapt import adapted
from tests.articles.citations.samples import ARTICLE, BOOK, DOE, EDITORS, JOURNAL, SIX, TEAM

ITEM = ARTICLE | {"id": "x"}


def authors(**changes):
    return [author.get("literal") or author["family"] for author in adapted(ITEM | changes)["author"]]


def test_what_is_ours_or_empty_is_left_out_and_nothing_is_changed():
    item = ITEM | {"volume": "", "note": "x", "custom": {"verified": "yes"}}
    before = dict(item)
    assert not adapted(item).keys() & {"volume", "note", "custom"}
    assert item == before


def test_a_body_that_people_wrote_for_is_set_apart():
    assert authors(author=[*DOE, TEAM]) == ["Doe JA; ELEKT-D Study Group"]
    assert authors(author=[*SIX, TEAM])[-1] == "Six G; ELEKT-D Study Group"
    assert authors(author=[*SIX, *DOE, TEAM]) == ["One", "Two", "Three", "et al; ELEKT-D Study Group"]


def test_bodies_alone_stay_as_they_are():
    assert authors(author=[TEAM, {"literal": "FDA"}]) == ["ELEKT-D Study Group", "FDA"]


def test_a_name_is_printed_with_all_its_parts():
    person = {"family": "Berg", "given": "Jan-Piet A.", "non-dropping-particle": "van den", "suffix": "Jr."}
    assert authors(author=[person, TEAM]) == ["van den Berg JPA Jr; ELEKT-D Study Group"]


def test_editors_stand_in_the_place_of_authors_once():
    edited = adapted(BOOK | {"id": "x", "editor": EDITORS})
    assert edited["author"] == [*EDITORS, {"literal": "eds"}]
    assert "editor" not in edited
    assert adapted(BOOK | {"id": "x", "editor": EDITORS, "author": DOE})["editor"] == EDITORS


def test_whatever_nobody_signed_has_no_authors():
    assert "author" not in adapted(JOURNAL | {"author": []})
