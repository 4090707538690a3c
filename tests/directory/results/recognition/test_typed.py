from directory.results.recognition.typed import Stretch, Typed


def texts(typed, longest):
    return [typed.text(stretch) for stretch in typed.stretches(longest)]


def test_stretches_come_longest_first_and_from_left_to_right():
    assert texts(Typed("one two three"), 2) == ["one two", "two three", "one", "two", "three"]


def test_there_is_none_in_no_words():
    assert texts(Typed(""), 5) == []


def test_commas_and_slashes_part_words_and_other_signs_belong_to_them():
    assert Typed("denver, co; PTSD/OCD self-pay").words == ["denver", "co", "PTSD", "OCD", "self-pay"]


def test_a_word_with_a_hyphen_has_two_stems():
    typed = Typed("self-pay infusions")
    assert typed.stems(Stretch(0, 2)) == ("self", "pay", "infus")


def test_the_rest_keeps_its_order():
    assert Typed("ketamine in denver today").without(Stretch(1, 3)) == "ketamine today"


def test_a_word_before_belongs_to_it_only_if_it_is_one_of_those():
    typed = Typed("ketamine Near Denver")
    assert typed.with_the_word_before(Stretch(2, 3), {"near"}) == Stretch(1, 3)
    assert typed.with_the_word_before(Stretch(2, 3), {"in"}) == Stretch(2, 3)
    assert typed.with_the_word_before(Stretch(0, 1), {"denver"}) == Stretch(0, 1)


def test_stretches_overlap_where_they_share_a_word():
    assert Stretch(0, 2).overlaps(Stretch(1, 3))
    assert not Stretch(0, 2).overlaps(Stretch(2, 3))
