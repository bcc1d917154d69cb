"""Python-Markdown as the real site uses it: what the core's own scanner and cleaner are held against."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from wegwijs.sanitise import PlainMarkdown

ROOT = Path(__file__).resolve().parents[1]
BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always adds."""


def configured() -> tuple[list[str], dict[str, Any]]:
    """The extensions of `mkdocs.yml`, and what is told to them."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings: dict[str, Any] = {name: {} for name in BUILT_IN}
    for row in config["markdown_extensions"]:
        settings.update(row if isinstance(row, dict) else {row: {}})
    return list(settings), settings


@cache
def renderer() -> Markdown:
    """With the extensions of `mkdocs.yml`, and without raw HTML."""
    names, settings = configured()
    return Markdown(extensions=[*names, PlainMarkdown()], extension_configs=settings)


def rendered(text: str) -> str:
    """The HTML of a text, before it is cleaned."""
    found = renderer()
    found.reset()
    return str(found.convert(text))


def headings(text: str) -> list[tuple[int, str, str]]:
    """Level, title and anchor of every heading, in order, as Python-Markdown makes them."""
    rendered(text)
    found: list[tuple[int, str, str]] = []

    def walk(tokens: list[dict[str, Any]]) -> None:
        for token in tokens:
            found.append((token["level"], html.unescape(token["name"]), token["id"]))
            walk(token["children"])

    walk(getattr(renderer(), "toc_tokens", []))
    return found
