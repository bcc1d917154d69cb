"""Keuzehulp: the page that asks four questions, the data its script reads, and the sentences that say why something fits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wegwijs.catalogue import Page, facet_values
from wegwijs.documents import Instrument, Situatie
from wegwijs.keuzehulp import EXPERIENCE, KIND, Candidate, Gewichten, Keuzehulp, candidates
from wegwijs.views import data, formats
from wegwijs.views.context import Context
from wegwijs.views.page import SitePage
from wegwijs.words import t

HELPER = "keuzehulp/index.md"
SITUATIONS = "situaties/index.md"
LONG_PREPARATION = 120
"""From how many minutes of preparation on a reader is told."""
MOST_NAMES = 3
"""How many themes or elements a reason names."""


@dataclass(frozen=True)
class Answer:
    """Something to tap."""

    value: str
    title: str


@dataclass(frozen=True)
class Situation:
    """What may be going on, with the page that works without a script."""

    slug: str
    title: str
    summary: str
    url: str


@dataclass(frozen=True)
class Weight:
    """One rule of the keuzehulp, as readers may know it."""

    explanation: str
    points: str


@dataclass(frozen=True)
class HelperView:
    """What the page of the keuzehulp prints."""

    title: str
    summary: str
    situations: tuple[Situation, ...]
    roles: tuple[Answer, ...]
    times: tuple[Answer, ...]
    experience: tuple[Answer, ...]
    weights: tuple[Weight, ...]
    words: str
    """JSON of the sentences that the script needs."""
    data_url: str


@dataclass(frozen=True)
class SituationsView:
    """All situations on one page."""

    title: str
    summary: str
    situations: tuple[Situation, ...]
    helper: data.Link | None


def situations(context: Context) -> tuple[Situation, ...]:
    """Every situation, by title."""
    return tuple(
        Situation(page.slug, page.title, page.meta.samenvatting, context.address(page.site_path))
        for page in context.catalogue.of_kind(KIND)
        if isinstance(page.meta, Situatie)
    )


def why(context: Context, candidate: Candidate) -> str:
    """Why an instrument fits a situation: the editors' own sentence, or what the two share."""
    if candidate.why:
        return candidate.why
    model = context.catalogue.model
    facet = model.facets.get("thema")
    themes = tuple(facet.title_of(theme) for theme in candidate.themes) if facet else ()
    elements = tuple(model.elements[id].title for id in candidate.elements if id in model.elements)
    if themes:
        return t("keuzehulp.gaat_over", delen=_names(themes))
    return t("keuzehulp.raakt_aan", delen=_names(elements))


def _names(titles: tuple[str, ...]) -> str:
    """`stage en bpv, data`: titles may hold "en" themselves, so they are only set apart by commas."""
    return ", ".join(title[:1].lower() + title[1:] for title in titles[:MOST_NAMES])


def notes(page: Page) -> tuple[str, ...]:
    """What to mind whatever one answers."""
    found = []
    preparation = getattr(page.meta, "voorbereiding", None) or 0
    if preparation >= LONG_PREPARATION:
        found.append(t("keuzehulp.let_op.voorbereiden", tijd=formats.minutes(preparation)))
    if page.item.status == "in-ontwikkeling":
        found.append(t("status.in-ontwikkeling.uitleg"))
    return tuple(found)


@dataclass(frozen=True)
class HelperPage:
    """The keuzehulp, ready for its page and its data."""

    context: Context
    helper: Keuzehulp

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The script with data; its name changes with its contents."""
        script = f"window.wegwijsKeuzehulp={json.dumps(self._data(), ensure_ascii=False, separators=(',', ':'))};\n".encode()
        return {f"assets/keuzehulp/keuzes-{hashlib.sha256(script).hexdigest()[:10]}.js": script}

    def _data(self) -> dict[str, object]:
        catalogue = self.context.catalogue
        found = {page.slug: candidates(catalogue, self.helper, page) for page in catalogue.of_kind(KIND)}
        pages = {candidate.page.slug: candidate.page for rows in found.values() for candidate in rows}
        numbers = {slug: number for number, slug in enumerate(pages)}
        return {
            "hoeveel": self.helper.hoeveel,
            "gewichten": self.helper.points,
            "instrumenten": [self._instrument(page) for page in pages.values()],
            "situaties": {
                slug: [(numbers[row.page.slug], row.points, why(self.context, row)) for row in rows] for slug, rows in found.items()
            },
        }

    def _instrument(self, page: Page) -> dict[str, object]:
        item, card = page.item, self.context.card(page)
        assert isinstance(item, Instrument)
        return {
            "id": page.slug,
            "titel": card.title,
            "adres": card.url,
            "code": card.code,
            "samenvatting": card.summary,
            "soort": card.sort_title or card.kind_title,
            "voor": card.for_whom,
            "rol": facet_values(page, "rol"),
            "duur": (item.duur.min, item.duur.max) if item.duur else 0,
            "duurt": card.duration,
            "groep": card.group,
            "begeleider": (item.begeleider.nodig, item.begeleider.ervaring) if item.begeleider else 0,
            "let_op": notes(page),
        }

    def view(self) -> HelperView:
        """The page."""
        facet = self.context.catalogue.model.facets.get("rol")
        roles = tuple(Answer(role, facet.title_of(role) if facet else role) for role in self.helper.rollen)
        (data_url,) = self.files
        return HelperView(
            title=t("keuzehulp.titel"),
            summary=t("keuzehulp.samenvatting"),
            situations=situations(self.context),
            roles=roles,
            times=tuple(Answer(str(row.minuten), row.titel) for row in self.helper.tijden),
            experience=tuple(Answer(level, t(f"keuzehulp.ervaring.{level}")) for level in EXPERIENCE),
            weights=tuple(self._weights()),
            words=json.dumps(WORDS, ensure_ascii=False),
            data_url=data_url,
        )

    def _weights(self) -> Iterator[Weight]:
        for name in Gewichten.model_fields:
            row = getattr(self.helper.gewichten, name)
            yield Weight(row.uitleg, f"{row.punten:+d}".replace("-", "−"))


WORDS = {
    "past": {key: t(f"keuzehulp.past.{key}") for key in ("rol", "tijd", "krap", "zonder", "begeleider")},
    "let_op": {key: t(f"keuzehulp.let_op.{key}") for key in ("rol", "tijd", "handig", "nodig_geen", "nodig_enige", "nodig_veel")},
    **{key: t(f"keuzehulp.script.{key}") for key in ("stap", "geen", "een", "meer", "verander")},
}


def helper_pages(context: Context) -> Iterator[SitePage]:
    """The page of the keuzehulp, when there are weights, and the page with all situations, when there are any."""
    known = situations(context)
    if not known:
        return
    helper = context.helper
    link = data.Link(t("keuzehulp.titel"), context.address(HELPER)) if helper else None
    listed = SituationsView(t("situaties.titel"), t("situaties.samenvatting"), known, link)
    yield SitePage(SITUATIONS, listed.title, listed.summary, "", "situaties.html", lambda _html: listed)
    if helper:
        page = HelperPage(context, helper)
        title, summary = t("keuzehulp.titel"), t("keuzehulp.samenvatting")
        yield SitePage(HELPER, title, summary, "", "keuzehulp.html", lambda _html: page.view())


def helper_files(context: Context) -> Mapping[str, bytes]:
    """The data that the script of the keuzehulp reads."""
    helper = context.helper
    return HelperPage(context, helper).files if helper and context.catalogue.of_kind(KIND) else {}
