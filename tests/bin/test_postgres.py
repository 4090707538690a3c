from pathlib import Path

import pytest

from bin import postgres


def test_the_newest_programs_are_taken():
    folders = [Path(f"/usr/lib/postgresql/{version}/bin") for version in ["9.6", "15", "16"]]
    assert max(folders, key=postgres.version).parent.name == "16"


def test_where_there_are_none_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(postgres, "newest_programs", lambda: None)
    monkeypatch.setattr(postgres, "install", lambda *packages: False)
    with pytest.raises(postgres.Missing, match="install the package postgresql"):
        postgres.find_programs()


def test_root_is_never_who_runs_it(monkeypatch):
    monkeypatch.setattr(postgres.os, "geteuid", lambda: 0)
    assert postgres.unprivileged_user().pw_uid != 0
    monkeypatch.setattr(postgres.os, "geteuid", lambda: 1000)
    assert postgres.unprivileged_user() is None
