"""A small site that has one of everything the public can see."""

from django.core.management import call_command

from directory.importers.vocabulary import VOCABULARY, clean, read
from directory.models import Place, SearchVersion, Term
from tests.factories.directory import make_listing, make_photo, make_place

CITIES = [
    ("Denver", "CO", 39.74, -104.98, 715_522),
    ("Ely", "NV", 39.25, -114.89, 3_924),
    ("Springfield", "IL", 39.80, -89.64, 114_394),
    ("Springfield", "MA", 42.10, -72.59, 155_929),
]


def load_sample(demonstrations: int = 0) -> None:
    """The shipped guide, and the directory's part."""
    call_command("load_articles", verbosity=0)
    load_directory(demonstrations)


def load_directory(demonstrations: int = 0) -> None:
    """The shipped vocabulary, a few places, and three practices around Denver that differ in what they say."""
    load_terms()
    load_places()
    if demonstrations:
        call_command("load_demo", listings=demonstrations, verbosity=0)
    make_photo(make_listing(name="Quiet Harbor Infusions", slug="quiet-harbor-infusions"))
    make_listing(name="Second Street Psychiatry", slug="second-street-psychiatry", routes=("intranasal_esketamine",))
    make_listing(name="Third Way Therapy", slug="third-way-therapy", routes=())


def load_terms() -> None:
    """What `load_vocabulary` leaves in an empty table, at once instead of one by one."""
    with VOCABULARY.open(encoding="utf-8-sig", newline="") as file:
        Term.objects.bulk_create(Term(**clean(row)) for _, row in read(file))
    SearchVersion.new_epoch()


def load_places() -> None:
    for name, state, latitude, longitude, population in CITIES:
        make_place(
            name=name,
            state=state,
            slug=name.lower(),
            latitude=latitude,
            longitude=longitude,
            population=population,
        )
    make_place(Place.Kind.STATE, name="Colorado", state="CO", slug="colorado", latitude=39.0, longitude=-105.5)
    make_place(Place.Kind.ZIP, name="Denver", state="CO", slug="80202", zip5="80202", latitude=39.75, longitude=-105.0)
