from bin import data


def test_a_fingerprint_changes_with_a_file_and_with_a_fact(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "ROOT", tmp_path)
    places = tmp_path / "data" / "places.csv"
    places.parent.mkdir()
    places.write_text("Reno\n")
    first = data.fingerprint(["data"], "born in May")
    assert data.fingerprint(["data"], "born in May") == first
    assert data.fingerprint(["data"], "born in June") != first
    places.write_text("Ely\n")
    assert data.fingerprint(["data"], "born in May") != first


def test_a_loader_runs_once_and_again_when_its_files_changed(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(data, "call_command", lambda command, **options: ran.append(command))
    monkeypatch.setattr(data, "fingerprint", lambda names, *facts: repr(facts))
    for birth in ["May", "May", "June"]:
        data.load(data.Marks(tmp_path / "marks.json"), "load_places", birth)
    assert ran == ["load_places", "load_places"]


def test_a_loader_that_failed_is_asked_again(tmp_path, monkeypatch):
    def fail(command, **options):
        raise RuntimeError(command)

    marks = data.Marks(tmp_path / "marks.json")
    monkeypatch.setattr(data, "call_command", fail)
    try:
        data.load(marks, "load_articles", "May")
    except RuntimeError:
        assert data.Marks(tmp_path / "marks.json").get("load_articles") is None
    else:
        raise AssertionError("the failure was swallowed")
