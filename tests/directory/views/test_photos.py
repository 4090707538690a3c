"""Photos as everybody sees them."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.directory.views.reading import page
from tests.factories.directory import make_listing, make_photo

pytestmark = pytest.mark.django_db
HOSTILE = [
    "../../settings.py", "..%2f..%2fsettings.py", "%2e%2e/uploads/x", "....//x", "", ".", "..", "a.webp", "%00.jpg",
    "0" * 32, "0" * 32 + ".png", "0" * 32 + ".jpg.html", "0" * 32 + ".jpg/", "0" * 32 + ".jpg%0a", "A" * 32 + ".jpg",
    "../photos/" + "0" * 32 + ".jpg", "/etc/passwd", "..\\..\\settings.py",
]  # fmt: skip


def get(name):
    return Client().get(f"/media/photos/{name}")


class TestPhotoFile:
    def test_it_is_a_picture_for_ever_and_nothing_else(self):
        photo = make_photo(make_listing())
        for row in photo.variants:
            response = get(row["name"])
            assert response.status_code == 200
            assert response.headers["Content-Type"] == f"image/{row['kind'].lower()}"
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
            assert "immutable" in response.headers["Cache-Control"]
            assert "Cookie" not in response.headers.get("Vary", "")
            assert not response.cookies

    @pytest.mark.parametrize("status", ["waiting", "uploaded"])
    def test_what_is_not_published_is_not_there(self, status):
        photo = make_photo(make_listing(), status)
        names = [row["name"] for row in photo.variants] + [photo.original]
        assert {get(name).status_code for name in names} == {404}

    def test_a_removed_one_is_gone_under_its_old_name(self, django_capture_on_commit_callbacks):
        photo = make_photo(make_listing())
        name = photo.variants[0]["name"]
        with django_capture_on_commit_callbacks(execute=True):
            photo.remove(by=None)
        assert get(name).status_code == 404

    @pytest.mark.parametrize("name", HOSTILE)
    def test_no_name_leads_out_of_the_folder(self, name):
        assert get(name).status_code == 404

    def test_there_is_no_list_of_them(self):
        assert Client().get("/media/").status_code == Client().get("/media/photos/").status_code == 404

    def test_it_is_only_read(self):
        name = make_photo(make_listing()).variants[0]["name"]
        assert Client().post(f"/media/photos/{name}").status_code == 405


class TestOnTheListing:
    def test_published_ones_stand_in_their_order_with_their_words(self):
        listing = make_listing(slug="quiet-harbor")
        make_photo(listing, position=2, alt="A door with a ramp.", caption="At the back")
        make_photo(listing, position=1, alt="A room with a chair.")
        html = page("/directory/quiet-harbor/")
        assert re.findall(r'<img src="/media[^>]*alt="([^"]*)"', html) == [
            "A room with a chair.",
            "A door with a ramp.",
        ]
        assert "<figcaption>At the back</figcaption>" in html
        assert 'href="#photos"' in html

    def test_a_browser_knows_their_sizes_before_it_has_them(self):
        photo = make_photo(make_listing(slug="quiet-harbor"))
        html = page("/directory/quiet-harbor/")
        assert re.search(r'<img src="/media/photos/[^>]*width="40" height="30"[^>]*loading="lazy"', html)
        assert f'srcset="/media/photos/{photo.variants[0]["name"]} 40w"' in html
        assert re.findall(r'<source type="image/webp"', html)

    @pytest.mark.parametrize("status", ["uploaded", "waiting", "refused"])
    def test_no_other_is_shown(self, status):
        make_photo(make_listing(slug="quiet-harbor"), status)
        html = page("/directory/quiet-harbor/")
        assert "/media/" not in html
        assert "What does it look like?" not in html

    def test_search_engines_hear_of_them(self):
        photo = make_photo(make_listing(slug="quiet-harbor"))
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page("/directory/quiet-harbor/"))[1]
        clinic = next(each for each in json.loads(data)["@graph"] if each["@type"] == "MedicalClinic")
        assert clinic["image"] == [f"http://127.0.0.1:8000{photo.url}"]

    def test_the_log_says_that_one_came_and_never_what_it_showed(self, django_capture_on_commit_callbacks):
        listing = make_listing(slug="quiet-harbor")
        photo = make_photo(listing, "waiting", alt="A man in a chair.")
        with django_capture_on_commit_callbacks(execute=True):
            photo.approve(by=None)
            photo.remove(by=None)
        html = page(reverse("directory:listing_history", args=["quiet-harbor"]))
        assert "A photo" in html
        assert "A man in a chair." not in html
