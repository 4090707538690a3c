import time
from unittest.mock import patch

import pytest

from directory.objection_links import LASTS, claim_of, objection_path
from tests.directory.models.claiming import make_claim

pytestmark = pytest.mark.django_db


def token(claim) -> str:
    return objection_path(claim).split("/")[-2]


def test_a_link_leads_to_its_claim():
    claim = make_claim()
    assert claim_of(token(claim)) == claim.pk


@pytest.mark.parametrize("spoiled", ["", "x", "1", "Mg:1xXRh1:forged"])
def test_what_we_did_not_sign_leads_nowhere(spoiled):
    assert claim_of(spoiled) is None


def test_a_link_lasts_longer_than_the_time_to_object():
    made = token(make_claim())
    with patch("django.core.signing.time.time", return_value=time.time() + LASTS.total_seconds() + 5):
        assert claim_of(made) is None
