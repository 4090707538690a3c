"""The house rules that a machine can keep; the direction of imports is import-linter's."""

import re
from pathlib import Path

import allauth
import pytest
from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).resolve().parent.parent
APPS = ("articles", "directory", "psychly")
NOT_OURS = {".git", ".venv", "node_modules", "var", "__pycache__", ".hypothesis"}
OF_ALLAUTH = {"account", "mfa", "usersessions"}
NAMELESS = {"utils", "core", "common", "helpers"}
# Shorter ones are seen through what uses them.
WORTH_A_TEST = 40
# settings: test_configuration. choices, claims: lists only; what is made of them has tests.
TESTED_UNDER_ANOTHER_NAME = {"settings", "choices", "claims"}

INLINE = r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(\bsrc=|application/ld\+json))"
INCLUDED_PARTIAL = r"{%\s*include\s+\"[^\"]*/?_[^\"/]+\"(?![^%]*\bonly\s*%})"
ID_SELECTOR = r"(^|[\s,>+~(}])#[a-zA-Z][\w-]*[^;]*[{,]\s*$"
# In pixels, text and the widths at which a page changes would not follow the size that a reader has set.
FIXED_SIZE = r"(font|font-size|line-height|--text-[a-z0-9]+)\s*:[^;]*\dpx|@media[^{]*\dpx"
OWN_COLOR = r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\("
UNFINISHED = r"\b(TOD[O]|FIXM[E]|XX[X])\b|lorem ipsu[m]"
ONE_MACHINE = r"/wor[k]/|/roo[t]/|/hom[e]/|registr[y]\.npmjs|pyp[i]\.org|pythonhoste[d]|de[b]\.debian"


def is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return path.is_file() and not any(part in NOT_OURS or part.endswith("_cache") for part in parts)


def files(pattern: str, *folders: str) -> list[Path]:
    return sorted(path for folder in folders or [""] for path in (ROOT / folder).rglob(pattern) if is_ours(path))


def modules() -> list[Path]:
    return [path for path in files("*.py", *APPS) if "migrations" not in path.parts]


def templates() -> list[Path]:
    return files("*.html", "templates")


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def found(pattern: str, *paths: Path) -> list[str]:
    """Where it stands, as lines to click on."""
    return [
        f"{short(path)}:{number}: {line.strip()[:120]}"
        for path in paths
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if re.search(pattern, line)
    ]


class TestModules:
    def test_each_has_a_name_that_says_something(self):
        assert not [short(path) for path in files("*.py") if NAMELESS & {path.stem, *path.relative_to(ROOT).parts}]

    def test_none_calls_another_through_a_signal(self):
        assert not found(r"django\.dispatch|import signals|\.signals import", *modules())

    def test_each_long_one_has_tests_of_its_name(self):
        """Its own name, or that of the package it is a part of."""
        tested = {path.stem.removeprefix("test_") for path in files("test_*.py", "tests")} | TESTED_UNDER_ANOTHER_NAME
        untested = [
            short(path)
            for path in modules()
            if lines_of_code(path) > WORTH_A_TEST and not tested & {path.stem, *path.relative_to(ROOT).parts[1:-1]}
        ]
        assert not untested, "\n".join(untested)


def lines_of_code(path: Path) -> int:
    return sum(1 for line in path.read_text().splitlines() if line.strip() and not line.strip().startswith("#"))


class TestTemplates:
    @pytest.mark.parametrize("path", [path for path in templates() if path.name.startswith("_")], ids=short)
    def test_each_partial_says_its_inputs_on_line_one(self, path):
        assert path.read_text().startswith("{# ")

    def test_each_partial_is_included_with_only(self):
        assert not found(INCLUDED_PARTIAL, *templates())

    def test_none_holds_a_style_or_a_script(self):
        assert not found(INLINE, *templates())


class TestStyleSheets:
    @pytest.mark.parametrize("path", files("*.css", "static"), ids=short)
    def test_each_stands_in_a_layer(self, path):
        assert re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S).lstrip().startswith("@layer ")

    def test_none_is_important_or_styles_an_id(self):
        assert not found(rf"!important|{ID_SELECTOR}", *files("*.css", "static"))

    def test_none_fixes_the_size_of_text(self):
        assert not found(FIXED_SIZE, *files("*.css", "static"))

    def test_every_color_is_a_token(self):
        assert not found(OWN_COLOR, *[path for path in files("*.css", "static") if path.name != "tokens.css"])


class TestNames:
    def test_a_view_its_address_and_its_template_share_one(self):
        views = dict(own_views())
        assert {name: view for name, view in views.items() if name.split(":")[-1] != view} == {}

    def test_every_page_template_belongs_to_a_view(self):
        views = {name.replace(":", "/") for name, _ in own_views()} | {"style"}
        extended = {name for path in templates() for name in re.findall(r'{% extends "(.+)\.html"', path.read_text())}
        pages = {str(path.relative_to(ROOT / "templates").with_suffix("")) for path in templates() if is_page(path)}
        assert pages - extended - views == set()

    def test_every_page_of_an_account_belongs_to_a_view_of_allauth(self):
        theirs = Path(allauth.__file__).parent / "templates"
        ours = [path.relative_to(ROOT / "templates") for path in templates() if not path.name.startswith("_")]
        pages = [path for path in ours if path.parts[0] in OF_ALLAUTH]
        assert pages
        assert not [str(path) for path in pages if not (theirs / path).exists()]


def is_page(path: Path) -> bool:
    """Neither a partial, nor what Django shows for a status such as 404, nor a part of the staff desk, nor a letter.

    Pages of accounts belong to views that are not ours; they have a test of their own.
    """
    return not re.match(r"_|\d", path.name) and path.relative_to(ROOT / "templates").parts[0] not in {
        "admin",
        "components",
        "emails",
        *OF_ALLAUTH,
    }


def own_views() -> list[tuple[str, str]]:
    """(URL name, view function) of our own pages; feeds and sitemaps are classes, and have no function."""
    found = []

    def walk(patterns, namespace=""):
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                if type(pattern.callback).__name__ == "function" and pattern.callback.__module__.startswith(APPS):
                    found.append((f"{namespace}{pattern.name}", pattern.callback.__name__))
            elif pattern.app_name != "admin":
                walk(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)

    walk(get_resolver().url_patterns)
    return found


class TestFiles:
    def test_none_is_unfinished(self):
        assert not found(UNFINISHED, *text_files())

    def test_none_names_one_machine_or_one_registry(self):
        assert not found(ONE_MACHINE, *text_files())

    def test_lock_files_name_packages_and_not_where_they_came_from(self):
        locks = [*files("requirements*"), *files("package-lock.json")]
        assert len(locks) == 5
        assert not found(r'"resolved"|--(extra-)?index-url|--find-links|@ http', *locks)


def text_files() -> list[Path]:
    return [
        path for path in files("*") if path.suffix not in {".woff2", ".png", ".gz", ".jpg", ".webp", ".ico", ".pyc"}
    ]
