import pytest

from articles.differences import Words, differences, word_differences
from articles.markdown import Block, blocks
from articles.models import Article
from tests.factories.articles import make_article, make_csl, make_edition, make_next_edition, make_reference

pytestmark = pytest.mark.django_db


def seen(old, new):
    return [
        (difference.section, [(piece.kind, piece.text.strip()) for piece in difference.pieces if piece.kind != "same"])
        for difference in differences(old, new)
    ]


def test_a_text_is_plain_words_under_their_headings():
    text = "Before.[@a]{low}\n\n## Cost {#c}\n\n| Way | What |\n|---|---|\n| **IV** | [words](/x)[@a; @b] |\n"
    assert blocks(text, str.upper) == [
        Block("", "Before. [A] (low certainty)"),
        Block("Cost", "Cost"),
        Block("Cost", "Way | What"),
        Block("Cost", "IV | words [A] [B]"),
    ]


def test_only_what_changed_is_told_and_where():
    first = make_edition(
        make_article(references=[], title="Old", text="Same.\n\n## Cost\n\nIt costs two dollars.\n\nSame too.\n")
    )
    second = make_next_edition(first, text="Same.\n\n## Cost\n\nIt costs three dollars.\n\nSame too.\n", title="Better")
    assert seen(first, second) == [
        ("Title", [("gone", "Old"), ("new", "Better")]),
        ("Cost", [("gone", "two"), ("new", "three")]),
    ]


def test_what_came_and_what_went_whole():
    first = make_edition(make_article(references=[], text="One.\n\nTwo.\n"))
    second = make_next_edition(first, text="Two.\n\nThree.\n")
    assert seen(first, second) == [("", [("gone", "One.")]), ("", [("new", "Three.")])]


def test_a_renamed_heading_and_a_new_paragraph_are_two_places():
    paragraphs = [f"Paragraph {number} says a thing of its own, word{number}." for number in range(20)]
    body = "\n\n".join(paragraphs)
    first = make_edition(make_article(references=[], text=f"## What it costs\n\n{body}\n"))
    changed = body.replace(paragraphs[4], f"{paragraphs[4]}\n\nAsk for a written price.")
    second = make_next_edition(first, text=f"## What it really costs\n\n{changed}\n")
    assert seen(first, second) == [
        ("What it really costs", [("new", "really")]),
        ("What it really costs", [("new", "Ask for a written price.")]),
    ]


def test_a_paragraph_stays_beside_what_it_became_when_another_comes_before_it():
    first = make_edition(make_article(references=[], text="It costs two dollars an hour.\n"))
    second = make_next_edition(first, text="Something else comes first.\n\nIt costs three dollars an hour.\n")
    assert seen(first, second) == [
        ("", [("new", "Something else comes first.")]),
        ("", [("gone", "two"), ("new", "three")]),
    ]


def test_working_copies_are_set_side_by_side_in_the_same_way():
    old = Words("Old", "Same.", "## Cost\n\nOne thing.\n\nAnother matter.\n")
    new = Words("Better", "Same.", "## Costs\r\n\r\nOne thing.\r\n\r\nAnother matter.\r\n")
    told = [[(piece.kind, piece.text) for piece in each.pieces] for each in word_differences(old, new)]
    assert told == [[("gone", "Old"), ("new", "Better")], [("gone", "Cost")], [("new", "Costs")]]


def test_a_changed_source_is_one_place_and_its_neighbours_none():
    a, b = make_reference("a"), make_reference("b", csl=make_csl(title="Another"))
    first = make_edition(make_article(references=[a, b], text="One.[@a] Two.[@b]"))
    b.csl = make_csl(title="Another", volume="8")
    b.save()
    second = make_next_edition(Article.objects.get().current_edition, text="One.[@a] Two.[@b]", summary="Same.")
    [_summary, (section, pieces)] = seen(first, second)
    assert section == "References"
    assert [kind for kind, _words in pieces] == ["gone", "new"]


def test_a_citation_is_told_by_name_and_a_new_one_moves_no_number():
    a, b = make_reference("a"), make_reference("b", csl=make_csl(author=[{"family": "Roe"}], title="Another"))
    first = make_edition(make_article(references=[a], text="One. Two.[@a]"))
    article = Article.objects.get()
    article.references.add(b)
    second = make_next_edition(first, text="One.[@b] Two.[@a]")
    text, references = seen(first, second)
    assert text == ("", [("new", "[Roe 2020]")])
    assert references[0] == "References"
    assert "Another" in references[1][0][1]


def test_long_words_around_a_change_are_shortened():
    long = " ".join(f"word{number}" for number in range(100))
    first = make_edition(make_article(references=[], text=f"{long} old {long}\n"))
    [difference] = differences(first, make_next_edition(first, text=f"{long} new {long}\n"))
    before, gone, new, after = difference.pieces
    assert before.text.split()[:2] == ["…", "word86"]
    assert (gone.text, new.text) == (" old", " new")
    assert after.text.split()[-2:] == ["word13", "…"]


def test_the_same_words_are_no_difference():
    edition = make_edition()
    assert differences(edition, edition) == []
