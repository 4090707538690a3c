from articles.markdown import Checklist, render

LISTS = "## On the day\n\n- [ ] Loose clothes\n- [ ] A ride *home*[@a]\n\n## After\n\n- [ ] Rest\n"


def test_a_list_whose_every_item_begins_with_a_box_is_one_to_tick():
    html = render("- [ ] Loose clothes\n- [ ] A ride home\n").html
    assert '<ul class="checklist">\n<li>Loose clothes</li>' in html
    assert "[" not in html


def test_any_other_list_is_not():
    assert "checklist" not in render("- Loose clothes\n- A ride home\n\n1. [ ] Rest\n").html


def test_they_are_at_hand_as_plain_words_under_their_heading():
    assert render(LISTS).checklists == [
        Checklist("On the day", ["Loose clothes", "A ride home"]),
        Checklist("After", ["Rest"]),
    ]


def test_questions_are_told_from_what_is_only_ticked():
    assert [render(f"- [ ] {line}\n").checklists[0].asks for line in ("Who?", "Water")] == [True, False]
    assert not render("- [ ] Who?\n- [ ] Water\n").checklists[0].asks


def test_a_list_before_any_heading_has_no_title():
    assert render("- [ ] Rest\n").checklists == [Checklist("", ["Rest"])]


def test_a_list_within_an_item_is_a_list_of_its_own():
    rendered = render("- [ ] Bag\n  - Book\n- [ ] Ride\n")
    assert rendered.checklists == [Checklist("", ["Bag", "Ride"])]
    assert rendered.problems == []


def test_an_item_without_a_box_among_others_is_named_with_its_line():
    rendered = render("- [ ] Bag\n- Ride\n")
    assert [(problem.line, problem.message) for problem in rendered.problems] == [
        (2, "In a list to tick, every item begins with “[ ]”.")
    ]
    assert rendered.checklists == []


def test_an_item_without_words_breaks_nothing():
    assert render("-\n- [ ] \n- [ ] Ride\n").html
    assert render("- ```\n  code\n  ```\n- [ ] Ride\n").html


def test_live_text_in_an_item_stays_dead():
    assert "<script" not in render("- [ ] <script>alert(1)</script>\n").html
