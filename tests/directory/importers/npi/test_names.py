import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.importers.npi.names import can_be_the_organization, can_be_the_person


@pytest.mark.parametrize(
    ("ours", "last", "given_names"),
    [
        ("Jane Testperson", ["TESTPERSON"], ["JANE"]),
        ("jane testperson", ["Testperson"], ["JANE", "QUINN"]),
        ("Dr. Jane Q. Testperson", ["TESTPERSON"], ["JANE"]),
        ("Jane Testperson, MD, PhD", ["TESTPERSON"], ["JANE"]),
        ("Jane Testperson Jr.", ["TESTPERSON"], ["JANE"]),
        ("Jane Testperson", ["TESTPERSON III"], ["JANE"]),
        ("José Muñoz", ["MUNOZ"], ["JOSE"]),
        ("Sinéad O’Brien", ["O'BRIEN"], ["SINEAD"]),
        ("Sinéad O’Brien", ["O BRIEN"], ["SINEAD"]),
        ("Ian McDonald", ["MC DONALD"], ["IAN"]),
        ("Ana Delacruz", ["DE LA CRUZ"], ["ANA"]),
        ("Ana de la Cruz", ["DELACRUZ"], ["ANA"]),
        ("Ana Smith-Jones", ["SMITH JONES"], ["ANA"]),
        ("Ana Smith-Jones", ["SMITH"], ["ANA"]),
        ("Ana Smith", ["SMITH-JONES"], ["ANA"]),
        ("Ana Jones", ["SMITH-JONES"], ["ANA"]),
        ("Ana Smith", ["JONES", "SMITH"], ["ANA"]),  # the name before or after a marriage
        ("Chen Wei", ["CHEN"], ["WEI"]),
        ("Li Na", ["LI"], ["NA"]),
        ("Bob Smith", ["SMITH"], ["ROBERT"]),
        ("Robert Smith", ["SMITH"], ["BOB"]),
        ("Mike Smith", ["SMITH"], ["MICHAEL"]),
        ("Liz Smith", ["SMITH"], ["ELIZABETH"]),
        ("Drew Smith", ["SMITH"], ["ANDREW"]),
        ("Katherine Smith", ["SMITH"], ["CATHERINE"]),
        ("Geoff Smith", ["SMITH"], ["JEFFREY"]),
        ("Robert Smith", ["SMITH"], ["JAMES", "ROBERT"]),  # goes by the middle name
        ("J. Robert Smith", ["SMITH"], ["JAMES"]),
        ("Smith", ["SMITH"], ["JANE"]),
        ("Jane Smith", ["SMITH"], []),
        ("Jane Smith", ["SMITH"], ["FNU"]),
        ("Mary Thomas", ["THOMAS"], ["MARY"]),
    ],
)
def test_one_person_may_be_written_in_several_ways(ours, last, given_names):
    assert can_be_the_person(ours, last, given_names)


@pytest.mark.parametrize(
    ("ours", "last", "given_names"),
    [
        ("Jane Testperson", ["OTHERPERSON"], ["JANE"]),
        ("Jane Smith", ["SMITHSON"], ["JANE"]),
        ("Jane Testperson", ["TESTPERSON"], ["ROBERT"]),
        ("Jane Testperson", ["TESTPERSON"], ["ROBERT", "TOM"]),
        ("Jane Testperson MD", ["TESTPERSON"], ["MARY"]),  # the letters after a name are no initial
        ("Thomas Smith", ["THOMAS"], ["ROBERT"]),
        ("Ana de Souza", ["DE LIMA"], ["ANA"]),
        ("Jane Smith Jr.", ["JONES JR"], ["JANE"]),
        ("Al Smith", ["SMITH"], ["SALLY"]),  # two letters are too few for a part of a name
        ("", ["SMITH"], ["JANE"]),
        ("Jane Smith", [], ["JANE"]),
    ],
)
def test_another_last_name_or_first_letter_is_another_person(ours, last, given_names):
    assert not can_be_the_person(ours, last, given_names)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Test Ketamine Center"], ["TEST KETAMINE CENTER, LLC"]),
        (["Test Ketamine Center"], ["THE TEST KETAMINE CENTER P.C."]),
        (["HealWell"], ["HEAL WELL INC"]),
        (["Smith & Jones"], ["SMITH AND JONES, PLLC"]),
        (["Test Center", "Testperson Anesthesia, PLLC"], ["TESTPERSON ANESTHESIA PLLC"]),
        (["Test Ketamine"], ["TESTPERSON ANESTHESIA PLLC", "TEST KETAMINE"]),  # the name it does business under
        (["Test Ketamine of Denver"], ["TEST KETAMINE LLC"]),
        (["The Company"], ["THE COMPANY"]),
        (["Café Santé"], ["CAFE SANTE LLC"]),
    ],
)
def test_one_practice_may_be_written_in_several_ways(ours, theirs):
    assert can_be_the_organization(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Test Ketamine Center", ""], ["OTHER KETAMINE CENTER LLC"]),
        (["Test", ""], ["TEST PLUMBING LLC"]),  # one word is too few for a part of a name
        (["Test LLC"], ["OTHER LLC"]),
        ([""], ["", "LLC"]),
        (["Test Center"], []),
    ],
)
def test_other_words_are_another_practice(ours, theirs):
    assert not can_be_the_organization(ours, theirs)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=2), st.lists(st.text(max_size=20), max_size=2))
def test_no_text_breaks_the_comparison(ours, last, given_names):
    assert can_be_the_person(ours, last, given_names) in (True, False)
    assert can_be_the_organization([ours], last) in (True, False)
