import pytest

from directory.results.recognition.nearness import recognised
from directory.results.recognition.typed import Typed


@pytest.mark.parametrize("words", ["near me", "Nearby", "closest", "around me", "in my area", "close to me"])
def test_it_is_known_in_its_usual_forms(words):
    typed = Typed(f"ketamine {words}")
    assert typed.without(recognised(typed)) == "ketamine"


@pytest.mark.parametrize("words", ["ketamine near denver", "me", "ketamine", ""])
def test_anything_else_is_not_meant(words):
    assert recognised(Typed(words)) is None
