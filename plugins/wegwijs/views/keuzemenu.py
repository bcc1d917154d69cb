"""Keuzemenu: the instruments a school chooses from for its four-yearly activity, compared. What stands in it is data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.addresses import MENU
from wegwijs.model.inzichten import Keuzemenu, load_keuzemenu
from wegwijs.problems import Problems
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class Choice:
    """An option with when to take it, and the instrument it leads to."""

    title: str
    choose_when: str
    link: data.Link | None
    status: data.Status


@dataclass(frozen=True)
class Feature:
    """What the options differ in: for each option its title and its answer."""

    id: str
    title: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MenuView:
    """The comparison."""

    title: str
    summary: str
    text: str
    choices: tuple[Choice, ...]
    features: tuple[Feature, ...]
    sources: tuple[data.Source, ...]
    proposal_note: str
    short_url: str
    permalink: str
    code: str = ""


def pages(context: Context) -> Iterator[SitePage]:
    """The page of the menu, when there is one."""
    made = load_keuzemenu(context.catalogue.tree, Problems())
    if made:
        view = menu_view(context, made)
        yield SitePage(MENU, view.title, view.summary, "", "keuzemenu.html", lambda _html: view)


def menu_view(context: Context, made: Keuzemenu) -> MenuView:
    """The options beside each other, feature by feature."""
    permalink = context.permalink(None, MENU)
    return MenuView(
        title=made.titel,
        summary=made.kern,
        text=made.toelichting or "",
        choices=tuple(
            Choice(option.titel, option.kies_als, _link(context, option.instrument), _status(context, option.instrument))
            for option in made.opties
        ),
        features=tuple(
            Feature(
                feature.id,
                feature.titel,
                tuple((option.titel, option.per_kenmerk.get(feature.id, "")) for option in made.opties),
            )
            for feature in made.kenmerken
        ),
        sources=context.sources(made.bronnen),
        proposal_note=t("keuzemenu.voorstel") if made.voorstel_redactie else "",
        short_url=context.short(permalink),
        permalink=permalink,
    )


def _link(context: Context, slug: str) -> data.Link | None:
    link = context.item_link(slug)
    return data.Link(t("keuzemenu.naar", titel=link.title), link.url) if link else None


def _status(context: Context, slug: str) -> data.Status:
    page = context.catalogue.items.get(slug)
    return context.status(page.item.status if page else "actueel")
