"""Whether readers find what they look for in the guides that ship: each question with the sections that answer it."""

import pytest
from django.core.management import call_command

from articles.search.finding import find

FIRST_FEW = 3
GOOD_ENOUGH = 0.95
MAIN, OR, DAY = "ketamine-iv-infusions", "ketamine-or-esketamine", "preparing-for-your-first-infusion"
THOUGHTS, VERIFY = "ketamine-and-suicidal-thoughts", "how-we-verify-providers"

ANSWERS = {
    # What it is, and how it is given
    "what is ketamine": [f"{MAIN}/"],
    "nmda receptors": [f"{MAIN}/#what-it-is", f"{OR}/#one-family"],
    "schedule III": [f"{MAIN}/#legal-status", f"{MAIN}/#what-it-is"],
    "bioavailability": [f"{MAIN}/#routes"],
    "lozenge": [f"{MAIN}/#home-ketamine"],
    "ketamine at home": [f"{MAIN}/#home-ketamine"],
    "usual course": [f"{MAIN}/#the-usual-course"],
    "how long does it last": [f"{OR}/#how-long", f"{MAIN}/#the-usual-course"],
    "monitoring": [f"{MAIN}/#monitoring"],
    "pulse oximeter": [f"{MAIN}/#monitoring", f"{DAY}/#vital-signs"],
    # How well it works
    "treatment resistant depression": [f"{MAIN}/#evidence", f"{MAIN}/#depression"],
    "depresion": [f"{MAIN}/#depression"],
    "bipolar": [f"{MAIN}/#bipolar"],
    "ptsd": [f"{MAIN}/#ptsd"],
    "OCD": [f"{MAIN}/#ocd"],
    "drinking alcohol disorder": [f"{MAIN}/#alcohol"],
    "anxiety": [f"{MAIN}/#anxiety"],
    "chronic pain": [f"{MAIN}/#pain"],
    "CRPS": [f"{MAIN}/#pain", f"{MAIN}/#evidence"],
    "ECT": [f"{MAIN}/#comparisons"],
    "midazolam": [f"{THOUGHTS}/#midazolam"],
    "guidelines": [f"{MAIN}/#guidelines"],
    # What can go wrong
    "side effects": [f"{MAIN}/#side-effects", f"{OR}/#side-effects"],
    "bladder": [f"{MAIN}/#side-effects"],
    "liver damage": [f"{MAIN}/#side-effects", f"{DAY}/#go-ahead"],
    "blood pressure": [f"{DAY}/#blood-pressure", f"{DAY}/#vital-signs"],
    "pregnancy": [f"{MAIN}/#who-should-not"],
    "breast feeding": [f"{MAIN}/#who-should-not"],
    "theophylline": [f"{DAY}/#records", f"{MAIN}/#who-should-not"],
    "addiction": [f"{MAIN}/#who-should-not", f"{MAIN}/#side-effects"],
    "who should not take ketamine": [f"{MAIN}/#who-should-not", f"{OR}/#side-effects"],
    # Law, money, choice
    "off-label": [f"{MAIN}/#what-it-is", f"{MAIN}/#legal-status", f"{OR}/#approval"],
    "is it FDA approved": [f"{OR}/#approval", f"{MAIN}/#legal-status"],
    "spravato": [f"{OR}/#approval"],
    "esketmine": [f"{OR}/"],
    "how much does it cost": [f"{MAIN}/#cost"],
    "insurance": [f"{MAIN}/#cost"],
    "red flags": [f"{MAIN}/#getting-started"],
    "head to head": [f"{OR}/#head-to-head"],
    # The day
    "what to wear": [f"{DAY}/#the-day"],
    "food and drink": [f"{DAY}/#the-day"],
    "when can I drive": [f"{DAY}/#rest-of-the-day", f"{DAY}/#checklist-after", f"{DAY}/#at-a-glance"],
    "ride home": [f"{DAY}/#ride"],
    "what does it feel like": [f"{DAY}/#what-it-feels-like"],
    "dissociation": [f"{DAY}/#what-it-feels-like"],
    "checklist": [f"{DAY}/#checklist"],
    "mood diary": [f"{DAY}/#days-after"],
    # Thoughts of suicide
    "suicidal thoughts": [f"{THOUGHTS}/", f"{MAIN}/#suicidal-thoughts"],
    "does it prevent suicide": [f"{THOUGHTS}/", f"{MAIN}/#suicidal-thoughts", f"{THOUGHTS}/#esketamine"],
    "worried about a friend": [f"{THOUGHTS}/#somebody-else"],
    "crisis": [f"{THOUGHTS}/#crisis", f"{MAIN}/#crisis", f"{DAY}/#crisis", f"{OR}/#crisis"],
    # How providers are checked
    "license": [f"{VERIFY}/#license"],
    "NPI number": [f"{VERIFY}/#npi"],
    "what does a badge mean": [f"{VERIFY}/#badge"],
    "report an error": [f"{VERIFY}/#reports"],
}


@pytest.mark.django_db
def test_the_right_section_is_among_the_first_few():
    call_command("load_articles", verbosity=0)
    missed = {}
    for question, answers in ANSWERS.items():
        first = [section.get_absolute_url().removeprefix("/articles/") for section in find(question).sections]
        if not set(answers) & set(first[:FIRST_FEW]):
            missed[question] = first[:FIRST_FEW]
    assert len(ANSWERS) >= 30
    assert len(missed) <= (1 - GOOD_ENOUGH) * len(ANSWERS), missed
