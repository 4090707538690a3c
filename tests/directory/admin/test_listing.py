import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group
from django.test import RequestFactory
from django.urls import resolve, reverse

from directory.models import Listing, SearchRow
from psychly.models import User
from tests.factories.directory import days_ago, make_draft, make_listing, make_place, make_term

pytestmark = pytest.mark.django_db

CHANGELIST = reverse("admin:directory_listing_changelist")


@pytest.fixture
def support(client):
    user = User.objects.create_user("support@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


def act(client, action, *listings):
    chosen = [listing.pk for listing in listings]
    return client.post(CHANGELIST, {"action": action, "_selected_action": chosen}, follow=True).content.decode()


def opened(client, listing):
    """What the page of a listing is made of. Drawing its hundreds of fields would be most of what these tests do."""
    address = reverse("admin:directory_listing_change", args=[listing.pk])
    request = RequestFactory().get(address)
    request.resolver_match = resolve(address)
    request.user = User.objects.get(pk=client.session["_auth_user_id"])
    return site.get_model_admin(Listing).change_view(request, str(listing.pk)).context_data


def posted(client, listing, **changes):
    """Opens the form of a listing, changes fields and sends it back with everything else as it stood."""
    address = reverse("admin:directory_listing_change", args=[listing.pk])
    context = opened(client, listing)
    data = {}
    for form in [context["adminform"].form, *(fs.formset.management_form for fs in context["inline_admin_formsets"])]:
        data |= {form.add_prefix(name): form[name].value() for name in form.fields}
    for inline in context["inline_admin_formsets"]:
        for form in inline.formset.initial_forms:
            data |= {form.add_prefix(name): form[name].value() for name in form.fields}
    data = {name: value for name, value in data.items() if value is not None} | changes
    for name in [name for name, value in data.items() if hasattr(value, "isoformat")]:
        data[name] = data[name].isoformat()
    if listing.consent_at:
        data |= {"consent_at_0": listing.consent_at.date().isoformat(), "consent_at_1": "12:00:00"} | changes
    return client.post(address, data)


def test_a_stranger_is_sent_to_the_sign_in(client):
    assert client.get(CHANGELIST).status_code == 302


def test_an_editor_may_look_and_not_change(client):
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    listing = make_draft()
    address = reverse("admin:directory_listing_change", args=[listing.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "Changed"}).status_code == 403


def test_the_list_tells_what_the_public_sees(support):
    make_listing(name="Seen Practice")
    make_listing(name="Stale Practice", confirmed_on=days_ago(130))
    text = support.get(CHANGELIST).content.decode()
    assert text.count('alt="True"') == 1
    assert text.count('alt="False"') == 1


def test_publishing_a_complete_listing(support):
    listing = make_listing(status="draft")
    assert "1 listing done" in act(support, "publish", listing)
    assert Listing.objects.visible().get() == listing


def test_each_refusal_is_said_with_its_reason(support):
    incomplete, complete = make_draft(name="Half Practice"), make_listing(status="draft")
    text = act(support, "publish", incomplete, complete)
    assert "Half Practice" in text
    assert "consent is missing" in text
    assert "1 listing done" in text
    incomplete.refresh_from_db()
    assert incomplete.status == "draft"


def test_what_is_missing_is_shown_before_anybody_asks(support):
    listing = make_draft()
    text = support.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    assert "It names no condition that it treats." in text


def test_a_change_is_searched_at_once_and_logged(support):
    listing = make_listing()
    before = SearchRow.objects.get().version
    response = posted(support, listing, name="Another Name")
    assert response.status_code == 302, response.context["errors"]
    listing.refresh_from_db()
    assert listing.name == "Another Name"
    row = SearchRow.objects.get()
    assert row.version > before
    assert row.name_key == "another name"
    history = support.get(reverse("admin:directory_listing_history", args=[listing.pk])).content.decode()
    assert "Changed" in history


def test_the_status_cannot_be_typed_in(support):
    listing = make_draft()
    posted(support, listing, status="published")
    listing.refresh_from_db()
    assert listing.status == "draft"


def test_a_wrong_value_keeps_what_was_typed(support):
    listing = make_draft()
    response = posted(support, listing, name="Typed Name", min_age="30", max_age="20")
    assert response.status_code == 200
    assert "The youngest age must not be above the oldest." in response.content.decode()
    assert "Typed Name" in response.content.decode()


def test_support_deletes_no_listing(support):
    listing = make_draft()
    address = reverse("admin:directory_listing_delete", args=[listing.pk])
    assert support.post(address, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    ("chosen", "names"),
    [("recently", {"Fresh"}), ("waiting", {"Waiting"}), ("stale", {"Stale"}), ("never", {"Never"})],
)
def test_it_can_be_narrowed_by_confirmation(support, chosen, names):
    make_listing(name="Fresh")
    make_listing(name="Waiting", confirmed_on=days_ago(100))
    make_listing(name="Stale", confirmed_on=days_ago(130))
    make_draft(name="Never")
    rows = support.get(CHANGELIST, {"confirmed": chosen}).context["cl"].queryset
    assert {listing.name for listing in rows} == names


def test_it_can_be_narrowed_by_licenses_about_to_end(support):
    ending, lapsed = make_listing(name="Ending"), make_listing(name="Lapsed")
    make_listing(name="Long")
    ending.licenses_of_prescribers().update(expires_on=days_ago(-30))
    lapsed.licenses_of_prescribers().update(expires_on=days_ago(1))
    names = {
        value: [listing.name for listing in support.get(CHANGELIST, {"license": value}).context["cl"].queryset]
        for value in ("expiring", "lapsed")
    }
    assert names == {"expiring": ["Ending"], "lapsed": ["Lapsed"]}


def test_the_list_asks_a_fixed_number_of_questions(support, django_assert_max_num_queries):
    for _ in range(12):
        make_listing()
    with django_assert_max_num_queries(12):
        support.get(CHANGELIST)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"phone": ""}, "The phone number is missing."),
        ({"street": ""}, "The street is missing."),
        ({"offerings-0-rems_certified": "not_stated"}, "certified in its safety program (REMS)"),
        ({"statements-0-DELETE": "on"}, "It names no condition that it treats."),
        ({"positions-0-DELETE": "on"}, "Nobody who prescribes here has an active license"),
    ],
)
def test_a_published_listing_stays_fit_to_publish_and_all_that_was_typed_stays(support, change, sentence):
    listing = make_listing(name="Stored Name", routes=["intranasal_esketamine"])
    version = SearchRow.objects.get().version
    typed = {"name": "Typed Name", "offerings-0-rems_source": "Typed source"}
    response = posted(support, listing, **typed | change)
    text = response.content.decode()
    assert response.status_code == 200
    for part in ["Nothing is saved", sentence, "Typed Name", "Typed source"]:
        assert part in text
    listing.refresh_from_db()
    assert (listing.name, listing.street) == ("Stored Name", "1 Test Street")
    assert listing.publication_problems() == []
    assert SearchRow.objects.get().version == version


def test_a_draft_may_lack_anything(support):
    listing = make_listing(status="draft")
    assert posted(support, listing, phone="", street="").status_code == 302


def test_consent_stays_while_it_is_published(support):
    listing = make_listing()
    response = posted(support, listing, consent_at_0="", consent_at_1="")
    assert "so the consent must stay" in response.content.decode()
    listing.refresh_from_db()
    assert listing.consent_at


def test_a_closed_listing_keeps_its_day(support):
    listing = make_draft(status="closed", closed_on=days_ago(3))
    assert "it closed must stay" in posted(support, listing, closed_on="").content.decode()


def test_only_the_verb_says_when_it_was_confirmed(support):
    listing = make_listing()
    assert posted(support, listing, confirmed_on=days_ago(0).isoformat()).status_code == 302
    listing.refresh_from_db()
    assert listing.confirmed_on == days_ago(10)


@pytest.mark.parametrize(
    "field",
    [
        "fees_as_of",
        "next_new_patient_on",
        "life_support_checked_on",
        "offerings-0-prices_as_of",
        "offerings-0-rems_checked_on",
        "statements-0-stated_on",
    ],
)
def test_a_day_to_come_is_refused(support, field):
    listing = make_listing()
    response = posted(support, listing, **{field: days_ago(-1).isoformat()})
    assert "This day is still to come." in response.content.decode()
    assert posted(support, listing, **{field: days_ago(0).isoformat()}).status_code == 302


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"slug": "compare"}, "This address belongs to another page of this site."),
        ({"slug": "No_Plain"}, "lower-case letters and digits, joined by hyphens"),
        ({"longitude": ""}, "A point needs both its latitude"),
        ({"zip5": "8020"}, "A ZIP code has five digits."),
        ({"npi": "3234567893"}, "it has 10 digits, and the last one checks the others"),
        ({"patients_per_monitor_max": "6"}, "from 1 to 5, where 5 means 5 or more"),
        ({"max_age": "121"}, "An age is at most 120."),
        ({"opened_year": "1949"}, "The year must be from 1950"),
        ({"opened_year": "2999"}, "The year must be from 1950"),
        ({"time_zone": "Europe/Paris"}, "Europe/Paris is not one of the available choices."),
        ({"offerings-0-rems_certified": "yes"}, "Only esketamine nasal spray has a REMS program."),
        ({"offerings-0-sessions_initial_series": "0"}, "This must be at least 1"),
        ({"offerings-0-stop_rule": "reviewed_after_n_sessions"}, "Say after how many sessions it is reviewed."),
        ({"offerings-0-infusion_minutes": "90", "offerings-0-visit_minutes": "60"}, "longer than the whole visit"),
        ({"statements-0-detail": "clinician"}, "Only a language says who speaks it"),
    ],
)
def test_what_cannot_be_true_is_refused_in_plain_words(support, change, sentence):
    response = posted(support, make_listing(), **change)
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_a_zip_code_tells_the_time_zone_and_the_point(support):
    make_place(kind="zip", zip5="80202", name="Denver", latitude=39.7, longitude=-104.9, time_zone="America/Denver")
    listing = make_draft()
    changes = {"time_zone": "", "latitude": "", "longitude": "", "location_precision": "address"}
    assert posted(support, listing, **changes).status_code == 302
    listing.refresh_from_db()
    assert (listing.time_zone, listing.latitude, listing.longitude) == ("America/Denver", 39.7, -104.9)
    assert listing.location_precision == "zip_centroid"


def test_who_sees_people_by_video_only_has_no_point_but_that_of_the_zip_code(support):
    make_place(kind="zip", zip5="80202", name="Denver", latitude=39.7, longitude=-104.9, time_zone="America/Denver")
    listing = make_draft()
    exact = {"latitude": "39.7392", "longitude": "-104.9847", "location_precision": "address"}
    assert posted(support, listing, by_video_only="on", **exact).status_code == 302
    listing.refresh_from_db()
    assert (listing.latitude, listing.longitude, listing.location_precision) == (39.7, -104.9, "zip_centroid")
    assert posted(support, listing, by_video_only="", **exact).status_code == 302
    listing.refresh_from_db()
    assert (listing.latitude, listing.location_precision) == (39.7392, "address")


def test_a_new_listing_has_no_kind_until_somebody_says_it(support):
    form = support.get(reverse("admin:directory_listing_add")).context["adminform"].form
    assert form["practice_kind"].value() is None
    assert form.fields["practice_kind"].choices[0][0] == ""


def test_only_terms_that_can_be_stated_are_offered(support):
    kept = make_term("condition", "trd")
    make_term("condition", "not_stated")
    make_term("route", "iv_infusion")
    query = {"term": "", "app_label": "directory", "model_name": "statement", "field_name": "term"}
    answer = support.get(reverse("admin:autocomplete"), query).json()
    assert [row["id"] for row in answer["results"]] == [str(kept.pk)]


def test_a_position_leads_to_its_clinician(support):
    listing = make_listing()
    text = support.get(reverse("admin:directory_listing_change", args=[listing.pk])).content.decode()
    clinician = listing.positions.get().clinician
    assert f'<a href="{reverse("admin:directory_clinician_change", args=[clinician.pk])}">' in text


def test_what_staff_change_is_in_the_public_history(support):
    listing = make_listing()
    posted(support, listing, headline="Unhurried visits.")
    change = listing.changes.get()
    assert change.fields["headline"] == ["", "Unhurried visits."]
    assert (change.actor, change.by.email) == ("staff", "support@example.com")


def test_a_row_beneath_it_counts_as_a_change(support):
    listing = make_listing()
    posted(support, listing, **{"offerings-0-infusion_minutes": "45"})
    assert listing.changes.get().fields["offerings.iv_infusion.infusion_minutes"] == [None, 45]


def test_what_is_refused_is_in_no_history(support):
    listing = make_listing()
    posted(support, listing, phone="")
    assert not listing.changes.exists()


def test_a_new_address_keeps_the_old_one(support, client):
    listing = make_listing(slug="old-name")
    posted(support, listing, slug="new-name")
    assert client.get("/directory/old-name/").url == "/directory/new-name/"


def test_closing_and_opening_again(support):
    listing = make_listing()
    for action, status in [("pause", "temporarily_closed"), ("reopen", "published"), ("close", "closed")]:
        assert "1 listing done" in act(support, action, listing)
        assert Listing.objects.get().status == status
    assert "cannot become" in act(support, "pause", listing)


def test_a_forbidden_phrase_is_let_stand_with_a_reason_that_names_who_gave_it(support):
    listing = make_listing()
    words = {"headline": "Spravato is FDA approved for it."}
    assert "Leave it out" in posted(support, listing, **words).content.decode()
    reason = {"allowed_phrases-0-phrase": "FDA approved", "allowed_phrases-0-reason": "True of Spravato."}
    posted(support, listing, **words, **reason, **{"allowed_phrases-TOTAL_FORMS": "1"})
    assert Listing.objects.get().headline == words["headline"]
    assert listing.allowed_phrases.get().by.email == "support@example.com"
