import csv

from directory.importers.vocabulary import VOCABULARY
from directory.synonyms import SYNONYMS, synonyms_of


def test_each_is_of_a_term_that_exists():
    with VOCABULARY.open(encoding="utf-8-sig", newline="") as file:
        known = [(row["facet"], row["slug"]) for row in csv.DictReader(file)]
    assert SYNONYMS.keys() <= {facet for facet, _slug in known}
    # Roles are one list for whoever prescribes, monitors or leads.
    assert {slug for words in SYNONYMS.values() for slug in words} <= {slug for _facet, slug in known}


def test_people_call_things_by_other_words():
    assert "lozenge" in synonyms_of("route", "oral_sublingual_at_home")
    assert synonyms_of("route", "nothing_of_that_name") == ""
