"""Templates: what the templates of the site have in common: their words and icons, and their addresses. And that they are quick.

A page asks a template engine some seven hundred things; with a thousand pages it matters what each of them costs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context, select_autoescape
from jinja2.ext import Extension
from jinja2.runtime import Context as Values
from markupsafe import Markup, escape

from wegwijs.words import t

ICONS = "partials/icon.html"
_WORD = re.compile(r"\{\{ t\('([\w.]+)'\) \}\}")
_ICON = re.compile(r"\{\{ icon\('(\w+)'\) \}\}")


class Templates(Environment):
    """An environment for templates that do not change while a site is made, with the filters and globals of another one."""

    def __init__(self, other: Environment, **values: Any) -> None:
        extensions = [type(extension) for extension in other.extensions.values()]
        super().__init__(
            loader=other.loader,
            autoescape=select_autoescape(("html", "xml")),
            trim_blocks=other.trim_blocks,
            lstrip_blocks=other.lstrip_blocks,
            auto_reload=False,
            cache_size=-1,
            extensions=[*extensions, FixedParts],
        )
        self.filters.update(other.filters, url=url)
        self.globals.update(other.globals, t=t, **values)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dictionary: that of Jinja is a chain, which it walks in full for every partial of every page."""
        return {**self.globals, **(d or {})}


class FixedParts(Extension):
    """Puts words and icons that are the same on every page into a template when it is read, in place of asking for them on each page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """`{{ t('menu.knop') }}` becomes the word, `{{ icon('menu') }}` the drawing."""
        return _ICON.sub(self._icon, _WORD.sub(_word, source))

    def _icon(self, found: re.Match[str]) -> str:
        draw: Callable[[str], Markup] = getattr(self.environment.get_template(ICONS).module, "icon")  # noqa: B009 - its own name
        return draw(found[1])


def _word(found: re.Match[str]) -> str:
    word = t(found[1])
    return found[0] if "{" in word else escape(word)


@pass_context
def url(values: Values, address: str) -> str:
    """The filter `url`: an address below the root as seen from the page. What leads elsewhere stays as it is."""
    parts = _parts(address)
    if parts is None:
        return address
    page = values["page"]
    if not page:
        # A page without an address of its own, such as 404.html.
        return posixpath.join(values["base_url"], address or ".")
    here = _folders(page.url)
    # Seen from the pages beside it the way is the same, but for what lies below the page itself.
    return _way(here if parts[: len(here)] == here else (*here[:-1], ""), address)


@cache
def _way(here: tuple[str, ...], address: str) -> str:
    """From the folder of a page to an address; an empty name stands for any other than that of the address."""
    parts = _parts(address) or ()
    common = 0
    for one, other in zip(here, parts, strict=False):
        if one != other:
            break
        common += 1
    found = "../" * (len(here) - common) + "/".join(parts[common:])
    if found.endswith("/"):
        return found if address.endswith("/") else found[:-1]
    return f"{found or '.'}/" if address.endswith("/") else found or "."


@cache
def _parts(address: str) -> tuple[str, ...] | None:
    """The folders and the name of an address below the root; None for one that leads elsewhere."""
    told = urlsplit(address)
    if told.scheme or told.netloc or address.startswith(("/", "#")):
        return None
    return _split(address)


@cache
def _folders(page_url: str) -> tuple[str, ...]:
    """The folders in which a page stands, as a browser sees it."""
    folder, _, name = page_url.rpartition("/")
    return _split(folder if "." in name else page_url)


def _split(path: str) -> tuple[str, ...]:
    return tuple(part for part in posixpath.normpath(f"/{path}").split("/") if part)
