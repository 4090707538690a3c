"""Whether visitors find what they look for among four hundred demonstration listings, which are the same on every
machine: names, misspelt names, people, treatments, filters in words, places and places of many."""

import random

import time_machine
from django.core.management import call_command
from django.http import QueryDict
from django.test import TestCase

from articles.words.answer import How
from directory.facets import terms_of
from directory.importers.places import FIELDS, PLACES, clean, read
from directory.models import Clinician, Listing, Place
from directory.results.page import SearchPage
from directory.vocabulary import SUICIDAL_THOUGHTS
from tests.sample import load_terms

FIRST_FEW = 3
GOOD_ENOUGH = 0.95
LISTINGS = 400
OF_EACH = 25
LARGE = 25_000  # people
SEED = 7

# What all of the first few practices do or treat.
DONE = {
    "ketamine infusion": "route=iv_infusion",
    "infusions": "route=iv_infusion",
    "iv ketamine": "route=iv_infusion",
    "esketamine": "route=intranasal_esketamine",
    "spravato": "route=intranasal_esketamine",
    "intramuscular": "route=im_injection",
    "lozenges": "route=oral_sublingual_at_home route=oral_sublingual_in_clinic",
    "ptsd": "condition=ptsd",
    "trauma": "condition=ptsd",
    "ocd": "condition=ocd",
    "bipolar": "condition=bipolar_depression",
    "postpartum depression": "condition=perinatal_depression",
    "fibromyalgia": "condition=fibromyalgia",
    "migraines": "condition=migraine_headache",
    "medicaid": "payment=medicaid",
    "who takes medicare": "payment=medicare",
    "ketamin": "route=iv_infusion route=im_injection route=intranasal_racemic_compounded "
    "route=oral_sublingual_at_home route=oral_sublingual_in_clinic route=sc_injection",
    "infusoin": "route=iv_infusion",
    "spravatto": "route=intranasal_esketamine",
    "fibromialgia": "condition=fibromyalgia",
    "bipoler": "condition=bipolar_depression",
}
# What is offered as one click: any of these.
FILTERS = {
    "spanish": "language=es",
    "speaks spanish": "language=es",
    "vietnamese": "language=vi",
    "sign language": "sign_language=asl_clinician sign_language=asl_interpreter",
    "veterans": "population=veterans",
    "ketamine for a veteran": "population=veterans",
    "first responders": "population=first_responders",
    "lgbt friendly": "population=lgbtq_affirming",
    "spravato": "route=intranasal_esketamine",
    "ketamine at home": "route=oral_sublingual_at_home",
    "PTSD": "condition=ptsd",
    "treats ocd": "condition=ocd",
    "chronic pain": "condition=other_chronic_pain",
    "my son has depression": "condition=trd condition=mdd",
    "wheelchair": "access=step_free_entrance",
    "wheelchair accessible": "access=step_free_entrance",
    "AED": "emergency=aed_defibrillator",
    "capnography": "monitoring=capnography",
    "medicare": "payment=medicare",
    "who takes aetna": "insurer=aetna",
    "sliding scale": "payment=sliding_scale",
    "payment plan": "payment=payment_plan",
    "HSA": "payment=hsa_fsa",
    "evenings": "hours=evening",
    "open saturday": "hours=weekend",
    "children": "age=children_under_12",
    "teenagers": "age=teens_12_to_17",
    "seniors": "age=older_adults_65_plus population=older_adults",
    "private room": "room=private_room",
    "nurse practitioner": "lead=np prescriber=np",
    "anestesiologist": "prescriber=anesthesiologist lead=anesthesiologist",
    "accepting new patients": "accepting=newpt",
}
NEAR = {
    "ketamine denver": "Denver, CO",
    "denver": "Denver, CO",
    "infusion in chicago": "Chicago, IL",
    "therapist near boston": "Boston, MA",
    "spravato austin tx": "Austin, TX",
    "ketamine omaha": "Omaha, NE",
    "ketamine milwaukee": "Milwaukee, WI",
    "ketamine portland, or": "Portland, OR",
    "ketamine bend": "Bend, OR",
    "durham": "Durham, NC",
    "salt lake city ketamine": "Salt Lake City, UT",
    "nyc ketamine": "New York, NY",
    "psychiatrist in texas": "Texas",
    "suicidal thoughts denver": "Denver, CO",
    "ptsd san diego": "San Diego, CA",
    "ketamine seatle": "Seattle, WA",
}
# Of several places of one name all these are among the first few.
NAMESAKES = {
    "springfield": "Springfield, MO; Springfield, IL",
    "ketamine portland": "Portland, OR; Portland, ME",
    "aurora infusions": "Aurora, CO; Aurora, IL",
    "columbus clinic": "Columbus, OH",
    "arlington": "Arlington, TX; Arlington, VA",
    "ketamine new york": "New York State; New York, NY",
}


def ask(words: str) -> SearchPage:
    parameters = QueryDict(mutable=True)
    parameters["q"] = words
    return SearchPage(parameters)


def first(page):
    return [hit.listing_id for hit in page.results.hits[:FIRST_FEW]] if page.results else []


def offered(page):
    links = [link for offer in page.offers for link in offer.links]
    return [dict(QueryDict(link.url.partition("?")[2]).items()) for link in links[:FIRST_FEW]]


def names(chance):
    listings = list(Listing.objects.visible().order_by("pk"))
    for listing in chance.sample(listings, OF_EACH):
        yield listing.name, {each.pk for each in listings if each.name == listing.name}


def misspelt(chance):
    """One letter left out, or two swapped, in the longest word."""
    for name, pks in names(chance):
        word = max(name.split(), key=len)
        at = chance.randrange(1, len(word) - 2)
        other = chance.choice([word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]])
        yield name.replace(word, other), pks


def people(chance):
    visible = set(Listing.objects.visible().values_list("pk", flat=True))
    known: dict[str, set[int]] = {}
    for name, pk in Clinician.objects.order_by("pk").values_list("name", "positions__listing"):
        if pk in visible:
            known.setdefault(name, set()).add(pk)
    return chance.sample(sorted(known.items()), OF_EACH)


def states(pk, terms):
    """Whether the listing says any of these."""
    return bool(said_by(Listing.objects.with_search_facts().get(pk=pk)) & set(terms.split()))


def said_by(listing):
    return {f"{facet}={slug}" for facet, slug in terms_of(listing)}


def chosen_by(link):
    return {f"{facet}={slug}" for facet, slug in link.items()}


def load():
    """The states, and the large cities with their ZIP codes."""
    rows = [Place(**dict(zip(FIELDS, clean(cells), strict=True))) for _line, cells in read(PLACES)]
    large = {(place.name, place.state) for place in rows if place.population >= LARGE}
    Place.objects.bulk_create(
        place
        for place in rows
        if place.kind == Place.Kind.STATE or (place.kind != Place.Kind.COUNTY and (place.name, place.state) in large)
    )
    load_terms()
    call_command("load_demo", listings=LISTINGS, verbosity=0)


class RelevanceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(time_machine.travel("2026-03-01", tick=True))
        load()

    def test_what_is_looked_for_is_among_the_first_few(self):
        told = [(words, found, ask(words)) for words, found in self.searches()]
        missed = [(words, page.headline, offered(page)) for words, found, page in told if not found(page)]
        print(f"{len(told)} searches, {len(told) - len(missed)} find what they look for among the first {FIRST_FEW}")
        assert len(told) >= 120
        assert len(missed) <= (1 - GOOD_ENOUGH) * len(told), missed

    def searches(self):
        """(words, whether a page that answers them is a success)"""
        chance = random.Random(SEED)
        for lookup in (names, misspelt, people):
            for words, pks in lookup(chance):
                yield words, lambda page, pks=pks: pks & set(first(page))
        for words, terms in DONE.items():
            yield words, lambda page, terms=terms: first(page) and all(states(pk, terms) for pk in first(page))
        for words, terms in FILTERS.items():
            yield words, lambda page, terms=terms: any(set(terms.split()) & chosen_by(link) for link in offered(page))
        for words, places in (NEAR | NAMESAKES).items():
            yield (
                words,
                lambda page, places=places: set(places.split("; ")) <= {link.get("place") for link in offered(page)},
            )

    def test_words_of_somebody_in_crisis_are_never_taken_for_others(self):
        for words in ["kill myself", "end my life", "i wish i was dead", "better dead"]:
            page = ask(words)
            assert page.words.answer.how in {How.EXACT, How.SOME, How.NOTHING}, words
            assert page.words.speak_of_suicide, words

    def test_suicide_misspelt_is_understood(self):
        page = ask("sucidal thoughts")
        assert page.words.answer.searched == "suicidal thoughts"
        assert {"condition": SUICIDAL_THOUGHTS} in offered(page)
