"""Addresses: every page the site has, as the path of its Markdown file below the site root. Addresses are public and do not change."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache

from wegwijs.catalogue import Catalogue, Page
from wegwijs.model import Element, Layer
from wegwijs.model.inzichten import load_inzichten, load_keuzemenu
from wegwijs.problems import Problems
from wegwijs.words import messages

TOOLBOX = "toolbox/index.md"
CATALOGUE = "catalogus/index.md"
HELP = "hulp/index.md"
MANUAL = "bijdragen/velden.md"
FORM = "bijdragen/formulier/index.md"
IMPROVE = "bijdragen/formulier/verbetering.md"
GLOSSARY = "begrippen/index.md"
TIMELINE = "coalities/tijdlijn.md"
CARDS = "gesprekskaarten/index.md"
INSIGHTS = "toolbox/inzichten.md"
MENU = "toolbox/keuzemenu.md"
COLLECTION = "verzameling/index.md"
KIT = "verzameling/kit.md"
GAPS = "toolbox/witte-vlekken.md"
THIS_VERSION = "over/deze-versie.md"
DOWNLOADS = "downloads"
SINGLES = f"{DOWNLOADS}/los"
"""Where the build command puts the zip, and each item as one file."""
MAINTENANCE = "bijdragen/onderhoud.md"
GROWING = "instruments/in-ontwikkeling.md"
"""The shelf of what is not finished; an instrument cannot have this name."""
PROVEN = "over/beproefd.md"
"""The page that says what beproefd means, for a site that has it."""
FORM_KINDS = ("instrument", "coalitie", "publicatie", "training", "ervaring")
"""What there is a form for; `wegwijs.formulier` has them, a test holds the two together."""
MEASURES = ("aantal", "versheid", "ervaringen")
"""What the white spots are measured by; the first, on all niveaus together, is the page GAPS."""
SHEETS = ("begeleidersblad", "deelnemersblad")
"""The sheets to print that the site makes of an instrument: for who leads the conversation, and for who takes part."""
RESERVED = frozenset({"k", "insluiten", "bladen", DOWNLOADS})
"""First parts of addresses where the build puts files of its own; no page is written there."""
QUESTION_PREFIX = "vraag-"
"""A question of an element has the anchor `vraag-<id>`."""
ITEM_ANCHORS = frozenset({"stappen", "ervaringen", "bronnen", "feiten", "bijlagen"})
"""Anchors that the template of an item adds to those of its text."""


def of_element(element: Element) -> str:
    """`toolbox/standaarden/begeleiding.md`, which is also where its file is."""
    return f"toolbox/{element.layer}/{element.id}.md"


def of_cards(element: Element) -> str:
    """`toolbox/standaarden/begeleiding/kaarten.md`: its questions as cards to print."""
    return f"toolbox/{element.layer}/{element.id}/kaarten.md"


def of_step(direction: Element, step: Element) -> str:
    """`toolbox/kijkrichtingen/vanuit-de-standaarden/begeleiding.md`: a step on the way of a kijkrichting."""
    return f"toolbox/{direction.layer}/{direction.id}/{step.id}.md"


def of_gaps(measure: str, level: str = "") -> str:
    """`toolbox/witte-vlekken/versheid/sector.md`: the white spots by one measure, on one niveau."""
    if (measure, level) == (MEASURES[0], ""):
        return GAPS
    return f"toolbox/witte-vlekken/{measure}{f'/{level}' if level else ''}.md"


def of_layer(layer: Layer) -> str:
    """`toolbox/standaarden/index.md`."""
    return f"toolbox/{layer.id}/index.md"


def of_help(code: str) -> str:
    """`hulp/k012.md`."""
    return f"hulp/{code.lower()}.md"


def of_form(id: str) -> str:
    """`bijdragen/formulier/instrument.md`: the form for one sort of contribution."""
    return f"bijdragen/formulier/{id}.md"


def of_code(code: str) -> str:
    """`k/pr4x.md`: the page behind a short code."""
    return f"k/{code}.md"


def of_single(slug: str) -> str:
    """`downloads/los/peerreview.html`: an item as one file, with everything in it."""
    return f"{SINGLES}/{slug}.html"


def of_frame(code: str) -> str:
    """`insluiten/pr4x.md`: the bare page behind a short code, for a frame on somebody else's page."""
    return f"insluiten/{code}.md"


def of_sheet(code: str, sheet: str) -> str:
    """`bladen/pr4x/deelnemersblad.md`: a sheet to print that goes with what has a short code."""
    return f"bladen/{code}/{sheet}.md"


def generated(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """The pages that have no file in `content/`, with the anchors that can be linked to."""
    shown = (TOOLBOX, CATALOGUE, COLLECTION, KIT, HELP, MANUAL, THIS_VERSION, FORM, IMPROVE)
    pages: dict[str, frozenset[str]] = {path: frozenset() for path in shown}
    if catalogue.items:
        pages |= {path: frozenset() for path in (MAINTENANCE, GROWING)}
    pages |= {of_form(kind): frozenset() for kind in FORM_KINDS}
    if catalogue.of_kind("situatie"):
        pages |= {path: frozenset() for path in ("keuzehulp/index.md", "situaties/index.md")}
    for facet in catalogue.model.facets.values():
        pages |= {f"catalogus/{facet.id}/{value}.md": frozenset() for value in facet.values}
    for layer in catalogue.model.layers.values():
        pages[of_layer(layer)] = frozenset()
    for element in catalogue.model.everything:
        questions = frozenset(f"{QUESTION_PREFIX}{question.id}" for question in element.questions or ())
        pages[of_element(element)] = element.body.anchors | questions | frozenset({"instrumenten", "vragen"})
    if catalogue.of_kind("coalitie"):
        pages[TIMELINE] = frozenset()
    if catalogue.model.terms:
        pages[GLOSSARY] = frozenset(catalogue.model.terms)
    pages |= _beside_the_model(catalogue)
    pages |= dict.fromkeys(catalogue.absent, frozenset())
    for code in messages():
        pages[of_help(code)] = frozenset()
    return pages


def _beside_the_model(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The ways through the model, the cards to print, the tables, and the white spots."""
    model = catalogue.model
    pages: dict[str, frozenset[str]] = {}
    for direction in model.directions:
        for step in (model.elements[id] for id in direction.shape.route if id in model.elements):
            own = (question for question in step.questions if question.kijkrichting == direction.id)
            pages[of_step(direction, step)] = frozenset(f"{QUESTION_PREFIX}{question.id}" for question in own)
    if any(element.questions for element in model.elements.values()):
        pages[CARDS] = frozenset(element.id for element in model.elements.values() if element.questions)
        pages |= {of_cards(element): frozenset() for element in model.elements.values() if element.questions}
    if model.layers:
        levels = model.facets["niveau"].values if "niveau" in model.facets else ()
        pages |= {of_gaps(measure, level): frozenset() for measure in MEASURES for level in ("", *levels)}
    insights = load_inzichten(catalogue.tree, Problems())
    if insights:
        cells = {f"{row.id}-{role.id}" for row in insights.inzichten for role in insights.rollen}
        pages[INSIGHTS] = frozenset(cells | {row.id for row in insights.inzichten})
    if load_keuzemenu(catalogue.tree, Problems()):
        pages[MENU] = frozenset()
    return pages


def anchors_of(page: Page) -> frozenset[str]:
    """The anchors of a page made from a document."""
    return page.body.anchors | ITEM_ANCHORS if page.is_item else page.body.anchors


def url_of(site_path: str, *, directories: bool = True) -> str:
    """The address of a page, relative to the site root: `instruments/peerreview/`, or `instruments/peerreview.html` for a copy on disk."""
    stem = site_path.removesuffix(".md")
    if not directories:
        return f"{stem}.html"
    if stem == "index":
        return "./"
    return f"{stem.removesuffix('/index')}/"


def relative(url: str, page_url: str) -> str:
    """An address below the root as seen from a page, so that it works wherever the site stands, also on disk."""
    here, there = _folders(posixpath.dirname(page_url)), _folders(url)
    common = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        common += 1
    found = "/".join([*[".."] * (len(here) - common), *there[common:]]) or "."
    return f"{found}/" if url.endswith("/") else found


@lru_cache(maxsize=20_000)
def _folders(path: str) -> tuple[str, ...]:
    return tuple(part for part in posixpath.normpath(path).split("/") if part not in ("", "."))
