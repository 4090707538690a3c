import subprocess
import sys

import pytest

from bin import environment, packages


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A checkout with a lock file that asks for nothing, and no environment yet."""
    (tmp_path / "requirements.txt").write_text("")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path


def stand_in(house, monkeypatch):
    def make():
        environment.PYTHON.parent.mkdir(parents=True)
        environment.PYTHON.symlink_to(sys.executable)
        return True

    monkeypatch.setattr(environment, "make", make)


def test_it_installs_only_what_changed(house, monkeypatch):
    stand_in(house, monkeypatch)
    installed = []
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **_: installed.append(command) or done)
    environment.prepare(["requirements.txt"])
    assert {"--require-hashes", "--no-deps"} <= set(installed[-1])
    count = len(installed)
    environment.prepare(["requirements.txt"])
    assert len(installed) == count
    (house / "requirements.txt").write_text("# another\n")
    environment.prepare(["requirements.txt"])
    assert len(installed) > count


def test_where_no_environment_can_be_made_it_says_what_to_install(house, monkeypatch):
    monkeypatch.setattr(environment, "make", lambda: False)
    monkeypatch.setattr(packages, "install", lambda *packages: False)
    with pytest.raises(SystemExit, match="install the package python3-venv"):
        environment.prepare(["requirements.txt"])


def test_where_it_may_it_installs_what_is_missing(house, monkeypatch):
    answers = iter([False, True])
    monkeypatch.setattr(environment, "make", lambda: next(answers))
    asked = []
    monkeypatch.setattr(packages, "install", lambda *packages: asked.extend(packages) or True)
    environment.create()
    assert asked == ["python3-venv"]
