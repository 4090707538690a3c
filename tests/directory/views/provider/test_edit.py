"""Each step, opened and sent as a browser does it."""

import pytest
from django import forms
from django.test import Client
from django.utils import timezone

from directory import vocabulary
from directory.models import Change, Listing
from directory.models.snapshot import snapshot
from directory.provider_forms.said import Said
from directory.provider_forms.steps import STEP, STEPS
from tests.directory.views.provider.filling import controls, edit_path, send
from tests.factories.directory import make_draft, make_listing, make_manager, make_vocabulary, state_that

pytestmark = pytest.mark.django_db

# What a rule lets through, where any words or any number would not do.
FITTING = {
    "npi": "1234567893",
    "phone": "(303) 555-0199",
    "email": "rooms@example.com",
    "website": "https://example.com/",
    "booking_url": "https://example.com/book",
    "opened_year": "2001",
    "zip5": "80203",
    "session_monitor_role": "rn",
    "patients_per_monitor_max": "3",
    "new1__npi": "1234567893",
    "reopens_on": "2999-01-01",
}
DAY = "2026-01-05"
# Where something is missing it is told at what is missing.
TOLD_AT = {
    "day0__opens0": ["day0__closes0"],
    "new1__days": ["new1__name"],
    "iv_infusion__stop_rule": ["iv_infusion__stop_rule_sessions"],
}


MONDAY = {"day0__opens0": "09:00", "day0__closes0": "17:00", "day0__note": "By the back door"}


def something_else(name, field):
    """Another answer than the first, as it is typed."""
    if name in FITTING:
        return FITTING[name]
    if name.endswith(("__gone", "__rest")) or name == "like_monday":
        return None
    if isinstance(field, forms.MultipleChoiceField):
        return [slug for slug, _label in field.choices][:2]
    if isinstance(field, forms.ChoiceField):
        return [value for value, _label in field.choices if value][1]
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.DateField):
        return DAY
    if isinstance(field, forms.TimeField):
        number = int(name[-1])
        return f"{8 + 4 * number:02}:00" if "opens" in name else f"{11 + 4 * number:02}:00"
    return "2" if isinstance(field, forms.IntegerField) else "Some words"


def fields_of(listing, step):
    return STEP[step].fields(Said(listing, listing.latest_words(), vocabulary.current()))


@pytest.mark.parametrize("step", [step.slug for step in STEPS])
def test_what_is_opened_and_sent_again_changes_nothing(step, draft, signed_in):
    before = snapshot(draft.pk)
    response = send(signed_in, edit_path(draft, step))
    assert response.status_code == 302, response.context["form"].errors
    assert snapshot(draft.pk) == before
    assert not draft.changes.exists()


@pytest.mark.parametrize("step", [step.slug for step in STEPS])
def test_every_control_keeps_what_was_sent(step, draft, signed_in):
    changes = {name: something_else(name, field) for name, field in fields_of(draft, step).items()}
    changes = {name: value for name, value in changes.items() if value is not None and not name.startswith("license")}
    response = send(signed_in, edit_path(draft, step), **changes)
    assert response.status_code == 302, response.context["form"].errors
    shown = controls(signed_in.get(edit_path(draft, step)))
    kept = {name: shown.get(name) for name in changes}
    assert kept == {name: value if isinstance(value, list) else [value] for name, value in changes.items()}


class TestRefusals:
    def test_whoever_is_not_signed_in_is_asked_to(self, draft):
        for response in (Client().get(edit_path(draft, "name")), Client().post(edit_path(draft, "name"))):
            assert response.status_code == 302
            assert "login" in response.url

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_stranger_finds_nothing(self, method, draft, signed_in):
        others = make_draft(slug="others")
        assert getattr(signed_in, method)(edit_path(others, "name")).status_code == 404
        assert getattr(signed_in, method)("/directory/mine/listings/nobody/edit/name/").status_code == 404

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_an_unknown_step_is_not_found(self, method, draft, signed_in):
        assert getattr(signed_in, method)(edit_path(draft, "no-such-step")).status_code == 404

    def test_a_field_of_another_step_is_ignored(self, draft, signed_in):
        send(signed_in, edit_path(draft, "words"), phone="(303) 555-0188", status="published", slug="else")
        stored = Listing.objects.get(pk=draft.pk)
        assert (stored.phone.as_e164, stored.status, stored.slug) == ("+13035550123", "draft", "quiet-rooms")

    @pytest.mark.parametrize(
        ("step", "name", "typed", "sentence"),
        [
            ("name", "name", "", "This field is required."),
            ("name", "npi", "1234567890", "NPI"),
            ("name", "opened_year", "1066", "The year must be from"),
            ("place", "zip5", "8020", "five digits"),
            ("contact", "phone", "12", "phone number"),
            ("contact", "phone", "call us", "phone number"),
            ("contact", "phone", "(303) 555-0199 ext. 4", "An extension cannot be shown."),
            ("contact", "website", "ftp:/x", "URL"),
            ("contact", "email", "rooms@", "email"),
            ("for-whom", "min_age", "200", "at most 120"),
            ("room", "session_monitor_role", "unlicensed_guide", "valid choice"),
            ("room", "patients_per_monitor_max", "9", "from 1 to 5"),
            ("courses", "iv_infusion__stop_rule", "reviewed_after_n_sessions", "after how many sessions"),
            ("prices", "iv_infusion__price_session_max_usd", "500", "“From” must be filled"),
            ("prices", "fees_as_of", "2999-01-01", "still to come"),
            ("hours", "day0__opens0", "09:00", "Say both when it opens and when it closes."),
            ("hours", "day1__closes0", "08:00", "It must open before it closes."),
            ("hours", "day6__note", "By the back door", "A note needs hours"),
            ("people", "new1__days", "Monday", "Who is it?"),
            ("people", "new1__npi", "123", "NPI"),
        ],
    )
    def test_an_invalid_value_is_told_beside_it_and_kept(self, step, name, typed, sentence, draft, signed_in):
        name = name.format(pk=draft.positions.get().clinician_id)
        before = snapshot(draft.pk)
        more = {"new1__name": "Ro Testperson"} if name == "new1__npi" else {}
        more |= {"consult_fee_usd": "10"} if name == "fees_as_of" else {}
        response = send(signed_in, edit_path(draft, step), **{name: typed} | more)
        html = response.content.decode()
        assert response.status_code == 200
        assert sentence in html
        assert response.context["form"].errors
        assert all(f'href="#id_{told}' in html for told in response.context["form"].errors)
        assert set(response.context["form"].errors) <= {name, *TOLD_AT.get(name, ())}
        if name not in {"session_monitor_role"}:
            assert controls(response)[name] == [typed]
        assert snapshot(draft.pk) == before

    def test_what_many_rows_ask_is_told_with_its_row(self, draft, signed_in):
        """Every day closes, and every treatment has a price: the words of the control alone do not say which."""
        for step, name, typed, words in [
            ("hours", "day1__closes0", "08:00", "Tuesday: Closes"),
            ("hours", "day6__note", "By the back door", "Sunday: Note"),
            ("courses", "iv_infusion__stop_rule", "reviewed_after_n_sessions", "IV infusion: "),
            ("contact", "phone", "12", "Phone"),
        ]:
            page = send(signed_in, edit_path(draft, step), **{name: typed}).content.decode()
            assert f"<strong>{words}" in page, step

    def test_a_minimum_above_its_maximum(self, draft, signed_in):
        response = send(signed_in, edit_path(draft, "for-whom"), min_age="20", max_age="18")
        assert "The youngest age must not be above the oldest." in response.content.decode()
        assert controls(response)["min_age"] == ["20"]


class TestPrices:
    def test_a_price_is_stated_today_where_nobody_says_otherwise(self, draft, signed_in):
        draft.offerings.filter(route="iv_infusion").update(price_session_min_usd=400, prices_as_of="2026-01-05")
        send(signed_in, edit_path(draft, "prices"), iv_infusion__price_session_min_usd="450")
        row = draft.offerings.get(route="iv_infusion")
        assert (row.price_session_min_usd, row.prices_as_of.isoformat()) == (450, today())
        assert draft.offerings.get(route="intranasal_esketamine").prices_as_of is None

    def test_its_day_is_theirs_to_say(self, draft, signed_in):
        changes = {"iv_infusion__price_session_min_usd": "450", "iv_infusion__prices_as_of": "2026-02-01"}
        send(signed_in, edit_path(draft, "prices"), **changes)
        assert draft.offerings.get(route="iv_infusion").prices_as_of.isoformat() == "2026-02-01"

    def test_without_a_price_there_is_no_day(self, draft, signed_in):
        draft.offerings.filter(route="iv_infusion").update(price_session_min_usd=400, prices_as_of="2026-01-05")
        send(signed_in, edit_path(draft, "prices"), iv_infusion__price_session_min_usd="")
        assert draft.offerings.get(route="iv_infusion").prices_as_of is None

    def test_a_fee_has_its_day_too(self, draft, signed_in):
        send(signed_in, edit_path(draft, "prices"), consult_fee_usd="0")
        draft.refresh_from_db()
        assert (draft.consult_fee_usd, draft.fees_as_of.isoformat()) == (0, today())


def today():
    return timezone.localdate().isoformat()


class TestLists:
    def test_what_is_not_ticked_is_not_stated(self, draft, signed_in):
        send(signed_in, edit_path(draft, "safety"), monitoring=["blood_pressure"])
        assert dict(draft.statements.values_list("term__slug", "answer")) == {"blood_pressure": "yes"}

    def test_a_whole_list_says_no_to_the_rest_and_can_be_taken_back(self, draft, signed_in):
        send(signed_in, edit_path(draft, "safety"), monitoring=["blood_pressure"], monitoring__rest="on")
        assert draft.statements.filter(answer="no", term__facet="monitoring").count() == 6
        send(signed_in, edit_path(draft, "safety"), monitoring__rest=None)
        assert not draft.statements.filter(answer="no").exists()

    def test_a_no_that_stood_alone_stays(self, draft, signed_in):
        state_that(draft, "monitoring", "ecg", answer="no")
        send(signed_in, edit_path(draft, "safety"), monitoring=["blood_pressure"])
        assert draft.statements.get(term__slug="ecg").answer == "no"

    def test_a_language_says_who_speaks_it(self, draft, signed_in):
        send(signed_in, edit_path(draft, "access"), language__clinician=["es"], language__staff=["es", "fr"])
        said = sorted(draft.statements.values_list("term__slug", "detail"))
        assert said == [("es", "clinician"), ("es", "staff"), ("fr", "staff")]


class TestDraft:
    def test_it_goes_on_to_the_next_step_and_can_be_left(self, draft, signed_in):
        assert send(signed_in, edit_path(draft, "name"), opened_year="2001").url == edit_path(draft, "place")
        left = send(signed_in, edit_path(draft, "place"), parking="In the yard", leave="yes")
        assert left.url == "/directory/mine/listings/quiet-rooms/review/"
        draft.refresh_from_db()
        assert (draft.opened_year, draft.parking) == (2001, "In the yard")

    def test_monday_can_stand_for_the_week(self, draft, signed_in):
        send(signed_in, edit_path(draft, "hours"), day0__opens0="08:00", day0__closes0="16:00", like_monday="on")
        hours = [(row.weekday, f"{row.opens_at:%H}-{row.closes_at:%H}") for row in draft.hours.all()]
        assert hours == [(day, "08-16") for day in range(5)]

    def test_a_phrase_that_promises_too_much_is_saved_and_told_at_once(self, draft, signed_in):
        response = send(signed_in, edit_path(draft, "words"), headline="A miracle cure.")
        assert response.url == edit_path(draft, "words")
        html = signed_in.get(response.url).content.decode()
        assert "No study shows a cure" in html
        assert controls(signed_in.get(response.url))["headline"] == ["A miracle cure."]
        assert send(signed_in, edit_path(draft, "words")).url == edit_path(draft, "away")

    def test_a_phrase_that_staff_allow_is_no_warning(self, draft, signed_in):
        draft.allowed_phrases.create(phrase="miracle", reason="It is a street.")
        response = send(signed_in, edit_path(draft, "words"), headline="Miracle Mile, second floor.")
        assert response.url == edit_path(draft, "away")
        assert "edit-warning" not in signed_in.get(edit_path(draft, "words")).content.decode()

    def test_a_new_person_waits_for_staff_and_is_shown_again(self, draft, signed_in):
        send(signed_in, edit_path(draft, "people"), new1__name="Ro Testperson", new1__role="crna")
        assert not draft.positions.filter(clinician__name="Ro Testperson").exists()
        assert draft.changes.waiting().get().fields["people.new.1.name"] == [None, "Ro Testperson"]
        assert controls(signed_in.get(edit_path(draft, "people")))["new1__name"] == ["Ro Testperson"]
        send(signed_in, edit_path(draft, "people"), new1__name="")
        assert not draft.changes.waiting().exists()

    def test_whoever_has_left_leaves_the_listing(self, draft, signed_in):
        pk = draft.positions.get().clinician_id
        send(signed_in, edit_path(draft, "people"), **{f"person{pk}__gone": "on"})
        assert not draft.positions.exists()

    def test_a_license_is_named_whole(self, draft, signed_in):
        pk = draft.positions.get().clinician_id
        response = send(signed_in, edit_path(draft, "people"), **{f"license{pk}__number": "T-9"})
        told = {name: [str(each) for each in errors] for name, errors in response.context["form"].errors.items()}
        assert told == {
            f"license{pk}__{name}": ["A license needs all three."] for name in ("jurisdiction", "license_type")
        }

    def test_a_license_waits_for_staff(self, draft, signed_in):
        pk = draft.positions.get().clinician_id
        typed = {"jurisdiction": "CO", "license_type": "MD", "number": "T-9"}
        send(signed_in, edit_path(draft, "people"), **{f"license{pk}__{name}": value for name, value in typed.items()})
        assert draft.changes.waiting().get().fields == {f"licenses.{pk}.CO.T-9": [None, "MD"]}
        assert "Waits for our staff: CO T-9." in signed_in.get(edit_path(draft, "people")).content.decode()

    def test_a_treatment_that_goes_takes_its_figures_along(self, draft, signed_in):
        send(signed_in, edit_path(draft, "treatments"), route=["iv_infusion"])
        assert [row.route for row in draft.offerings.all()] == ["iv_infusion"]

    def test_without_a_treatment_its_steps_say_where_to_tick_one(self, draft, signed_in):
        draft.offerings.all().delete()
        assert "Tick them first" in signed_in.get(edit_path(draft, "courses")).content.decode()

    def test_the_panel_names_what_visitors_will_not_find(self, draft, signed_in):
        html = signed_in.get(edit_path(draft, "room")).content.decode()
        assert "Who prescribes" in html
        send(signed_in, edit_path(draft, "room"), monitor_presence="in_room_continuous")
        gap = signed_in.get(edit_path(draft, "room")).context["page"].gap
        assert "Where that person is" not in gap.names[""]
        assert "Who prescribes" in gap.names[""]


class TestPublished:
    @pytest.fixture
    def listing(self, db):
        make_vocabulary()
        return make_listing(slug="open-doors", headline="Calm rooms.")

    @pytest.fixture
    def theirs(self, listing):
        client = Client()
        client.force_login(make_manager(listing))
        return client

    def test_words_wait_and_stand_beside_what_is_public(self, listing, theirs):
        response = send(theirs, edit_path(listing, "words"), headline="Quiet rooms.", stay="yes")
        assert response.url == edit_path(listing, "words")
        page = theirs.get(response.url)
        assert "Public now: “Calm rooms.”" in page.content.decode()
        assert "Send to our staff" in page.content.decode()
        assert controls(page)["headline"] == ["Quiet rooms."]
        assert Listing.objects.get(pk=listing.pk).headline == "Calm rooms."
        assert listing.changes.waiting().get().fields == {"headline": ["Calm rooms.", "Quiet rooms."]}

    def test_sent_twice_it_waits_once(self, listing, theirs):
        sent = controls(theirs.get(edit_path(listing, "words"))) | {"headline": ["Quiet rooms."]}
        for _time in range(2):
            assert theirs.post(edit_path(listing, "words"), sent).status_code == 302
        assert Change.objects.count() == 1

    def test_whether_they_have_room_is_public_at_once(self, listing, theirs):
        page = theirs.get(edit_path(listing, "new-patients")).content.decode()
        assert "Visitors see a change here at once." in page
        assert "Save, and show at once" in page
        assert "our staff" not in page.split("<main")[1].split("</form>")[0]
        path = edit_path(listing, "new-patients")
        answer = send(theirs, path, accepting="waitlist", next_new_patient="8_14_days", stay="yes")
        assert "Saved. Visitors see it now." in theirs.get(answer.url).content.decode()
        stored = Listing.objects.get(pk=listing.pk)
        assert (stored.accepting, stored.next_new_patient_on.isoformat()) == ("waitlist", today())
        assert not listing.changes.waiting().exists()

    def test_no_visitor_reads_that_it_opens_again_on_a_day_that_has_been(self, listing, theirs):
        html = send(theirs, edit_path(listing, "away"), reopens_on=DAY).content.decode()
        assert "This day has been." in html
        assert f'value="{DAY}"' in html
        listing.refresh_from_db()
        assert listing.reopens_on is None

    def test_a_step_of_both_says_which_goes_where(self, listing, theirs):
        path = edit_path(listing, "hours")
        page = theirs.get(path).content.decode()
        assert "Save, and send the rest to our staff" in page
        assert "Visitors see at once: the hours." in page
        assert "Our staff read first: a note beside them." in page
        monday = {"day0__opens0": "09:00", "day0__closes0": "17:00"}
        answer = send(theirs, path, **monday, day0__note="By the back door", stay="yes")
        assert "apart from what our staff read first" in theirs.get(answer.url).content.decode()
        assert listing.hours.get().note == ""
        answer = send(theirs, path, day1__opens0="09:00", day1__closes0="17:00", stay="yes")
        assert "Saved. Visitors see it now." in theirs.get(answer.url).content.decode()

    @pytest.mark.parametrize(
        ("step", "said", "words"),
        [
            ("new-patients", "Saved at once: both answers.", {"accepting": "waitlist"}),
            ("words", "Our staff read this first.", {"headline": "Quiet rooms."}),
            (
                "hours",
                "Our staff read first: a note beside them.",
                {"day0__opens0": "09:00", "day0__closes0": "17:00", "day0__note": "By the back door"},
            ),
        ],
    )
    def test_of_what_visitors_do_not_see_no_page_says_that_they_do(self, listing, theirs, step, said, words):
        Listing.objects.update(status="suspended")
        path = edit_path(listing, step)
        before = theirs.get(path).content.decode()
        assert said in before
        answer = send(theirs, path, **words, stay="yes")
        after = theirs.get(answer.url).content.decode()
        assert [page for page in (before, after) if "isitors see" in page.split("<main")[1]] == []

    def test_of_two_tabs_the_second_sees_both_and_loses_nothing(self, listing, theirs):
        """Also of what waits for staff: the first tab's words are neither public nor gone."""
        path = edit_path(listing, "words")
        second = controls(theirs.get(path))
        send(theirs, path, headline="First tab.", description="First tab too.")
        answer = theirs.post(path, second | {"headline": ["Second tab."]})
        assert answer.status_code == 200
        assert "Somebody else wrote here while you did: “First tab.”" in answer.content.decode()
        again = controls(answer)
        assert again["headline"] == ["Second tab."]
        assert listing.changes.waiting().get().fields["headline"][1] == "First tab."
        assert theirs.post(path, again).status_code == 302
        waiting = listing.changes.waiting().get().fields
        assert (waiting["headline"][1], waiting["description"][1]) == ("Second tab.", "First tab too.")

    def test_what_staff_sent_back_stands_in_the_form_and_is_sent_again_with_the_rest(self, listing, theirs):
        people = {"new1__name": "Dana Testperson", "new1__title": "Nurse"}
        send(theirs, edit_path(listing, "people"), **people)
        send(theirs, edit_path(listing, "people"), new2__name="Ro Testperson")
        send(theirs, edit_path(listing, "words"), headline="Loud rooms.", description="We see adults.")
        change = listing.changes.waiting().get()
        change.send_back(by=make_manager(is_staff=True), reason="Too loud.")
        page = theirs.get(edit_path(listing, "words"))
        assert controls(page)["headline"] == ["Loud rooms."]
        assert page.content.decode().count("Our staff sent this back") == 2
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        fields = listing.changes.waiting().get().fields
        assert fields == {
            "headline": ["Calm rooms.", "Quiet rooms."],
            "description": [listing.description, "We see adults."],
        }
        assert "Our staff sent this back" not in theirs.get(edit_path(listing, "words")).content.decode()
        send(theirs, edit_path(listing, "people"))
        again = listing.changes.waiting().get().fields
        assert {path: new for path, new in again.items() if path.startswith("people.")} == {
            path: new for path, new in change.fields.items() if path.startswith("people.")
        }

    def test_the_old_words_come_back_by_typing_them(self, listing, theirs):
        send(theirs, edit_path(listing, "words"), headline="Quiet rooms.")
        send(theirs, edit_path(listing, "words"), headline="Calm rooms.")
        assert not listing.changes.waiting().exists()


class TestLostUpdates:
    """Two managers with the same step open."""

    @pytest.fixture
    def sent(self, draft, signed_in):
        return controls(signed_in.get(edit_path(draft, "words")))

    def test_what_one_did_not_touch_keeps_what_the_other_wrote(self, sent, draft, signed_in):
        send(signed_in, edit_path(draft, "words"), description="Theirs.")
        signed_in.post(edit_path(draft, "words"), sent | {"headline": "Mine."})
        draft.refresh_from_db()
        assert (draft.headline, draft.description) == ("Mine.", "Theirs.")

    def test_where_both_wrote_both_are_shown_and_the_next_click_decides(self, sent, draft, signed_in):
        send(signed_in, edit_path(draft, "words"), headline="Theirs.")
        response = signed_in.post(edit_path(draft, "words"), sent | {"headline": "Mine."})
        page = response.content.decode()
        assert "Send it again to keep your words. Somebody else wrote here while you did: “Theirs.”" in page
        assert "Theirs.”." not in page
        again = controls(response)
        assert again["headline"] == ["Mine."]
        draft.refresh_from_db()
        assert draft.headline == "Theirs."
        assert signed_in.post(edit_path(draft, "words"), again).status_code == 302
        draft.refresh_from_db()
        assert draft.headline == "Mine."

    def test_what_cannot_be_read_counts_as_opened_just_now(self, sent, draft, signed_in):
        for opened in ("", "[1]", "{", '{"headline": 1}'):
            signed_in.post(edit_path(draft, "words"), sent | {"headline": "Mine.", "opened": opened})
            draft.refresh_from_db()
            assert draft.headline == "Mine."
