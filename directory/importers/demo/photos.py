"""Drawings for some of the demonstrations, so that their pages show where photos stand."""

from django.db import transaction
from django.utils import timezone

from directory.importers.demo.drawings import PALETTES, SCENES, drawn
from directory.models import Listing, Photo
from directory.photos import files
from directory.photos.rules import Kind

EVERY = 6
# Enough to see it wherever one looks, and quickly done.
MOST_LISTINGS = 24


def hang_drawings() -> None:
    """One, two or three at every sixth of the first demonstrations, where nobody has hung or removed any."""
    numbers = range(1, EVERY * MOST_LISTINGS, EVERY)
    bare = Listing.objects.demonstration().filter(demonstration_number__in=numbers, photos=None)
    for listing in bare.order_by("demonstration_number"):
        _hang(listing, listing.demonstration_number // EVERY)


@transaction.atomic
def _hang(listing: Listing, turn: int) -> None:
    scenes = list(SCENES.items())[: turn % len(SCENES) + 1]
    Photo.objects.bulk_create(
        _photo(listing, position, scene, alt, turn % len(PALETTES))
        for position, (scene, alt) in enumerate(scenes, start=1)
    )


def _photo(listing: Listing, position: int, scene, alt: str, palette: int) -> Photo:
    rows = files.keep(drawn(scene, palette), files.public())
    widest = [row for row in rows if row["kind"] == Kind.JPEG][-1]
    return Photo(
        listing=listing,
        alt=alt,
        position=position,
        status=Photo.Status.PUBLISHED,
        decided_at=timezone.now(),
        variants=rows,
        width=widest["width"],
        height=widest["height"],
    )


def take_down(listing_pks: list[int]) -> None:
    """Their files, before their rows go with their listings."""
    rows = Photo.objects.published().filter(listing__in=listing_pks).values_list("variants", flat=True)
    names = [row["name"] for variants in rows for row in variants]
    transaction.on_commit(lambda: files.drop(names, files.public()))
