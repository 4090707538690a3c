from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Notice, Reference
from tests.articles.admin.test_article import sign_in
from tests.factories.articles import make_edition, make_notice, make_reference

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/reference/"


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def keys(client, **filters):
    return {row.key for row in client.get(LIST, filters).context["cl"].queryset}


def posted(reference, **changes):
    return {
        "key": reference.key,
        "csl": '{"type": "book", "title": "A book"}',
        "doi": reference.doi,
        "pmid": reference.pmid,
        "study_type": "",
        "authors_complete": "on",
        "checked_on": reference.checked_on or "",
        "unchecked_details": "",
        "retraction_checked_on": "",
        "notices-TOTAL_FORMS": 0,
        "notices-INITIAL_FORMS": 0,
    } | changes


def change(client, reference, **changes):
    response = client.post(f"{LIST}{reference.pk}/change/", posted(reference, **changes))
    assert response.status_code == 302, response.context["errors"]
    reference.refresh_from_db()


class TestTheWorkList:
    @pytest.mark.parametrize(
        ("filters", "wanted"),
        [
            ({"checked": "due"}, {"never", "old", "partly"}),
            ({"checked": "not"}, {"never"}),
            ({"checked": "partly"}, {"partly"}),
            ({"checked": "wholly"}, {"wholly", "old"}),
            ({"retraction": "retracted"}, {"wholly"}),
            ({"retraction": "due"}, {"partly"}),
            ({"retraction": "cannot"}, {"never", "old"}),
            ({}, {"never", "old", "partly", "wholly"}),
        ],
    )
    def test_it_holds_what_is_to_be_done(self, client, editor, filters, wanted):
        today = timezone.localdate()
        make_reference("never", checked_on=None)
        make_reference("old", checked_on=today - timedelta(days=400))
        make_reference("partly", checked_on=today, unchecked_details="author", doi="10.1000/x")
        make_notice(make_reference("wholly", checked_on=today, pmid="1", retraction_checked_on=today))
        assert keys(client, **filters) == wanted

    def test_a_retracted_one_says_so(self, client, editor):
        make_notice(make_reference())
        assert "<strong>Retracted on 2 March 2026</strong>" in client.get(LIST).content.decode()

    def test_many_are_listed_with_few_queries(self, client, editor, django_assert_max_num_queries):
        for _number in range(20):
            make_notice(make_reference())
        with django_assert_max_num_queries(15):
            client.get(LIST)


class TestChecking:
    def test_several_are_confirmed_at_once(self, client, editor):
        rows = [make_reference(checked_on=None), make_reference(unchecked_details="author")]
        data = {"action": "confirm", "_selected_action": [row.pk for row in rows]}
        content = client.post(LIST, data, follow=True).content.decode()
        assert "2 references are marked as checked today." in content
        assert [row.verified for row in Reference.objects.all()] == ["yes", "yes"]
        assert {row.checked_by for row in Reference.objects.all()} == {editor}
        assert LogEntry.objects.count() == 2

    def test_whoever_dates_a_check_made_it(self, client, editor):
        row = make_reference(checked_on=None)
        change(client, row, checked_on="2026-11-02")
        assert (row.checked_on, row.checked_by) == (date(2026, 11, 2), editor)

    def test_saving_something_else_leaves_who_checked(self, client, editor, django_user_model):
        other = django_user_model.objects.create_user("other@example.com")
        row = make_reference(checked_by=other)
        change(client, row, pmid="12")
        assert (row.pmid, row.checked_by) == ("12", other)

    def test_a_check_that_is_taken_back_is_nobodys(self, client, editor):
        row = make_reference(checked_by=editor)
        change(client, row, checked_on="")
        assert (row.checked_on, row.checked_by) == (None, None)


class TestNotices:
    def test_staff_record_what_they_found(self, client, editor):
        row = make_reference()
        notice = {
            "nature": "retraction",
            "dated_on": "2026-03-02",
            "doi": "10.1000/n",
            "reasons": "",
            "reference": row.pk,
        }
        data = {f"notices-0-{name}": value for name, value in notice.items()}
        change(client, row, **data, **{"notices-TOTAL_FORMS": 1})
        assert row.standing.is_retracted
        assert Notice.objects.get().source_id == ""

    def test_others_do_not(self, client):
        sign_in(client, "support")
        row = make_reference()
        assert client.post(f"{LIST}{row.pk}/change/", posted(row)).status_code == 403


class TestDeleting:
    def test_what_an_edition_cites_stays(self, client, editor):
        row = make_reference()
        make_edition(references=[row]).article.references.clear()
        assert client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403
        data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        client.post(LIST, data)
        assert Reference.objects.exists()

    def test_what_nothing_cites_may_go(self, client, editor):
        row = make_reference()
        client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"})
        assert not Reference.objects.exists()
