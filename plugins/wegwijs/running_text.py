"""Running text: what makes Python-Markdown quick on it. The HTML that comes out is the same, letter for letter.

Python-Markdown looks with each of its seventeen inline patterns through each piece of text, and in most pieces no sign stands that any
of them begins with. And it looks up and makes every extension again for each page, where one of each will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

MEANING = re.compile(r"[`\\\[&<*_]|  \n")
"""What each of the known patterns begins with; two spaces before the end of a line make a new one."""

KNOWN = frozenset(
    "backtick escape reference link image_link image_reference short_reference short_image_ref autolink automail linebreak html entity "
    "not_strong em_strong em_strong2 footnote".split()
)
"""The inline patterns of which that is known. With any other one every piece of text is looked through as ever."""


class _LeaveAlone(Treeprocessor):
    """Marks the pieces of text in which nothing can be found, in the way that Python-Markdown has for it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not MEANING.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not MEANING.search(element.tail):
                element.tail = AtomicString(element.tail)


class QuickText(Extension):
    """Passes over text without signs that mean anything. Comes after the extensions that add or take away patterns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register, just before the inline patterns."""
        if sum(name in md.inlinePatterns for name in KNOWN) == len(md.inlinePatterns):
            md.treeprocessors.register(_LeaveAlone(md), "wegwijs-quick-text", 21)


def made_once(extensions: Iterable[str | Extension], settings: Mapping[str, dict[str, Any]]) -> list[Extension]:
    """The extensions themselves in place of their names; pages are rendered one after the other, so they can share them."""
    builder = Markdown()
    return [
        builder.build_extension(extension, settings.get(extension, {})) if isinstance(extension, str) else extension
        for extension in extensions
    ]
