"""JSON: a value as a file that people can read too: what `json.dumps(…, indent=1)` makes, which is slow for a thousand files."""

from __future__ import annotations

from json import JSONEncoder

_one_line = JSONEncoder(ensure_ascii=False).encode


def json_file(value: object) -> bytes:
    """The value on lines of their own, each level a space further."""
    return f"{_lines(value, chr(10))}\n".encode()


def _lines(value: object, margin: str) -> str:
    inner = f"{margin} "
    if value and isinstance(value, dict):
        rows = [f"{_one_line(key)}: {_lines(below, inner)}" for key, below in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{margin}}}"
    if value and isinstance(value, list | tuple):
        return f"[{inner}{f',{inner}'.join([_lines(below, inner) for below in value])}{margin}]"
    return _one_line(value)
