from directory.provider_forms.newcomers import Newcomers

WAITS = {"people.new.1": True, "people.new.1.name": "Ro Testperson", "people.new.1.role": "crna"}


def test_there_is_room_for_one_more_than_wait(said):
    assert [block.folded for block in Newcomers().blocks(said())] == [True]
    first, second = Newcomers().blocks(said(WAITS))
    assert (first.legend, first.folded, second.folded) == ("Ro Testperson", False, True)


def test_what_was_left_empty_is_not_said(said):
    values = Newcomers().values(said()) | {"new1__name": "Ro Testperson", "new1__role": "crna"}
    assert Newcomers().paths(said(), values) == WAITS


def test_what_is_emptied_is_taken_back(said):
    values = Newcomers().values(said(WAITS | {"people.new.1.npi": "1234567893"})) | {"new1__npi": ""}
    assert Newcomers().paths(said(WAITS | {"people.new.1.npi": "1234567893"}), values)["people.new.1.npi"] is None


def test_without_a_name_nobody_comes(said):
    values = Newcomers().values(said(WAITS)) | {"new1__name": ""}
    assert Newcomers().paths(said(WAITS), values)["people.new.1"] is None
    assert Newcomers().problems(said(WAITS), values) == {}


def test_words_without_a_name_are_asked_whose_they_are(said):
    values = Newcomers().values(said()) | {"new1__days": "Monday"}
    assert list(Newcomers().problems(said(), values)) == ["new1__name"]
