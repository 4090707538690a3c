"""A guide of 15,000 words with 300 sources beside one of 1,000 words with 20: how long its text takes to make, beside
markdown-it alone, and how long its page takes to serve once it is published.

python -m tests.bench.guides
"""

import os
import random
import tempfile
from functools import partial

import django
from markdown_it import MarkdownIt

from tests.bench.measure import median_ms, seconds

WORDS = (
    "ketamine infusion trial placebo people felt dose effect week after study depression pain response pressure".split()
)
SIZES = {"small": (1_000, 20), "large": (15_000, 300)}
WORDS_IN_A_PARAGRAPH, PARAGRAPHS_IN_A_SECTION = 50, 10
MOST_MS, TIMES = 300, 11


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="psychly-bench-") as folder:
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{folder}/guides.sqlite3",
            "DJANGO_SETTINGS_MODULE": "psychly.settings",
            "LOG_LEVEL": "WARNING",
            "SITE_URL": "http://127.0.0.1:8000",
        }
        django.setup()
        _measure()


def _measure() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(f"  {'ms':<44}{'small':>10}{'large':>10}{'large / small':>16}{'goal':>10}")
    _explain_words()
    guides = [_guide(name, *size) for name, size in SIZES.items()]
    _measure_making(*guides)
    _measure_serving(*guides)


def _explain_words() -> None:
    """Half of the words, which pages lead to the glossary from."""
    from tests.factories.articles import make_entry

    for word in WORDS[::2]:
        make_entry(word)


def _guide(name, words, sources):
    from tests.articles.citations.samples import JOURNAL
    from tests.factories.articles import make_article, make_reference

    record = {part: value for part, value in JOURNAL.items() if part not in ("id", "DOI", "PMID")}
    keys = [f"{name}{number}" for number in range(sources)]
    references = [make_reference(key, csl=record | {"title": f"Study {key}"}) for key in keys]
    return make_article(slug=name, references=references, text=_text(words, keys))


def _text(words: int, keys: list[str]) -> str:
    chance = random.Random(words)
    parts = []
    for number in range(words // WORDS_IN_A_PARAGRAPH):
        if number % PARAGRAPHS_IN_A_SECTION == 0:
            parts.append(f"## Part {number}")
        said = " ".join(chance.choices(WORDS, k=WORDS_IN_A_PARAGRAPH))
        parts.append(f"{said}.[@{keys[number % len(keys)]}; @{chance.choice(keys)}]{{high}}")
    return "\n\n".join(parts)


def _measure_making(small, large) -> None:
    from articles.markdown import render

    bare = MarkdownIt("commonmark")
    _row("markdown-it alone", *(partial(bare.render, guide.text) for guide in (small, large)))
    _row(
        "the text, with citations and checks", *(partial(render, guide.text) for guide in (small, large)), goal=MOST_MS
    )
    first = [seconds(guide.as_edition) * 1000 for guide in (small, large)]
    _print_row("an edition, each source printed first", *first)
    _row("an edition, its sources known", small.as_edition, large.as_edition, goal=MOST_MS)


def _measure_serving(small, large) -> None:
    from django.test import Client

    from tests.factories.articles import publish

    client = Client(headers={"host": "127.0.0.1:8000"})
    for guide in (small, large):
        publish(guide)
        assert client.get(guide.get_absolute_url()).status_code == 200
    _row("its page, from what was stored", *(partial(client.get, guide.get_absolute_url()) for guide in (small, large)))


def _row(name, small, large, goal=None) -> None:
    """By turns, so that what else the machine does falls on both."""
    times = [(median_ms(small, 1), median_ms(large, 1)) for _ in range(TIMES)]
    _print_row(name, *(sorted(column)[TIMES // 2] for column in zip(*times, strict=True)), goal=goal)


def _print_row(name, small, large, goal=None) -> None:
    wanted = f"{goal:>8}" if goal else " " * 8
    print(f"  {name:<44}{small:>10.1f}{large:>10.1f}{large / small:>16.1f}{wanted:>10}", flush=True)


if __name__ == "__main__":
    main()
