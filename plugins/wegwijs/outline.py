"""Outline: which lines of a Markdown text are headings and which are code, as Python-Markdown decides it. Renders nothing.

The rules are those of Python-Markdown with the extensions of `mkdocs.yml`, and not of CommonMark: a heading may follow a line of text
at once, a fence starts at the margin, and four spaces make code unless a list, an admonition or a tab is open. A test holds the
outcome against what Python-Markdown makes of generated and of real texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias

Line: TypeAlias = tuple[int, str]
"""The number of a line, counted from 0, and its text without the margin that belongs to what it stands in."""


@dataclass(frozen=True)
class RawHeading:
    """A heading as typed; the title may still hold emphasis or code."""

    level: int
    title: str
    line: int


@dataclass
class Outline:
    """What the lines of a text are. Numbers count from 0."""

    headings: list[RawHeading] = field(default_factory=list)
    code: set[int] = field(default_factory=set)
    marks: set[int] = field(default_factory=set)
    """Lines that hold no text of their own: headings, and what draws a line under one."""


_FENCE = re.compile(r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=([\"']).*?\2 *)?)")
_HASH = re.compile(r"(#{1,6})((?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
_UNDERLINE = re.compile(r"(=+|-+) *")
_RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *")
_ITEM = re.compile(r" *(?:[*+-]|\d+\.) +")
_OPENER = re.compile(r"!!! ?[\w-]+(?: +[\w-]+)*(?: +\".*?\")? *|\?\?\?\+? ?[\w\"-].*|===[+!]{0,2} +\".*?\" *")
_QUOTE = re.compile(r" {0,3}> ?")
_NOTE = re.compile(r" {0,3}(?:\[\^[^\]]*\]:| ?: {1,3}\S)")


def outline(lines: list[str]) -> Outline:
    """Read a text line by line. Tabs count as in Python-Markdown: to the next multiple of four."""
    found = Outline()
    plain = [line.expandtabs(4) if "\t" in line else line for line in lines]
    found.code.update(_fenced(plain))
    _parse([(number, "" if number in found.code else line) for number, line in enumerate(plain)], found)
    return found


def _fenced(lines: list[str]) -> Iterator[int]:
    """The lines of fenced code, the fences included. A fence that is never closed is ordinary text."""
    closing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line[:3] in ("```", "~~~"):
            closing[line.rstrip(" ")].append(number)
    after = 0
    for number, line in enumerate(lines if closing else ()):
        opened = _FENCE.fullmatch(line) if number >= after and line[:3] in ("```", "~~~") else None
        if opened:
            ends = closing[opened[1]]
            place = bisect_left(ends, number + 1)
            if place < len(ends):
                after = ends[place] + 1
                yield from range(number, after)


def _parse(lines: list[Line], found: Outline) -> None:
    depth = 0
    block: list[Line] = []
    for number, text in (*lines, (-1, "")):
        if text and not text.isspace():
            block.append((number, text))
        elif block:
            depth = _block(block, depth, found)
            block = []


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _block(block: list[Line], depth: int, found: Outline, *, floor: int = 0) -> int:
    """One block: lines without an empty line between them.

    `depth` is how many lists, notes and tabs are open; gives the depth after the block. `floor` of them stay open inside the block
    whatever stands there: that of the list item whose text it is.
    """
    while block:
        indent = _indent(block[0][1])
        depth = min(indent // 4, max(depth, floor))
        margin = 4 * depth
        if indent >= margin + 4:
            code = list(takewhile(lambda line: _indent(line[1]) >= margin + 4, block))  # noqa: B023 - used at once
            found.code.update(number for number, _text in code)
            block = block[len(code) :]
            continue
        space = " " * margin
        block = [(number, text[margin:] if text.startswith(space) else text) for number, text in block]
        place = next((place for place, (_number, text) in enumerate(block) if _starts(text)), None)
        if place == 0:
            rest, depth = _special(block, depth, found)
        else:
            first, rest = (block[:place], block[place:]) if place else (block, [])
            opened = _plain(first, found)
            depth += 0 if rest else opened
        # What follows has lost its margin; it gets it back, so that it is read as a block of its own.
        block = [(number, f"{space}{text}") for number, text in rest]
    return depth


def _starts(text: str) -> bool:
    """Whether a line begins something new, even in the middle of a block."""
    first = text[0]
    return (first == "#" and bool(_HASH.match(text))) or (first in "!?=" and bool(_OPENER.fullmatch(text)))


def _special(block: list[Line], depth: int, found: Outline) -> tuple[list[Line], int]:
    """A block that begins with a heading, or with what opens a note or a tab: the lines that are left, and the depth."""
    number, text = block[0]
    heading = _HASH.match(text)
    if heading:
        found.headings.append(RawHeading(len(heading[1]), heading[2].strip(), number))
        found.marks.add(number)
        return block[1:], depth
    inside = list(takewhile(lambda line: line[1].startswith("    "), block[1:]))
    if inside:
        space = " " * (4 * depth)
        depth_after = _block([(n, f"{space}{line}") for n, line in inside], depth + 1, found)
    else:
        depth_after = depth + 1
    rest = block[1 + len(inside) :]
    return rest, depth if rest else depth_after


def _plain(block: list[Line], found: Outline) -> int:
    """Lines of which none begins with #. Gives how many levels deeper the next block may stand."""
    if len(block) > 1 and _UNDERLINE.fullmatch(block[1][1]):
        number, text = block[0]
        found.headings.append(RawHeading(1 if block[1][1].startswith("=") else 2, text.strip(), number))
        found.marks.update((number, block[1][0]))
        return _block(block[2:], 0, found)
    rule = next((place for place, (_number, text) in enumerate(block) if _RULE.fullmatch(text)), None)
    if rule is not None:
        found.marks.add(block[rule][0])
        _block(block[:rule], 0, found)
        return _block(block[rule + 1 :], 0, found)
    if _ITEM.match(block[0][1]):
        for item in _items(block):
            _block(item, 1, found, floor=1)
        # The next block may belong to the last item, however deep that is nested.
        return 1 + next(_indent(text) // 4 for _number, text in reversed(block) if _ITEM.match(text))
    quote = next((place for place, (_number, text) in enumerate(block) if _QUOTE.match(text)), None)
    if quote is not None:
        _parse([(number, _QUOTE.sub("", text, count=1)) for number, text in block[quote:]], found)
        return 0
    return 1 if any(_NOTE.match(text) for _number, text in block) else 0


def _items(block: list[Line]) -> Iterator[list[Line]]:
    """The items of a list, each with the lines of its text; those of a nested list keep their margin."""
    is_numbered = block[0][1].lstrip()[0].isdigit()
    item: list[Line] = []
    for number, text in block:
        marker = _ITEM.match(text)
        nested = marker is not None and _indent(text) >= 4
        if marker and not nested and text.lstrip()[0].isdigit() != is_numbered:
            marker = None  # a list has one sort of mark; another is text
        if marker and item:
            yield item
            item = []
        item.append((number, text if nested or not marker else text[marker.end() :] or " "))
    yield item
