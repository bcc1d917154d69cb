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
    nested: int = 0
    """How deep the reading is now; a guard against a text of a thousand quotations in each other."""


MOST_NESTED = 40
"""How many lists, quotations and notes in each other are looked into."""

_FENCE = re.compile(r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=([\"']).*?\2 *)?)")
_HASH = re.compile(r"(#{1,6})((?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
_UNDERLINE = re.compile(r"(=+|-+) *")
_RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *")
_TABLE = re.compile(r" *\|?(?: *:?-+:? *\|)+ *(?::?-+:?)? *")
_ITEM = re.compile(r" *(?:[*+-]|\d+\.) +")
_OPENER = re.compile(r"!!! ?[\w-]+(?: +[\w-]+)*(?: +\".*?\")? *|\?\?\?\+? ?[\w\"-].*|===[+!]{0,2} +\".*?\" *")
_QUOTE = re.compile(r" {0,3}> ?")
_NOTE = re.compile(r" {0,3}(?:\[\^[^\]]*\]:| ?: {1,3}\S)")


PATTERNS = {
    "omheining": _FENCE, "kop": _HASH, "onderstreept": _UNDERLINE, "lijn": _RULE, "tabel": _TABLE,
    "punt": _ITEM, "blok": _OPENER, "citaat": _QUOTE, "noot": _NOTE,
}  # fmt: skip
"""What lines are told apart by, for the form in the browser that does it alike."""


def outline(lines: list[str]) -> Outline:
    """Read a text line by line. Tabs count as in Python-Markdown: to the next multiple of four."""
    found = Outline()
    plain = [line.expandtabs(4) if "\t" in line else line for line in lines]
    found.code.update(_fenced(plain))
    _parse(list(_without(found.code, plain)), found)
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


def _without(code: set[int], lines: list[str]) -> Iterator[Line]:
    """The lines outside fences; each fence is a paragraph of its own, so that it ends a list."""
    for number, line in enumerate(lines):
        if number not in code:
            yield number, line
        elif number - 1 not in code:
            yield from ((number, ""), (number, "code"), (number, ""))


def _parse(lines: list[Line], found: Outline) -> None:
    depth = 0
    block: list[Line] = []
    for number, text in (*lines, (-1, "")):
        if text and not text.isspace():
            block.append((number, text))
        elif block:
            depth = 0 if _is_one_line(block) else _block(block, depth, found)
            block = []


def _is_one_line(block: list[Line]) -> bool:
    """Whether a block is one line that starts with a letter: most are, and nothing of this module applies to them."""
    return len(block) == 1 and block[0][1][0].isalpha()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _block(block: list[Line], depth: int, found: Outline, *, floor: int = 0) -> int:
    """One block: lines without an empty line between them.

    `depth` is how many lists, notes and tabs are open; gives the depth after the block. `floor` of them stay open inside the block
    whatever stands there: that of the list item whose text it is.
    """
    if found.nested == MOST_NESTED:
        return depth
    found.nested += 1
    at = 0
    while at < len(block):
        indent = _indent(block[at][1])
        depth = min(indent // 4, max(depth, floor))
        margin = 4 * depth
        if indent >= margin + 4:
            while at < len(block) and _indent(block[at][1]) >= margin + 4:
                found.code.add(block[at][0])
                at += 1
            continue
        if len(block) > at + 1 and "|" in block[at][1] and _TABLE.fullmatch(block[at + 1][1]):
            break
        first = []
        for place in range(at, len(block)):
            number, text = block[place]
            text = text[margin:] if _indent(text) >= margin else text
            if _starts(text):
                break
            first.append((number, text))
        if first:
            at += len(first)
            opened = _plain(first, found)
            depth += 0 if at < len(block) else opened
        else:
            at, depth = _special(block, at, depth, found)
    found.nested -= 1
    return depth


def _starts(text: str) -> bool:
    """Whether a line begins something new, even in the middle of a block."""
    first = text[0]
    return (first == "#" and bool(_HASH.match(text))) or (first in "!?=" and bool(_OPENER.fullmatch(text)))


def _special(block: list[Line], at: int, depth: int, found: Outline) -> tuple[int, int]:
    """A heading, or what opens a note or a tab with all that stands in it: where the block goes on, and the depth there."""
    number, text = block[at]
    heading = _HASH.match(text.lstrip(" "))
    if heading:
        found.headings.append(RawHeading(len(heading[1]), heading[2].strip(), number))
        found.marks.add(number)
        return at + 1, depth
    end = next((place for place in range(at + 1, len(block)) if _indent(block[place][1]) < 4 * depth + 4), len(block))
    after = _block(block[at + 1 : end], depth + 1, found) if end > at + 1 else depth + 1
    return end, depth if end < len(block) else after


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
            if not _is_one_line(item):
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
