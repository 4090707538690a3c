"""How the National Library of Medicine abbreviates the journals we cite; AMA style prints these names.

A record that brings its own `container-title-short` needs no row here, and a journal without a row is printed in full.
"""

import re

ABBREVIATIONS = {
    "Acta Psychiatrica Scandinavica": "Acta Psychiatr Scand",
    "American Journal of Psychiatry": "Am J Psychiatry",
    "Anesthesia & Analgesia": "Anesth Analg",
    "Annals of Internal Medicine": "Ann Intern Med",
    "Biological Psychiatry": "Biol Psychiatry",
    "British Journal of Clinical Pharmacology": "Br J Clin Pharmacol",
    "British Journal of Psychiatry": "Br J Psychiatry",
    "Canadian Journal of Psychiatry": "Can J Psychiatry",
    "Clinical Pharmacokinetics": "Clin Pharmacokinet",
    "Cochrane Database of Systematic Reviews": "Cochrane Database Syst Rev",
    "Depression and Anxiety": "Depress Anxiety",
    "Discover Mental Health": "Discov Ment Health",
    "European Journal of Psychotraumatology": "Eur J Psychotraumatol",
    "Federal Register": "Fed Regist",
    "Frontiers in Psychiatry": "Front Psychiatry",
    "International Journal of Neuropsychopharmacology": "Int J Neuropsychopharmacol",
    "JAMA Network Open": "JAMA Netw Open",
    "Journal of Affective Disorders": "J Affect Disord",
    "Journal of Clinical Psychiatry": "J Clin Psychiatry",
    "Journal of Pain": "J Pain",
    "Journal of Psychiatric Research": "J Psychiatr Res",
    "Journal of Psychopharmacology": "J Psychopharmacol",
    "Lancet": "Lancet",
    "Molecular Psychiatry": "Mol Psychiatry",
    "Nature Medicine": "Nat Med",
    "Nature Mental Health": "Nat Ment Health",
    "Neuropsychiatric Disease and Treatment": "Neuropsychiatr Dis Treat",
    "New England Journal of Medicine": "N Engl J Med",
    "Pain Medicine": "Pain Med",
    "Pharmacological Reviews": "Pharmacol Rev",
    "Psychiatry Research": "Psychiatry Res",
    "Psychological Medicine": "Psychol Med",
    "Psychopharmacology Bulletin": "Psychopharmacol Bull",
    "Regional Anesthesia and Pain Medicine": "Reg Anesth Pain Med",
    "Translational Psychiatry": "Transl Psychiatry",
}


def short_title(name):
    """However it is written: with “The” before it, in small letters, with “&”. None for a journal without a row."""
    return _BY_FOLDED_NAME.get(_folded(name))


def _folded(name):
    return re.sub(r"^the ", "", " ".join(name.casefold().replace("&", "and").split()))


_BY_FOLDED_NAME = {_folded(name): short for name, short in ABBREVIATIONS.items()}
