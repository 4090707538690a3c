import pytest
from django.db import IntegrityError, transaction

from directory.models import License
from tests.factories.directory import days_ago, make_clinician, make_license

pytestmark = pytest.mark.django_db


def test_an_npi_belongs_to_one_clinician():
    make_clinician(npi="1234567893")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_clinician(npi="1234567893")


def test_many_clinicians_may_have_none():
    make_clinician()
    make_clinician()


def test_an_active_license_has_its_dates():
    with pytest.raises(IntegrityError, match="license_in_force_has_its_dates"), transaction.atomic():
        make_license(make_clinician(), expires_on=None)


def test_a_license_is_held_once():
    make_license(make_clinician(), number="1")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_license(make_clinician(), number="1")


@pytest.mark.parametrize("status", ["active", "active_restricted", "probation"])
def test_it_is_in_force_through_its_last_day(status):
    license_ = make_license(make_clinician(), status=status, expires_on=days_ago(0))
    assert license_.is_in_force
    assert License.objects.in_force().get() == license_


@pytest.mark.parametrize(
    "fields",
    [
        {"expires_on": days_ago(1)},
        {"status": "expired"},
        {"status": "suspended"},
        {"status": "revoked"},
        {"status": "surrendered"},
        {"status": "not_found"},
    ],
)
def test_otherwise_it_is_not(fields):
    assert not make_license(make_clinician(), **fields).is_in_force
    assert not License.objects.in_force().exists()
