"""Data: what templates print. Every value is ready: words are Dutch, numbers are sentences, addresses are below the site root."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere; `external` when it leaves the site, so that the page says so."""

    title: str
    url: str
    external: bool = False


@dataclass(frozen=True)
class Mark:
    """A layer as a signpost: its letter on its own hue and shape."""

    layer_id: str
    letter: str
    hue: str
    title: str
    url: str


@dataclass(frozen=True)
class Chip:
    """An element that an item touches, and who says so."""

    title: str
    url: str
    mark: Mark
    basis: str
    basis_title: str


@dataclass(frozen=True)
class Status:
    """How far an item is; `shown` only when a reader must know."""

    id: str
    title: str
    note: str
    shown: bool


@dataclass(frozen=True)
class Fact:
    """One thing one needs to know in the corridor. `proposal` marks what no source states."""

    id: str
    icon: str
    label: str
    value: str
    proposal: bool = False


@dataclass(frozen=True)
class Card:
    """An item at a glance: what for, for whom, how long, how many. What is unknown is empty."""

    kind_id: str
    kind_title: str
    sort_title: str
    title: str
    url: str
    summary: str
    for_whom: str
    duration: str
    group: str
    status: Status
    marks: tuple[Mark, ...]
    reason: str = ""
    """On the page of an element: why the item stands here."""
    basis: str = ""
    basis_title: str = ""
    levels: tuple[str, ...] = ()
    """On the page of an element: the niveaus it is for, so that the choice of a niveau sifts it too."""
    proven: str = ""
    """The word beproefd, when three schools used it."""
    code: str = ""
    """By which a reader keeps it."""


@dataclass(frozen=True)
class Section:
    """A part of the running text, and the block that is printed after it."""

    id: str
    title: str
    html: Markup
    part: str = ""


@dataclass(frozen=True)
class Step:
    """A step of a programme; `start` counts from the beginning (`0:15`)."""

    title: str
    minutes: int
    minutes_title: str
    text: str
    start: str


@dataclass(frozen=True)
class Experience:
    """How a school used it."""

    school: str
    year: str
    """With the month, when that is known."""
    context: str
    changed: str
    gave: str


@dataclass(frozen=True)
class Source:
    """Where something is written."""

    title: str
    place: str
    publisher: str
    year: str
    link: Link | None


@dataclass(frozen=True)
class Attachment:
    """A file to download."""

    title: str
    url: str
    format: str
    size: str
    license: str


@dataclass(frozen=True)
class Group:
    """Cards that belong together."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Door:
    """A way in for one of the groups that use the site."""

    id: str
    title: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ElementCard:
    """A part of the model on the page of its layer."""

    title: str
    url: str
    core: str
    count: int
    mark: Mark
    status_note: str


@dataclass(frozen=True)
class Relation:
    """How a part of the model hangs together with another."""

    title: str
    url: str
    mark: Mark
    how: str
    basis: str
    basis_title: str


@dataclass(frozen=True)
class Question:
    """A question to ask; `id` is its anchor on the page."""

    id: str
    text: str
    purpose: str
    role: str
    role_id: str
    level: str
    level_id: str
    basis: str
    basis_title: str
    piece: str = ""
    """By which a reader keeps it: the code of the part it belongs to and its own id."""


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of one kijkrichting."""

    id: str
    title: str
    url: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class QuestionTools:
    """What a reader can do with the questions of a page."""

    roles: tuple[tuple[str, str], ...]
    """Whom the questions are for: id and title."""
    levels: tuple[tuple[str, str], ...]
    """The niveaus of the questions: id and title."""
    level_pages: tuple[Link, ...]
    """All questions on a niveau, for who has no scripts."""
    cards: Link | None
    """The questions as cards to print."""


@dataclass(frozen=True)
class LayerLink:
    """A layer of the model as every page shows it."""

    id: str
    title: str
    singular: str
    letter: str
    hue: str
    question: str
    url: str


@dataclass(frozen=True)
class SiteView:
    """What every page shows."""

    title: str
    version: str
    layers: tuple[LayerLink, ...]
    footer: tuple[Link, ...]
    home_url: str = "./"
    toolbox_url: str = ""
    search_url: str = ""
    collection_url: str = ""
    version_url: str = ""
    copy_day: str = ""
    """The day of a copy on disk; empty online."""
