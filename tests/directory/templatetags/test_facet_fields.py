from directory.results.panel import FacetPanel, Option
from directory.templatetags.facet_fields import facet_fields


def fields(*shown, folded=(), label="Route"):
    return facet_fields([FacetPanel("route", label, list(shown), list(folded))])


def test_each_choice_is_a_check_box_with_its_number():
    html = fields(Option("iv_infusion", "IV infusion", 1234, True), Option("other", "Other", 2, False))
    assert html.count("<label") == 2
    assert '<input type="checkbox" name="route" value="iv_infusion" checked>' in html
    assert '<input type="checkbox" name="route" value="other">' in html
    assert '<span class="check-count">1,234</span>' in html


def test_a_label_is_text_and_never_markup():
    html = fields(Option('"><b>', "<b>bold</b>", 1, False), folded=[Option("a", "<b>", 1, False)], label="<b>")
    assert "<b>" not in html


def test_each_facet_is_a_group_with_its_name():
    html = fields(Option("other", "Other", 2, False))
    assert '<legend class="field-label">Route</legend>' in html
    assert "<details" not in html


def test_what_folds_away_says_how_many_and_of_what():
    html = fields(folded=[Option("a", "A", 1, False), Option("b", "B", 1, False)])
    assert '<summary>2 more<span class="visually-hidden">: Route</span></summary>' in html
    assert html.count("<label") == 2
