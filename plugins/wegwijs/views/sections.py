"""Sections: rendered text, cut at its headings of the second level."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from wegwijs.views.data import Section

_HEADING = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def split(html: str) -> tuple[Markup, tuple[Section, ...]]:
    """What stands before the first heading, and a section for each heading. `html` is sanitised HTML of Python-Markdown.

    A heading inside a list or a table would cut it in two; Markdown cannot make one at the second level there.
    """
    # The pieces are: text, then (id, title, text) for each heading.
    pieces = _HEADING.split(html)
    rows = zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
    sections = tuple(
        Section(id, unescape(_TAG.sub("", _without_link(title))), Markup(text.strip()))  # noqa: S704 - sanitised HTML
        for id, title, text in rows
    )
    return Markup(pieces[0].strip()), sections  # noqa: S704 - sanitised HTML


def _without_link(title: str) -> str:
    """The heading without the permalink that the toc extension may add."""
    return re.sub(r'<a class="headerlink".*?</a>', "", title)
