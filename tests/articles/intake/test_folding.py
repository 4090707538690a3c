from hypothesis import given
from hypothesis import strategies as st

from articles.intake.folding import fold_title


def test_spellings_of_one_title_are_one():
    spellings = ["Ketamine: A Réview.", "ketamine – a review", "<i>Ketamine</i>:  a\nreview", "KETAMINE A REVIEW?"]
    assert {fold_title(title) for title in spellings} == {"ketamineareview"}


def test_other_letters_and_numbers_tell_titles_apart():
    assert fold_title("Part 1") != fold_title("Part 2")
    assert fold_title("氯胺酮") == "氯胺酮"


@given(st.text())
def test_it_folds_once(title):
    assert fold_title(fold_title(title)) == fold_title(title)
