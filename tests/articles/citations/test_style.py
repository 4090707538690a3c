from articles.citations.ama import STYLE


def test_the_style_keeps_its_licence_and_names_its_authors():
    style = STYLE.read_text()
    assert "http://creativecommons.org/licenses/by-sa/3.0/" in style
    assert "Julian Onions" in style
    readme = (STYLE.parent / "README.md").read_text()
    assert STYLE.name in readme
    assert "CC BY-SA 3.0" in readme
