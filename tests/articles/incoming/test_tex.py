import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.incoming.tex import plain


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
    ],
)
def test_it_becomes_plain_characters(tex, text):
    assert plain(tex) == text


@given(st.text("an',:=. ", max_size=12))
def test_punctuation_stays_what_it_is(text):
    assert plain(f"{{{{{text}}}}}") == " ".join(text.split())
