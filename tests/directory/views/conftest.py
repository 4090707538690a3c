import pytest

from directory.models import Place
from tests.factories.directory import make_place


@pytest.fixture
def denver():
    make_place(name="Denver", slug="denver", state="CO", latitude=39.74, longitude=-104.98, population=700_000)
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")
