"""Every fact that a listing can say has a name in the log."""

from datetime import time

import pytest

from directory import vocabulary
from directory.changelog.paths import label_of, words_of
from directory.models.snapshot import snapshot
from tests.factories.directory import make_hours, make_listing, state_that

pytestmark = pytest.mark.django_db


def test_every_path_of_a_snapshot_has_a_label_and_words():
    listing = make_listing()
    make_hours(listing, 0, time(9), time(17))
    state_that(listing, "insurer", "aetna", detail="iv_ketamine")
    for path, value in snapshot(listing.pk).items():
        label = label_of(path, vocabulary.current(), {})
        assert label
        assert label[0] == label[0].upper()
        assert isinstance(words_of(path, value), str)


def test_a_term_that_is_gone_keeps_its_slug_as_its_name():
    assert label_of("statements.room.old_term", vocabulary.current(), {}) == "old term"
