from directory.templatetags.stating import stated


def test_silence_is_shown_as_such():
    assert stated("IV infusion") == "IV infusion"
    assert stated("") == '<span class="not-stated">not stated</span>'
