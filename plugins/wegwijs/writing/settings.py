"""Settings: what of `mkdocs.yml` the pages need when the generator it was written for is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wegwijs.problems import Problems
from wegwijs.source import read_data

WORDS: Mapping[str, object] = {"true": True, "false": False}
STANDARD = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always has."""


@dataclass(frozen=True)
class Settings:
    """The name and place of the site, its menu and footer, and the extensions of its Markdown."""

    title: str = "Wegwijs in kwaliteit"
    url: str = ""
    language: str = "nl"
    edit_url: str = ""
    menu: tuple[tuple[str, str], ...] = ()
    footer: tuple[Mapping[str, str], ...] = ()
    extensions: tuple[str, ...] = STANDARD
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def read_settings(data: bytes) -> Settings:
    """Read `mkdocs.yml`; what it does not say has a value that works."""
    source = read_data("mkdocs.yml", data, Problems())
    meta: Mapping[str, Any] = source.meta if source else {}
    extensions = _named(meta.get("markdown_extensions") or ())
    ours = _named(meta.get("plugins") or ()).get("wegwijs", {})
    return Settings(
        title=meta.get("site_name") or Settings.title,
        url=meta.get("site_url") or "",
        language=(meta.get("theme") or {}).get("language") or Settings.language,
        edit_url=ours.get("bewerk_url") or "",
        menu=tuple(row for rows in meta.get("nav") or () for row in rows.items()),
        footer=tuple(ours.get("voet") or ()),
        extensions=tuple(dict.fromkeys((*STANDARD, *extensions))),
        options={
            name: {key: WORDS.get(value, value) for key, value in told.items()}
            for name, told in extensions.items()
            if told
        },
    )


def _named(rows: Any) -> dict[str, Any]:
    """A list of names, of which some have options, as names with options."""
    found: dict[str, Any] = {}
    for row in rows:
        found |= {name: told or {} for name, told in row.items()} if isinstance(row, Mapping) else {str(row): {}}
    return found
