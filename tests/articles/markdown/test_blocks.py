from articles.markdown import runs


def seen(text):
    return [(run.line, run.is_heading, run.block.words) for run in runs(text, lambda key: f"<{key}>", lambda word: "!")]


def test_each_run_knows_its_line_and_whether_it_is_a_heading():
    assert seen("One\ntwo.[@a]{low}\n\n## Three\n\n- Four\n") == [
        (1, False, "One two.<a>!"),
        (4, True, "Three"),
        (6, False, "Four"),
    ]


def test_a_row_of_a_table_is_one_run():
    assert seen("Table: Ways.\n\n| A | B |\n|---|---|\n| 1 | 2[@a] |\n") == [
        (1, False, "Ways."),
        (3, False, "A | B"),
        (5, False, "1 | 2<a>"),
    ]


def test_nothing_has_no_runs():
    assert seen("") == []
