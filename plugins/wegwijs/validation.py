"""Validation: metadata as typed → an object of its class, or problems in plain Dutch with the place and the nearest right word."""

from __future__ import annotations

import difflib
import types
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from wegwijs.problems import Problems
from wegwijs.source import Source

Made = TypeVar("Made", bound=BaseModel)

_CODES: Mapping[str, str] = {
    "extra_forbidden": "K010",
    "missing": "K011",
    "string_type": "K023",
    "string_too_short": "K017",
    "string_too_long": "K016",
    "string_pattern_mismatch": "K028",
    "list_type": "K022",
    "tuple_type": "K022",
    "too_short": "K015",
    "too_long": "K027",
    "dict_type": "K024",
    "model_type": "K024",
    "model_attributes_type": "K024",
    "literal_error": "K021",
    "number": "K018",
    "int_type": "K018",
    "int_parsing": "K018",
    "greater_than_equal": "K019",
    "less_than_equal": "K019",
    "date": "K020",
    "date_type": "K020",
    "address": "K029",
}
"""The kinds of fault pydantic reports for the classes of this project; a test walks every field to prove none is missing."""


def validate(cls: type[Made], source: Source, problems: Problems, *, at: tuple[str, ...] = ()) -> Made | None:
    """Make a `cls` of the metadata, or of the part of it below `at`; None, with all the reasons, when it cannot be made."""
    made, faulty = salvage(cls, source, problems, at=at)
    return None if faulty else made


def salvage(
    cls: type[Made], source: Source, problems: Problems, *, at: tuple[str, ...] = ()
) -> tuple[Made | None, frozenset[str]]:
    """Make a `cls` and name its faulty fields. Faulty and missing fields are None in what is made.

    What is made with faults is good enough to look for more of them, so that an author sees all problems at once; it is never published.
    """
    value: Any = source.meta
    for key in at:
        value = value[key]
    try:
        return cls.model_validate(value if at else dict(value)), frozenset()
    except ValidationError as fault:
        errors = _told(fault.errors(include_url=False))
    for error in errors:
        _report(cls, error, source, problems, at)
    faulty = frozenset(str(error["loc"][0]) for error in errors if error["loc"])
    if not faulty or not isinstance(value, Mapping):
        return None, faulty or frozenset({""})
    sound = {key: part for key, part in value.items() if key not in faulty}
    return _lenient(cls).model_validate(sound), faulty


def _told(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the complaint that a list is too short because of rows that are faulty themselves."""
    places = [error["loc"] for error in errors]

    def is_double(error: ErrorDetails) -> bool:
        at = error["loc"]
        return error["type"] == "too_short" and any(len(place) > len(at) and place[: len(at)] == at for place in places)

    return [error for error in errors if not is_double(error)]


@cache
def _lenient(cls: type[Made]) -> type[Made]:
    """`cls` with every field allowed to be absent."""
    fields: dict[str, Any] = {}
    for name, field in cls.model_fields.items():
        if field.is_required():
            kind: Any = field.annotation
            fields[name] = (Annotated[(kind, *field.metadata)] if field.metadata else kind, None)
    return create_model(f"Lenient{cls.__name__}", __base__=cls, **fields)


def _report(cls: type[BaseModel], error: ErrorDetails, source: Source, problems: Problems, at: tuple[str, ...]) -> None:
    # pydantic marks a faulty name in a group with a step of its own, `[key]`.
    location = tuple(part for part in error["loc"] if part != "[key]")
    is_name = len(location) < len(error["loc"])
    path = (*at, *location)
    value = error.get("input")
    context = error.get("ctx", {})
    code = _CODES.get(error["type"], "K030")
    if error["type"] not in ("missing", "extra_forbidden") and value in (None, "", [], {}):
        code = "K015"
    elif code == "K022" and isinstance(value, str) and value.startswith("-"):
        code = "K051"
    allowed = _allowed(error["type"], cls, location, context)
    name = str(location[-1]) if location else ""
    place = source.key_place(*path) if is_name or code in ("K010", "K011", "K015") else source.place(*path)
    problems.add(
        code,
        place,
        veld=field_name(location or at),
        naam=name,
        waarde=_shown(value),
        keuzes=", ".join(allowed),
        bedoelde=did_you_mean(str(name if code == "K010" else value), allowed),
        grens=context.get("max_length", context.get("min_length", context.get("ge", context.get("le", "")))),
        lengte=len(value.strip() if isinstance(value, str) else value) if isinstance(value, (str, list, dict)) else "",
        vergelijking="ten minste" if "ge" in context else "ten hoogste",
    )


def field_name(location: Iterable[str | int]) -> str:
    """How a field is called in a message: `stappen 2: minuten`, counted from one."""
    name = ""
    for part in location:
        if isinstance(part, int):
            name += f" {part + 1}"
        else:
            name += f"{': ' if name and name[-1].isdigit() else '.' if name else ''}{part}"
    return name


def did_you_mean(word: str, known: Iterable[str], *, ending: str = "?") -> str:
    """`Bedoelde je "verkennen"?`, or nothing when no known word is near. Capitals and accents do not make a word another."""
    return Hints(known).did_you_mean(word, ending=ending)


class Hints:
    """The nearest of many known words, for one mistake after another.

    Looking takes time (some 15 ms among 300 paths), so only the first mistakes get a hint: who renames a folder reads a few.
    """

    MOST = 50

    def __init__(self, known: Iterable[str]) -> None:
        self._folded = {fold(candidate): candidate for candidate in known}
        self._found: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """The known word that is most like this one; empty when none is, or when enough have been looked for."""
        if word not in self._found and len(self._found) < self.MOST:
            near = difflib.get_close_matches(fold(word), self._folded, n=1, cutoff=0.6)
            self._found[word] = self._folded[near[0]] if near else ""
        return self._found.get(word, "")

    def did_you_mean(self, word: str, *, ending: str = "?") -> str:
        """`Bedoelde je "verkennen"?`, or nothing."""
        near = self.nearest(word)
        return f'Bedoelde je "{near}"{ending}' if near else ""


def fold(word: str) -> str:
    """A word as it is compared: lower case, no accents, hyphens for spaces and underscores."""
    plain = unicodedata.normalize("NFKD", word.strip()).casefold()
    return "".join("-" if sign in "_ " else sign for sign in plain if not unicodedata.combining(sign))


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "een lijst" if isinstance(value, list) else "een groep velden" if isinstance(value, dict) else ""


def _allowed(kind: str, cls: type[BaseModel], location: tuple[str | int, ...], context: Mapping[str, Any]) -> list[str]:
    if kind == "extra_forbidden":
        return list(_shape_at(cls, location[:-1]).model_fields)
    if kind == "literal_error":
        return [word.strip().strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
    return []


def _shape_at(cls: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """The class whose fields stand at `location`."""
    shape: Any = cls
    for part in location:
        shape = _bare(shape)
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            shape = shape.model_fields[str(part)].annotation
        else:
            shape = [kind for kind in get_args(shape) if kind is not Ellipsis][-1]
    found = _bare(shape)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else cls


def _bare(annotation: Any) -> Any:
    """`X` of `X | None` and of `Annotated[X, …]`."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def field_names(cls: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a class and of the groups in it."""
    found = set(cls.model_fields)
    for field in cls.model_fields.values():
        group = inner(field.annotation)
        if isinstance(group, type) and issubclass(group, BaseModel):
            found |= field_names(group)
    return frozenset(found)


def inner(annotation: Any) -> Any:
    """The class inside `X | None`, `tuple[X, ...]`, `dict[str, X]`, `Annotated[X, …]`; X itself otherwise."""
    origin = get_origin(annotation)
    arguments = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    if origin is Annotated:
        return inner(arguments[0])
    if origin in (Union, types.UnionType, tuple, list):
        return inner(arguments[0])
    if origin is dict:
        return inner(arguments[1])
    return annotation if origin is not Literal else str
