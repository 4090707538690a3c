import pytest
from django.core.exceptions import ValidationError

from tests.factories.directory import make_draft, state_that

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facet", "slug", "detail"),
    [
        ("condition", "trd", ""),
        ("language", "spanish", "clinician"),
        ("insurer", "aetna", "esketamine"),
        ("language", "spanish", ""),
    ],
)
def test_what_a_listing_may_state(facet, slug, detail):
    state_that(make_draft(), facet, slug, detail=detail).clean()


@pytest.mark.parametrize(
    ("facet", "slug", "detail", "field"),
    [
        ("route", "iv_infusion", "", "term"),
        ("condition", "not_stated", "", "term"),
        ("condition", "trd", "clinician", "detail"),
        ("language", "spanish", "esketamine", "detail"),
        ("insurer", "aetna", "staff", "detail"),
    ],
)
def test_what_it_may_not(facet, slug, detail, field):
    with pytest.raises(ValidationError) as refusal:
        state_that(make_draft(), facet, slug, detail=detail).clean()
    assert set(refusal.value.message_dict) == {field}
