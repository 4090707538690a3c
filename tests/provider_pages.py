"""Every page of who is signed in: what the tests of provider pages walk. A new address below `/directory/mine/` is
given an example here, by URL name."""

from django.urls import reverse

# {URL name: what it needs besides the slug of a listing; None where it is about no listing}
PROVIDER_PAGES: dict[str, dict[str, str] | None] = {
    "directory:mine": None,
    "directory:my_close": None,
    "directory:my_listing": {},
    "directory:my_confirm": {},
    "directory:my_new": None,
    "directory:my_edit": {"step": "name"},
    "directory:my_review": {},
    "directory:my_preview": {},
    "directory:my_managers": {},
    "directory:my_leave": {},
    "directory:my_copy": {},
    "directory:my_away": {},
    "directory:my_photos": {},
}
# About one photo of a listing: tests/directory/views/provider/test_photos.py asks for each, as everybody.
OF_A_PHOTO = {
    "directory:my_photo",
    "directory:my_photo_picture",
    "directory:move_my_photo",
    "directory:remove_my_photo",
}
# What is only ever sent, from one of those pages.
PROVIDER_DEEDS: dict[str, dict[str, str]] = {"directory:my_withdraw": {}}
# Those that answer with something else than a page.
PROVIDER_FILES: dict[str, dict[str, str] | None] = {"directory:my_export": None}


def path_of(name: str, slug: str) -> str:
    more = (PROVIDER_PAGES | PROVIDER_FILES)[name]
    return reverse(name) if more is None else reverse(name, kwargs={"slug": slug} | more)


def paths(slug: str) -> dict[str, str]:
    return {name: path_of(name, slug) for name in PROVIDER_PAGES | PROVIDER_FILES}
