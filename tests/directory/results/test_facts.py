"""What a process remembers of listings. Commits decide what others may see, so these tests make real ones."""

from unittest import mock

import time_machine
from django.db import transaction
from django.test import TransactionTestCase

from directory.results import facts
from directory.results.facts import facts_of
from tests.factories.directory import make_draft, make_listing


class FactsTests(TransactionTestCase):
    def setUp(self):
        self.listing = make_listing(name="Quiet Harbor")

    def name(self):
        return facts_of([self.listing.pk])[self.listing.pk].listing.name

    def rename(self, name):
        self.listing.name = name
        self.listing.save()
        self.listing.index()

    def test_they_are_read_once_and_then_only_asked_whether_they_are_true_still(self):
        self.name()
        with self.assertNumQueries(1):
            self.assertEqual(self.name(), "Quiet Harbor")

    def test_a_change_is_seen_and_another_listing_is_not_read_again(self):
        other = make_listing()
        before = facts_of([self.listing.pk, other.pk])
        self.rename("Loud Harbor")
        after = facts_of([self.listing.pk, other.pk])
        self.assertEqual(after[self.listing.pk].listing.name, "Loud Harbor")
        self.assertIs(after[other.pk], before[other.pk])

    def test_the_day_changes_what_is_said(self):
        self.name()
        with time_machine.travel("2031-01-02 12:00:00-05:00"):
            self.assertFalse(facts_of([self.listing.pk])[self.listing.pk].confirmation.is_recent)

    def test_what_a_change_that_fails_has_read_is_forgotten(self):
        class Failed(Exception):
            pass

        with self.assertRaises(Failed), transaction.atomic():
            self.rename("Loud Harbor")
            self.assertEqual(self.name(), "Loud Harbor")
            raise Failed
        self.assertEqual(self.name(), "Quiet Harbor")

    def test_no_more_are_remembered_than_there_is_room_for(self):
        with mock.patch.object(facts, "MOST_REMEMBERED", 2):
            for _ in range(3):
                facts_of([make_listing().pk])
                self.assertLessEqual(len(facts._remembered), 2)

    def test_a_listing_without_a_row_is_read_each_time(self):
        draft = make_draft()
        self.assertEqual(facts_of([draft.pk])[draft.pk].listing, draft)
        self.assertNotIn(draft.pk, facts._remembered)
