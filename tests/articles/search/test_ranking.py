from articles.search.ranking import Ranking, Said
from articles.words.attempts import one_each
from articles.words.stems import stems_of


def said(heading="", text="", *, above="", stressed="", sources=""):
    return Said(*(stems_of(words) for words in (heading, above, text, stressed, sources)))


def score(words, section, **holders):
    groups = one_each(words.split())
    known = {stem: 5 for group in groups for stem in group} | holders
    return Ranking(groups, known, 100).score(section)


def best_first(words, *sections, **holders):
    scores = [score(words, section, **holders) for section in sections]
    return scores == sorted(set(scores), reverse=True)


def test_a_heading_counts_for_more_than_a_row_this_for_more_than_the_text_and_a_source_for_least():
    assert best_first(
        "bladder",
        said("Bladder"),
        said(text="bladder", stressed="bladder"),
        said(text="bladder"),
        said(sources="bladder"),
        said(text="liver"),
    )


def test_a_heading_that_says_nothing_else_counts_for_more_than_a_long_one():
    assert best_first("cost", said("Cost"), said("Cost and insurance"), said("What it is said to cost in most places"))


def test_a_heading_above_counts_for_less_than_its_own():
    assert best_first("risks", said("Risks"), said("Bladder", above="Risks"), said("Bladder"))


def test_more_often_is_better_and_in_a_long_section_it_means_less():
    rest = "and so on " * 20
    often, long = said(text="pain pain pain " + rest), said(text="pain " + rest * 20)
    assert best_first("pain", often, said(text="pain " + rest), long)


def test_a_rare_word_weighs_more_than_a_common_one():
    assert best_first("otters pain", said(text="otters"), said(text="pain"), otter=1, pain=90)


def test_words_that_stand_side_by_side_as_typed_are_better():
    assert best_first("blood pressure", said(text="blood pressure up"), said(text="pressure up blood"))


def test_any_stem_of_a_group_is_the_word():
    ranking = Ranking((("bladder", "bladderwort"),), {"bladder": 1, "bladderwort": 1}, 9)
    assert ranking.score(said(text="bladderwort")) == ranking.score(said(text="bladder")) > 0
