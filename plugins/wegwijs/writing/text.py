"""Text: the Markdown of a page as safe HTML, with its links leading where the pages are; what MkDocs and the edge do together."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape

from markdown import Markdown

from wegwijs.addresses import GLOSSARY, relative
from wegwijs.glossary import Glossary
from wegwijs.sanitise import PlainMarkdown, sanitise
from wegwijs.views.begrippen import glossary_of
from wegwijs.views.context import Context
from wegwijs.writing.settings import Settings

_LINK = re.compile(r'(\s(?:href|src)=")([^"]+)(")')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|/")


class Texts:
    """Renders texts, one after the other."""

    def __init__(self, context: Context, settings: Settings) -> None:
        self.context = context
        self.glossary: Glossary = glossary_of(context.catalogue)
        options = {name: dict(told) for name, told in settings.options.items()}
        self.markdown = Markdown(extensions=[*settings.extensions, PlainMarkdown()], extension_configs=options)

    def html(self, site_path: str, markdown: str) -> str:
        """The text of the page at a path."""
        if not markdown.strip():
            return ""
        here = self.context.address(site_path)
        html = sanitise(self.markdown.reset().convert(markdown))
        html = _LINK.sub(
            lambda found: f"{found[1]}{escape(self._leads(site_path, here, unescape(found[2])))}{found[3]}", html
        )
        return self.glossary.link(html, relative(self.context.address(GLOSSARY), here))

    def _leads(self, site_path: str, here: str, address: str) -> str:
        """Authors link to files, `../instruments/x.md`; readers need the address of the page."""
        if _OUTSIDE.match(address):
            return address
        path, rest = re.match(r"([^?#]*)(.*)", address).groups()  # type: ignore[union-attr]
        below = posixpath.normpath(posixpath.join(posixpath.dirname(site_path), path))
        return relative(self.context.address(below) if below.endswith(".md") else below, here) + rest
