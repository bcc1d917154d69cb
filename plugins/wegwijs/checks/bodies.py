"""Bodies: the running text has its sections, its links arrive, its images speak, and it holds no HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import unquote

from wegwijs.addresses import anchors_of, generated
from wegwijs.attachments import IMAGES, extension
from wegwijs.body import Body, Reference
from wegwijs.catalogue import CONTENT, Catalogue
from wegwijs.documents import Instrument
from wegwijs.problems import Place, Problems
from wegwijs.validation import Hints, did_you_mean

GENERATED_SECTIONS = ("Ervaringen", "Bronnen")
"""Headings that the page makes itself from the metadata."""
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def check_sections(catalogue: Catalogue, problems: Problems) -> None:
    """The headings that a content type asks for are there, in order, with text below them."""
    for page in catalogue.everything:
        wanted = page.kind.shape.SECTIONS
        if isinstance(page.meta, Instrument) and page.meta.status in ("historisch", "ingetrokken"):
            wanted = Instrument.HISTORIC_SECTIONS
        elif "status" in page.faulty:
            wanted = ()  # nobody knows yet which headings belong here
        _sections(page.path, page.source.body_line, page.body, wanted, problems)
        if page.is_item:
            for heading in page.body.sections:
                if heading.title in GENERATED_SECTIONS:
                    problems.add("K098", Place(page.path, heading.line), kop=heading.title)
    wanted = catalogue.model.requirements.koppen
    for element in catalogue.model.everything:
        _sections(element.path, element.source.body_line, element.body, wanted, problems)


def _sections(path: str, first_line: int, body: Body, wanted: tuple[str, ...], problems: Problems) -> None:
    found = {heading.title: heading for heading in body.sections}
    titles = list(found)
    for title in wanted:
        if title not in found:
            near = next((other for other in titles if other.casefold() == title.casefold()), "")
            hint = (
                f'Bedoelde je "{title}" in plaats van "{near}"?'
                if near
                else did_you_mean(title, titles, ending=" daarmee?")
            )
            problems.add("K095", Place(path, first_line), kop=title, bedoelde=hint)
        elif found[title].words < 3:
            problems.add("K096", Place(path, found[title].line), kop=title)
    order = [found[title].line for title in wanted if title in found]
    for earlier, later in pairwise(order):
        if later < earlier:
            title = next(title for title in wanted if title in found and found[title].line == later)
            problems.add("K103", Place(path, later), kop=title, volgorde=" · ".join(wanted))
            break
    for heading in body.headings:
        if heading.level == 1:
            problems.add("K102", Place(path, heading.line), kop=heading.title)


def check_html(catalogue: Catalogue, problems: Problems) -> None:
    """The text is Markdown only; HTML of contributors never reaches a page."""
    for path, body in _bodies(catalogue):
        for spot in body.raw_html:
            problems.add("K094", Place(path, spot.line, spot.column), html=spot.text)


def check_links(catalogue: Catalogue, problems: Problems) -> None:
    """Links lead to pages, anchors and files that exist; images have a text alternative and are files of the item."""
    targets = _Targets(catalogue)
    for path, body in _bodies(catalogue):
        for reference in body.references:
            targets.check(path, body, reference, problems)


def _bodies(catalogue: Catalogue) -> list[tuple[str, Body]]:
    found = [(page.path, page.body) for page in catalogue.everything]
    return found + [(element.path, element.body) for element in catalogue.model.everything]


class _Targets:
    """Everything that can be linked to, by its path on the site."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.pages: dict[str, frozenset[str]] = dict(generated(catalogue))
        self.pages |= {page.site_path: anchors_of(page) for page in catalogue.everything}
        self.broken = {path.removeprefix(f"{CONTENT}/") for path in (*catalogue.broken, *catalogue.model.unread)}
        self.has_model = bool(catalogue.model.layers)
        self.files = {entry.path.removeprefix(f"{CONTENT}/") for entry in catalogue.tree.below(CONTENT)}
        self.hints = Hints(self.pages)
        self._folded: Mapping[str, str] = {path.casefold(): path for path in (*self.pages, *self.files)}

    def check(self, path: str, body: Body, reference: Reference, problems: Problems) -> None:
        place = Place(path, reference.line, reference.column)
        target = reference.target
        if reference.is_image and not reference.text.strip():
            problems.add("K092", place, doel=target)
        scheme = SCHEME.match(unquote(target).strip())
        if scheme or target.startswith("//") or "\\" in target:
            outside = bool(scheme) and scheme[1].lower() in SAFE_SCHEMES  # type: ignore[index]
            if not outside or reference.is_image:
                problems.add("K093" if reference.is_image and outside else "K097", place, doel=target)
            return
        if target.startswith(("www.", "/")):
            problems.add(
                "K099",
                place,
                doel=target,
                beter=f"https://{target}" if target.startswith("www.") else target.lstrip("/"),
            )
            return
        self._inside(path, body, reference, place, problems)

    def _inside(self, path: str, body: Body, reference: Reference, place: Place, problems: Problems) -> None:
        name, _, anchor = reference.target.partition("#")
        name = unquote(name.partition("?")[0])
        here = path.removeprefix(f"{CONTENT}/")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), name)) if name else here
        if reference.is_image and (target not in self.files or extension(target) not in IMAGES):
            problems.add("K093", place, doel=reference.target)
        elif target in self.pages or not name:
            anchors = self.pages.get(target, body.anchors)
            if anchor and anchor not in anchors:
                problems.add(
                    "K091", place, anker=anchor, doel=name or "deze bladzijde", bedoelde=did_you_mean(anchor, anchors)
                )
        elif not self.has_model and target.startswith("toolbox/"):
            pass  # the model could not be read, so nobody knows which pages it has
        elif target not in self.files and target not in self.broken:
            near = self._folded.get(target.casefold()) or self._folded.get(f"{target}.md".casefold())
            near = near or self._folded.get(f"{target}/index.md".casefold())
            near = near or self.hints.nearest(target)
            hint = f'Bedoelde je "{posixpath.relpath(near, posixpath.dirname(here) or ".")}"?' if near else ""
            problems.add("K090", place, doel=reference.target, bedoelde=hint)
