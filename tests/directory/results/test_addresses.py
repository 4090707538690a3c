from django.http import QueryDict

from directory.results import addresses

ASKED = QueryDict("place=Denver, CO&route=iv_infusion&route=im_injection&page=3")


def test_a_changed_search_keeps_the_rest_and_starts_at_its_first_page():
    assert addresses.changed(ASKED, sort="price") == (
        "/directory/?place=Denver%2C+CO&route=iv_infusion&route=im_injection&sort=price"
    )


def test_a_value_that_is_none_goes():
    assert addresses.changed(ASKED, route=None, place="Reno, NV") == "/directory/?place=Reno%2C+NV"


def test_a_list_sets_each_of_its_values():
    assert addresses.changed(ASKED, route=["iv_infusion", "sc_injection"]) == (
        "/directory/?place=Denver%2C+CO&route=iv_infusion&route=sc_injection"
    )


def test_one_of_several_values_is_taken_out():
    assert addresses.without(ASKED, "route", "iv_infusion") == "/directory/?place=Denver%2C+CO&route=im_injection"


def test_a_search_without_a_question_has_the_plain_address():
    assert addresses.without(QueryDict("route=iv_infusion"), "route", "iv_infusion") == "/directory/"
    assert addresses.searched(QueryDict("page=2")) == "/directory/"


def test_a_page_number_can_follow():
    assert addresses.before_page(QueryDict("")) == "/directory/?"
    assert addresses.before_page(QueryDict("place=Reno&page=2")) == "/directory/?place=Reno&"


def test_what_a_visitor_typed_cannot_break_out_of_an_address():
    assert addresses.searched(QueryDict("place=%22%3E%3Cscript%3E%26a%3Db")) == (
        "/directory/?place=%22%3E%3Cscript%3E%26a%3Db"
    )


def test_a_choice_to_compare_stays_on_the_page_it_was_made_on():
    assert addresses.comparing(ASKED, ["a", "b"]) == (
        "/directory/?place=Denver%2C+CO&route=iv_infusion&route=im_injection&page=3&listing=a&listing=b"
    )


def test_what_is_chosen_is_no_part_of_the_question():
    assert addresses.question(QueryDict("place=Reno&listing=a&page=2")) == "place=Reno&page=2"
    assert addresses.comparing(QueryDict("place=Reno&listing=a"), []) == "/directory/?place=Reno"


def test_one_more_parameter_can_follow():
    assert addresses.going_on("/directory/") == "/directory/?"
    assert addresses.going_on("/directory/?a=b") == "/directory/?a=b&"
