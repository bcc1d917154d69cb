"""Body: what a Markdown text holds, found without rendering it: sections, anchors, links, images and raw HTML, each with its place.

A quick scanner for checks on a thousand items in a second; rendering is for Python-Markdown. What is code is not looked into,
so that an example of a mistake is not taken for one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown import Markdown
from markdown.extensions.toc import slugify

from wegwijs.outline import Outline, RawHeading, outline
from wegwijs.sanitise import PlainMarkdown


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
    code: frozenset[int] = frozenset()
    """Lines that are code, which nobody reads as text."""

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors a link may point at."""
        return frozenset(heading.anchor for heading in self.headings)

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The headings of the second level: the rhythm of a page."""
        return tuple(heading for heading in self.headings if heading.level == 2)


_CODE_SPAN = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\]){0,1000})\]\(", re.DOTALL)
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')$")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ ]*<?([^\s>]+)>?", re.MULTILINE)
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
_MAIL = re.compile(r"<([^<>\s!:]+@[^@<>\s]+)>")
_HTML = re.compile(r"</?[a-zA-Z][^\s<>]*(?:\s[^<>]*)?>|<!--|<\?|<![A-Za-z\[]|&#(?:\d+|[xX][0-9a-fA-F]+);")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
_MARKUP = re.compile(r"[\\`*_\[\]<>&]")
_BRACKET = re.compile(r"[()]|\\.", re.DOTALL)
_NUMBERED = re.compile(r"^(.*)_([0-9]+)$")
MOST_TARGET = 2000
"""Characters of a link's target; the longest address a browser takes."""
MOST_BRACKETS = 10
"""Round brackets in each other in the target of a link."""


PATTERNS = {
    "code": _CODE_SPAN, "link": _LINK, "titel": _TITLE, "definitie": _DEFINITION,
    "adres": _AUTOLINK, "mail": _MAIL, "html": _HTML, "punt": _ITEM,
}  # fmt: skip
"""What the text is scanned with, for the form in the browser that scans it alike."""


def read_body(text: str, first_line: int = 1) -> Body:
    """Scan a Markdown body that starts on `first_line` of its file."""
    lines = text.split("\n")
    found = outline(lines)
    references: list[Reference] = []
    raw_html: list[Spot] = []
    for number, chunk in _chunks(lines, found.code):
        if "[" in chunk or "<" in chunk or "&#" in chunk:
            scan = _Chunk(chunk, first_line + number)
            references += scan.references()
            raw_html += scan.raw_html()
    code = frozenset(first_line + number for number in found.code)
    return Body(tuple(_headings(lines, found, first_line)), tuple(references), tuple(raw_html), code)


def _chunks(lines: list[str], code: set[int]) -> Iterator[tuple[int, str]]:
    """The text in pieces over which a link may run on, each with the number of its first line: paragraphs and list items."""
    start = 0
    for number, line in enumerate((*lines, "")):
        ends = number in code or number == len(lines) or not line or line.isspace()
        if ends or _ITEM.match(line) or line.startswith("#"):
            if number > start:
                yield start, "\n".join(lines[start:number])
            start = number + 1 if ends else number


def _headings(lines: list[str], found: Outline, first_line: int) -> list[Heading]:
    words = [0]
    for number, line in enumerate(lines):
        words.append(words[-1] + (0 if number in found.marks else len(line.split())))
    titles = [_title(heading) for heading in found.headings]
    made = []
    nearest = [len(lines)] * 7  # for each level the line of the next heading
    for heading, title, anchor in reversed(list(zip(found.headings, titles, _anchors(titles), strict=True))):
        end = min(nearest[: heading.level + 1])
        made.append(Heading(heading.level, title, anchor, first_line + heading.line, words[end] - words[heading.line]))
        nearest[heading.level] = heading.line
    return made[::-1]


def _anchors(titles: list[str]) -> Iterator[str]:
    """As toc's `unique` does it: a second title gets `_1`, and no anchor is given twice. `runs` only saves time."""
    taken: set[str] = set()
    runs: dict[str, int] = {}
    for title in titles:
        anchor = _slug(title)
        if not anchor or anchor in taken:
            numbered = _NUMBERED.match(anchor)
            base, count = (numbered[1], int(numbered[2])) if numbered else (anchor, 0)
            run = count <= runs.get(base, 0)
            count = (runs.get(base, 0) if run else count) + 1
            while f"{base}_{count}" in taken:
                count += 1
            if run:
                runs[base] = count
            anchor = f"{base}_{count}"
        taken.add(anchor)
        yield anchor


@lru_cache(4096)
def _slug(title: str) -> str:
    return str(slugify(title, "-"))  # most headings stand in many items


class _Chunk:
    """One piece of text, code in it blanked, in which a place is a line and a column of the file."""

    def __init__(self, text: str, line: int) -> None:
        self._line = line
        self._typed = text
        self._text = _CODE_SPAN.sub(lambda code: re.sub(r"\S", " ", code[0]), text) if "`" in text else text

    def _place(self, index: int) -> tuple[int, int]:
        return self._line + self._typed.count("\n", 0, index), index - self._typed.rfind("\n", 0, index)

    def references(self) -> Iterator[Reference]:
        """Links and images, also an image inside a link, and addresses between pointed brackets."""
        if "[" in self._text:
            yield from self._links(0, len(self._text))
            for found in _DEFINITION.finditer(self._text):
                yield Reference(found[2], found[1], *self._place(found.start(2)), False)
        for pattern, scheme in ((_AUTOLINK, ""), (_MAIL, "mailto:")):
            for found in pattern.finditer(self._text) if "<" in self._text else ():
                yield Reference(scheme + found[1], found[1], *self._place(found.start()), False)

    def _links(self, start: int, end: int) -> Iterator[Reference]:
        for found in _LINK.finditer(self._text, start, end):
            target = _target(self._text, found.end())
            if target is not None:
                words = " ".join(found[2].split())
                yield Reference(target, words, *self._place(found.start()), found[1] == "!")
            if "](" in found[2]:
                yield from self._links(found.start(2), found.end(2))

    def raw_html(self) -> Iterator[Spot]:
        """Tags, comments and signs written as a number."""
        for found in _HTML.finditer(self._text):
            if not _AUTOLINK.match(found[0]) and not _MAIL.match(found[0]) and self._text[: found.start()][-2:] != "](":
                yield Spot(found[0], *self._place(found.start()))


def _target(text: str, start: int) -> str | None:
    """Where a link leads: what stands up to the bracket that closes it, without a title behind it; None when nothing closes it."""
    depth = 1
    for sign in _BRACKET.finditer(text, start, start + MOST_TARGET):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if depth == 0:
            return _TITLE.sub("", text[start : sign.start()].strip()).strip("<>")
        if depth > MOST_BRACKETS:
            break
    return None


def _title(heading: RawHeading) -> str:
    """The words of a heading without emphasis, code and links, as Python-Markdown reads them."""
    return " ".join((_rendered(heading.title) if _MARKUP.search(heading.title) else heading.title).split())


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=["toc", PlainMarkdown()])


@lru_cache(2048)
def _rendered(title: str) -> str:
    if len(title) > 300:  # nobody writes this; a title of a thousand brackets would take long
        return title
    found = _markdown()
    found.reset().convert(f"# {title}")
    tokens: list[dict[str, str]] = getattr(found, "toc_tokens", [])
    return html.unescape(tokens[0]["name"]) if tokens else title
