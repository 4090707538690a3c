"""What our own files say comes back as it went out, whatever stands in it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citations.bibtex import bibtex
from articles.citations.files import csl_json
from articles.citations.ris import ris
from articles.incoming.names import BODY, ENDINGS, OTHERS, SUFFIX
from articles.incoming.read import read
from articles.incoming.tidy import KEPT, tidy
from tests.articles.citations.samples import EVERY, NASTY, REGISTER

WRITERS = {"CSL-JSON": csl_json, "BibTeX": bibtex, "RIS": ris}
# What no BibTeX or RIS has a field for that both sides would know.
IN_EVERY_FORMAT = tuple(name for name in KEPT if name not in ("container-title-short", "number", "editor", "genre"))

words = st.text(st.sampled_from(string.ascii_letters + "éßΔ漢&%$#_^~\\{}<>\"'.:;!?()[]-@ "), min_size=1, max_size=40)
plain_words = words.map(lambda text: " ".join(text.split())).filter(lambda text: text.strip(" -\\"))
names = st.text(st.sampled_from(string.ascii_letters + "éüÅ'-"), min_size=2, max_size=12).filter(
    lambda name: (
        name[0].isupper()
        and not any(rule.search(name) for rule in (BODY, ENDINGS, OTHERS, SUFFIX))
        and name.strip("'-") == name
    )
)
people = st.fixed_dictionaries({"family": names, "given": names}, optional={"suffix": st.sampled_from(["Jr", "III"])})
bodies = st.builds(lambda first, last: {"literal": f"{first} of {last}"}, names, names)
dates = st.one_of(
    st.builds(lambda year: [year], st.integers(1900, 2099)),
    st.builds(lambda year, month: [year, month], st.integers(1900, 2099), st.integers(1, 12)),
    st.builds(lambda *parts: [*parts], st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28)),
).map(lambda parts: {"date-parts": [parts]})
records = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z][a-z0-9]{0,20}", fullmatch=True),
        "type": st.sampled_from(
            ["article-journal", "book", "chapter", "report", "thesis", "webpage", "article", "document"]
        ),
        "title": plain_words,
        "custom": st.fixed_dictionaries({"authors-complete": st.booleans()}),
    },
    optional={
        "author": st.lists(people | bodies, min_size=1, max_size=4),
        "container-title": names,
        "publisher": names,
        "issued": dates,
        "volume": st.integers(1, 999).map(str),
        "issue": st.integers(1, 99).map(str),
        "page": st.sampled_from(["1-9", "e12", "5096-5112"]),
        "DOI": st.from_regex(r"10\.[0-9]{4}/[a-z0-9.()_-]{1,20}", fullmatch=True),
        "PMID": st.integers(1, 99999999).map(str),
        "PMCID": st.integers(1, 9999999).map(lambda number: f"PMC{number}"),
        "URL": st.sampled_from(["https://example.com/a_b?c=1&d=%20#x", "https://example.com/~x;y"]),
        "accessed": st.just({"date-parts": [[2026, 11, 23]]}),
    },
)


def back(name, items):
    batch = read(WRITERS[name](items))
    assert batch.refusals == []
    assert batch.format == name
    return [found.csl for found in batch.found]


def in_format(name, item):
    """What the format can say of it: a list that nobody is in cannot be abridged."""
    made = tidy(item)
    if "author" not in made and name == "BibTeX":
        made["custom"] = {"authors-complete": made["custom"]["authors-complete"]}
    return {part: value for part, value in made.items() if part in (*IN_EVERY_FORMAT, "id", "custom")}


@pytest.mark.parametrize("name", WRITERS)
@given(item=records)
def test_any_record_comes_back(name, item):
    assert back(name, [item]) == [in_format(name, item)]


@pytest.mark.parametrize("name", WRITERS)
def test_every_kind_that_guides_cite_comes_back(name):
    """A notice in the Federal Register is filed as an article, by design."""
    wanted = [tidy(item) for item in EVERY if item["id"] != REGISTER["id"]]
    got = [csl for csl in back(name, EVERY) if csl["id"] != REGISTER["id"]]
    assert got == wanted


@pytest.mark.parametrize("name", ["CSL-JSON", "BibTeX", "RIS"])
def test_hostile_characters_come_back(name):
    item = EVERY[0] | {"title": NASTY}
    assert back(name, [item])[0]["title"] == " ".join(NASTY.split())


@pytest.mark.parametrize("title", ["a--b---c", "$x$ and $5", r"\textit{a} \foo", "–"])
def test_what_looks_like_tex_comes_back(title):
    assert back("BibTeX", [EVERY[0] | {"title": title}])[0]["title"] == title


@given(text=st.text(max_size=300))
def test_no_text_makes_it_fail(text):
    batch = read(text)
    assert batch.found or batch.refusals


@pytest.mark.parametrize(
    "start", ["@article{a, title={", "TY  - JOUR\nTI  - ", "PMID- 1\nTI  - ", '[{"type": "book", "title": ']
)
@given(text=st.text(max_size=200))
def test_nothing_after_a_beginning_makes_it_fail(start, text):
    batch = read(start + text)
    assert batch.found or batch.refusals
