"""Page: a page before it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class SitePage:
    """What a site generator needs to make a page, and how its view is made once the text is rendered."""

    path: str
    """The Markdown file below the site root, which decides the address."""
    title: str
    description: str
    markdown: str
    template: str
    view: Callable[[str], object]
    """Makes the view from the page's rendered and sanitised text."""
