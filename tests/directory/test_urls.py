from directory.models.listing_constraints import RESERVED_SLUGS
from directory.urls import urlpatterns


def test_no_listing_can_take_the_address_of_a_page_beside_it():
    """Fails for a new page in directory/urls.py until its first word is in RESERVED_SLUGS."""
    first_words = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns}
    plain = {word for word in first_words if word and "<" not in word}
    assert plain <= set(RESERVED_SLUGS)


def test_the_listing_itself_comes_after_every_such_page():
    names = [pattern.name for pattern in urlpatterns if "<slug:slug>" in str(pattern.pattern)]
    plain = [pattern for pattern in urlpatterns if not str(pattern.pattern).startswith("<")]
    assert names[0] == "listing_detail"
    assert urlpatterns[: len(plain)] == plain
