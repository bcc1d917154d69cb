"""Body: what a Markdown text holds, found without rendering it: sections, anchors, links, images and raw HTML, each with its place.

A quick scanner for checks on a thousand items in a second; rendering is for Python-Markdown. It knows fenced and indented code,
so that an example of a mistake is not taken for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify


@dataclass(frozen=True)
class Heading:
    """A heading with the anchor that Python-Markdown's toc will give it."""

    level: int
    title: str
    anchor: str
    line: int
    words: int = 0
    """Words of text between this heading and the next of the same or a higher level, deeper headings included."""


@dataclass(frozen=True)
class Reference:
    """A link or an image: where it points, what is read aloud for it, and where it stands in the file."""

    target: str
    text: str
    line: int
    column: int
    is_image: bool


@dataclass(frozen=True)
class Spot:
    """Something that stands somewhere in the text, shown as the author typed it."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Body:
    """The parts of a Markdown text that checks and views need."""

    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    raw_html: tuple[Spot, ...] = ()

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors a link may point at."""
        return frozenset(heading.anchor for heading in self.headings)

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The headings of the second level: the rhythm of a page."""
        return tuple(heading for heading in self.headings if heading.level == 2)


_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})(?:\s+|(?=[^#\s]))(.*?)\s*#*\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?[^}]*\}\s*$")
_CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_INLINE = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(<[^>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+[\"'(][^\n]*?)?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]]+)\]:\s*<?([^\s>]+)>?")
_AUTOLINK = re.compile(r"<((?:[a-zA-Z][a-zA-Z0-9+.-]*:)[^\s<>]*)>")
_HTML = re.compile(r"</?[a-zA-Z][^\s<>]*(?:\s[^<>]*)?>?|<!--|<\?|<![A-Za-z\[]|&(?:#\d+|#[xX][0-9a-fA-F]+);")
_INDENTED = re.compile(r"^(?: {4}|\t)")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s|^!!! |^\?\?\?\+? |^=== |^\[\^")
_MARKUP = re.compile(r"[*_`]+|!?\[([^\]]*)\]\([^)]*\)")


def read_body(text: str, first_line: int = 1) -> Body:
    """Scan a Markdown body that starts on `first_line` of its file."""
    scan = _Scan()
    fence = ""
    indented_text = False
    blank = True
    for number, line in enumerate(text.split("\n"), start=first_line):
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and line.strip() == found[1]:
                fence = ""
            continue
        if found:
            fence = found[1]
            continue
        if not line.strip():
            blank = True
            continue
        if _LIST.match(line):
            indented_text = True
        elif not _INDENTED.match(line):
            indented_text = False
        elif blank and not indented_text:
            continue  # indented code
        blank = False
        scan.line(line, number)
    return scan.body()


class _Scan:
    def __init__(self) -> None:
        self._headings: list[Heading] = []
        self._counts: list[int] = []
        self._references: list[Reference] = []
        self._html: list[Spot] = []
        self._taken: dict[str, int] = {}

    def line(self, line: str, number: int) -> None:
        found = _HEADING.match(line) if line.startswith("#") else None
        if found:
            title = _plain(_ATTRIBUTES.sub("", found[2]))
            self._headings.append(Heading(len(found[1]), title, self._anchor(title), number))
            self._counts.append(0)
        elif self._counts:
            self._counts[-1] += len(line.split())
        if "`" in line:
            line = _CODE_SPAN.sub(lambda code: " " * len(code[0]), line)
        if "[" in line:
            self._links(line, number)
        if "<" in line or "&#" in line:
            self._tags(line, number)

    def _links(self, line: str, number: int) -> None:
        for found in _INLINE.finditer(line):
            target = found[3].strip("<>")
            self._references.append(Reference(target, found[2].strip(), number, found.start() + 1, found[1] == "!"))
            # A linked image: the image stands inside the text of the link.
            for inner in _INLINE.finditer(found[2]) if "](" in found[2] else ():
                place = found.start(2) + inner.start() + 1
                self._references.append(
                    Reference(inner[3].strip("<>"), inner[2].strip(), number, place, inner[1] == "!")
                )
        definition = _DEFINITION.match(line)
        if definition:
            self._references.append(Reference(definition[2], definition[1], number, definition.start(2) + 1, False))

    def _tags(self, line: str, number: int) -> None:
        for found in _AUTOLINK.finditer(line):
            self._references.append(Reference(found[1], found[1], number, found.start() + 1, False))
        rest = _AUTOLINK.sub(lambda link: " " * len(link[0]), line)
        rest = _INLINE.sub(lambda link: " " * len(link[0]) if "](<" in link[0] else link[0], rest)
        for found in _HTML.finditer(rest):
            self._html.append(Spot(found[0], number, found.start() + 1))

    def _anchor(self, title: str) -> str:
        # Python-Markdown numbers a second heading with the same title: title, title_1, title_2.
        base = slugify(title, "-")
        count = self._taken.get(base)
        self._taken[base] = 0 if count is None else count + 1
        return base if count is None else f"{base}_{count + 1}"

    def body(self) -> Body:
        headings = []
        for index, heading in enumerate(self._headings):
            words = self._counts[index]
            for later, count in zip(self._headings[index + 1 :], self._counts[index + 1 :], strict=True):
                if later.level <= heading.level:
                    break
                words += count
            headings.append(Heading(heading.level, heading.title, heading.anchor, heading.line, words))
        return Body(tuple(headings), tuple(self._references), tuple(self._html))


def _plain(title: str) -> str:
    return _MARKUP.sub(lambda found: found[1] or "", title).strip()
