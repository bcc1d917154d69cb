"""Records: what there is to find, as plain text per field: items, parts of the model with their questions, and pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wegwijs import addresses
from wegwijs.body import Body
from wegwijs.catalogue import Catalogue, Page, facet_values
from wegwijs.documents.kinds import PAGE
from wegwijs.fields import Shape
from wegwijs.model import Element, Model
from wegwijs.views.items import PARTS
from wegwijs.words import t


@dataclass(frozen=True)
class Section:
    """A part of a page that has its own address."""

    anchor: str
    """Empty for what stands above the first heading."""
    title: str
    text: str
    is_question: bool = False


@dataclass(frozen=True)
class Record:
    """One thing to find."""

    path: str
    """The page, as the path of its Markdown file below the site root."""
    title: str
    kind: str
    kind_title: str
    status: str
    summary: str
    keywords: str
    facets: str
    sections: tuple[Section, ...]


LEAD_FIELDS = ("doel", "vraag", "voor_wie", "vooraf", "je_leert", "pad", "instrumenten", "stukken", "makers", "uitgever", "jaar", "naam")
"""Metadata that a page shows above its text."""
KEYWORD_FIELDS = ("zoekwoorden", "woorden", "ook", "ronde")
PART_FIELDS = {"stappen": ("stappen", "programma"), "nodig": ("nodig", "aan_tafel"), "opbrengst": ("levert_op",)}
"""Metadata that a page shows below one of its headings; `PARTS` of the views says which."""
SPOKEN = ("titel", "uitleg", "wie", "taak", "school", "context", "aangepast", "opbrengst", "waarom", "naam")
"""The fields of a group of metadata that readers see as text."""
FACETS = ("thema", "soort", "rol", "fase")

Generated = tuple[str, str, str]
"""Path, title and summary of a page."""

_LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_BEGIN = re.compile(r"(?:[-+>#]+|\d+\.|(?:!!!|\?\?\?\+?|===)(?: *[a-z]+(?= *\"))?)\s+|[\s:-]+$")
"""What a line of Markdown begins with before its text; a row of dashes below the head of a table has none."""


def plain(markdown: str) -> str:
    """Markdown as the words a reader sees. Lines stay lines."""
    text = _LINK.sub(r"\1", markdown) if "[" in markdown else markdown
    text = text.replace("*", "").replace("`", "").replace("|", " ")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def records(catalogue: Catalogue, generated: Iterable[Generated] = ()) -> tuple[Record, ...]:
    """Everything that can be found, by path, so that the same content gives the same index.

    `generated` are pages without a text of their own that readers may look for, such as a timeline.
    """
    model = catalogue.model
    found = [_of_page(catalogue, page) for page in catalogue.pages if page.site_path != "index.md"]
    for layer in model.layers.values():
        found.append(_of_layer(addresses.of_layer(layer), layer.title, layer.shape.vraag))
        found += [_of_element(element, layer.shape.enkelvoud) for element in layer.elements]
    if model.layers:
        found.append(_of_layer(addresses.TOOLBOX, model.title, model.core))
    if model.terms:
        found.append(_glossary(model))
    found += [replace(_of_layer(*row), kind=PAGE.id, kind_title=t("zoek.pagina")) for row in generated]
    written = {record.path: record for record in reversed(found)}
    return tuple(written[path] for path in sorted(written))


def _of_page(catalogue: Catalogue, page: Page) -> Record:
    meta: Any = page.meta
    values = _facet_words(catalogue, page) if _named(meta, ("elementen",)) else ""
    sections = _sections(page.source.body, page.source.body_line, page.body, lambda title: _part(meta, PARTS.get(title, "")))
    lead = _fields(meta, LEAD_FIELDS)
    if lead:
        sections.insert(0, Section("", "", lead))
    if getattr(meta, "ervaringen", ()):
        sections.append(Section("ervaringen", t("item.ervaringen"), text_of(meta.ervaringen)))
    if not any(PARTS.get(section.title) == "stappen" for section in sections) and _part(meta, "stappen"):
        sections.append(Section("stappen", t("item.stappen"), _part(meta, "stappen")))
    return Record(
        path=page.site_path,
        title=page.title,
        kind=page.kind.id,
        kind_title=_kind_title(page),
        status=getattr(meta, "status", "actueel"),
        summary=getattr(meta, "samenvatting", None) or "",
        keywords=_fields(meta, KEYWORD_FIELDS),
        facets=values,
        sections=tuple(sections),
    )


def _kind_title(page: Page) -> str:
    if page.kind is PAGE:
        return t("zoek.pagina")
    return t(f"soort_item.{getattr(page.meta, 'vorm', page.kind.id)}.een")


def _facet_words(catalogue: Catalogue, page: Page) -> str:
    """The readers' words for what a page is about: its facet values with their other names, and the parts of the model it touches."""
    meta: Any = page.meta
    words = []
    own = _named(meta, FACETS)
    for id, facet in catalogue.model.facets.items():
        chosen = getattr(meta, id) if id in own else facet_values(page, id) if _named(meta, ("facetten",)) else ()
        for value in chosen if id in FACETS else ():
            if value in facet.values:
                words += [facet.values[value].title, *facet.values[value].aliases]
    touched = [*meta.elementen.bron, *meta.elementen.redactie]
    words += [catalogue.model.elements[id].title for id in touched if id in catalogue.model.elements]
    return " \n".join([*words, *filter(None, [_fields(meta, ("herkomst",))])])


def _part(meta: Shape, part: str) -> str:
    return _fields(meta, PART_FIELDS.get(part, ()))


def _named(meta: Shape, names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields a document has of those in a table."""
    return _named_in(type(meta), names)


@cache
def _named_in(shape: type[Shape], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in shape.model_fields)


def _fields(meta: Shape, names: tuple[str, ...]) -> str:
    """The text of some fields, as far as the class has them and the author filled them in."""
    return " \n".join(filter(None, [text_of(getattr(meta, name)) for name in _named(meta, names)]))


def text_of(value: Any) -> str:
    """What readers see of a metadata value, a line for each piece."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " \n".join(filter(None, map(text_of, value)))
    if isinstance(value, Shape):
        pieces = [text_of(getattr(value, name)) for name in _named(value, SPOKEN)]
        return ". ".join(piece.rstrip(".") for piece in pieces if piece) + "."
    return str(value) if isinstance(value, int) else ""


def _sections(markdown: str, first_line: int, body: Body, extra: Callable[[str], str] = lambda _title: "") -> list[Section]:
    """The text cut at its headings of the second and third level."""
    lines = plain(markdown).split("\n")
    starts = [(heading.line - first_line, heading) for heading in body.headings if heading.level in (2, 3)]
    ends = [*(start for start, _ in starts[1:]), len(lines)]
    found = []
    before = _joined(lines[: starts[0][0]] if starts else lines)
    if before:
        found.append(Section("", "", before))
    for (start, heading), end in zip(starts, ends, strict=False):
        text = _joined(lines[start + 1 : end])
        more = extra(heading.title)
        found.append(Section(heading.anchor, heading.title, f"{text} \n{more}" if more else text))
    return found


def _joined(lines: list[str]) -> str:
    return "\n".join([_BEGIN.sub("", line, 1) if line[0] in _SIGNS else line for raw in lines if (line := raw.strip())])


_SIGNS = frozenset("-+>#!?=:0123456789")


def _of_element(element: Element, kind_title: str) -> Record:
    shape = element.shape
    sections = _sections(element.source.body, element.source.body_line, element.body)
    sections += [
        Section(f"{addresses.QUESTION_PREFIX}{row.id}", row.vraag, row.doel, is_question=True) for row in element.questions
    ]
    status = "actueel" if element.is_current else "historisch"
    path, aliases = addresses.of_element(element), " \n".join(shape.ook)
    return Record(path, element.title, "element", kind_title, status, shape.kern, aliases, "", tuple(sections))


def _glossary(model: Model) -> Record:
    sections = tuple(Section(id, row.term, " \n".join((row.uitleg, *row.ook))) for id, row in model.terms.items())
    title, summary = t("begrippen.titel"), t("begrippen.samenvatting")
    return Record(addresses.GLOSSARY, title, PAGE.id, t("zoek.pagina"), "actueel", summary, "", "", sections)


def _of_layer(path: str, title: str, summary: str) -> Record:
    return Record(path, title, "laag", t("zoek.laag"), "actueel", summary, "", "", ())


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that are indexed, each with its text."""
    yield "title", record.title
    yield "keywords", record.keywords
    yield "summary", record.summary
    yield "facets", record.facets
    yield "questions", " \n".join(section.title for section in record.sections if section.is_question)
    yield "headings", " \n".join(section.title for section in record.sections if not section.is_question)
    yield "body", " \n".join(section.text for section in record.sections)
