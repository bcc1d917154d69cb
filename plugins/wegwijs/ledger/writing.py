"""Writing: a code into the front matter of a file: one line after the title, and every other byte stays what it was."""

from __future__ import annotations

from wegwijs.problems import Problems
from wegwijs.source import Source, read_document


def with_code(source: Source, data: bytes, code: str) -> bytes | None:
    """The file with its code; None when the metadata is written in such a way that a person must do it."""
    lines = data.splitlines(keepends=True)
    title = source.keys.get(("titel",))
    if title is None or not lines:
        return None
    after = [line for path, (line, _column) in source.keys.items() if len(path) == 1 and line > title[0]]
    # The next field, or the three dashes that end the metadata: a title may go on over several lines.
    at = min(after, default=source.body_line - 1) - 1
    ending = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
    made = b"".join([*lines[:at], f"code: {code}".encode(), ending, *lines[at:]])
    again = read_document(source.path, made, Problems())
    unchanged = again is not None and dict(again.meta) == {**source.meta, "code": code} and again.body == source.body
    return made if unchanged else None
