"""Formuliervragen: what the pages of the form print: questions, steps and choices, every value ready."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.formulier import FormField
from wegwijs.formulier.deuren import Doors
from wegwijs.views import data
from wegwijs.views.kaart import Picker


@dataclass(frozen=True)
class Option:
    """A value to choose."""

    value: str
    title: str


@dataclass(frozen=True)
class Question:
    """A field as the form asks it."""

    field: FormField
    id: str
    label: str
    is_long: bool
    when_current: bool = False
    """Whether it may only stay open as long as nobody uses the item yet."""
    options: tuple[Option, ...] = ()
    parts: tuple[Question, ...] = ()
    row: Question | None = None


@dataclass(frozen=True)
class Section:
    """A heading of the running text, with what to write under it."""

    title: str
    id: str
    help: str


@dataclass(frozen=True)
class FormStep:
    """Questions on one screen."""

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class FacetChoice:
    """A facet with its values."""

    id: str
    title: str
    question: str
    is_single: bool
    needed: bool
    options: tuple[Option, ...]


@dataclass(frozen=True)
class LayerChoice:
    """A layer of the model with its parts."""

    mark: data.Mark
    options: tuple[Option, ...]


@dataclass(frozen=True)
class FormView:
    """What the page of one form prints."""

    id: str
    title: str
    summary: str
    kind_title: str
    folder: str
    steps: tuple[FormStep, ...]
    sections: tuple[Section, ...]
    facets: tuple[FacetChoice, ...]
    layers: tuple[LayerChoice, ...]
    picker: Picker | None
    """The map to point at the parts of the model; None for a model of which nothing is drawn."""
    skeleton: str
    file_rules: str
    accept: str
    doors: Doors
    script_url: str
    manual_url: str
    words: str


@dataclass(frozen=True)
class Choice:
    """A form to choose."""

    title: str
    text: str
    url: str


@dataclass(frozen=True)
class ChooseView:
    """The page where one chooses a form."""

    title: str
    summary: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ImproveView:
    """Every item with a link to its form."""

    title: str
    summary: str
    groups: tuple[tuple[str, tuple[data.Link, ...]], ...]
