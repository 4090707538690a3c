import pytest

from directory.choices import Route
from directory.regulation import RegulatoryStatus, regulatory_status


@pytest.mark.parametrize("condition", ["trd", "mdd_si"])
def test_esketamine_is_approved_for_the_two_uses_on_its_label(condition):
    assert regulatory_status("intranasal_esketamine", condition) == RegulatoryStatus.APPROVED


@pytest.mark.parametrize("condition", ["mdd", "ptsd", "crps", "bipolar_depression"])
def test_esketamine_is_off_label_for_anything_else(condition):
    assert regulatory_status("intranasal_esketamine", condition) == RegulatoryStatus.OFF_LABEL


@pytest.mark.parametrize("route", ["iv_infusion", "im_injection", "sc_injection"])
@pytest.mark.parametrize("condition", ["trd", "mdd_si", "crps"])
def test_infused_and_injected_ketamine_is_always_off_label(route, condition):
    assert regulatory_status(route, condition) == RegulatoryStatus.OFF_LABEL


@pytest.mark.parametrize(
    "route", ["intranasal_racemic_compounded", "oral_sublingual_in_clinic", "oral_sublingual_at_home"]
)
def test_what_a_pharmacy_compounds_is_never_approved(route):
    assert regulatory_status(route, "trd") == RegulatoryStatus.COMPOUNDED


@pytest.mark.parametrize("route", Route.values)
def test_only_esketamine_is_ever_approved(route):
    approved = regulatory_status(route, "trd") == RegulatoryStatus.APPROVED
    assert approved == (route == Route.INTRANASAL_ESKETAMINE)
