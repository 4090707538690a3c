import pytest
from django.urls import NoReverseMatch, reverse

from directory.mine.links import (
    CONFIRM,
    EDIT,
    NAVIGATION,
    NEW,
    OF_A_LISTING,
    OF_THE_ACCOUNT,
    PRICES,
    PUBLIC,
    SIGN_OUT,
    Door,
    link,
    links,
)

# Links to pages that this site does not have yet; each leaves this set with the commit that brings its page.
AWAITED: set[str] = set()
OF_LISTINGS = [CONFIRM, EDIT, PRICES, *OF_A_LISTING, *PUBLIC]
OTHERS = [NEW, SIGN_OUT, *NAVIGATION, *OF_THE_ACCOUNT]


def is_there(door, **slug):
    try:
        return bool(reverse(door.name, kwargs=slug | door.more))
    except NoReverseMatch:
        return False


def test_every_link_leads_to_a_page_of_this_site():
    lost = {door.name for door in OF_LISTINGS if not is_there(door, slug="a-clinic")}
    lost |= {door.name for door in OTHERS if not is_there(door)}
    assert lost == AWAITED


def test_a_page_that_is_not_there_has_no_link():
    gone = Door("directory:nowhere", "Nowhere")
    assert link(gone) is None
    assert links([gone, CONFIRM], slug="a") == [
        ("Look at the facts and confirm them", "/directory/mine/listings/a/confirm/")
    ]


@pytest.mark.parametrize("door", [*OF_LISTINGS, *OTHERS])
def test_each_says_what_is_behind_it(door):
    assert str(door.words)
