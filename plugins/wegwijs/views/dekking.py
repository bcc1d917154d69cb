"""Dekking: how much the knowledge base has at each part of the model: instruments, how fresh they are, what schools told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from wegwijs.catalogue import Page, facet_values
from wegwijs.model import Element, Layer
from wegwijs.views.context import Context
from wegwijs.views.kaart import Tone
from wegwijs.views.vragen import LEVEL
from wegwijs.words import t

USABLE = ("actueel", "in-ontwikkeling")
SOON = timedelta(days=183)
"""Half a year ahead is time enough to ask the keeper of an instrument to look at it again."""
STEPS: Mapping[str, tuple[int, ...]] = {"aantal": (1, 3, 6), "ervaringen": (1, 2, 4)}
"""From which number on a part gets the next tone."""
LETTERS = "ABCD"
"""What stands on the map for each tone: never by colour alone."""


@dataclass(frozen=True)
class Spot:
    """What the knowledge base has at one part of the model."""

    instruments: tuple[Page, ...]
    day: date

    @cached_property
    def reviews(self) -> tuple[date, ...]:
        """The days before which the instruments must be looked at again."""
        return tuple(sorted(page.item.herzien_voor for page in self.instruments if page.item.herzien_voor))

    @cached_property
    def overdue(self) -> int:
        """Instruments whose day has passed."""
        return sum(review < self.day for review in self.reviews)

    @cached_property
    def soon(self) -> int:
        """Instruments whose day is near."""
        return sum(self.day <= review < self.day + SOON for review in self.reviews)

    @cached_property
    def experiences(self) -> int:
        """What schools told about the instruments."""
        return sum(len(page.item.ervaringen) for page in self.instruments)

    def tone(self, measure: str) -> Tone:
        """How full the spot is, from 0 to 3."""
        if measure == "versheid":
            step = 0 if not self.instruments else 1 if self.overdue else 2 if self.soon else 3
        else:
            count = self.experiences if measure == "ervaringen" else len(self.instruments)
            step = sum(count >= least for least in STEPS[measure])
        return tone(measure, step)


def tone_of(count: int) -> Tone:
    """The tone of a number of instruments."""
    return tone("aantal", sum(count >= least for least in STEPS["aantal"]))


def tone(measure: str, step: int) -> Tone:
    """A tone with its letter and its meaning."""
    return Tone(step, LETTERS[step], t(f"vlekken.toon.{measure}.{step}"))


@dataclass(frozen=True)
class Dekking:
    """All that is counted on one site."""

    context: Context

    @cached_property
    def day(self) -> date:
        """The day to count from; without one from outside that of the latest change, so that equal content gives an equal site."""
        items = [page.item for page in self.context.catalogue.items.values()]
        changed = [day for item in items for day in (item.bijgewerkt, item.gepubliceerd) if day]
        return self.context.today or max(changed, default=date.min)

    @cached_property
    def levels(self) -> tuple[tuple[str, str], ...]:
        """The niveaus: id and title."""
        facet = self.context.catalogue.model.facets.get(LEVEL)
        return tuple((id, value.title) for id, value in facet.values.items()) if facet else ()

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The layers of the map."""
        return tuple(layer for layer in self.context.catalogue.model.layers.values() if layer.is_drawn)

    def instruments(self, elements: Iterable[Element], level: str = "") -> frozenset[str]:
        """The instruments that can be used now and touch one of these parts, by slug."""
        return frozenset[str]().union(*(self._usable.get((element.id, level), ()) for element in elements))

    @cached_property
    def _usable(self) -> Mapping[tuple[str, str], set[str]]:
        """The usable instruments by part and niveau; those of all niveaus stand under an empty one."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for element, touches in self.context.catalogue.touching.items():
            for page in (touch.page for touch in touches):
                if page.kind.id == "instrument" and page.item.status in USABLE:
                    for level in ("", *facet_values(page, LEVEL)):
                        found[element, level].add(page.slug)
        return found

    @cached_property
    def _spots(self) -> dict[tuple[str, str], Spot]:
        return {}

    def spot(self, element: Element, level: str = "") -> Spot:
        """What there is at one part; asked for on every page of the white spots."""
        if (element.id, level) not in self._spots:
            items = self.context.catalogue.items
            found = tuple(items[slug] for slug in sorted(self.instruments((element,), level)))
            self._spots[element.id, level] = Spot(found, self.day)
        return self._spots[element.id, level]
