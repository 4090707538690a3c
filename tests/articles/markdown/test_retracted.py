from articles.markdown import render
from articles.markdown.retracted import mark_retracted

HTML = render("Said.[@one; @two] Again.[@one]").html


def test_every_number_of_the_source_says_so():
    marked = mark_retracted(HTML, {"one"})
    assert marked.count('<span class="cite-word" aria-hidden="true">retracted</span>') == 2
    assert marked.count('aria-label="Reference 1, retracted"') == 2
    assert 'aria-label="Reference 2"' in marked


def test_nothing_else_changes():
    assert mark_retracted(HTML, set()) == mark_retracted(HTML, {"three"}) == HTML
    marked = mark_retracted(HTML, {"one", "two"})
    for added in ('<span class="cite-word" aria-hidden="true">retracted</span>', " cite-retracted", ", retracted"):
        marked = marked.replace(added, "")
    assert marked == HTML
