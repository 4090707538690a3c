from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Notice, Reference
from articles.querysets import standings
from tests.factories.articles import make_notice, make_reference

pytestmark = pytest.mark.django_db


def test_a_row_of_the_file_is_one_notice_of_a_reference():
    row = make_reference()
    make_notice(row, source_id="7")
    make_notice(make_reference(), source_id="7")
    with pytest.raises(IntegrityError):
        make_notice(row, source_id="7")


def test_staff_may_record_several():
    row = make_reference()
    assert make_notice(row).source_id == make_notice(row).source_id == ""


@pytest.mark.parametrize("fields", [{"nature": "rumor"}, {"doi": "11.1/x"}])
def test_its_fields_have_their_form(fields):
    with pytest.raises(ValidationError):
        Notice(reference=make_reference(), dated_on=date(2020, 1, 1), **{"nature": "retraction"} | fields).full_clean()
    with pytest.raises(IntegrityError):
        make_notice(make_reference(), **fields)


def test_its_doi_may_be_pasted_as_an_address():
    row = Notice(
        reference=make_reference(), nature="retraction", dated_on=date(2020, 1, 1), doi="https://doi.org/10.1000/x"
    )
    row.full_clean()
    assert row.doi == "10.1000/x"


def test_it_is_not_from_the_future():
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError) as error:
        Notice(reference=make_reference(), nature="retraction", dated_on=tomorrow).full_clean()
    assert "dated_on" in error.value.message_dict


class TestWhichAreRetracted:
    def test_by_the_newest_word(self):
        out, back, out_again, doubted, fine = (
            make_reference(key) for key in ("out", "back", "again", "doubted", "fine")
        )
        make_notice(out, dated_on=date(2020, 1, 1))
        make_notice(back, dated_on=date(2020, 1, 1))
        make_notice(back, nature="reinstatement", dated_on=date(2020, 1, 1))
        make_notice(out_again, nature="reinstatement", dated_on=date(2020, 1, 1))
        make_notice(out_again, dated_on=date(2021, 1, 1))
        make_notice(doubted, nature="concern")
        assert set(Reference.objects.retracted()) == {out, out_again}
        found = standings(Notice.objects.about(["out", "back", "again", "doubted", "fine"]))
        assert {key: standing.nature for key, standing in found.items()} == {
            **{"out": "retraction", "again": "retraction", "doubted": "concern"}
        }
        assert (out.standing.is_retracted, back.standing, fine.standing) == (True, None, None)


class TestChecks:
    def test_a_check_counts_for_a_year(self):
        today = timezone.localdate()
        make_reference("fresh", checked_on=today - timedelta(days=364))
        make_reference("old", checked_on=today - timedelta(days=365))
        make_reference("never", checked_on=None)
        assert [row.key for row in Reference.objects.due_for_check()] == ["never", "old"]

    def test_a_check_that_left_details_out_is_still_to_be_made(self, django_user_model):
        row = make_reference("partly", checked_on=timezone.localdate(), unchecked_details="author, volume")
        assert list(Reference.objects.due_for_check()) == [row]
        row.confirm(by=django_user_model.objects.create_user("desk@example.com"))
        assert not Reference.objects.due_for_check()

    def test_a_look_among_retracted_papers_counts_for_a_year(self):
        today = timezone.localdate()
        make_reference("fresh", doi="10.1000/a", retraction_checked_on=today - timedelta(days=364))
        make_reference("old", pmid="1", retraction_checked_on=today - timedelta(days=365))
        make_reference("never", doi="10.1000/b")
        make_reference("nameless")
        assert [row.key for row in Reference.objects.due_for_retraction_check()] == ["never", "old"]
        assert [row.key for row in Reference.objects.unidentified()] == ["nameless"]

    def test_confirming_says_who_and_when(self, django_user_model):
        user = django_user_model.objects.create_user("desk@example.com")
        row = make_reference(checked_on=None, unchecked_details="author")
        row.confirm(by=user)
        row.refresh_from_db()
        assert (row.checked_by, row.checked_on, row.verified) == (user, timezone.localdate(), "yes")

    def test_who_checked_has_a_date(self, django_user_model):
        with pytest.raises(IntegrityError):
            make_reference(checked_on=None, checked_by=django_user_model.objects.create_user("desk@example.com"))
