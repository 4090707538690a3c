from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from articles.templatetags.marking import marked
from articles.words.stems import stems_of

HOSTILE = '<script>alert("x")</script> & <b>infusions</b>'


def test_each_word_of_a_stem_is_marked():
    assert marked("Infusions and an infusion", frozenset(["infus"])) == (
        "<mark>Infusions</mark> and an <mark>infusion</mark>"
    )


def test_without_stems_nothing_is_marked_and_all_is_escaped():
    assert marked(HOSTILE, frozenset()) == (
        "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;infusions&lt;/b&gt;"
    )


def test_nothing_of_a_text_is_taken_for_html():
    shown = marked(HOSTILE, frozenset(["script", "infus"]))
    assert isinstance(shown, SafeString)
    assert shown.replace("<mark>", "").replace("</mark>", "").count("<") == 0


def test_nothing_stays_nothing():
    assert not marked("", frozenset(["infus"]))


@given(st.text(), st.text())
def test_any_text_can_be_marked_for_any_words(text, words):
    shown = marked(text, frozenset(stems_of(words)))
    assert shown.replace("<mark>", "").replace("</mark>", "") == marked(text, frozenset())
