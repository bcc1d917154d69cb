"""Page data: what the template of each kind of page prints, made of the pieces of `data`."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from wegwijs.views.data import (
    Attachment,
    Card,
    Chip,
    Door,
    ElementCard,
    Experience,
    Fact,
    Group,
    Link,
    Mark,
    QuestionGroup,
    QuestionTools,
    Relation,
    Section,
    Source,
    Status,
    Step,
)
from wegwijs.views.kaart import Figure, Kaart, Mini
from wegwijs.views.praktijk import Practice


@dataclass(frozen=True)
class PageView:
    """An ordinary page."""

    title: str
    summary: str


@dataclass(frozen=True)
class HomeView:
    """The page that asks what you want to talk about."""

    title: str
    summary: str
    question: str
    field_label: str
    situations: tuple[Link, ...]
    doors: tuple[Door, ...]
    latest: tuple[Card, ...]
    offline: Link | None
    kaart: Mini | None


@dataclass(frozen=True)
class SectionView:
    """The landing page of a section."""

    kind_id: str
    title: str
    summary: str
    intro_html: Markup
    groups: tuple[Group, ...]
    more: Link | None = None
    """Another shelf that belongs to this section."""


@dataclass(frozen=True)
class ItemView:
    """An instrument, coalitie, publicatie or training."""

    kind_id: str
    kind_title: str
    sort_title: str
    title: str
    summary: str
    goal: str
    question: str
    learn: tuple[str, ...]
    makers: tuple[str, ...]
    outside: Link | None
    code: str
    short_url: str
    permalink: str
    status: Status
    mark: Mark | None
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    steps_total: str
    table_roles: tuple[tuple[str, str], ...]
    yields: tuple[str, ...]
    needs: tuple[str, ...]
    chips: tuple[Chip, ...]
    related: tuple[Group, ...]
    sheets: tuple[Card, ...]
    prints: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    experiences: tuple[Experience, ...]
    practice: Practice
    sources: tuple[Source, ...]
    proposal_note: str
    proposals: tuple[str, ...]
    dates: tuple[Fact, ...]
    license: Link
    edit: Link | None
    forms: tuple[Link, ...]
    """The forms to improve this page and to tell how it was used."""
    kaart_mini: Mini | None


@dataclass(frozen=True)
class IngangView:
    """A way in for a theme or a role."""

    kind_title: str
    title: str
    summary: str
    mark: Mark | None
    sections: tuple[Section, ...]
    path: tuple[Card, ...]
    chips: tuple[Chip, ...]
    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    proposal_note: str


@dataclass(frozen=True)
class SheetView:
    """A sheet for the printer."""

    title: str
    summary: str
    sheet_title: str
    belongs_to: tuple[Link, ...]
    code: str
    short_url: str
    permalink: str
    license: Link
    proposal_note: str
    mark: Mark | None


@dataclass(frozen=True)
class LayerView:
    """A layer of the model."""

    mark: Mark
    title: str
    question: str
    parts: tuple[ElementCard, ...]


@dataclass(frozen=True)
class ElementView:
    """A part of the model."""

    mark: Mark
    title: str
    core: str
    aliases: tuple[str, ...]
    status_note: str
    code: str
    short_url: str
    permalink: str
    sections: tuple[Section, ...]
    relations: tuple[Relation, ...]
    question_groups: tuple[QuestionGroup, ...]
    tools: QuestionTools
    instruments: tuple[Card, ...]
    coalities: tuple[Card, ...]
    trainingen: tuple[Card, ...]
    publicaties: tuple[Card, ...]
    sources: tuple[Source, ...]
    proposal_note: str
    kaart_mini: Mini | None
    previous: Link | None
    next: Link | None


@dataclass(frozen=True)
class Panel:
    """What opens beside the map."""

    id: str
    title: str
    hue: str
    core: str
    questions: tuple[str, ...]
    instruments: tuple[Link, ...]
    url: str


@dataclass(frozen=True)
class ToolboxView:
    """The map of the model."""

    title: str
    core: str
    kaart: Kaart
    figure: Figure
    panels: tuple[Panel, ...]
    directions: tuple[Link, ...]
    more: tuple[Link, ...]
    """The pages that stand beside the model: cards, tables, white spots."""


@dataclass(frozen=True)
class HelpView:
    """The help page of a message."""

    code: str
    title: str
    explanation: str
    message: str
    way_out: str
    wrong: str
    right: str


@dataclass(frozen=True)
class HelpIndexView:
    """All messages with their help pages."""

    title: str
    summary: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class FieldRow:
    """A field of a content type, as the manual explains it."""

    name: str
    description: str
    required: bool
    example: str
    fields: tuple[FieldRow, ...] = ()


@dataclass(frozen=True)
class KindFields:
    """The fields of one content type."""

    id: str
    title: str
    description: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True)
class ManualView:
    """The manual of all fields, made from the classes."""

    title: str
    summary: str
    kinds: tuple[KindFields, ...]
    form: Link
    """To the form, for who would rather answer questions than fill in fields."""
