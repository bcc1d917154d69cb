"""Context: what every view needs besides the catalogue, and the small pieces that many views share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from wegwijs.addresses import of_code, of_element, of_layer, url_of
from wegwijs.catalogue import Catalogue, Page, elements_touched, facet_values
from wegwijs.documents import Bron
from wegwijs.edition import Edition
from wegwijs.formulier.deuren import Doors
from wegwijs.keuzehulp import Keuzehulp, read_helper
from wegwijs.ledger.holders import Register, register_of
from wegwijs.model import Element, Layer
from wegwijs.problems import Problems
from wegwijs.qr import QrCodes
from wegwijs.views import data, formats
from wegwijs.views.ervaringen import proven_word
from wegwijs.views.figure import figure_of
from wegwijs.views.kaart import Mini, SmallMap, small
from wegwijs.words import t

LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.nl",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.nl",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    "Alle rechten voorbehouden": "",
}


@dataclass(frozen=True, eq=False)
class Context:
    """The catalogue with how this site is published. `address` turns the file of a page into its address below the root."""

    catalogue: Catalogue
    address: Callable[[str], str]
    site_title: str = ""
    site_url: str = ""
    """Where the site stands on the web, with a slash at the end; empty when nobody knows yet."""
    edit_url: str = ""
    """Where a file can be edited, up to its path in the project; empty when editing is not offered."""
    doors: Doors = Doors()
    """Where a contribution can go, besides the package that everybody can make."""
    sizes: dict[str, int] = field(default_factory=dict)
    today: date | None = None
    """The day on which the site is made, for what must be looked at again; the core itself has no clock."""
    has_policy: bool = False
    """Whether pages carry a Content-Security-Policy, for pages that the core renders itself."""
    has_cards: bool = False
    """Whether the pictures for link previews are made; they cost time, so a preview goes without."""
    has_pictures: bool = False
    """Whether the build takes the pictures for the manual, for which it needs a browser."""

    edition: Edition = field(default_factory=Edition)
    """Which edition is being made."""

    def online(self, site_path: str) -> str:
        """The whole address of a page on the web, also in a copy on disk."""
        return self.site_url + url_of(site_path).removeprefix("./")

    def permalink(self, code: str | None, site_path: str) -> str:
        """The lasting address: that of the short code, or of the page when it has no code yet. Always the online one, also in a copy."""
        return self.site_url + url_of(of_code(code) if code else site_path).removeprefix("./")

    @cached_property
    def register(self) -> Register:
        """Every code and address there is or was."""
        return register_of(self.catalogue)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The short code of each page that has one, by online address."""
        return {holder.address: code for code, holder in self.register.present.items()}

    @cached_property
    def helper(self) -> Keuzehulp | None:
        """The weights of the keuzehulp; None when the site has none. Faults in the file are told by the check."""
        return read_helper(self.catalogue.tree, Problems())[0]

    @cached_property
    def by_site_path(self) -> dict[str, Page]:
        """The pages of `content/` by their file below it."""
        return {page.site_path: page for page in self.catalogue.pages}

    @cached_property
    def elements_by_path(self) -> dict[str, Element]:
        """The parts of the model by the file of their page."""
        return {of_element(element): element for element in self.catalogue.model.elements.values()}

    @cached_property
    def qr(self) -> QrCodes:
        """What draws QR codes."""
        return QrCodes()

    def short(self, permalink: str) -> str:
        """An address as people read it aloud: without the scheme and the last slash."""
        return permalink.split("://", 1)[-1].rstrip("/")

    @cached_property
    def small_map(self) -> SmallMap | None:
        """The map in small, which many pages mark; None for a model of which nothing is drawn."""
        layers = self.catalogue.model.layers.values()
        drawn = any(layer.is_drawn and layer.elements for layer in layers)
        return small(figure_of(self.catalogue, self.address, counted=False)) if drawn else None

    def mini(self, current: frozenset[str]) -> Mini | None:
        """The small map with these parts marked."""
        return self.small_map.mark(current) if self.small_map else None

    @cached_property
    def marks(self) -> dict[str, data.Mark]:
        """The signpost of each layer."""
        return {id: self._mark(layer) for id, layer in self.catalogue.model.layers.items()}

    def _mark(self, layer: Layer) -> data.Mark:
        return data.Mark(layer.id, layer.shape.letter, layer.shape.kleur, layer.title, self.address(of_layer(layer)))

    def status(self, id: str) -> data.Status:
        """A status with the line that explains it."""
        return data.Status(id, t(f"status.{id}.titel"), t(f"status.{id}.uitleg"), id != "actueel")

    def facet_titles(self, page: Page, facet: str) -> tuple[str, ...]:
        """The readers' words for what an item has of a facet."""
        found = self.catalogue.model.facets.get(facet)
        return tuple(found.title_of(value) for value in facet_values(page, facet)) if found else ()

    def touched_layers(self, page: Page) -> tuple[data.Mark, ...]:
        """The layers an item touches, in the order of the model."""
        elements = {id for id, _basis, _path in elements_touched(page)}
        found = {self.catalogue.model.elements[id].layer for id in elements if id in self.catalogue.model.elements}
        return tuple(
            mark for id, mark in self.marks.items() if id in found and self.catalogue.model.layers[id].is_drawn
        )

    def card(self, page: Page, *, reason: str = "", basis: str = "") -> data.Card:
        """An item at a glance; with a reason for being there, it also says on which niveaus it plays."""
        if page.path not in self._cards:
            self._cards[page.path] = self._card(page)
        card = self._cards[page.path]
        if not reason and not basis:
            return card
        title = t(f"basis.{basis}") if basis else ""
        return replace(card, reason=reason, basis=basis, basis_title=title, levels=facet_values(page, "niveau"))

    def _card(self, page: Page) -> data.Card:
        item = page.item
        return data.Card(
            kind_id=page.kind.id,
            kind_title=t(f"soort_item.{page.kind.id}.een"),
            sort_title=self.sort_title(page),
            title=item.titel,
            url=self.address(page.site_path),
            summary=item.samenvatting,
            for_whom=formats.listing(self.facet_titles(page, "rol"), most=2),
            duration=formats.duration(getattr(item, "duur", None)) or self._period(page),
            group=formats.people(getattr(item, "groep", None)),
            status=self.status(item.status),
            marks=self.touched_layers(page),
            proven=proven_word(item),
            code=item.code or "",
        )

    def way_in(self, page: Page) -> data.Card:
        """A theme, a role or a situation at a glance: a title and a sentence, because it is no item itself."""
        return data.Card(
            kind_id=page.kind.id,
            kind_title=t(f"soort_item.{page.kind.id}.een"),
            sort_title="",
            title=page.title,
            url=self.address(page.site_path),
            summary=getattr(page.meta, "samenvatting", None) or "",
            for_whom="",
            duration="",
            group="",
            status=self.status("actueel"),
            marks=self.touched_layers(page),
            code="" if page.kind.id == "verzameling" else getattr(page.meta, "code", None) or "",
        )

    @cached_property
    def _cards(self) -> dict[str, data.Card]:
        return {}

    def _period(self, page: Page) -> str:
        period = getattr(page.meta, "periode", None)
        if period:
            return f"{period.van}–{period.tot}" if period.tot and period.tot != period.van else str(period.van)
        year = getattr(page.meta, "jaar", None)
        return str(year) if year else ""

    def sort_title(self, page: Page) -> str:
        """What sort of thing it is, in one word."""
        sheet = getattr(page.meta, "blad", None)
        if sheet:
            return t(f"blad.{sheet}")
        return "".join(self.facet_titles(page, "soort")[:1])

    def item_link(self, slug: str) -> data.Link | None:
        """A link to an item; None when it is not published."""
        page = self.catalogue.items.get(slug)
        return data.Link(page.title, self.address(page.site_path)) if page else None

    def page_link(self, path: str, title: str) -> data.Link | None:
        """A link to a page of `content/`; None when this site does not have it."""
        return data.Link(title, self.address(path)) if path in self.by_site_path else None

    def sources(self, rows: tuple[Bron, ...]) -> tuple[data.Source, ...]:
        """Sources as readers see them; a source that has a page here leads there, otherwise to its own place on the web."""
        return tuple(self._source(row) for row in rows)

    def _source(self, row: Bron) -> data.Source:
        known = self.catalogue.model.sources.get(row.bron or "")
        if known is None:
            outside = data.Link(row.titel or "", row.url, True) if row.url else None
            return data.Source(row.titel or row.bron or "", row.plaats or "", "", "", outside)
        link = self.item_link(known.publicatie) if known.publicatie else None
        if link is None and known.url:
            link = data.Link(known.titel, known.url, True)
        return data.Source(known.titel, row.plaats or "", known.uitgever, str(known.jaar or ""), link)

    def chip(self, element_id: str, basis: str) -> data.Chip | None:
        """A touched element; None when the model does not have it."""
        element = self.catalogue.model.elements.get(element_id)
        if element is None:
            return None
        return data.Chip(
            element.title, self.address(of_element(element)), self.marks[element.layer], basis, t(f"basis.{basis}")
        )

    def licence(self, name: str) -> data.Link:
        """A licence with the page that explains it."""
        return data.Link(name, LICENCES.get(name, ""), True)
