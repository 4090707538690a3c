"""What they offer: which treatments, and for each of them how a course goes and what it costs."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.choices import Route
from directory.models import Offering
from directory.models.snapshot import plain
from directory.provider_forms.controls import control, default_of, field_of
from directory.provider_forms.many import boxes
from directory.provider_forms.part import Block, Part, Text, Words


@dataclass(frozen=True)
class Routes(Part):
    """A treatment that is not ticked any more goes with all that was said of it."""

    label: Text
    why: Text = ""

    @property
    def covers(self):
        return {"offerings"}

    def fields(self, said):
        return {"route": boxes({route.value: str(route.label) for route in Route}, self.label, self.why)}

    def values(self, said):
        return {"route": sorted(said.routes)}

    def paths(self, said, values):
        offered = {f"offerings.{route}": True for route in values["route"]}
        return offered | {f"offerings.{route}": None for route in said.routes if route not in values["route"]}


@dataclass(frozen=True)
class OfEachRoute(Part):
    """The same questions of each treatment that they offer. `only` keeps a question to one treatment."""

    asked: dict[str, Words]
    only: dict[str, Route]

    @property
    def covers(self):
        return {f"offerings.{name}" for name in self.asked}

    def fields(self, said):
        return {
            _name(route, name): control(Offering, name, words.label, words.why, **words.options)
            for route in said.routes
            for name, words in self._of(route).items()
        }

    def values(self, said):
        return {_name(route, name): _value(said, route, name) for route in said.routes for name in self._of(route)}

    def paths(self, said, values):
        made = {}
        for route in said.routes:
            for name in self._of(route):
                value = values[_name(route, name)]
                path, default = f"offerings.{route}.{name}", default_of(Offering, name)
                made[path] = default if value == "" else value
        # What was never written down and is not now either is no news.
        return {path: value for path, value in made.items() if path in said.words or not _is_default(path, value)}

    def problems(self, said, values):
        return {
            _name(route, name): sentence
            for route in said.routes
            for name, sentence in _refusals(self._row(said, route, values)).items()
            if name in self._of(route)
        }

    def blocks(self, said):
        return [
            Block(
                [_name(route, name) for name in self._of(route)],
                legend=route.label,
                template="directory/mine/_route.html",
            )
            for route in said.routes
        ]

    def _of(self, route) -> dict[str, Words]:
        return {name: words for name, words in self.asked.items() if self.only.get(name, route) == route}

    def _row(self, said, route, values) -> Offering:
        """As it would be, in memory."""
        row = Offering(listing=said.listing, route=route)
        for path, value in {**said.under(f"offerings.{route}"), **self.paths(said, values)}.items():
            if path.startswith(f"offerings.{route}."):
                field = field_of(Offering, path.rpartition(".")[2])
                setattr(row, field.name, field.to_python(value))
        return row


PRICES = ["price_session_min_usd", "price_session_max_usd", "price_series_usd", "price_maintenance_usd"]


@dataclass(frozen=True)
class PricesOfEachRoute(OfEachRoute):
    """A price has its day: today, where somebody changed a price and not its day."""

    def values(self, said):
        today = timezone.localdate().isoformat()
        shown = super().values(said)
        return shown | {name: shown[name] or today for name in shown if name.endswith("__prices_as_of")}

    def paths(self, said, values):
        made = super().paths(said, values)
        for route in said.routes:
            path, name = f"offerings.{route}.prices_as_of", _name(route, "prices_as_of")
            prices = [values[_name(route, price)] for price in PRICES]
            if prices == [None] * len(PRICES):
                made[path] = said.words.get(path) if not self._had_prices(said, route) else None
            elif values[name] == said.words.get(path) and self._moved(said, route, values):
                made[path] = timezone.localdate().isoformat()
            else:
                made[path] = values[name]
        return made

    def problems(self, said, values):
        found = super().problems(said, values)
        for route in said.routes:
            first, last = (values[_name(route, price)] for price in PRICES[:2])
            if last is not None and (first is None or first > last):
                found[_name(route, PRICES[1])] = _("“From” must be filled and not above “up to”.")
            if not values[_name(route, "prices_as_of")] and any(values[_name(route, p)] is not None for p in PRICES):
                found[_name(route, "prices_as_of")] = _("Say when these prices were stated.")
        return found

    def _moved(self, said, route, values) -> bool:
        return any(values[_name(route, price)] != _value(said, route, price) for price in PRICES)

    def _had_prices(self, said, route) -> bool:
        return any(_value(said, route, price) is not None for price in PRICES)


def _name(route, name: str) -> str:
    return f"{route}__{name}"


def _value(said, route, name: str):
    return said.words.get(f"offerings.{route}.{name}", default_of(Offering, name))


def _is_default(path: str, value) -> bool:
    return plain(value) == default_of(Offering, path.rpartition(".")[2])


def _refusals(row: Offering) -> dict[str, str]:
    try:
        row.clean()
    except ValidationError as refusal:
        return {name: errors[0] for name, errors in refusal.message_dict.items()}
    return {}
