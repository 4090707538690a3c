from articles.words.full_text import in_fts5, in_tsquery, numbers


def test_any_stem_of_a_group_and_every_group_is_asked_for_in_the_words_of_each_database():
    groups = (("infus", "drip"), ("pain",))
    assert in_fts5(groups, "title text") == '{title text} : (("infus" OR "drip") AND ("pain"))'
    assert in_tsquery(groups) == "('infus' | 'drip') & ('pain')"


def test_numbers_come_back_from_one_piece_of_text():
    assert numbers("3,1,2").tolist() == [3, 1, 2]
    assert numbers(None).tolist() == numbers("").tolist() == []
