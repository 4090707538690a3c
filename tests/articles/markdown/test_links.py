from articles.markdown import render


def test_links_are_collected_with_their_lines():
    assert render("[a](#x)\n[b](/directory/)\n\n<https://example.com>").links == [
        (1, "#x"),
        (2, "/directory/"),
        (4, "https://example.com"),
    ]


def test_those_that_leave_the_site_say_so():
    html = render("[a](https://example.com) [b](/directory/)").html
    assert '<a href="https://example.com" rel="noopener">' in html
    assert '<a href="/directory/">' in html


def test_one_that_cannot_be_read_is_a_problem():
    [problem] = render("Fine.\n\nSee [this](/a b c).").problems
    assert problem.line == 3
