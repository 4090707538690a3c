import pytest

from directory import vocabulary
from directory.facets import NOT_STATED
from directory.models import SearchVersion, Term
from tests.factories.directory import make_term

pytestmark = pytest.mark.django_db


def test_choices_stand_in_their_order_with_not_stated_last():
    for slug, position in [("last", 2), (NOT_STATED, 1), ("first", 1)]:
        make_term("route", slug, position=position)
    assert list(vocabulary.current().choices_of("route")) == ["first", "last", NOT_STATED]


def test_what_is_unknown_is_nothing():
    assert vocabulary.current().choices_of("nonsense") == {}
    assert vocabulary.current().find("route", "nonsense") is None


@pytest.mark.django_db(transaction=True)
def test_a_changed_term_is_seen_at_once():
    make_term("route", "iv_infusion", label="Old words")
    SearchVersion.new_epoch()
    assert [choice.label for choice in vocabulary.current().choices_of("route").values()] == ["Old words"]
    Term.objects.update(label="New words")
    SearchVersion.new_epoch()
    assert [choice.label for choice in vocabulary.current().choices_of("route").values()] == ["New words"]


@pytest.mark.django_db(transaction=True)
def test_it_is_fetched_once(django_assert_num_queries):
    make_term("route", "iv_infusion")
    SearchVersion.new_epoch()
    vocabulary.current()
    with django_assert_num_queries(0):
        assert vocabulary.current().find("route", "iv_infusion")
