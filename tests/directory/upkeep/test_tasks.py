from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from directory.management.commands import upkeep
from directory.upkeep.tasks import TASKS, Task
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def run():
    out = StringIO()
    call_command("upkeep", stdout=out)
    return out.getvalue().splitlines()


def test_the_command_says_what_each_part_did():
    make_listing(email="office@quiet.example", confirmed_on=days_ago(80))
    assert run()[0] == "1 letters written to ask whether a listing is still true."
    assert len(run()) == len(TASKS)


def test_one_part_that_fails_keeps_no_other_from_being_done(monkeypatch):
    def fail():
        raise RuntimeError

    done = []
    monkeypatch.setattr(
        upkeep, "TASKS", [Task(fail, "%d failed."), Task(lambda: done.append(1) or len(done), "%d done.")]
    )
    with pytest.raises(CommandError, match="1 of 2"):
        run()
    assert done == [1]
