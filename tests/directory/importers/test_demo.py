import gc
import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.importers.demo.draw import Draw
from directory.importers.demo.generate import generate
from directory.importers.demo.ledger import INVENTED
from directory.importers.demo.places import Towns
from directory.models import Check, Clinician, License, Listing, Place, SearchRow
from directory.profile.ledger import Ledger
from tests.factories.directory import make_listing, make_place, make_vocabulary


@pytest.fixture
def ground(db):
    """Two towns with a ZIP code each, and the vocabulary."""
    for name, state, zip5, latitude, longitude in [
        ("Denver", "CO", "80202", 39.75, -104.99),
        ("Reno", "NV", "89501", 39.53, -119.81),
    ]:
        point = {"latitude": latitude, "longitude": longitude, "state": state}
        make_place(name=name, population=500_000, time_zone="America/Denver", slug=name.lower(), **point)
        make_place(kind=Place.Kind.ZIP, name=name, zip5=zip5, slug=zip5, **point)
    make_vocabulary()


def run(count):
    output = StringIO()
    call_command("load_demo", listings=count, stdout=output)
    return output.getvalue()


def test_it_makes_as_many_as_asked(ground):
    assert "30 created" in run(30)
    assert Listing.objects.count() == SearchRow.objects.count() == 30


def test_a_second_run_changes_nothing(ground):
    run(10)
    before = list(Listing.objects.values_list("pk", "updated_at"))
    assert "10 unchanged" in run(10)
    assert list(Listing.objects.values_list("pk", "updated_at")) == before


def test_more_leaves_the_first_ones_and_fewer_removes_the_last(ground):
    run(5)
    first = set(Listing.objects.values_list("slug", flat=True))
    assert "5 unchanged, 3 created" in run(8) or "3 created, 5 unchanged" in run(8)
    assert "3 removed" in run(5)
    assert set(Listing.objects.values_list("slug", flat=True)) == first
    assert not Clinician.objects.exclude(positions__isnull=False).exists()


def test_dates_follow_today(ground):
    run(5)
    with time_machine.travel(timezone.now() + timedelta(days=200)):
        assert "5 updated" in run(5)
        assert Listing.objects.filter(confirmed_on__gte=timezone.localdate() - timedelta(days=120)).exists()


@pytest.mark.parametrize("change", ["listing", "offering", "statement", "license", "hours"])
def test_what_somebody_changed_is_left_and_named(ground, change):
    run(20)
    listing = {
        "listing": Listing.objects,
        "offering": Listing.objects.filter(offerings__isnull=False),
        "statement": Listing.objects.filter(statements__isnull=False),
        "license": Listing.objects.filter(positions__isnull=False),
        "hours": Listing.objects.filter(hours__isnull=False),
    }[change].first()
    if change == "listing":
        Listing.objects.filter(pk=listing.pk).update(headline="Changed by hand.")
    elif change == "license":
        License.objects.filter(clinician__positions__listing=listing).update(board="Changed by hand")
    elif change == "statement":
        listing.statements.first().delete()
    elif change == "hours":
        listing.hours.first().delete()
    else:
        listing.offerings.update(infusion_minutes=999)
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        text = run(20)
    assert f"Left as somebody changed it: {listing}." in text
    assert "19 updated" in text


def test_python_looks_through_as_much_as_before(ground):
    try:
        gc.unfreeze()
        run(1)
        assert gc.get_freeze_count() == 0
        gc.freeze()
        run(1)
        assert gc.get_freeze_count() > 0
    finally:
        gc.freeze()
    assert gc.isenabled()


def test_fewer_leaves_what_somebody_changed(ground):
    run(5)
    Listing.objects.filter(demonstration_number=5).update(headline="Changed by hand.")
    text = run(3)
    assert "1 removed" in text
    assert f"Left as somebody changed it: {Listing.objects.get(demonstration_number=5)}." in text


def test_one_with_another_address_is_left_and_not_made_twice(ground):
    run(3)
    Listing.objects.filter(demonstration_number=2).update(slug="another-address")
    assert "Left as somebody changed it" in run(3)
    assert Listing.objects.count() == 3


def test_one_that_somebody_deleted_comes_back(ground):
    run(3)
    Listing.objects.get(demonstration_number=2).delete()
    assert "1 created" in run(3)


def test_it_does_not_mix_with_real_listings(ground):
    make_listing()
    with pytest.raises(CommandError, match="real listings"):
        run(3)
    assert Listing.objects.count() == 1


def test_without_places_or_vocabulary_it_says_what_to_run(db):
    with pytest.raises(CommandError, match="load_places"):
        run(3)
    make_place()
    with pytest.raises(CommandError, match="load_vocabulary"):
        run(3)


def test_a_negative_number_is_refused(db):
    with pytest.raises(CommandError, match="from 0 up"):
        run(-1)


def test_everything_made_is_plainly_invented(ground):
    run(40)
    for listing in Listing.objects.all():
        assert listing.is_demonstration
        assert re.fullmatch(r"\+1\d{3}55501\d\d", listing.phone.as_e164)
        assert listing.website.endswith(".example.com/")
        assert listing.npi == ""
    assert all(number.startswith("DEMO-") for number in License.objects.values_list("number", flat=True))


def test_every_published_one_could_have_been_published(ground):
    run(60)
    problems = {
        problem
        for listing in Listing.objects.filter(status="published").visible()
        for problem in listing.publication_problems()
    }
    assert problems == set()


def test_every_one_passes_the_rules_of_the_form(ground):
    run(40)
    for listing in Listing.objects.all():
        listing.full_clean()


def test_the_same_number_makes_the_same_practice(ground):
    towns, today = Towns.load(), timezone.localdate()
    assert generate(7, towns, today) == generate(7, towns, today)
    assert generate(7, towns, today).listing["name"] != generate(8, towns, today).listing["name"]


def test_a_draw_says_nothing_now_and_then():
    draw = Draw("seed")
    answers = {draw.stated(0.5, ["yes"]) for _ in range(50)}
    assert answers == {"yes", "not_stated"}


def test_it_shows_the_ledger_at_work(ground):
    run(60)
    rows = Check.objects.all()
    assert rows.confirming().exists()
    assert rows.lapsed().exists()
    assert rows.contradicted().exists()
    assert set(rows.values_list("public_note", flat=True)) == {INVENTED}
    assert not rows.filter(checked_by__isnull=False).exists()
    for row in rows:
        row.full_clean()
        assert row.valid_until == row.computed_validity()


def test_a_badge_of_a_demonstration_is_computed_like_any_other(ground):
    run(20)
    assert any(Ledger(listing).badges for listing in Listing.objects.all())
    Check.objects.all().delete()
    assert not any(Ledger(listing).badges for listing in Listing.objects.all())


def test_a_check_that_staff_add_is_left(ground):
    run(3)
    listing = Listing.objects.get(demonstration_number=2)
    Check.record(listing, "accepting_status", method="phone_call", result="contradicted", by=None)
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert f"Left as somebody changed it: {listing}." in run(3)
    assert listing.checks.filter(result="contradicted", public_note="").exists()


def test_one_that_was_loaded_before_there_were_checks_gets_them(ground):
    run(5)
    Check.objects.all().delete()
    for listing in Listing.objects.all():
        made = generate(listing.demonstration_number, Towns.load(), timezone.localdate())
        Listing.objects.filter(pk=listing.pk).update(loaded_hash=replace(made, checks=[]).hash)
    assert "left" not in run(5).lower()
    assert Check.objects.exists()


def test_as_many_queries_for_many_as_for_few(ground, django_assert_max_num_queries):
    run(40)
    with django_assert_max_num_queries(60):
        run(40)
