"""What a YAML parser's complaint means for an author: the message code and the spot to look at. No Dutch text here.

libyaml and PyYAML word their complaints differently, so the rules look at the author's own line first and at the complaint second.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import yaml

_SMART_VALUE = re.compile(r":\s+[“”„‘’]")
_SECOND_COLON = re.compile(r"^\s*(?:- )?[^\s:][^:]*:\s+(?![\"'|>\[{]).*?(:)(?:\s|$)")
_COLON_AFTER_QUOTE = re.compile(r"^\s*(?:- )?[^:]+:\s+([\"']).*?\1\s*(:)")
_QUOTED_VALUE = re.compile(r":\s+[\"']|^\s*-\s+[\"']")

Spot: TypeAlias = tuple[str, int, int]


def code_of(fault: yaml.MarkedYAMLError, lines: list[str], line: int, column: int) -> Spot:
    """The code of the fault and its place, counted from 0, in `lines`."""
    text = lines[line] if line < len(lines) else ""
    complaint = f"{fault.context or ''} / {fault.problem or ''}"
    start = fault.context_mark
    if "quoted scalar" in complaint and "end of stream" in complaint and start:
        return "K041", start.line, start.column
    if "escape character" in complaint or "hexdecimal" in complaint:
        return "K059", line, column
    if "flow" in complaint and start:
        return "K058", min(start.line, len(lines) - 1), start.column
    smart = _SMART_VALUE.search(text)
    if smart:
        return "K044", line, smart.end() - 1
    if "mapping values are not allowed" in complaint:
        return _colon(text, line, column)
    if "cannot start any token" in complaint:
        return "K043", line, column
    if "sequence entries are not allowed" in complaint:
        return "K051", line, column
    if "could not find expected ':'" in complaint and start:
        return "K057", min(start.line, len(lines) - 1), start.column
    if _QUOTED_VALUE.search(text) and "expected" in complaint and "alphabetic" not in complaint:
        return "K041", line, column
    if "<document start>" in complaint:
        ended = any(earlier.startswith("...") for earlier in lines[:line])
        return "K054" if ended else "K050", line, column
    if "block mapping" in complaint or "block collection" in complaint:
        return "K050", line, column
    return "K052", line, column


def _colon(text: str, line: int, column: int) -> Spot:
    for pattern, group in ((_SECOND_COLON, 1), (_COLON_AFTER_QUOTE, 2)):
        found = pattern.match(text)
        if found:
            return "K040", line, found.start(group)
    return "K050", line, column
