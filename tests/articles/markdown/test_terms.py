import pytest

from articles.markdown import render
from articles.markdown.terms import mark_terms

FORMS = {
    "placebo": "placebo",
    "active placebo": "active-placebo",
    "MADRS": "madrs",
    "boxed warning": "boxed",
    "A&E": "ae",
}


def marked(html):
    return mark_terms(html, FORMS, "/glossary/")


def words_of(html):
    """What was marked, as it is written."""
    return [part.partition(">")[2].partition("<")[0] for part in marked(html)[0].split('<a class="term"')[1:]]


def test_a_word_leads_to_its_explanation():
    html, found = marked("<p>A placebo.</p>")
    link = '<a class="term" href="/glossary/#placebo" aria-describedby="term-placebo">placebo</a>'
    assert html == f"<p>A {link}.</p>"
    assert found == ["placebo"]


def test_only_the_first_time():
    assert words_of("<p>One placebo.</p><p>Another placebo, <em>placebo</em>.</p>") == ["placebo"]


def test_the_words_of_a_text_stay_what_they_are():
    html = render("## Placebo\n\nA *placebo*, “active placebo” & MADRS.[@a]{low}\n\n- placebo\n").html
    made = marked(html)[0]
    assert made != html
    assert "".join(part.partition(">")[2] for part in f">{made}".split("<")) == "".join(
        part.partition(">")[2] for part in f">{html}".split("<")
    )


@pytest.mark.parametrize("text", ["Placebo", "PLACEBO", "placebo"])
def test_small_letters_are_found_in_capitals_too(text):
    assert words_of(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(("text", "found"), [("MADRS", True), ("Madrs", False), ("madrs", False)])
def test_capital_letters_are_found_as_they_are_written(text, found):
    assert bool(words_of(f"<p>{text}</p>")) is found


@pytest.mark.parametrize("text", ["placebos", "placebo-controlled", "xplacebo", "non-placebo", "placebo_x"])
def test_a_part_of_another_word_is_not_found(text):
    assert words_of(f"<p>{text}</p>") == []


def test_the_longer_word_wins_and_is_another_word():
    assert words_of("<p>active placebo, placebo, active placebo</p>") == ["active placebo", "placebo"]


def test_a_form_is_found_across_the_end_of_a_line():
    assert words_of("<p>a boxed\nwarning</p>") == ["boxed\nwarning"]


@pytest.mark.parametrize("text", ["a&amp;b", "a &lt;b", "plac\u0131bo sk\u0131n"])
def test_no_escaped_character_and_no_look_alike_is_taken_for_a_word(text):
    assert mark_terms(f"<p>{text}</p>", {"amp": "amp", "lt": "lt", "skin": "skin"}, "/") == (f"<p>{text}</p>", [])


def test_a_form_with_a_character_that_html_escapes_is_found():
    assert words_of("<p>in A&amp;E</p>") == ["A&amp;E"]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="x">placebo</h2>',
        '<p><a href="#x">a <em>placebo</em></a></p>',
        "<p><code>placebo</code></p>",
        "<table><caption>placebo</caption><tr><th>placebo</th></tr></table>",
        '<p><sup class="cites"><button aria-label="placebo > x"></button></sup></p>',
        '<div class="callout callout-crisis"><p class="callout-title">placebo</p><p>placebo</p></div>',
        '<div class="callout callout-warning"><p class="callout-title">placebo</p></div>',
        '<div class="plot" role="group" aria-label="placebo"><div><p>placebo</p></div></div>',
    ],
)
def test_names_controls_and_the_box_for_a_crisis_are_left_alone(html):
    assert words_of(html) == []
    assert words_of(html + "<p>a placebo</p>") == ["placebo"]


@pytest.mark.parametrize(
    "html", ["<p>a<br>placebo</p>", "<hr><p>placebo</p>", "<table><tr><td>placebo</td></tr></table>"]
)
def test_elsewhere_it_is_found(html):
    assert words_of(html) == ["placebo"]


def test_without_a_glossary_nothing_changes():
    assert mark_terms("<p>placebo</p>", {}, "/") == ("<p>placebo</p>", [])
