"""Velden: the fields of a class as a form can ask them: sort, limits, choices, explanation. Read from the class itself."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from wegwijs.catalogue import OWN_RELATIONS, RELATIONS
from wegwijs.documents.shared import Elementen
from wegwijs.fields import SORTS

POINTERS = {**dict.fromkeys((*RELATIONS, *OWN_RELATIONS, "item"), "item"), "bron": "bron"}
"""Fields that hold the name of something else, and of what; the form lets people pick it."""


@dataclass(frozen=True)
class FormField:
    """One question. What the check asks of the answer is here as data; both languages judge by it."""

    name: str
    sort: str
    """`regel`, `tekst`, `getal`, `dag`, `adres`, `naam`, `keuze`, `groep`, `delen`, `lijst`, `kenmerk` or `kenmerken`."""
    help: str = ""
    example: str = ""
    required: bool = False
    may_be_none: bool = False
    """Whether the name may stand there with nothing behind it."""
    default: str = ""
    least: int | None = None
    most: int | None = None
    """Limits of the length of a text or a list, or of a number."""
    pattern: str = ""
    choices: tuple[str, ...] = ()
    points_at: str = ""
    """Whether the value is the name of an `item` or a `bron`."""
    fields: tuple[FormField, ...] = ()
    """The fields of a group."""
    row: FormField | None = field(default=None)
    """What a list is a list of."""

    @property
    def data(self) -> dict[str, object]:
        """As the script reads it; what is empty is left out."""
        found: dict[str, object] = {
            "naam": self.name,
            "soort": self.sort,
            "nodig": self.required or None,
            "leeg": self.may_be_none or None,
            "min": self.least,
            "max": self.most,
            "patroon": self.pattern,
            "keuzes": list(self.choices),
            "wijst": self.points_at,
            "velden": [part.data for part in self.fields],
            "rij": self.row.data if self.row else None,
        }
        return {
            key: value for key, value in found.items() if value is not None and value not in ("", [])
        }  # a least of nought is a limit


def fields_of(shape: type[BaseModel]) -> tuple[FormField, ...]:
    """The fields of a class, in the order of the class."""
    return tuple(_field(name, found) for name, found in shape.model_fields.items())


def _field(name: str, found: FieldInfo) -> FormField:
    marks = tuple(found.metadata)
    return _typed(
        name,
        found.annotation,
        marks,
        help=found.description or "",
        example=str(found.examples[0]) if found.examples else "",
        required=found.is_required(),
        default=found.default if isinstance(found.default, str) else "",
    )


def _typed(name: str, annotation: Any, marks: tuple[Any, ...], **about: Any) -> FormField:
    """The field for an annotation, its marks gathered from all layers of `Annotated` and `| None`."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        if get_origin(annotation) is Annotated:
            marks = (*annotation.__metadata__, *marks)
        else:
            about["may_be_none"] = type(None) in get_args(annotation)
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    limits: dict[str, Any] = dict(_limits(marks))
    sort = next((SORTS[mark.func] for mark in marks if getattr(mark, "func", None) in SORTS), "")
    pointer = POINTERS.get(name, "")
    if get_origin(annotation) is Literal:
        return FormField(name, "keuze", choices=get_args(annotation), **about)
    if get_origin(annotation) is dict:
        return FormField(name, "kenmerken", row=_typed("", get_args(annotation)[1], ()), **about)
    if get_origin(annotation) is tuple:
        row = _typed("", get_args(annotation)[0], ())
        pointer = pointer if row.sort == "naam" else ""
        return FormField(name, sort or "lijst", row=row, points_at=pointer, **limits, **about)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        sort = "delen" if issubclass(annotation, Elementen) else "groep"
        return FormField(name, sort, fields=fields_of(annotation), **about)
    if not sort:
        sort = "naam" if limits.get("pattern") else "tekst"
    return FormField(name, sort, points_at=pointer if sort == "naam" else "", **limits, **about)


def _limits(marks: tuple[Any, ...]) -> Iterator[tuple[str, object]]:
    for mark in marks:
        if isinstance(mark, StringConstraints):
            yield from _filled(least=mark.min_length, most=mark.max_length, pattern=mark.pattern)
        elif isinstance(mark, FieldInfo):
            yield from _limits(tuple(mark.metadata))
        elif isinstance(mark, (annotated_types.Ge, annotated_types.MinLen)):
            yield "least", getattr(mark, "ge", getattr(mark, "min_length", None))
        elif isinstance(mark, (annotated_types.Le, annotated_types.MaxLen)):
            yield "most", getattr(mark, "le", getattr(mark, "max_length", None))


def _filled(**found: object) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in found.items() if value is not None)
