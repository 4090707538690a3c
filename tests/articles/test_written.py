import pytest
from django.db import transaction

from articles import written
from tests.factories.articles import make_article, make_edition, make_notice, make_reference


@pytest.mark.django_db(transaction=True)
class TestAnnouncements:
    def test_an_edition_and_a_notice_are_announced(self):
        before = written.last()
        make_edition()
        published = written.last()
        assert published is not before
        notice = make_notice(make_reference("doe"))
        told = written.last()
        assert told is not published
        notice.delete()
        assert written.last() is not told

    def test_a_draft_is_not(self):
        before = written.last()
        make_article().save()
        assert written.last() is before

    def test_what_a_transaction_does_is_told_when_it_is_for_all_to_see(self):
        before = written.last()
        with transaction.atomic():
            make_notice(make_reference("doe"))
            assert written.last() is before
        assert written.last() is not before

    def test_what_is_taken_back_is_never_told(self):
        before = written.last()
        with transaction.atomic():
            make_notice(make_reference("doe"))
            transaction.set_rollback(True)
        assert written.last() is before
