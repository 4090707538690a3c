"""One subject of the form: its question, and the parts that ask it."""

from dataclasses import dataclass
from typing import Any

from django import forms

from directory.models.snapshot import Snapshot
from directory.provider_forms.part import Block, Part, Text
from directory.provider_forms.said import Said


@dataclass(frozen=True)
class Step:
    """`words` says why it is worth the time. `at_once` names what visitors see without our staff, once they have seen
    the listing, and `waits` what of such a step is read first all the same."""

    slug: str
    title: Text
    words: Text
    parts: list[Part]
    at_once: Text = ""
    waits: Text = ""

    def fields(self, said: Said) -> dict[str, forms.Field]:
        return {name: field for part in self.parts for name, field in part.fields(said).items()}

    def values(self, said: Said) -> dict[str, Any]:
        return {name: value for part in self.parts for name, value in part.values(said).items()}

    def paths(self, said: Said, values: dict[str, Any]) -> Snapshot:
        return {path: value for part in self.parts for path, value in part.paths(said, values).items()}

    def moved(self, said: Said, values: dict[str, Any], stored: Said) -> Snapshot:
        """Only what is another than what is stored."""
        return {path: value for path, value in self.paths(said, values).items() if stored.words.get(path) != value}

    def problems(self, said: Said, values: dict[str, Any]) -> dict[str, Text]:
        return {name: words for part in self.parts for name, words in part.problems(said, values).items()}

    def blocks(self, said: Said) -> list[Block]:
        return [block for part in self.parts for block in part.blocks(said)]

    @property
    def covers(self) -> list[str]:
        return [about for part in self.parts for about in part.covers]
