"""What the search is told of new demonstrations is what it would have read."""

import pytest

from directory.importers.demo.load import load
from directory.models import SearchRow, SearchText, SearchWord
from tests.directory.importers.test_demo import ground

pytestmark = pytest.mark.django_db
__all__ = ["ground"]


def known():
    left_out = {"version", "shuffle"}
    fields = [field.attname for field in SearchRow._meta.concrete_fields if field.attname not in left_out]
    words = SearchText.objects.order_by("pk").values_list("pk", "name", "headline", "text", "tags", "spelled")
    rows = SearchRow.objects.order_by("pk").values_list(*fields)
    return (
        [tuple(bytes(value) if isinstance(value, memoryview) else value for value in row) for row in rows],
        list(words),
        dict(SearchWord.objects.values_list("word", "listings")),
    )


def test_it_is_what_the_search_would_have_read(ground):
    load(60)
    from_memory = known()
    SearchRow.objects.rebuild()
    assert from_memory == known()
    assert len(from_memory[0]) == 60
