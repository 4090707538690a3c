import pytest

from bin.parts import CLOSING_LINE, Part, Skipped, commands, run_all


def works(part):
    return True


def fails(part):
    return False


def cannot_run(part):
    raise Skipped("Install it.")


def test_all_parts_run_and_one_failure_decides(capsys):
    assert not run_all([Part("first", fails), Part("second", works)])
    summary = capsys.readouterr().out.partition("summary")[2]
    assert "first                         failed" in summary
    assert "second                        passed" in summary


def test_a_part_that_cannot_run_is_named_and_fails_only_where_nothing_may_be_missing(capsys, monkeypatch):
    monkeypatch.setenv("CI", "")
    assert run_all([Part("browser", cannot_run)])
    assert "skipped: Install it." in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    assert not run_all([Part("browser", cannot_run)])


def test_every_command_of_a_part_runs(capfd):
    assert not Part("two", fails).failed
    part = Part("two", commands(["python", "-c", "raise SystemExit(3)"], ["python", "-c", "print('still here')"]))
    part.run()
    assert part.failed
    assert "still here" in capfd.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "======================== 12 passed in 3.41s ========================",
        "============= 1 failed, 11 passed, 2 deselected in 83.41s (0:01:23) =============",
        "===== no tests ran in 0.01s =====",
    ],
)
def test_a_closing_line_is_kept_for_the_end(line, capfd):
    assert CLOSING_LINE.fullmatch(line)
    part = Part("suite", commands(["python", "-c", f"print({line!r})"]))
    assert run_all([part])
    assert capfd.readouterr().out.rstrip().endswith(line)
