import pytest

from articles.incoming.names import name_of, person, without_others


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Price, Rebecca B.", {"family": "Price", "given": "Rebecca B."}),
        ("Zarate, Carlos A., Jr.", {"family": "Zarate", "given": "Carlos A.", "suffix": "Jr."}),
        ("Zarate, Carlos A Jr", {"family": "Zarate", "given": "Carlos A", "suffix": "Jr"}),
        ("Windsor, III", {"family": "Windsor", "suffix": "III"}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("Hospira, Inc.", {"literal": "Hospira, Inc."}),
        ("Office of Justice, Department of Law", {"literal": "Office of Justice, Department of Law"}),
        ("Plato", {"literal": "Plato"}),
        ("A, b, c, d", {"literal": "A, b, c, d"}),
    ],
)
def test_a_comma_tells_people_from_bodies(text, name):
    assert name_of(text) == name


def test_a_suffix_stands_behind_the_family_or_behind_the_given_name():
    assert person("Smith Jr.", "Bob") == {"family": "Smith", "given": "Bob", "suffix": "Jr."}
    assert person("Jr", "Bob") == {"family": "Jr", "given": "Bob"}


def test_what_bibtex_makes_of_et_al_is_nobody():
    doe = {"family": "Doe", "given": "Jane"}
    assert without_others([doe, {"family": "al.", "given": "et"}]) == ([doe], False)


def test_a_given_name_that_looks_like_a_suffix_stays_within_others():
    assert person("Doe", "Iiia Jane") == {"family": "Doe", "given": "Iiia Jane"}


@pytest.mark.parametrize("last", ["et al", "et al.", "et. al.", "others", "and others", "...", "…"])
def test_et_al_is_nobody(last):
    doe = {"family": "Doe", "given": "Jane"}
    assert without_others([doe, {"literal": last}]) == ([doe], False)
    assert without_others([doe]) == ([doe], True)


def test_et_al_behind_a_name_is_cut_off():
    assert without_others([{"literal": "Doe J, et al."}]) == ([{"literal": "Doe J"}], False)
    assert without_others([{"family": "Doe", "given": "J et al"}]) == ([{"family": "Doe", "given": "J"}], False)
    assert without_others(["Doe et al."]) == (["Doe"], False)
