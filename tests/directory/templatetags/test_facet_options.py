from directory.results.panel import Option
from directory.templatetags.facet_options import facet_options


def test_each_choice_is_a_check_box_with_its_number():
    html = facet_options(
        "route", [Option("iv_infusion", "IV infusion", 1234, True), Option("other", "Other", 2, False)]
    )
    assert html.count("<label") == 2
    assert '<input type="checkbox" name="route" value="iv_infusion" checked>' in html
    assert '<input type="checkbox" name="route" value="other">' in html
    assert '<span class="check-count">1,234</span>' in html


def test_a_label_is_text_and_never_markup():
    assert "<b>" not in facet_options("route", [Option('"><b>', "<b>bold</b>", 1, False)])
