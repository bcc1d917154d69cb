"""Words: every Dutch sentence that the software itself says, looked up by key. Not for content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Message:
    """What the software says when something must be put right. `text` and `way_out` have `{places}` for values."""

    code: str
    title: str
    text: str
    way_out: str
    explanation: str
    is_error: bool


def _read(name: str) -> Any:
    text = (HERE / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C


@cache
def messages() -> Mapping[str, Message]:
    """All messages by code, in the order of the file."""
    found = {}
    for code, entry in _read("berichten.yml").items():
        found[code] = Message(
            code=code,
            title=entry["titel"],
            text=entry["bericht"],
            way_out=entry["uitweg"],
            explanation=entry["uitleg"],
            is_error=entry.get("ernst", "fout") == "fout",
        )
    return MappingProxyType(found)


@dataclass(frozen=True)
class Example:
    """What the check says about the sample of a message."""

    line: str
    way_out: str


@cache
def example_lines() -> Mapping[str, Example]:
    """For each message with a sample the line that the check prints for it; `wegwijs schema` writes them, a test compares."""
    return MappingProxyType({code: Example(row["regel"], row["uitweg"]) for code, row in _read("meldingen.yml").items()})


def message(code: str) -> Message:
    """The message with this code; KeyError for a code that does not exist."""
    return messages()[code]


@cache
def _interface() -> Mapping[str, str]:
    flat: dict[str, str] = {}

    def walk(prefix: str, node: Mapping[str, Any]) -> None:
        for key, value in node.items():
            if isinstance(value, Mapping):
                walk(f"{prefix}{key}.", value)
            else:
                flat[f"{prefix}{key}"] = str(value)

    walk("", _read("nl.yml"))
    return MappingProxyType(flat)


def interface_keys() -> frozenset[str]:
    """Every key of `nl.yml`, so that a test can find the ones nobody uses."""
    return frozenset(_interface())


def t(key: str, **values: object) -> str:
    """The interface word or sentence for a dotted key, filled in with `values`; KeyError when there is none."""
    text = _interface()[key]
    return text.format_map(values) if values else text


def plural(key: str, count: int, **values: object) -> str:
    """The sentence for a number: `<key>.een` for one, `<key>.meer` otherwise, with `{aantal}` filled in."""
    return t(f"{key}.{'een' if count == 1 else 'meer'}", aantal=count, **values)
