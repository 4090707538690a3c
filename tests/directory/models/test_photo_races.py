import pytest
from django.core.files.base import ContentFile

from directory.models import Listing, Photo
from directory.models.photo import MOST_AT_A_LISTING
from tests.directory.photos import samples
from tests.factories.directory import make_listing, make_manager, make_photo
from tests.racing import DONE, at_once, faults_in


def send(listing, by):
    file = ContentFile(samples.jpeg(), name="room.jpg")
    return Photo.upload(Listing.objects.get(pk=listing.pk), by=by, file=file, alt="A quiet room.")


@pytest.mark.usefixtures("as_on_a_real_site")
def test_of_two_uploads_at_once_one_gets_the_last_place():
    listing = make_listing()
    managers = [make_manager(listing), make_manager(listing)]
    for _ in range(MOST_AT_A_LISTING - 1):
        make_photo(listing)
    outcomes, _seconds = at_once([lambda by=by: send(listing, by) for by in managers])
    assert outcomes.count(DONE) == 1
    assert not faults_in(outcomes)
    assert listing.photos.count() == MOST_AT_A_LISTING
