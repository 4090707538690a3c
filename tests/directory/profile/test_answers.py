from itertools import chain, combinations

import pytest

from directory.choices import Accepting, MonitorPresence
from directory.models import Listing
from directory.profile import answers
from directory.regulation import RegulatoryStatus
from tests.factories.directory import days_ago, make_draft, make_listing, make_offering, make_term, state_that

pytestmark = pytest.mark.django_db

# Conditions and treatments that give each status.
TREATED = {
    RegulatoryStatus.APPROVED: "intranasal_esketamine",
    RegulatoryStatus.OFF_LABEL: "iv_infusion",
    RegulatoryStatus.COMPOUNDED: "oral_sublingual_at_home",
}
MIXES = list(chain.from_iterable(combinations(TREATED, size) for size in (1, 2, 3)))


def asked(question, listing):
    return question(Listing.objects.with_page_facts().get(pk=listing.pk)).replace("\N{NO-BREAK SPACE}", " ")


class TestIsItRight:
    def test_it_names_a_few_conditions_and_the_ages(self):
        listing = make_draft(min_age=18)
        for position, slug in enumerate(["nerve_pain", "migraine", "ptsd", "ocd", "gad"]):
            make_term("condition", slug, position=position)
            state_that(listing, "condition", slug)
        assert asked(answers.is_it_right, listing) == (
            "They treat nerve pain, migraine, ptsd and 2 more, in people aged 18 and over."
        )

    def test_silence_is_said(self):
        assert "have not said" in asked(answers.is_it_right, make_draft())


class TestWhatTheyOffer:
    @pytest.mark.parametrize("statuses", MIXES, ids=str)
    def test_the_fda_has_a_sentence_for_every_mix(self, statuses):
        listing = make_draft()
        state_that(listing, "condition", "trd")
        for status in statuses:
            make_offering(listing, TREATED[status])
        sentence = asked(answers.what_they_offer, listing)
        assert ("approved" in sentence) or ("off-label" in sentence)
        assert ("off-label" in sentence) == (RegulatoryStatus.OFF_LABEL in statuses)
        assert ("pharmacy" in sentence) == (RegulatoryStatus.COMPOUNDED in statuses)

    def test_an_approved_use_is_not_called_off_label(self):
        listing = make_draft()
        state_that(listing, "condition", "trd")
        make_offering(listing, "intranasal_esketamine")
        assert asked(answers.what_they_offer, listing) == (
            "They offer esketamine nasal spray. The FDA has approved it for what they treat."
        )

    def test_without_a_condition_nothing_is_said_of_approval(self):
        listing = make_draft()
        make_offering(listing, "iv_infusion")
        assert asked(answers.what_they_offer, listing) == "They offer IV infusion."

    def test_a_therapist_gives_no_medicine(self):
        listing = make_draft(practice_kind="therapist_working_with_infusion_clinic")
        assert "another clinic gives the medicine" in asked(answers.what_they_offer, listing)

    def test_silence_is_said(self):
        assert "have not said" in asked(answers.what_they_offer, make_draft())


class TestWhoIsInTheRoom:
    @pytest.mark.parametrize(
        ("role", "presence", "sentence"),
        [
            (
                "anesthesiologist",
                "in_room_continuous",
                "An anesthesiologist monitors the session: in the room the whole time.",
            ),
            ("rn", "not_stated", "A registered nurse monitors the session."),
            (
                "not_stated",
                "remote_video",
                "They have not said who monitors the session, only from where: by video from elsewhere.",
            ),
            ("not_stated", "not_stated", "They have not said who monitors the session."),
            ("rn", "none", "They say that nobody watches over you during the session."),
        ],
    )
    def test_it_says_as_much_as_is_stated(self, role, presence, sentence):
        listing = make_draft(session_monitor_role=role, monitor_presence=presence)
        assert asked(answers.who_is_in_the_room, listing) == sentence

    @pytest.mark.parametrize("presence", MonitorPresence.values)
    def test_every_answer_has_a_sentence(self, presence):
        assert asked(answers.who_is_in_the_room, make_draft(monitor_presence=presence)).endswith(".")


class TestWhatItCosts:
    def priced(self, listing=None, route="iv_infusion", **fields):
        listing = listing or make_draft(consult_fee_usd=250, fees_as_of=days_ago(1))
        defaults = {"price_session_min_usd": 450, "sessions_initial_series": 6, "prices_as_of": days_ago(1)}
        make_offering(listing, route, **defaults | fields)
        return listing

    def test_it_is_the_whole_first_course(self):
        sentence = asked(answers.what_it_costs, self.priced())
        assert sentence.startswith("A first course costs $2,950, by prices stated on ")
        assert "on top" not in sentence

    def test_several_treatments_span_a_range(self):
        listing = self.priced(self.priced(), "im_injection", price_session_min_usd=100)
        assert asked(answers.what_it_costs, listing).startswith(
            "A first course costs $850–$2,950, depending on the treatment"
        )

    def test_a_missing_consultation_is_said(self):
        assert asked(answers.what_it_costs, self.priced(make_draft())).endswith(
            "The first consultation may come on top: not stated."
        )

    def test_one_session_is_better_than_nothing(self):
        assert asked(answers.what_it_costs, self.priced(sessions_initial_series=None)).startswith(
            "One session costs $450;"
        )

    def test_old_prices_are_not_repeated(self):
        sentence = asked(answers.what_it_costs, self.priced(prices_as_of=days_ago(181)))
        assert "180 days" in sentence
        assert "$" not in sentence

    def test_an_included_consultation_is_said(self):
        listing = make_draft()
        state_that(listing, "includes", "psychiatric_evaluation")
        assert asked(answers.what_it_costs, self.priced(listing)).endswith("The first consultation is included.")

    def test_an_old_fee_does_not_age_a_current_price(self):
        listing = self.priced(make_draft(consult_fee_usd=250, fees_as_of=days_ago(181)))
        assert asked(answers.what_it_costs, listing) == (
            "One session costs $450; part of what a first course costs was stated more than 180 days ago."
        )

    def test_a_current_fee_beside_an_old_price_is_not_called_old(self):
        sentence = asked(answers.what_it_costs, self.priced(prices_as_of=days_ago(181)))
        assert sentence.startswith("Some of the prices they stated are more than 180 days old")

    @pytest.mark.parametrize(
        ("fees", "words"),
        [
            ({"consult_fee_usd": 250}, "The first consultation costs $250; they have not stated what a treatment"),
            ({"consult_fee_usd": 0}, "The first consultation is free; they have not stated what a treatment"),
            ({"integration_fee_usd": 150}, "They have stated the fee for a therapy session"),
        ],
        ids=str,
    )
    def test_fees_are_stated_prices(self, fees, words):
        listing = make_draft(fees_as_of=days_ago(1), price_not_disclosed="yes", **fees)
        assert asked(answers.what_it_costs, listing).startswith(words)

    def test_fees_that_are_old_are_called_old(self):
        listing = make_draft(consult_fee_usd=250, fees_as_of=days_ago(181))
        assert asked(answers.what_it_costs, listing).startswith("The prices they stated are more than 180 days old")

    def test_keeping_prices_secret_is_said(self):
        assert "do not publish" in asked(answers.what_it_costs, make_draft(price_not_disclosed="yes"))

    def test_silence_is_said(self):
        assert asked(answers.what_it_costs, make_draft()) == "They have not stated their prices."


class TestWhatHappens:
    def test_it_plans_the_day(self):
        listing = make_draft(driving_rule="next_day_after_sleep")
        make_offering(listing, visit_minutes=150)
        state_that(listing, "escort", "ride_service_allowed")
        state_that(listing, "escort", "adult_must_take_home")
        assert asked(answers.what_happens, listing) == (
            "Plan 2 hours 30 minutes for a visit. An adult must take you home. "
            "Driving: not until the next day, after a night's sleep."
        )

    def test_treatments_can_take_different_times(self):
        listing = make_draft()
        make_offering(listing, "iv_infusion", visit_minutes=90)
        make_offering(listing, "intranasal_esketamine", visit_minutes=180)
        assert "90 minutes to 3 hours" in asked(answers.what_happens, listing)

    def test_a_ride_that_is_not_allowed_is_not_offered(self):
        listing = make_draft()
        state_that(listing, "escort", "ride_service_allowed", "no")
        assert "have not said how you must get home" in asked(answers.what_happens, listing)


class TestCanIGetIn:
    @pytest.mark.parametrize("accepting", Accepting.values)
    def test_every_answer_has_a_sentence(self, accepting):
        assert asked(answers.can_i_get_in, make_draft(accepting=accepting)).endswith(".")

    def test_a_first_visit_is_promised_only_to_new_patients(self):
        soon = {"next_new_patient": "within_3_days"}
        assert "A first visit is possible within 3 days." in asked(
            answers.can_i_get_in, make_draft(accepting="newpt", **soon)
        )
        assert "possible" not in asked(answers.can_i_get_in, make_draft(accepting="nopt", **soon))


class TestWhoWasChecked:
    def test_it_counts_people_and_licenses(self):
        assert asked(answers.who_was_checked, make_listing()) == (
            "1 person is named here, and our staff looked up 1 license at its state board. "
            "Confirmed by the clinic 10 days ago."
        )

    def test_nobody_named_is_said(self):
        assert asked(answers.who_was_checked, make_listing(prescriber=False)).startswith("They have not named")
