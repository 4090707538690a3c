import pytest

from bin import chromium


@pytest.fixture
def programs(monkeypatch, tmp_path):
    """An empty folder for them, and what was asked to be installed."""
    asked: list[str] = []
    monkeypatch.setattr(chromium, "SHELL", tmp_path / "shell")
    monkeypatch.setattr(chromium, "WHOLE", tmp_path / "whole")
    monkeypatch.setattr(chromium, "install", lambda *packages: asked.extend(packages))
    return tmp_path, asked


def test_the_quicker_one_is_taken(programs):
    folder, asked = programs
    (folder / "shell").touch()
    (folder / "whole").touch()
    assert chromium.provide_chromium() == folder / "shell"
    assert asked == []


def test_the_whole_browser_does_where_nothing_can_be_installed(programs):
    folder, asked = programs
    (folder / "whole").touch()
    assert chromium.provide_chromium() == folder / "whole"
    assert "chromium-headless-shell" in asked


def test_where_there_is_none_it_says_what_to_install(programs):
    with pytest.raises(chromium.Missing, match="install the packages chromium-headless-shell, "):
        chromium.provide_chromium()
