from articles.incoming.csl import read_csl


def reasons(text):
    return [(refusal.where, refusal.reason) for refusal in read_csl(text).refusals]


def test_one_item_or_a_list_of_them():
    item = '{"type": "book", "title": "A book"}'
    assert len(read_csl(item).found) == 1
    assert [found.where for found in read_csl(f"[{item}, {item}]").found] == ["entry 1", "entry 2"]


def test_a_broken_file_is_named_with_its_line():
    assert reasons('[\n{"type": "book",\n "title": }]') == [("line 3", "This is not JSON: Expecting value.")]


def test_a_broken_item_is_named_and_the_others_stay():
    batch = read_csl('[1, {"type": "book"}, {"type": "book", "title": "A book"}]')
    assert [(r.where, r.reason) for r in batch.refusals] == [
        ("entry 1", "It is no CSL-JSON item."),
        ("entry 2", "It has no title."),
    ]
    assert [found.csl["title"] for found in batch.found] == ["A book"]


def test_nesting_without_end_is_refused():
    assert reasons("[" * 100_000) == [("line 1", "This is not JSON that can be read.")]


def test_numbers_without_end_are_refused():
    assert reasons("[" + "9" * 5000 + "]") == [("line 1", "This is not JSON that can be read.")]
