"""The guides that ship, against the claims that ship: a figure stands in one place, and the words about it agree.

Most figures in a text are drawn from a claim. Those that are typed stand right before the citation of their source:
each must be one that a claim with that source holds, so that a claim cannot change and leave its old figure behind.
"""

import json
import re
from decimal import Decimal

import pytest

from articles.management.commands.load_articles import SHIPPED
from articles.markdown.evidence import BLOCK

CLAIMS = json.loads((SHIPPED / "claims.json").read_text())
TEXTS = {path.parent.name: path.read_text() for path in SHIPPED.glob("*/article.md")}
FIGURES = ("effect", "low", "high", "result", "measure", "studies", "time_point", "subject")
ANY_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# A share, a figure with decimals, or how many took part; doses are no findings, and 0.5 mg/kg is one.
SPACE = r"[\xa0 ]"
TYPED = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?)(?:%|(?={SPACE}(?:people|adults|trials|studies|reports|treatments|patients)\b))"
    rf"|(\d+\.\d+)(?!\d|%|(?:{SPACE}to{SPACE}[\d.]+)?{SPACE}mg)"
)
CITATION = re.compile(r"\[@([^\]]+)\]")


def numbers_in(words):
    return {Decimal(number) for number in ANY_NUMBER.findall(words.replace(",", ""))}


def numbers_of(claim):
    return numbers_in(" ".join(str(claim.get(name, "")) for name in FIGURES))


def typed_in(text):
    """(figure, keys of the sources it stands before) of every figure that is typed and not drawn."""
    for block in re.split(r"\n\n|\n(?=[-|])|(?<=[^|]) \| ", text):
        if BLOCK.match(block.strip()):
            continue
        begin = 0
        for cited in CITATION.finditer(block):
            keys = {key.strip("@ ") for key in cited[1].split(";")}
            for whole, decimals in TYPED.findall(block[begin : cited.start()]):
                yield Decimal((whole or decimals).replace(",", "")), keys
            begin = cited.end()


def differing(texts, claims):
    """A line for each figure that no claim with its source holds, where there are such claims."""
    for slug, text in texts.items():
        for number, keys in typed_in(text):
            about = [claim for claim in claims if keys & set(claim["references"])]
            if about and not any(number in numbers_of(claim) for claim in about):
                yield f"{slug}: {number} before {', '.join(sorted(keys))}"


def test_every_figure_that_is_typed_is_that_of_a_claim():
    assert list(differing(TEXTS, CLAIMS)) == []


def test_there_are_figures_to_compare():
    assert sum(1 for text in TEXTS.values() for _figure in typed_in(text)) > 20


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("It fell 0.58.[@a]{low}", []),
        ("In 17 trials with 1,809 people 63% fell 0.58.[@a; @b]", []),
        ("It fell 0.5 mg/kg, or 0.1 to 0.75 mg/kg.[@a]", []),
        ("It fell 0.6.[@unknown]", []),
        ("It fell 0.6.[@a]", ["guide: 0.6 before a"]),
        ("It fell 0.58.[@a] It was 64%.[@a]", ["guide: 64 before a"]),
        ("| In 18 trials[@a] | 0.58[@a] |", ["guide: 18 before a"]),
    ],
)
def test_a_figure_that_differs_from_its_claim_is_found(typed, found):
    claim = {"references": ["a"], "effect": "0.58", "studies": "17 trials, 1,809 people", "result": "63% and 32%"}
    assert list(differing({"guide": typed}, [claim])) == found


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["key"])
def test_what_a_claim_says_in_words_agrees_with_the_figures_of_its_sources(claim):
    of_its_sources = (other for other in CLAIMS if set(other["references"]) & set(claim["references"]))
    known = set().union(*map(numbers_of, of_its_sources))
    assert numbers_in(claim["sentence"]) - known == set()
