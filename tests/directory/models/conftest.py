"""Who writes and who decides in most of these tests, and about what; a file that needs another one says so."""

import pytest

from psychly.models import User
from tests.factories.directory import make_listing, make_manager


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com", "x")


@pytest.fixture
def listing():
    return make_listing(headline="Calm rooms.")


@pytest.fixture
def manager(listing):
    return make_manager(listing)
