"""The whole command, from a file to the ledger."""

import io
from datetime import timedelta
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.claims import Claim, Method, Result
from directory.importers.npi import save
from directory.models import Check
from tests.directory.importers.npi.registry import (
    CLINIC,
    DEACTIVATED,
    GONE,
    JANE,
    NPIS,
    ORGANIZATION,
    OTHER,
    PERSON,
    write,
)
from tests.factories.directory import days_ago, make_clinician, make_draft

pytestmark = pytest.mark.django_db

MONTHLY = "npidata_pfile_20050523-{:%Y%m%d}.csv"
WEEKLY = "npidata_pfile_20260101-{:%Y%m%d}.csv"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "npi.csv"


@pytest.fixture
def jane():
    return make_clinician(name="Jane Testperson", npi=JANE)


def check_npis(path, **options):
    said = io.StringIO()
    call_command("check_npis", str(path), stdout=said, **options)
    return said.getvalue()


def results():
    return {check.subject: Result(check.result) for check in Check.objects.all()}


def test_people_and_practices_are_checked_in_one_run(path, jane):
    clinic = make_draft(name="Another Name", npi=CLINIC)
    gone = make_clinician(name="Gone Person", npi=GONE)
    said = check_npis(write(path, PERSON, ORGANIZATION, DEACTIVATED))
    assert results() == {jane: Result.CONFIRMED, clinic: Result.CONTRADICTED, gone: Result.CONTRADICTED}
    assert "NPIs that we list: 1 confirmed, 1 contradicted, 1 deactivated." in said
    assert "Checks: 3 recorded, 0 unchanged." in said
    assert f"Contradicted: {clinic}. The NPI registry differs: it has the name" in said
    assert f"Deactivated: {gone}. The NPI registry differs: it deactivated this NPI on 17 August 2020." in said


def test_a_check_says_how_when_and_from_which_line(path, jane):
    check_npis(write(path, ORGANIZATION, PERSON))
    check = jane.checks.get()
    assert (check.claim, check.method, check.checked_by) == (Claim.NPI, Method.NPPES, None)
    assert (check.checked_on, check.valid_until) == (timezone.localdate(), timezone.localdate() + timedelta(365))
    assert check.private_evidence.startswith(f"npi.csv, line 3: NPI {JANE}")
    assert jane in {row.subject for row in Check.objects.current().confirming()}


def test_a_second_run_with_the_same_file_adds_nothing(path, jane):
    write(path, PERSON)
    check_npis(path)
    said = check_npis(path)
    assert "Checks: 0 recorded, 1 unchanged." in said
    assert Check.objects.count() == 1


def test_a_run_on_another_day_is_another_look(path, jane):
    write(path, PERSON)
    check_npis(path, as_of=days_ago(1))
    check_npis(path)
    assert Check.objects.count() == 2


def test_what_changes_back_is_recorded_again(path, jane):
    for name in ("JANE", "ROBERT", "JANE"):
        check_npis(write(path, PERSON | {"Provider First Name": name}))
    by_time = Check.objects.order_by("pk").values_list("result", flat=True)
    assert list(by_time) == [Result.CONFIRMED, Result.CONTRADICTED, Result.CONFIRMED]


def test_a_dry_run_says_what_it_found_and_writes_nothing(path, jane):
    said = check_npis(write(path, PERSON), dry_run=True)
    assert "1 confirmed" in said
    assert said.endswith("Nothing was written: this was a dry run.\n")
    assert not Check.objects.exists()


def test_only_real_ones_that_have_not_ended_are_checked(path):
    make_clinician(name="Jane Testperson", npi=JANE, is_demonstration=True)
    make_draft(name="Test Ketamine Center", npi=CLINIC, is_demonstration=True)
    make_draft(name="Test Ketamine Center", npi=CLINIC, status="withdrawn_by_provider")
    make_draft(name="Test Ketamine Center", npi=CLINIC, status="closed", closed_on=days_ago(1))
    assert "NPIs that we list: none." in check_npis(write(path, PERSON, ORGANIZATION))
    assert not Check.objects.exists()


def test_places_of_one_organization_are_each_checked(path):
    make_draft(name="Test Ketamine Center", npi=CLINIC)
    make_draft(name="Test Ketamine Center North", npi=CLINIC)
    assert "2 confirmed" in check_npis(write(path, ORGANIZATION))


class TestMissing:
    def test_an_npi_that_some_file_lacks_is_left_alone(self, path, jane):
        assert "1 not in this file, not compared" in check_npis(write(path, ORGANIZATION))
        assert not Check.objects.exists()

    def test_an_npi_that_a_complete_file_lacks_is_not_confirmed(self, path, jane):
        check_npis(write(path, ORGANIZATION), complete=True)
        assert results() == {jane: Result.NOT_CONFIRMED}

    def test_the_monthly_file_is_complete_by_its_name_and_the_weekly_one_is_not(self, tmp_path, jane):
        today = timezone.localdate()
        check_npis(write(tmp_path / WEEKLY.format(today), ORGANIZATION))
        assert not Check.objects.exists()
        check_npis(write(tmp_path / MONTHLY.format(today), ORGANIZATION))
        assert results() == {jane: Result.NOT_CONFIRMED}

    def test_an_npi_in_a_refused_row_is_not_missing(self, path, jane):
        said = check_npis(write(path, PERSON | {"Entity Type Code": "7"}), complete=True)
        assert "Line 2 refused: the entity type code is neither 1 nor 2 ('7')." in said
        assert "1 in a row that was refused, not compared" in said
        assert not Check.objects.exists()


class TestDays:
    def test_the_registrys_own_name_says_of_which_day_it_is(self, tmp_path, jane):
        check_npis(write(tmp_path / MONTHLY.format(days_ago(20)), PERSON))
        assert jane.checks.get().checked_on == days_ago(20)

    def test_an_old_file_does_not_outweigh_a_later_look(self, path, jane):
        Check.record(jane, Claim.NPI, method=Method.NPPES, result=Result.CONTRADICTED, by=None, on=days_ago(5))
        check_npis(write(path, PERSON), as_of=days_ago(30))
        assert jane.checks.current().get().result == Result.CONTRADICTED

    def test_a_day_still_to_come_is_refused(self, path, jane):
        with pytest.raises(CommandError, match="still to come"):
            check_npis(write(path, PERSON), as_of=days_ago(-1))


@pytest.mark.parametrize(
    ("name", "reason"), [("missing.csv", "cannot be read: No such file"), ("", "cannot be read: Is a directory")]
)
def test_a_file_that_cannot_be_opened_is_named(tmp_path, name, reason):
    with pytest.raises(CommandError, match=reason):
        check_npis(tmp_path / name)


def test_a_faulty_file_changes_nothing(path, jane):
    path.write_text("NPI,Name\n")
    with pytest.raises(CommandError, match=r"Nothing was checked against .*npi\.csv\. The first line must name"):
        check_npis(path)
    assert not Check.objects.exists()


def test_a_run_that_was_stopped_is_finished_by_the_next(path):
    people = [make_clinician(name="Jane Testperson", npi=npi) for npi in NPIS[:6]]
    write(path, *[PERSON | {"NPI": npi} for npi in NPIS[:6]])
    with mock.patch.object(save, "BATCH", 2):
        with mock.patch.object(save, "_record", stops_after(3, save._record)), pytest.raises(KeyboardInterrupt):
            check_npis(path)
        assert Check.objects.count() == 2
        assert "4 recorded, 2 unchanged" in check_npis(path)
    assert results() == dict.fromkeys(people, Result.CONFIRMED)


def stops_after(times, work):
    left = iter(range(times))

    def once(*arguments):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return work(*arguments)

    return once


def test_an_npi_that_nobody_lists_leaves_no_trace(path, jane):
    check_npis(write(path, PERSON, ORGANIZATION, PERSON | {"NPI": OTHER}))
    assert results() == {jane: Result.CONFIRMED}
