from articles.markdown import render
from articles.passages import passages, plain


def test_a_text_is_cut_at_its_headings():
    cut = passages("Before.\n\n## One {#one}\n\nFirst.\n\n### Part\n\nSecond.\n")
    assert [(each.anchor, each.title, each.words) for each in cut] == [
        ("", "", "Before."),
        ("one", "One", "One First."),
        ("part", "Part", "Part Second."),
    ]


def test_a_text_that_begins_with_a_heading_has_nothing_before_it():
    assert [each.anchor for each in passages("## One\n")] == ["one"]
    assert passages("") == []


def test_the_pieces_together_are_the_whole():
    text = "A.\n\n## B\n\n::: warning\nC.\n:::\n\n## D\n\n- E\n"
    assert "".join(each.html for each in passages(text)) == render(text).html


def test_marks_are_no_words():
    cites, certainty = '<sup class="cites"><span>1</span></sup>', '<a class="certainty certainty-low" href="#x">low</a>'
    assert plain(f"<p>Said{cites} {certainty} &amp; <b>so</b>.</p>") == "Said & so."
