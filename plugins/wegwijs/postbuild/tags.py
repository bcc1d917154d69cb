"""Tags: what there is to check in a page, in one pass, for pages of our own templates. The Nu checker says whether the HTML is valid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

_PIECE = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|title|textarea)\b([^>]*)>(.*?)</\1\s*>"
    r"|<([a-zA-Z][\w:-]*)((?:[^>\"']+|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_TELLING = re.compile(r"\b(?:id|href|src|srcset|name|action|data-[\w-]+|poster|content|lang|rel)\s*=")
LOADING = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "image": ("href",),
    "use": ("href",),
}
"""What a browser fetches without being asked."""
LOADING_RELATIONS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect"})


@dataclass(frozen=True)
class Reference:
    """An address in a page: where it leads, and whether the browser fetches it by itself."""

    address: str
    tag: str
    loads: bool = False
    is_meant: bool = False
    """Whether a copy on disk may have it although it is the site's own address on the web."""


@dataclass(frozen=True)
class Tags:
    """What one page says about itself."""

    lang: str
    title: str
    headings: int
    """How many h1 it has."""
    description: str
    is_hidden: bool
    """Whether search engines are asked to pass it by: it is reached from paper, or from another site."""
    ids: Counter[str]
    states: frozenset[str]
    """First names of what may stand after the # for a script to read, as `v` in `#v=…`; the page says so in `data-state`."""
    references: tuple[Reference, ...]


def read_tags(html: str) -> Tags:
    """Read a page."""
    lang, title, description, headings, hidden = "", "", "", 0, False
    ids: Counter[str] = Counter()
    states: set[str] = set()
    found: list[Reference] = []
    for piece in _PIECE.finditer(html):
        tag = (piece[4] or piece[1] or "").lower()
        if tag == "h1":
            headings += 1
        elif tag == "title" and not title:
            title = (piece[3] or "").strip()
        values, references = _told(tag, piece[5] or piece[2] or "")
        if not values:
            continue
        if "id" in values:
            ids[values["id"]] += 1
        if "data-state" in values:
            states.add(values["data-state"])
        if tag == "html":
            lang = values.get("lang", "")
        elif tag == "meta":
            name = values.get("name", "")
            description = values.get("content", "") if name == "description" else description
            hidden = hidden or (name == "robots" and "noindex" in values.get("content", ""))
            if values.get("http-equiv", "").lower() == "refresh":
                found.append(Reference(values.get("content", "").partition("url=")[2], tag))
        else:
            found += references
    return Tags(lang, title, headings, description, hidden, ids, frozenset(states), tuple(found))


@lru_cache(maxsize=100_000)
def _told(tag: str, attributes: str) -> tuple[Mapping[str, str], tuple[Reference, ...]]:
    """What a tag says, when there is something to check in it. The frame of a site is on every page, letter for letter."""
    if not attributes or not _TELLING.search(attributes):
        return {}, ()
    values = {row[0].lower(): unescape(row[1] or row[2] or row[3]) for row in _ATTRIBUTE.findall(attributes)}
    return values, tuple(_references(tag, values))


def _references(tag: str, values: Mapping[str, str]) -> list[Reference]:
    found = []
    for name in LOADING.get(tag, ()):
        if name in values:
            found += [Reference(address, tag, loads=True) for address in _addresses(name, values[name])]
    if tag == "link":
        loads = bool(LOADING_RELATIONS & set(values.get("rel", "").split()))
        found.append(Reference(values.get("href", ""), tag, loads))
    elif tag in ("a", "area"):
        if "href" in values:
            found.append(
                Reference(
                    values["href"], tag, is_meant="data-online" in values or "noreferrer" in values.get("rel", "")
                )
            )
    elif tag == "form" and "action" in values:
        found.append(Reference(values["action"], tag))
    # Scripts of the site are told in data attributes which data to load.
    found += [
        Reference(value, tag, loads=True)
        for name, value in values.items()
        if name.startswith("data-") and value.endswith(".js")
    ]
    return found


def _addresses(name: str, value: str) -> list[str]:
    if name != "srcset":
        return [value]
    return [part.split()[0] for part in value.split(",") if part.strip()]
