"""Source: the text of one file → metadata with line and column, and the body. The only reader of YAML in the project.

Every plain value stays the text the author typed: `no`, `12:30`, `012` and `2024-01-31` are never turned into something else.
What a value means is for the class of the document to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from wegwijs.problems import Place, Problems
from wegwijs.yaml_faults import code_of

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_META = 64_000
"""Characters of front matter; an instrument with thirty steps needs 12,000."""
MAX_TEXT = 600_000
"""Characters of a file: about a hundred printed pages."""
MAX_DEPTH = 10

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """A file that could be read: `meta` as typed, `body` as Markdown, and where each value stands."""

    path: str
    meta: Mapping[str, Value]
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body starts."""
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands, or its nearest parent that is there."""
        return self._nearest(self.places, path)

    def key_place(self, *path: str | int) -> Place:
        """Where the key at `path` stands, or its nearest parent that is there."""
        return self._nearest(self.keys, path) if path in self.keys else self.place(*path)

    def _nearest(self, marks: Mapping[Path, tuple[int, int]], path: Path) -> Place:
        for length in range(len(path), 0, -1):
            if path[:length] in marks:
                return Place(self.path, *marks[path[:length]])
        return Place(self.path, 1, 1)


def decode(path: str, data: bytes, problems: Problems) -> str | None:
    """Bytes → text with Unix line ends and ordinary spaces; None when it is no readable text."""
    start = Place(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\x00" in data[:200] and b"\n\x00" in data[:2000]):
        problems.add("K005", start, codering="UTF-16")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        problems.add("K005", Place(path, line, 1), codering="een andere codering dan UTF-8")
        return None
    if text.startswith("\ufeff"):
        problems.add("K006", start)
        text = text[1:]
    if "\r" in text:
        problems.add("K007", start)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = CONTROL.search(text)
    if found:
        problems.add("K009", _place_in(path, text, found.start()), teken=f"U+{ord(found[0]):04X}")
        return None
    if len(text) > MAX_TEXT:
        problems.add("K008", start, tekens=len(text), grens=MAX_TEXT)
        return None
    return text


# Characters that no reader sees and that make a text read differently from what it says: control characters,
# line separators that are not line ends, and marks that turn the reading direction around.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def _place_in(path: str, text: str, index: int) -> Place:
    line = text.count("\n", 0, index) + 1
    return Place(path, line, index - (text.rfind("\n", 0, index) + 1) + 1)


def read_document(path: str, data: bytes, problems: Problems) -> Source | None:
    """A Markdown file with front matter → Source; None when the metadata cannot be read, with the reason in `problems`."""
    text = decode(path, data, problems)
    if text is None:
        return None
    if not text.strip():
        problems.add("K004", Place(path))
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.add("K001", Place(path))
        return None
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        problems.add("K002", Place(path))
        return None
    meta = "\n".join(lines[1:end])
    source = read_yaml(path, meta, problems, first_line=2)
    if source is None:
        return None
    return Source(path, source.meta, "\n".join(lines[end + 1 :]), end + 2, source.places, source.keys)


def read_data(path: str, data: bytes, problems: Problems) -> Source | None:
    """A YAML file of `toolbox/` → Source without a body."""
    text = decode(path, data, problems)
    return None if text is None else read_yaml(path, text, problems, first_line=1)


def read_yaml(path: str, text: str, problems: Problems, *, first_line: int) -> Source | None:
    """Restricted YAML → Source: one mapping; no anchors, tags or merges; limited in size and depth."""
    if len(text) > MAX_META and path.endswith(".md"):
        problems.add("K049", Place(path, first_line, 1), tekens=len(text), grens=MAX_META)
        return None
    before = len(problems.errors)
    text = _clean(path, text, problems, first_line)
    if len(problems.errors) > before:
        return None
    reader = _Reader(path, text, problems, first_line)
    meta = reader.read()
    if meta is None:
        return None
    return Source(path, MappingProxyType(meta), places=reader.places, keys=reader.keys)


_LEADING_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_ODD_SPACE = re.compile("[\u00a0\u2007\u202f\u3000]")


def _clean(path: str, text: str, problems: Problems, first_line: int) -> str:
    tab = _LEADING_TAB.search(text)
    if tab:
        place = _place_in(path, text, text.index("\t", tab.start()))
        problems.add("K042", Place(path, place.line + first_line - 1, place.column))
    space = _ODD_SPACE.search(text)
    if space:
        place = _place_in(path, text, space.start())
        problems.add("K048", Place(path, place.line + first_line - 1, place.column))
        text = _ODD_SPACE.sub(" ", text)
    return text


class _RefusedError(Exception):
    """The text is YAML that this project does not take; the problem is already collected."""


_CUT = re.compile(r"\s+#[^\s#]\S*")


class _Reader:
    """Builds plain values from YAML events, so that anchors, tags and doubled keys are seen before they have an effect."""

    def __init__(self, path: str, text: str, problems: Problems, first_line: int) -> None:
        self.path, self.text, self.problems, self.first_line = path, text, problems, first_line
        self.lines = text.split("\n")
        self.has_remarks = "#" in text
        self.places: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}

    def read(self) -> dict[str, Value] | None:
        try:
            # As yaml.parse does it, without asking before each event whether there is one.
            return self._stream(iter(Loader(self.text).get_event, None))
        except _RefusedError:
            return None
        except yaml.MarkedYAMLError as fault:
            self._translate(fault)
            return None
        except yaml.YAMLError:
            self.problems.add("K052", Place(self.path, self.first_line, 1))
            return None

    def _stream(self, events: Iterator[Any]) -> dict[str, Value] | None:
        documents: list[Value] = []
        for event in events:
            if isinstance(event, DocumentStartEvent) and documents:
                self._refuse("K054", event)
            if isinstance(event, (NodeEvent, MappingStartEvent, SequenceStartEvent)):
                documents.append(self._value(event, events, (), 0))
        meta = documents[0] if documents else None
        if not isinstance(meta, dict):
            self.problems.add("K003", Place(self.path, self.first_line, 1))
            return None
        return meta

    def _value(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Value:
        if event.anchor:
            self._refuse("K046", event)  # a reference too has the name of what it points at
        if event.tag and not (isinstance(event, ScalarEvent) and event.tag == "!"):
            self._refuse("K047", event)
        if depth > MAX_DEPTH:
            self._refuse("K055", event)
        mark = event.start_mark
        self.places[path] = (mark.line + self.first_line, mark.column + 1)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            items: list[Value] = []
            for following in events:
                if isinstance(following, SequenceEndEvent):
                    break
                items.append(self._value(following, events, (*path, len(items)), depth + 1))
            return items
        return self._mapping(events, path, depth)

    def _mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            if event.anchor:
                self._refuse("K046", event)
            if not isinstance(event, ScalarEvent):
                self._refuse("K056", event)
            key = str(event.value)
            if event.tag:
                self._refuse("K047", event)
            if key == "<<":
                self._refuse("K046", event)
            here = (*path, key)
            if key in found:
                self.problems.add("K045", self._place(event), veld=key, regel=self.keys[here][0])
            self.keys[here] = self._mark(event)
            found[key] = self._value(next(events), events, here, depth + 1)
        return found

    def _scalar(self, event: ScalarEvent) -> str | None:
        text = str(event.value)
        if event.style not in (None, ""):
            # Between double quotes `\u202e` writes a character that may not stand in the file itself.
            found = CONTROL.search(text)
            if found:
                self._refuse("K009", event, teken=f"U+{ord(found[0]):04X}")
            return text
        if self.has_remarks:
            end: Any = event.end_mark
            line = self.lines[end.line] if end.line < len(self.lines) else ""
            cut = _CUT.match(line, end.column)
            if cut and text:
                self.problems.add("K053", self._place(event), weg=cut[0].strip())
        if text[:1] in "“”„‘" and text[-1:] in "“”„‘’" and len(text) > 1:
            self.problems.add("K044", self._place(event))
        return None if text in ("", "~", "null") else text

    def _mark(self, event: Event) -> tuple[int, int]:
        mark: Any = event.start_mark
        return (mark.line + self.first_line, mark.column + 1)

    def _place(self, event: Event) -> Place:
        return Place(self.path, *self._mark(event))

    def _refuse(self, code: str, event: Event, **values: object) -> NoReturn:
        self.problems.add(code, self._place(event), **values)
        raise _RefusedError

    def _translate(self, fault: yaml.MarkedYAMLError) -> None:
        mark = fault.problem_mark or fault.context_mark
        line = min(mark.line if mark else 0, len(self.lines) - 1)
        code, line, column = code_of(fault, self.lines, line, mark.column if mark else 0)
        self.problems.add(code, Place(self.path, line + self.first_line, column + 1))
