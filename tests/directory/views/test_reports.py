"""Anybody may say what is wrong, without saying who they are."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from directory.models import Listing, Report
from directory.views import reports
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return f"{make_listing(slug='quiet-harbor').get_absolute_url()}report/"


def send(client, address, *, seconds=10, **data):
    """Opens the form, takes some time, and sends it."""
    stamp = client.get(address).context["form"].next_stamp
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds)):
        return client.post(address, {"about": "price", "text": "It is $500 now.", "stamp": stamp} | data)


def words(response):
    return " ".join(response.content.decode().split())


def test_a_report_leads_to_its_own_page(client, address):
    response = send(client, address)
    report = Report.objects.get()
    assert response.url == report.get_absolute_url()
    page = client.get(response.url)
    assert report.code in words(page)
    assert "It is $500 now." not in words(page)


def test_the_page_is_found_by_its_code_in_any_case_and_no_other(client, address):
    send(client, address)
    code = Report.objects.get().code
    assert client.get(f"/directory/reports/{code.lower()}/").status_code == 200
    assert client.get("/directory/reports/AAAAAAAAAA/").status_code == 404


def test_it_asks_neither_who_nor_how_to_reach_them(client, address):
    names = set(client.get(address).context["form"].fields)
    assert names == {"stamp", "company", "about", "text"}
    assert "nothing about your own health" in words(client.get(address))


def test_what_was_typed_is_kept_when_something_is_missing(client, address):
    response = send(client, address, about="")
    assert response.status_code == 200
    assert "It is $500 now.</textarea>" in words(response)
    assert "Please choose one." in words(response)
    assert not Report.objects.exists()


def test_one_that_was_too_quick_is_sent_by_pressing_again(client, address):
    response = send(client, address, seconds=0)
    assert "That was very quick" in words(response)
    form = response.context["form"]
    with time_machine.travel(timezone.now() + timedelta(seconds=10)):
        again = client.post(address, {"about": "price", "text": form["text"].value(), "stamp": form.next_stamp})
    assert again.status_code == 302


def test_from_one_address_only_so_many_a_day(client, address):
    for _time in range(reports.FROM_ONE_ADDRESS.most):
        assert send(client, address).status_code == 302
    response = send(client, address)
    assert response.status_code == 429
    assert "It is $500 now." in words(response)
    assert Report.objects.count() == reports.FROM_ONE_ADDRESS.most


def test_what_cannot_be_sent_costs_nothing(client, address):
    for _time in range(reports.FROM_ONE_ADDRESS.most + 2):
        send(client, address, text="")
    assert send(client, address).status_code == 302


def test_a_forged_form_is_refused(address):
    assert Client(enforce_csrf_checks=True).post(address, {"about": "price"}).status_code == 403


@pytest.mark.parametrize("status", ["draft", "suspended"])
def test_nobody_reports_what_is_not_public(client, address, status):
    Listing.objects.update(status=status)
    assert client.get(address).status_code == 404


def test_a_closed_place_can_still_be_reported(client, address):
    Listing.objects.update(status="closed", closed_on=timezone.localdate())
    assert client.get(address).status_code == 200


def test_the_text_is_in_no_log(client, address, caplog):
    send(client, address, text="canary-text")
    assert "canary-text" not in caplog.text
    assert Report.objects.get().code not in caplog.text
