"""A part of a step: some controls, what they show of a listing's words, and which words they make of what was typed."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from django import forms

from directory.models.snapshot import Snapshot
from directory.provider_forms.said import Said

# A string, or one that is translated when it is shown: what a label of a form may be.
Text = Any


@dataclass(frozen=True)
class Block:
    """Controls that stand together. Without a legend they stand for themselves; `more` is folded away below them."""

    names: list[str]
    legend: Text = ""
    help: Text = ""
    template: str = "directory/mine/_block.html"
    folded: bool = False
    more: list[str] = field(default_factory=list)


class Part(ABC):
    """`values` are as JSON keeps them, by the name of the control: two of them tell whether anything moved."""

    @property
    @abstractmethod
    def covers(self) -> set[str]:
        """Which fields and facets of a listing: `phone`, `statements.condition`, `offerings.visit_minutes`."""

    @abstractmethod
    def fields(self, said: Said) -> dict[str, forms.Field]: ...

    @abstractmethod
    def values(self, said: Said) -> dict[str, Any]: ...

    @abstractmethod
    def paths(self, said: Said, values: dict[str, Any]) -> Snapshot:
        """Every path that this part writes; None is no more."""

    def problems(self, said: Said, values: dict[str, Any]) -> dict[str, Text]:
        """What controls have to say to each other: {name of a control: sentence}."""
        return {}

    def blocks(self, said: Said) -> list[Block]:
        return [Block([name]) for name in self.fields(said)]


@dataclass(frozen=True)
class Words:
    """What stands above a control: its label, and why visitors ask."""

    label: Text
    why: Text = ""
    options: dict[str, Any] = field(default_factory=dict)
