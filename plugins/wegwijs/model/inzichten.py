"""Inzichten: the two tables that stand beside the model: the insights by role, and the menu of the four-yearly activity. Both are data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Literal, TypeVar

from pydantic import Field

from wegwijs.documents.shared import Bron
from wegwijs.fields import Sentence, Shape, Short, Slug, Text, Title
from wegwijs.problems import Problems
from wegwijs.source import Source, read_data
from wegwijs.tree import Sort, Tree, whole
from wegwijs.validation import did_you_mean, validate

INSIGHTS_FILE = "toolbox/inzichten.yml"
MENU_FILE = "toolbox/keuzemenu.yml"

Made = TypeVar("Made", bound=Shape)


class Cel(Shape):
    """Wat één rol met één inzicht kan."""

    handelen: Text = Field(description="Iets wat je morgen kunt doen.", examples=["Bel een praktijkopleider."])
    vraag: Short = Field(description="Een vraag aan jezelf.", examples=["Wie vroegen we nog nooit iets?"])


class Rol(Shape):
    """Een rol: een kolom van de tabel."""

    id: Slug = Field(description="De korte naam. Staat in adressen en verandert nooit.", examples=["onderwijsteam"])
    titel: Title = Field(description="Hoe de rol heet.", examples=["Onderwijsteam"])
    omschrijving: Text = Field(description="Wie dat zijn.", examples=["De mensen die het onderwijs geven."])


class Inzicht(Shape):
    """Een inzicht: een rij van de tabel."""

    id: Slug = Field(description="De korte naam. Staat in adressen en verandert nooit.", examples=["goed-voorbeeld"])
    titel: Title = Field(description="Het inzicht in een paar woorden.", examples=["Geef het goede voorbeeld"])
    kern: Text = Field(description="Het inzicht in één zin.", examples=["Iedereen laat zelf zien wat die vraagt."])
    per_rol: dict[Slug, Cel] = Field(min_length=1, max_length=12, description="Voor elke rol een cel.")


class Inzichten(Shape):
    """De inzichten per rol."""

    titel: Title = Field(description="De titel van de tabel.", examples=["10 inzichten × 4 rollen"])
    instrument: Slug | None = Field(
        None, description="Het instrument waarin je de tabel gebruikt.", examples=["10-inzichten-x-4-rollen"]
    )
    rollen: tuple[Rol, ...] = Field(min_length=1, max_length=8, description="De rollen, in volgorde.")
    inzichten: tuple[Inzicht, ...] = Field(min_length=1, max_length=30, description="De inzichten, in volgorde.")
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het vandaan komt.")
    voorstel_redactie: tuple[Literal["handelen", "vraag"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[handelen, vraag]"]
    )


class Optie(Shape):
    """Een keuze uit het menu."""

    instrument: Slug = Field(description="Het instrument waar deze keuze heen leidt.", examples=["panelreview"])
    titel: Title = Field(description="Hoe de keuze heet.", examples=["Panelreview"])
    kies_als: Sentence = Field(
        description="Wanneer je deze kiest, in één zin.", examples=["Kies deze als je wilt weten of het klopt."]
    )
    per_kenmerk: dict[Slug, Text] = Field(min_length=1, max_length=12, description="Voor elk kenmerk een antwoord.")


class Kenmerk(Shape):
    """Waarop je de keuzes vergelijkt: een rij van de tabel."""

    id: Slug = Field(description="De korte naam.", examples=["staat-centraal"])
    titel: Title = Field(description="Hoe het kenmerk heet.", examples=["Wat staat centraal?"])


class Keuzemenu(Shape):
    """Een vergelijking van instrumenten waaruit een school kiest."""

    titel: Title = Field(description="De titel van het menu.", examples=["Keuzemenu vierjaarlijkse activiteit"])
    kern: Sentence = Field(description="Eén zin over het menu.", examples=["Elke school kiest eens in de drie à vier jaar."])
    toelichting: Text | None = Field(None, description="Wat je vooraf moet weten.", examples=["Alles op schoolniveau."])
    kenmerken: tuple[Kenmerk, ...] = Field(min_length=1, max_length=12, description="De kenmerken, in volgorde.")
    opties: tuple[Optie, ...] = Field(min_length=2, max_length=6, description="De keuzes, in volgorde.")
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het staat.")
    voorstel_redactie: tuple[Literal["kies_als"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[kies_als]"]
    )


def load_inzichten(
    tree: Tree, problems: Problems, *, sources: Collection[str] | None = None, items: Collection[str] | None = None
) -> Inzichten | None:
    """Read the insights; None when the file is absent or cannot be read. What is pointed at is looked up when the names are given."""
    source = _source(tree, INSIGHTS_FILE, problems)
    made = validate(Inzichten, source, problems) if source else None
    if source and made:
        roles = [role.id for role in made.rollen]
        _single(roles, source, "rollen", problems)
        _single([row.id for row in made.inzichten], source, "inzichten", problems)
        for index, row in enumerate(made.inzichten):
            _complete(row.per_rol, roles, source, ("inzichten", index, "per_rol"), problems)
        _known_sources(made.bronnen, source, sources, problems)
        if made.instrument:
            _known_item(made.instrument, source, ("instrument",), items, problems)
    return made


def load_keuzemenu(
    tree: Tree, problems: Problems, *, sources: Collection[str] | None = None, items: Collection[str] | None = None
) -> Keuzemenu | None:
    """Read the menu; None when the file is absent or cannot be read. What is pointed at is looked up when the names are given."""
    source = _source(tree, MENU_FILE, problems)
    made = validate(Keuzemenu, source, problems) if source else None
    if source and made:
        features = [feature.id for feature in made.kenmerken]
        _single(features, source, "kenmerken", problems)
        for index, option in enumerate(made.opties):
            _complete(option.per_kenmerk, features, source, ("opties", index, "per_kenmerk"), problems)
            _known_item(option.instrument, source, ("opties", index, "instrument"), items, problems)
        _known_sources(made.bronnen, source, sources, problems)
    return made


def _source(tree: Tree, path: str, problems: Problems) -> Source | None:
    entry = tree.entries.get(path)
    data = whole(entry, problems) if entry and entry.sort is Sort.FILE else None
    return None if data is None else read_data(path, data, problems)


def _single(ids: list[str], source: Source, field: str, problems: Problems) -> None:
    for id, count in Counter(ids).items():
        if count > 1:
            last = max(index for index, other in enumerate(ids) if other == id)
            problems.add("K119", source.place(field, last, "id"), naam=id)


def _complete(
    cells: Mapping[str, object], wanted: list[str], source: Source, path: tuple[str | int, ...], problems: Problems
) -> None:
    """Every column has its cell, and no cell stands outside the columns."""
    name = str(path[-1])
    for id in wanted:
        if id not in cells:
            problems.add("K011", source.key_place(*path), veld=f"{name}.{id}")
    for id in cells:
        if id not in wanted:
            hint = did_you_mean(id, wanted)
            problems.add("K010", source.key_place(*path, id), veld=f"{name}.{id}", bedoelde=hint, keuzes=", ".join(wanted))


def _known_sources(rows: tuple[Bron, ...], source: Source, known: Collection[str] | None, problems: Problems) -> None:
    for index, row in enumerate(rows):
        if known is not None and row.bron and row.bron not in known:
            place = source.place("bronnen", index, "bron")
            problems.add("K064", place, naam=row.bron, bedoelde=did_you_mean(row.bron, known))
        elif not row.bron and not row.titel:
            problems.add("K031", source.place("bronnen", index))


def _known_item(
    slug: str, source: Source, path: tuple[str | int, ...], known: Collection[str] | None, problems: Problems
) -> None:
    if known is not None and slug not in known:
        problems.add("K060", source.place(*path), naam=slug, bedoelde=did_you_mean(slug, known))
