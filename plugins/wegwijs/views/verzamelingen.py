"""Verzamelingen: the page of one's own collection, the kit for ambassadeurs, and the pages of the editors' collections."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from wegwijs.addresses import COLLECTION, KIT, QUESTION_PREFIX, of_element
from wegwijs.catalogue import Page
from wegwijs.documents import Verzameling
from wegwijs.documents.verzameling import Stuk
from wegwijs.model import Element
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.items import main_mark
from wegwijs.views.kaartjes.colours import ASSETS
from wegwijs.views.page import SitePage
from wegwijs.views.sections import split
from wegwijs.views.stukken import FOLDER
from wegwijs.views.vragen import piece_of
from wegwijs.words import plural, t

STYLES = ("tokens", "base", "parts", "prose", "pages", "model-pages", "print", "boekje")
"""The stylesheets that go into a collection saved as a file, in the order of a page."""

SCRIPT_WORDS = (
    "vraag_uit", "onbekend", "onbekend_zin", "plaats", "weg", "leeg", "over", "van_ander", "jouw", "inhoud", "gemaakt", "bij_dit_stuk",
    "lees_verder", "open", "bevat", "meer", "scan"
)  # fmt: skip
"""Sentences with their `{places}` still open, for the scripts of both pages."""
KIT_WORDS = (
    "zo_poster", "zo_hand-out", "zo_dia", "zo_labels", "zo_tekst", "scan_alles", "logo", "logo_fout",
    "mail_hallo", "mail_begin", "mail_alles", "mail_groet", "gekopieerd_kort"
)  # fmt: skip


@dataclass(frozen=True)
class CollectionView:
    """The page of one's own collection, and that of the kit."""

    title: str
    summary: str
    words: str
    """JSON of the sentences that the script needs."""
    online: str
    """The complete address of the page, to which a collection is added."""
    pieces: str
    """Where the scripts of the pieces are."""
    other: data.Link
    """From the collection to the kit, and back."""
    cards: data.Link
    made: tuple[data.Card, ...]
    """The collections of the editors."""


@dataclass(frozen=True)
class Entry:
    """A piece of a collection on the page of the editors."""

    title: str
    url: str
    kind: str
    sentence: str
    why: str
    facts: tuple[str, ...]
    mark: data.Mark | None
    piece: str


@dataclass(frozen=True)
class EditorsView:
    """A collection of the editors."""

    kind_title: str
    title: str
    summary: str
    count: str
    entries: tuple[Entry, ...]
    sections: tuple[data.Section, ...]
    open: data.Link
    """The same collection on the page where one can change, print and share it."""
    kit: data.Link
    all: data.Link
    proposal_note: str
    mark: data.Mark | None


def pages(context: Context) -> Iterator[SitePage]:
    """The page of one's own collection and that of the kit."""
    title, summary = t("verzameling.titel"), t("verzameling.samenvatting")
    yield SitePage(COLLECTION, title, summary, "", "verzameling.html", lambda _html: _view(context, COLLECTION, KIT, "verzameling"))
    title, summary = t("kit.titel"), t("kit.samenvatting")
    yield SitePage(KIT, title, summary, "", "kit.html", lambda _html: _view(context, KIT, COLLECTION, "kit"))


def _view(context: Context, path: str, other: str, words: str) -> CollectionView:
    script = {key: t(f"verzameling.script.{key}") for key in SCRIPT_WORDS}
    if path == KIT:
        script |= {key: t(f"kit.script.{key}") for key in KIT_WORDS}
        script |= {"gekopieerd": t("delen.gekopieerd"), "niet_gekopieerd": t("delen.niet_gekopieerd")}
    return CollectionView(
        title=t(f"{words}.titel"),
        summary=t(f"{words}.samenvatting"),
        words=json.dumps(
            {**script, "site": context.site_title, "kort": context.short(context.site_url)}, ensure_ascii=False
        ),
        online=context.permalink(None, COLLECTION),
        pieces=f"{FOLDER}/",
        other=data.Link(t(f"{words}.ander"), context.address(other)),
        cards=data.Link(t("verzameling.kaarten"), context.address("gesprekskaarten/index.md")),
        made=tuple(context.way_in(page) for page in context.catalogue.of_kind("verzameling")),
    )


def editors_view(context: Context, page: Page, html: str) -> EditorsView:
    """Everything the page of an editors' collection prints. `html` is the sanitised running text."""
    meta = page.meta
    assert isinstance(meta, Verzameling)
    entries = tuple(entry for row in meta.stukken if (entry := _entry(context, row)))
    chosen = f"#{address_of(meta.titel, meta.samenvatting, [(entry.piece, entry.why) for entry in entries])}"
    return EditorsView(
        kind_title=t("soort_item.verzameling.een"),
        title=meta.titel,
        summary=meta.samenvatting,
        count=plural("verzameling.stukken", len(entries)),
        entries=entries,
        sections=split(html)[1],
        open=data.Link(t("verzameling.open"), context.address(COLLECTION) + chosen),
        kit=data.Link(t("verzameling.ander"), context.address(KIT) + chosen),
        all=data.Link(t("soort_item.verzameling.meer"), context.address("verzamelingen/index.md")),
        proposal_note=t("voorstel.uitleg") if meta.voorstel_redactie else "",
        mark=next((entry.mark for entry in entries if entry.mark), None),
    )


def address_of(title: str, note: str, pieces: list[tuple[str, str]]) -> str:
    """A collection as it stands in an address. The same format as `encode` in save.js; a test holds the two together."""

    def plain(text: str) -> str:
        return quote(text, safe="!~*'(),:? ").replace(" ", "+")

    found = [f"v={'.'.join(piece for piece, _note in pieces)}"]
    found += [f"t={plain(title)}"] if title else []
    found += [f"n={plain(note)}"] if note else []
    found += [f"n{place}={plain(text)}" for place, (_piece, text) in enumerate(pieces, start=1) if text]
    return "&".join(found)


def _entry(context: Context, row: Stuk) -> Entry | None:
    page = context.catalogue.items.get(row.item or "")
    if page:
        card = context.card(page)
        kind = " · ".join(dict.fromkeys(part for part in (card.kind_title, card.sort_title) if part))
        facts = tuple(part for part in (card.for_whom, card.duration, card.group) if part)
        mark = main_mark(context, page, card.marks)
        return Entry(card.title, card.url, kind, card.summary, row.waarom or "", facts, mark, card.code)
    element = context.catalogue.model.elements.get(row.element or "")
    return _of_element(context, element, row) if element else None


def _of_element(context: Context, element: Element, row: Stuk) -> Entry | None:
    layer = context.catalogue.model.layers[element.layer]
    url, mark, why = context.address(of_element(element)), context.marks[layer.id], row.waarom or ""
    piece = piece_of(element.shape.code, row.vraag or "")
    if not row.vraag:
        return Entry(element.title, url, layer.shape.enkelvoud, element.shape.kern, why, (), mark, piece)
    question = next((each for each in element.questions if each.id == row.vraag), None)
    if question is None:
        return None
    kind = t("verzameling.vraag_uit", deel=element.title)
    return Entry(question.vraag, f"{url}#{QUESTION_PREFIX}{question.id}", kind, question.doel, why, (), mark, piece)


def files(_context: Context) -> Mapping[str, bytes]:
    """The looks of a collection that is saved as a file, typeface included, so that it opens anywhere."""
    face = base64.b64encode((ASSETS / "fonts/atkinson-hyperlegible-next.woff2").read_bytes()).decode()
    sheets = []
    for name in STYLES:
        text = re.sub(r"/\*.*?\*/", "", (ASSETS / f"css/{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"\s*\n\s*", "\n", text).strip()
        sheets.append(f"@media print{{\n{text}\n}}" if name == "print" else text)
    style = "\n".join(sheets).replace("../fonts/atkinson-hyperlegible-next.woff2", f"data:font/woff2;base64,{face}")
    return {f"{FOLDER}/stijl.js": f"window.wegwijsStijl={json.dumps(style, ensure_ascii=False)};\n".encode()}
