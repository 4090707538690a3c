"""What the search knows of each listing: one row, written in the transaction that changes the listing."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

import numpy
from django.apps import apps
from django.db import connections, models, router, transaction
from django.db.models import Exists, OuterRef

from articles.words.folding import fold
from directory.choices import IN_FORCE, PracticeKind
from directory.documents import document_of
from directory.facets import terms_of
from directory.freshness import SHOWN_FOR
from directory.models.search_text import SearchText
from directory.models.search_word import SearchWord
from directory.place_names import key_of

# As many letters of a name as the index sorts by.
NAME_KEY_LENGTH = 36
BATCH = 1000


def pack(numbers) -> bytes:
    """Term numbers, sorted, as unsigned 16-bit integers, least significant byte first."""
    return numpy.array(sorted(numbers), dtype="<u2").tobytes()


class SearchVersion(models.Model):
    """One row. Its number goes up with each change: the row's lock makes writers take turns until they commit, so that
    numbers are committed in order and no reader misses one. A new epoch tells every process to load anew."""

    number = models.BigIntegerField(default=0)
    epoch = models.BigIntegerField(default=0)
    # What it was when a place changed last, for who keeps the places in memory.
    places_number = models.BigIntegerField(default=0)

    # Another object after each write of this process, so that its own readers look at once.
    last_write_here: ClassVar[object] = object()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="search_version_is_one_row")]

    def __str__(self):
        return f"{self.epoch}-{self.number}"

    @classmethod
    @transaction.atomic(savepoint=False)
    def next_number(cls) -> int:
        """Takes the lock. Read what the rows say after this, never before: then the last writer has seen all others."""
        number = cls._counted_up()
        if number is None:
            SearchVersion.objects.bulk_create([SearchVersion(pk=1, epoch=_new_epoch())], ignore_conflicts=True)
            number = cls._counted_up()
        assert number is not None
        _announce()
        transaction.on_commit(_announce)
        return number

    @classmethod
    def _counted_up(cls) -> int | None:
        """None while there is no row. In one statement: every writer waits for this."""
        with connections[router.db_for_write(cls)].cursor() as cursor:
            cursor.execute("UPDATE directory_searchversion SET number = number + 1 RETURNING number")
            row = cursor.fetchone()
        return row and row[0]

    @classmethod
    @transaction.atomic
    def new_epoch(cls) -> None:
        cls.next_number()
        cls.objects.update(epoch=_new_epoch())

    @classmethod
    @transaction.atomic
    def places_changed(cls) -> None:
        """Searches are answered from places and maps are drawn of them: both are remembered by these numbers."""
        cls.new_epoch()
        cls.objects.update(places_number=cls.next_number())

    @classmethod
    def is_uncommitted(cls) -> bool:
        """Whether this thread's open transaction has written rows that nobody else may see, or ever will."""
        waiting = connections[router.db_for_write(cls)].run_on_commit
        return any(_announce in entry for entry in waiting)


def _new_epoch() -> int:
    return secrets.randbits(62)


def _announce() -> None:
    SearchVersion.last_write_here = object()


class SearchRowManager(models.Manager["SearchRow"]):
    @transaction.atomic
    def write(self, listing_pks) -> None:
        """Writes the rows and words of these listings as they are now; one that is gone or not public stays as a dead
        row without words."""
        pks = sorted(listing_pks)
        if not pks:
            return
        version = SearchVersion.next_number()
        terms = apps.get_model("directory", "Term").objects.numbers_and_labels()
        for start in range(0, len(pks), BATCH):
            self._write_batch(pks[start : start + BATCH], terms, version)

    @transaction.atomic
    def write_new(self, listings) -> None:
        """The same for listings that this transaction has made, with all that `with_indexed_facts` reads at hand."""
        if listings:
            version = SearchVersion.next_number()
            terms = apps.get_model("directory", "Term").objects.numbers_and_labels()
            self._write_listings(listings, [listing.pk for listing in listings], terms, version)

    @transaction.atomic
    def write_around(self, places) -> None:
        """After these places have changed, came or went: the rows of the listings whose city may be another now."""
        changed = {(place.state, place.key) for place in places if place.kind == "city"}
        listings = _listings().filter(state__in={state for state, _ in changed}).values_list("pk", "state", "city")
        self.write(pk for pk, state, city in listings.iterator() if (state, key_of(city)) in changed)

    def versions_of(self, pks: Sequence[int]) -> Sequence[tuple[int, int]]:
        """Each of these listings that has a row, with its version. In plain SQL, because every page of results asks
        this, and to put the question together takes five times as long as to answer it."""
        if not pks:
            return []
        connection, marks = connections[self.db], ", ".join(["%s"] * len(pks))
        sql = f"SELECT listing_id, version FROM directory_searchrow WHERE listing_id IN ({marks})"
        with connection.cursor() as cursor:
            cursor.execute(sql, pks)
            return cursor.fetchall()

    def rebuild(self) -> int:
        """Writes every row anew, a batch a transaction so that nobody waits long; the number of listings."""
        pks = list(_listings().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(pks), BATCH):
            self.write(pks[start : start + BATCH])
        self._drop_dead_rows()
        return len(pks)

    @transaction.atomic
    def _drop_dead_rows(self):
        # Rows that vanish have no version to be noticed by: only a new epoch tells.
        SearchVersion.new_epoch()
        for rows in (self, SearchText.objects):
            rows.filter(~Exists(_listings().filter(pk=OuterRef("listing_id")))).delete()
        SearchWord.objects.rebuild(SearchText.objects.values_list("spelled", flat=True).iterator())

    def _write_batch(self, pks, terms, version):
        listings = list(_listings().filter(pk__in=pks).with_indexed_facts())
        self._write_listings(listings, pks, terms, version)
        gone = set(pks) - {listing.pk for listing in listings}
        if gone:
            self.filter(pk__in=gone).update(live_until=None, version=version)

    def _write_listings(self, listings, pks, terms, version):
        """`pks` are theirs and those of listings that are gone, whose words go too."""
        cities = apps.get_model("directory", "Place").objects.cities_of(listings)
        known = {listing.pk: [term for term in terms_of(listing) if term in terms] for listing in listings}
        rows = [
            _row(listing, [terms[term][0] for term in known[listing.pk]], cities.get(listing.pk), version)
            for listing in listings
        ]
        self.bulk_create(rows, update_conflicts=True, unique_fields=["listing_id"], update_fields=UPDATED_FIELDS)
        SearchText.objects.write(
            pks,
            {
                listing.pk: document_of(listing, {term: terms[term][1] for term in known[listing.pk]})
                for listing, row in zip(listings, rows, strict=True)
                if row.live_until
            },
        )


class SearchRow(models.Model):
    """No foreign key: a deleted listing stays as a dead row, so that every process hears of it."""

    listing_id = models.BigIntegerField(primary_key=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    terms = models.BinaryField()
    price_usd = models.PositiveIntegerField(null=True)
    confirmed_on = models.DateField(null=True)
    live_until = models.DateField(null=True)
    is_demonstration = models.BooleanField(default=False)
    # The place it has its address in, if the table of places has it.
    city_id = models.BigIntegerField(null=True)
    name_key = models.CharField(max_length=NAME_KEY_LENGTH)
    # Drawn once: the same for every visitor, mixed with the day's date into the order of that day.
    shuffle = models.PositiveIntegerField()
    version = models.BigIntegerField(db_index=True)

    objects = SearchRowManager()

    def __str__(self):
        return f"{self.listing_id} ({self.version})"


KEPT_FIELDS = {"listing_id", "shuffle"}
UPDATED_FIELDS = [field.name for field in SearchRow._meta.concrete_fields if field.name not in KEPT_FIELDS]


def _row(listing, numbers, city, version) -> SearchRow:
    prices = [o.price_session_min_usd for o in listing.offerings.all() if o.price_session_min_usd is not None]
    return SearchRow(
        listing_id=listing.pk,
        latitude=listing.latitude,
        longitude=listing.longitude,
        terms=pack(numbers),
        price_usd=min(prices, default=None),
        confirmed_on=listing.confirmed_on,
        live_until=live_until(listing),
        is_demonstration=listing.is_demonstration,
        city_id=city.pk if city else None,
        name_key=fold(listing.name)[:NAME_KEY_LENGTH],
        shuffle=secrets.randbits(31),
        version=version,
    )


def live_until(listing) -> date | None:
    """The last day on which the public may see it, as things stand; None if today's decisions hide it on every day.

    On each day it agrees with `Listing.objects.visible(on=day)`, which would take longer to ask than all the rest.
    """
    if listing.status != "published" or not listing.consent_at or not listing.confirmed_on:
        return None
    unconfirmed = listing.confirmed_on + SHOWN_FOR
    if listing.practice_kind == PracticeKind.THERAPIST:
        return unconfirmed
    last = max(filter(None, map(_licensed_until, listing.positions.all())), default=None)
    return min(unconfirmed, last) if last else None


def _licensed_until(position) -> date | None:
    """The last day on which somebody may prescribe there, past or to come; one lapsed license is one too many."""
    held = [
        license_ for license_ in position.clinician.licenses.all() if license_.jurisdiction == position.listing.state
    ]
    if not position.prescribes or any(license_.status not in IN_FORCE for license_ in held):
        return None
    return min((license_.expires_on for license_ in held), default=None)


def _listings():
    # That module imports this one, so it is asked for by name.
    return apps.get_model("directory", "Listing").objects
