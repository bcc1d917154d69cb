"""Veilig: a text of somebody else inside Markdown of ours. It is shown, and does nothing: no link, no mention, no mark-up, no HTML."""

from __future__ import annotations

import re

HINT = re.compile(r'Bedoelde je "([^"]*)"([.?])')
"""The one value of a message that is a sentence of ours around a word of an author."""


def quoted(text: str, most: int = 120) -> str:
    """The text between backticks: there a host looks for nothing, not for mentions, numbers of issues or addresses either."""
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split()).replace("`", "’")
    if len(shown) > most:
        shown = shown[: most - 1] + "…"
    return f"`{shown}`" if shown else ""


def plain(text: str) -> str:
    """A sentence of ours with signs that Markdown would read as something else."""
    return re.sub(r"([\\*_\[\]<>#|~])", r"\\\1", text)


def filled(template: str, values: dict[str, str]) -> str:
    """A sentence of ours with its values quoted; quotation marks of ours around a value go. KeyError when a value is missing."""
    shown = {name: _value(value) for name, value in values.items()}
    bare = re.sub(r'"(\{\w+\})"', r"\1", plain(template).replace("\\_", "_"))
    return re.sub(r" {2,}", " ", bare.format_map(shown)).strip()


def _value(text: str) -> str:
    hint = HINT.fullmatch(text)
    return f"Bedoelde je {quoted(hint[1])}{hint[2]}" if hint else quoted(text, 200)
