import pytest

from directory.comparison.lines import ANSWER, MORE, ON_PAPER, Verdict
from tests.directory.comparison.rows import lines, words
from tests.factories.directory import make_draft, make_offering, state_that

pytestmark = pytest.mark.django_db


def pair(**facts):
    """Lines of two practices, each fact given as (of the first, of the second)."""
    return lines(*(make_draft(**{name: values[n] for name, values in facts.items()}) for n in (0, 1)))


class TestVerdicts:
    def test_different_answers_differ(self):
        assert pair(fasting=("none", "light"))["fasting"].verdict is Verdict.DIFFERENT

    def test_the_same_answer_agrees(self):
        assert pair(fasting=("light", "light"))["fasting"].verdict is Verdict.SAME

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_silence_is_neither_a_yes_nor_a_no(self, answer):
        line = pair(group_option=(answer, "not_stated"))["group_option"]
        assert line.verdict is Verdict.DIFFERENT
        assert line.cells[1].said is None

    def test_where_all_are_silent_nobody_agrees(self):
        assert pair()["fasting"].verdict is Verdict.SILENT

    def test_a_no_differs_from_silence_in_a_fact_with_many_values_too(self):
        silent, refusing = make_draft(), make_draft()
        state_that(refusing, "emergency", "oxygen", "no")
        line = lines(silent, refusing)["emergency"]
        assert line.verdict is Verdict.DIFFERENT
        assert [cell.value.refused for cell in line.cells] == [[], ["Oxygen"]]

    def test_each_cell_says_whose_it_is(self):
        line = lines(make_draft(name="Alder"), make_draft(name="Birch"))["fasting"]
        assert [cell.who for cell in line.cells] == ["Alder", "Birch"]


class TestWhatIsCommon:
    def test_it_is_told_once_and_the_cells_tell_what_goes_beyond(self):
        first, second = make_draft(), make_draft()
        for listing, slug in [(first, "oxygen"), (second, "oxygen"), (second, "suction")]:
            state_that(listing, "emergency", slug)
        line = lines(first, second)["emergency"]
        assert (line.common, words(line)) == (["Oxygen"], [[], ["Suction"]])
        assert {cell.part for cell in line.cells} == {MORE}

    def test_what_one_refuses_stays_in_its_cell(self):
        first, second = make_draft(), make_draft()
        for listing in (first, second):
            state_that(listing, "emergency", "oxygen")
        state_that(second, "emergency", "suction", "no")
        line = lines(first, second)["emergency"]
        assert line.verdict is Verdict.DIFFERENT
        assert (line.common, [cell.value.refused for cell in line.cells]) == (["Oxygen"], [[], ["Suction"]])

    def test_nothing_is_common_with_who_is_silent(self):
        first = make_draft()
        state_that(first, "emergency", "oxygen")
        line = lines(first, make_draft())["emergency"]
        assert (line.common, words(line)) == ([], [["Oxygen"], []])

    def test_what_agrees_stays_whole(self):
        first, second = make_draft(), make_draft()
        for listing in (first, second):
            state_that(listing, "emergency", "oxygen")
        line = lines(first, second)["emergency"]
        assert (line.verdict, line.common, words(line)) == (Verdict.SAME, [], [["Oxygen"], ["Oxygen"]])
        assert {cell.part for cell in line.cells} == {ANSWER}


def test_what_goes_on_paper_is_all_there_to_be_printed():
    listing = make_draft()
    make_offering(listing)
    assert lines(listing, make_draft()).keys() >= ON_PAPER
