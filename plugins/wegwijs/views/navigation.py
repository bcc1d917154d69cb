"""Navigation: the menu and the footer. Sections are in the menu, items never: a thousand entries on a thousand pages cost minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wegwijs.views.data import Link


@dataclass(frozen=True)
class MenuLink:
    """A section in the menu; `active` when the reader is in it."""

    title: str
    url: str
    active: bool


def navigation(menu: tuple[tuple[str, str], ...], path: str, address: Callable[[str], str]) -> tuple[MenuLink, ...]:
    """The menu as seen from the page at `path`. `menu` has the title and the path of each section's first page."""
    return tuple(MenuLink(title, address(first), _is_within(path, first)) for title, first in menu)


def _is_within(path: str, first: str) -> bool:
    folder = first.removesuffix("index.md")
    return path == first or (bool(folder) and folder != first and path.startswith(folder))


def footer_links(rows: Iterable[Mapping[str, str]], address: Callable[[str], str]) -> tuple[Link, ...]:
    """The links of the footer as the configuration names them."""
    return tuple(Link(title, address(path)) for row in rows for title, path in row.items())
