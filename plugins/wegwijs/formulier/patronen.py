"""Patronen: regular expressions of the check as JavaScript reads them, so that a rule is written down once."""

from __future__ import annotations

import re

_LETTER = r"\p{L}\p{N}_"
_ESCAPES = {
    "w": (_LETTER, f"[{_LETTER}]"),
    "W": (r"\P{L}", f"[^{_LETTER}]"),
    "b": ("", f"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"),
}
"""What stands for the escape inside a class, and outside one. Python's classes know accents; JavaScript's own do not."""
_SYNTAX = frozenset("^$\\.*+?()[]{}|/-")
_PLAIN = frozenset("\"'#,:;<>=!&% `@_~")


def as_javascript(pattern: re.Pattern[str]) -> tuple[str, str]:
    """Source and flags of the same expression in JavaScript, in Unicode mode."""
    flags = "u" + "".join(
        sign for flag, sign in ((re.IGNORECASE, "i"), (re.MULTILINE, "m"), (re.DOTALL, "s")) if pattern.flags & flag
    )
    return "".join(_pieces(pattern.pattern)), flags


def _pieces(source: str) -> list[str]:
    found: list[str] = []
    in_class = False
    # `[^\W\d_]` is how Python says "a letter".
    source = source.replace(r"[^\W\d_]", r"\p{L}").replace(r"[\W\d_]", r"\P{L}")
    at = 0
    while at < len(source):
        sign = source[at]
        if sign == "\\":
            at += 1
            sign = source[at]
            if sign in _ESCAPES:
                found.append(_ESCAPES[sign][0 if in_class else 1])
            elif sign in _PLAIN or (sign == "-" and not in_class):
                found.append(sign)
            else:
                found.append("\\" + sign)
        elif in_class:
            in_class = sign != "]"
            found.append(sign)
        else:
            in_class = sign == "["
            found.append("\\" + sign if sign in "]}" and not _is_count(source, at) else sign)
        at += 1
    return found


def _is_count(source: str, at: int) -> bool:
    """Whether a closing brace ends a count, such as `{3,}`, or the name of a property of Unicode."""
    opened = source.rfind("{", 0, at)
    return source[at] == "}" and opened >= 0 and bool(re.fullmatch(r"[\d,]+|[A-Z]\w*", source[opened + 1 : at]))
