"""Fields: the kinds of value that metadata may hold, shared by documents and model. What a kind refuses is told by a code, not by text."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _number(value: Any) -> Any:
    # Values arrive as typed. `012`, `12:30` and `1.5` are not guessed at.
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise PydanticCustomError("number", "not a whole number")
    return value


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _DATE.fullmatch(value):
        raise PydanticCustomError("date", "not a date")
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise PydanticCustomError("date", "not a date") from fault


def _address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"']+\.[^\s<>\"']+", value):
        raise PydanticCustomError("address", "not a web address")
    return value


def _one_line(value: Any) -> Any:
    # YAML can put a line break in any text; a title or a sentence is one line everywhere it is shown.
    return " ".join(value.split()) if isinstance(value, str) else value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""What a file name, an id and an address may look like: lower case, figures, single hyphens."""

CODE_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
"""Signs of a short code: no vowels (no accidental words) and nothing that reads like another sign."""

# The limits stand before what prepares the value: then pydantic calls them by the names of a text.
Title = Annotated[str, StringConstraints(min_length=3, max_length=100), BeforeValidator(_one_line)]
Sentence = Annotated[str, StringConstraints(min_length=40, max_length=240), BeforeValidator(_one_line)]
Text = Annotated[str, StringConstraints(min_length=2, max_length=1200, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=160), BeforeValidator(_one_line)]
# Stripped, because `$` also matches before a line break at the end.
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$", max_length=80, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=rf"^[{CODE_ALPHABET}]{{4,6}}$", strip_whitespace=True)]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]$", strip_whitespace=True)]
Choice = Annotated[tuple[Short, ...], Field(max_length=60), BeforeValidator(_one_or_more)]
"""Values of a facet, one or a list. Whether they exist is for a check to say, which knows the nearest one."""
Number = Annotated[int, BeforeValidator(_number)]
Year = Annotated[int, BeforeValidator(_number), Field(ge=1990, le=2100)]
Minutes = Annotated[int, BeforeValidator(_number), Field(ge=1, le=100_000)]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Address = Annotated[str, StringConstraints(max_length=500), BeforeValidator(_address)]


class Shape(BaseModel):
    """A group of fields that an author fills in. Unknown fields are refused, and what was read never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, regex_engine="python-re")


SORTS = {_number: "getal", _date: "dag", _address: "adres", _one_line: "regel", _one_or_more: "kenmerk"}
"""What sort of value a field holds, by what prepares it, for the form that is made from the classes."""
