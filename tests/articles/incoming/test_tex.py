import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.incoming.items import Unreadable
from articles.incoming.tex import plain, plain_pages


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"Caf{\'e} M\"uller", "Café Müller"),
        (r"{\'E}cole 'n Roll {d'\'etude}", "École 'n Roll d'étude"),
        (r"\={a} and \.{z}", "ā and ż"),
        ("{O'neill}", "O'neill"),
        ("{{'}}", "'"),
        ("{a,,b} {x:=y}", "a,,b x:=y"),
        (r"{50\% of A~\& B}", "50% of A & B"),
        (r"\textbackslash{}", "\\"),
        (r"Mu\~noz, Mu\~{n}oz and Garc\'{\i}a, Garc\'\i{}a", "Muñoz, Muñoz and García, García"),
        (r"\v{S}imon \v Simon \c{c}a \H{o} {\o}re {\AA}rhus stra\ss e", "Šimon Šimon ça ő øre Århus straße"),
        (r"a\-b\/c\ d\,e \^{} \~{} \{f\}", "abc d e ^ ~ {f}"),
    ],
)
def test_it_becomes_plain_characters(tex, text):
    assert plain(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\textit{5-HT\textsubscript{2A}} receptors", "5-HT2A receptors"),
        (r"\emph{cis} and \textbf {trans}", "cis and trans"),
        (r"studied {\it in vitro} and {\em in vivo}", "studied in vitro and in vivo"),
        (r"\itshape Rattus", "Rattus"),
        (r"Patients{\textquoteright} and Crohn\textquoteright{}s", "Patients’ and Crohn’s"),
        (r"50{\textdegree}C, \textdollar5, a{\textendash}b\ldots", "50°C, $5, a–b…"),
    ],
)
def test_looks_go_and_symbols_stay(tex, text):
    assert plain(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"$\alpha$-agonists, $\beta_{2}$ and GABA$_\mathrm{A}$", "α-agonists, β2 and GABAA"),
        (r"Ca$^{2+}$ at $N=20$, p $\le$ 0.05", "Ca2+ at N=20, p ≤ 0.05"),
        (r"$10^{-3}$", "10^-3"),
        (r"\(\mu\)-opioid", "μ-opioid"),
        (r"\$5 or \$10, $5 or $10, $5-$10", "$5 or $10, $5 or $10, $5-$10"),
    ],
)
def test_mathematics_becomes_words_and_money_stays(tex, text):
    assert plain(tex) == text


def test_hyphens_become_dashes():
    assert plain("2019--2021 --- a well-known year") == "2019–2021 — a well-known year"
    assert plain("a-{}-b") == "a--b"
    assert plain_pages("12--19, e1---e4") == "12-19, e1-e4"


@pytest.mark.parametrize(
    ("tex", "command"),
    [
        (r"\citation{x}", r"\citation"),
        (r"a \unknown b", r"\unknown"),
        (r"\<x", r"\<"),
        ("end \\", "\\"),
        (r"\'{}", r"\'{}"),
    ],
)
def test_a_command_that_is_not_known_is_named(tex, command):
    with pytest.raises(Unreadable) as error:
        plain(tex)
    assert str(error.value) == f"“{command}” is TeX that cannot be read here: write what it stands for."


@given(st.text("an',:=. ", max_size=12))
def test_punctuation_stays_what_it_is(text):
    assert plain(f"{{{{{text}}}}}") == " ".join(text.split())
