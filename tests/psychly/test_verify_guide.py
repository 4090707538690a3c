"""What the guide on verification says of this site is what the code does."""

import re

import pytest

from articles.management.commands.load_articles import SHIPPED
from articles.markdown import render
from directory.claiming import CODE_LASTS, OBJECTION_LASTS, STANDS_AFTER
from directory.claims import COUNTS_FOR, PROOF, Claim, Method, Result
from directory.freshness import CONFIRMED_FOR, LICENSE_ENDS_SOON, PRICES_CURRENT_FOR, SHOWN_FOR
from directory.letter_secrets import CODE_LENGTH
from directory.models.proposable import CONTACTS, LIVE_AT_ONCE
from directory.models.report import LONGEST
from directory.models.rules import ESKETAMINE_OBSERVATION_MINUTES
from directory.overclaims import RULES, overclaims
from directory.profile.ledger import BADGES
from directory.reminders import DUE_AFTER
from directory.upkeep.purges import REPORTS_KEPT_FOR

TEXT = (SHIPPED / "how-we-verify-providers" / "article.md").read_text()
# These may end sooner, with the paper that was seen.
WITH_AN_EXPIRY = {Claim.LICENSE, Claim.ACLS}
# How the guide names a claim whose label alone would tell nobody anything.
NAMES = {Claim.NPI: "NPI, the national number of a provider"}


def section(anchor):
    found = re.search(rf"\{{#{anchor}\}}\n(.*?)(?=\n##|\Z)", TEXT, re.DOTALL)
    assert found, anchor
    return found[1]


def table(anchor):
    rows = [line.strip("| ").split(" | ") for line in section(anchor).splitlines() if line.startswith("| ")]
    return dict(rows[1:])


def plain(text):
    return text.replace("‑", "-").replace("\N{NO-BREAK SPACE}", " ")


def test_each_fact_has_its_period():
    def period(claim):
        if COUNTS_FOR[claim] is None:
            return "Until a later look says otherwise"
        return f"{COUNTS_FOR[claim].days} days" + (", and never past its own expiry" if claim in WITH_AN_EXPIRY else "")

    assert table("periods") == {NAMES.get(claim, str(claim.label)): period(claim) for claim in Claim}


def test_each_way_of_looking_is_named_and_whether_it_makes_a_badge():
    said = {way.casefold(): answer for way, answer in table("methods").items()}
    assert said == {str(way.label).casefold(): "Yes" if way in PROOF else "No" for way in Method}


def test_each_result_is_named():
    assert f"1 of {len(Result)} results: " in TEXT
    for result in Result:
        assert str(result.label) in TEXT


def test_the_days_of_silence_are_those_on_which_letters_are_due():
    assert list(table("confirmation")) == [str(after.days) for after in DUE_AFTER.values()]


@pytest.mark.parametrize(
    "sentence",
    [
        f"A confirmation counts for {CONFIRMED_FOR.days} days.** After {SHOWN_FOR.days} days without word the",
        f"A price older than {PRICES_CURRENT_FOR.days} days is shown as old.",
        f"Licenses that run out within {LICENSE_ENDS_SOON.days} days come up on our staff’s list.",
        f"never where it states less than {ESKETAMINE_OBSERVATION_MINUTES} minutes of watching",
        f"write up to {LONGEST} characters",
        f"a code of {CODE_LENGTH} letters and digits",
        f"removed {REPORTS_KEPT_FOR.days} days after the report was closed",
    ],
)
def test_it_says_so_with_the_number_of_the_code(sentence):
    assert sentence in plain(TEXT)


def test_the_periods_of_a_claim_are_those_of_the_code():
    words = section("who-keeps")
    assert f"unchanged for {STANDS_AFTER.days} days" in words
    assert f"A code counts for {CODE_LASTS.total_seconds() / 3600:.0f} hours." in words
    assert f"has {OBJECTION_LASTS.days} days to object" in words


def test_it_names_what_a_provider_may_change_without_waiting_and_what_the_old_address_hears_of():
    live = {
        "accepting": "whether it takes new patients",
        "next_new_patient": "the date for the next new patient",
        "next_new_patient_on": "the date for the next new patient",
        "reopens_on": "the day when it opens again",
    }
    contacts = {"phone": "the phone", "street": "the address", "email": "the e-mail address", "website": "the web site"}
    assert set(live) == LIVE_AT_ONCE
    assert set(contacts) < CONTACTS
    assert [words for words in (*live.values(), *contacts.values()) if words not in section("who-keeps")] == []


def test_each_badge_is_named():
    for badge in ("licenses", *map(str, BADGES.values())):
        assert badge in section("badge")


def test_each_rule_about_words_is_named_by_a_phrase_that_it_finds():
    named = {finding.rule.slug for finding in overclaims(section("words"))}
    # Of this one the guide has no phrase to quote: it names the certificate.
    assert named == {rule.slug for rule in RULES} - {"hipaa_certified"}
    assert "a certificate for HIPAA" in section("words")


def test_it_has_no_address_that_a_heading_lacks():
    assert {"periods", "methods", "confirmation"} <= {heading.id for heading in render(TEXT).contents}
