from articles.markdown import render


def test_a_number_keeps_its_unit():
    assert "0.5&nbsp;mg/kg over 40&nbsp;minutes" in render("0.5 mg/kg over 40 minutes").html


def test_other_words_part_freely():
    assert "in 2025 trials" not in render("in 2025 the drug").html
    assert "&nbsp;" not in render("in 2025 the drug, 7 daysailers").html


def test_quotes_are_real():
    assert render('He said "it\'s fine"').html == "<p>He said “it’s fine”</p>\n"


def test_a_molecule_is_no_trade_mark():
    assert "(R)-ketamine" in render("(R)-ketamine and (C)").html
