from articles.markdown import render
from articles.passages import HEAD, head, home_of, passages, plain


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


def test_a_remark_stays_with_its_words_whatever_happens_around_them():
    def home(text):
        found = home_of("An old drug.", "what", passages(text))
        return found and found.anchor

    assert home("## What {#what}\n\nAn old drug.\n") == "what"
    assert home("New before.\n\n## What {#what}\n\nMore. An *old* drug.[@a] More.\n\n## After\n") == "what"
    assert home("## Renamed\n\nAn old drug.\n") == "renamed"
    assert home("## What {#what}\n\nNothing.\n\n## Other\n\nAn old drug.\n") == "other"
    assert home("## What {#what}\n\nA new drug.\n") == "what"
    assert home("## Other\n\nA new drug.\n") is None


def test_title_and_summary_are_words_and_no_markup():
    made = head("Ketamine & <b>", "What to *know*.")
    assert (made.anchor, made.words) == (HEAD, "Ketamine & <b> What to *know*.")
    assert "<b>" not in made.html


def test_no_heading_takes_the_place_of_title_and_summary():
    assert HEAD not in {each.anchor for each in passages(f"## {HEAD}\n\n## x {{#{HEAD}}}\n")}


def test_marks_are_no_words():
    cites, certainty = '<sup class="cites"><span>1</span></sup>', '<a class="certainty certainty-low" href="#x">low</a>'
    assert plain(f"<p>Said{cites} {certainty} &amp; <b>so</b>.</p>") == "Said & so."
