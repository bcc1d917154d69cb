"""Praktijk: what an item's page tells of its use and of its care: who told of it, whether it is beproefd, and whether its day has come."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.addresses import MAINTENANCE, PROVEN
from wegwijs.documents import Item
from wegwijs.views import ervaringen
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.groei import STATUS
from wegwijs.views.onderhoud import CONTRIBUTE, due_line
from wegwijs.words import t


@dataclass(frozen=True)
class Practice:
    """What schools and keepers do with an item."""

    keeper: Link
    """Who looks after it, with the page that says what is due."""
    told: str
    """The experiences added up in one line."""
    proven: Link | None
    """The word beproefd, with where it is explained."""
    asked: str
    """What help something in development asks for."""
    due: str
    """A kind line when the day to look at it again has come."""
    contribute: Link | None


def practice_of(context: Context, item: Item) -> Practice:
    """The practice of an item on the day the site is made."""
    word = ervaringen.proven_word(item)
    return Practice(
        keeper=Link(item.beheerder, context.address(MAINTENANCE)),
        told=ervaringen.summary(item),
        proven=(context.page_link(PROVEN, word) or Link(word, "")) if word else None,
        asked=(item.hulp_gevraagd or "") if item.status == STATUS else "",
        due=due_line(item, context.today),
        contribute=context.page_link(CONTRIBUTE, t("onderhoud.vertel")),
    )
