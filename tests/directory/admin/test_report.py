import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.models import Letter, Listing, Report
from psychly.models import User
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin:directory_report_changelist")


@pytest.fixture
def desk(client):
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


@pytest.fixture
def report():
    return Report.objects.create(listing=make_listing(), about="price", text="It is $500 now.")


def act(client, action, *reports):
    data = {"action": action, "_selected_action": [each.pk for each in reports]}
    response = client.post(QUEUE, data, follow=True)
    return [str(message) for message in response.context["messages"]]


def test_the_queue_holds_what_is_to_be_decided(desk, report):
    closed = Report.objects.create(listing=report.listing, about="other")
    closed.mark_duplicate(by=None)
    assert list(desk.get(QUEUE, {"queue": "open"}).context["cl"].queryset) == [report]
    assert list(desk.get(QUEUE, {"queue": "closed"}).context["cl"].queryset) == [closed]


def test_only_the_answer_is_written_by_staff(desk, report):
    address = reverse("admin:directory_report_change", args=[report.pk])
    desk.post(address, {"answer": "They charge $500.", "text": "Other words.", "status": "fixed"})
    stored = Report.objects.get()
    assert (stored.answer, stored.text, stored.status) == ("They charge $500.", "It is $500 now.", "new")


def test_each_refusal_is_said(desk, report):
    assert "Write first" in " ".join(act(desk, "fix", report))
    assert "please call" in " ".join(act(desk, "ask_clinic", report))
    assert "1 report done." in act(desk, "confirm", report)
    Report.objects.update(answer="Mended.")
    assert "1 report done." in act(desk, "fix", report)
    assert Report.objects.get().closed_by.email == "help@example.com"


def test_nobody_adds_or_deletes_one(desk, report):
    assert desk.get(reverse("admin:directory_report_add")).status_code == 403
    assert desk.post(reverse("admin:directory_report_delete", args=[report.pk])).status_code == 403


@pytest.mark.parametrize(
    ("action", "method"),
    [("confirm", "phone_call"), ("confirm_by_website", "website_seen"), ("confirm_by_document", "document_seen")],
)
def test_the_ledger_says_how_it_was_found_to_be_right(desk, report, action, method):
    assert act(desk, action, report) == ["1 report done."]
    row = report.listing.checks.get()
    assert (row.result, row.method, row.checked_by.email) == ("contradicted", method, "help@example.com")


def test_a_demonstration_is_not_asked(desk, report):
    Listing.objects.update(is_demonstration=True, email="hello@example.com")
    assert "nobody to ask" in " ".join(act(desk, "ask_clinic", report))
    assert not Letter.objects.exists()


def test_from_a_report_it_is_one_step_to_the_call(desk, report):
    text = desk.get(reverse("admin:directory_report_change", args=[report.pk])).content.decode()
    assert f'href="{reverse("admin:directory_listing_call", args=[report.listing_id])}"' in text
    assert f'href="{reverse("admin:directory_check_add")}?listing={report.listing_id}"' in text
