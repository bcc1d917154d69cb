"""Keuzehulp: from what is going on, with whom, how much time and which facilitator, to a few instruments with the reasons why.

What weighs how much is data in `toolbox/keuzehulp.yml`. A reader never sees the sum, only what matched and what to mind.
The part that depends on the reader's answers also stands in `theme/assets/js/keuzehulp.js`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field

from wegwijs.catalogue import Catalogue, Page, facet_values
from wegwijs.documents import Instrument, Situatie
from wegwijs.fields import Minutes, Number, Shape, Short, Slug, Text
from wegwijs.problems import Problems
from wegwijs.source import Source, read_data
from wegwijs.tree import READ_LIMIT, Sort, Tree
from wegwijs.validation import validate

FILE = "toolbox/keuzehulp.yml"
KIND = "situatie"
CANDIDATES = 60
"""How many instruments of a situation the answers can still choose from."""
TOO_LONG = "te_lang"
EXPERIENCE = ("niemand", "geen", "enige", "veel")
"""Who leads the conversation, from nobody to somebody with much experience."""


class Gewicht(Shape):
    """Hoe zwaar iets telt, met de zin die het aan lezers uitlegt."""

    punten: Number = Field(ge=-50, le=50, description="Wat erbij komt, of eraf gaat.", examples=["3"])
    uitleg: Text = Field(description="Waarvoor, in één zin voor de lezer.", examples=["Het past in de tijd die je hebt."])


class Gewichten(Shape):
    """Alles wat meetelt."""

    genoemd: Gewicht = Field(description="De redactie noemt het instrument bij de situatie.")
    volgorde: Gewicht = Field(description="Voor elke plaats lager in die lijst.")
    thema: Gewicht = Field(description="Voor elk gedeeld thema.")
    element_bron: Gewicht = Field(description="Voor elk gedeeld deel van het model dat een bron noemt.")
    element_redactie: Gewicht = Field(description="Voor elk gedeeld deel van het model dat de redactie noemt.")
    rol_past: Gewicht = Field(description="Het instrument is voor de gekozen rol.")
    rol_past_niet: Gewicht = Field(description="Het instrument is voor andere rollen.")
    tijd_past: Gewicht = Field(description="Het past in de tijd.")
    te_lang: Gewicht = Field(description="Het duurt langer.")
    begeleider_past: Gewicht = Field(description="De begeleider is er.")
    begeleider_handig: Gewicht = Field(description="Een ervarener begeleider is handig.")
    begeleider_mist: Gewicht = Field(description="Een ervarener begeleider is nodig.")
    in_ontwikkeling: Gewicht = Field(description="Er wordt nog aan gewerkt.")


class Tijdkeuze(Shape):
    """Een antwoord op de vraag hoeveel tijd er is."""

    minuten: Minutes = Field(description="Hoeveel minuten dat ten hoogste zijn.", examples=["90"])
    titel: Short = Field(description="Hoe mensen het zeggen.", examples=["Anderhalf uur"])


class Keuzehulp(Shape):
    """Wat de keuzehulp vraagt en hoe hij weegt."""

    hoeveel: Number = Field(5, ge=1, le=5, description="Hoeveel instrumenten je ten hoogste te zien krijgt.", examples=["5"])
    drempel: Number = Field(
        1, ge=1, le=50, description="Hoeveel punten een instrument bij de situatie zelf ten minste heeft.", examples=["4"]
    )
    alleen_genoemd: tuple[Slug, ...] = Field(
        (), max_length=60, description="Instrumenten die alleen komen als de redactie ze noemt.", examples=["[instellingsdialoog]"]
    )
    rollen: tuple[Slug, ...] = Field(
        min_length=1, max_length=12, description="De rollen om uit te kiezen; waarden van de facet rol.", examples=["[student]"]
    )
    tijden: tuple[Tijdkeuze, ...] = Field(min_length=1, max_length=8, description="De tijden om uit te kiezen.")
    gewichten: Gewichten = Field(description="Hoe zwaar alles telt.")

    @property
    def points(self) -> Mapping[str, int]:
        """The weight of each rule by name."""
        return {name: getattr(self.gewichten, name).punten for name in Gewichten.model_fields}


@dataclass(frozen=True)
class Reason:
    """Something that matched, or something to mind: the key of its sentence below `keuzehulp.past` or `keuzehulp.let_op`."""

    matched: bool
    key: str


@dataclass(frozen=True)
class Candidate:
    """An instrument that fits a situation, whoever asks."""

    page: Page
    points: int
    why: str
    """The editors' own sentence, when they name the instrument here."""
    themes: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """What a reader tapped; empty or zero is skipped."""

    role: str = ""
    minutes: int = 0
    experience: str = ""


@dataclass(frozen=True)
class Advice:
    """An instrument with why it fits these answers and what to mind."""

    candidate: Candidate
    reasons: tuple[Reason, ...]


def read_helper(tree: Tree, problems: Problems) -> tuple[Keuzehulp | None, Source | None]:
    """The weights; None when there are none, which is not a fault, or when they cannot be read, which is told."""
    entry = tree.entries.get(FILE)
    source = read_data(FILE, entry.read(READ_LIMIT), problems) if entry and entry.sort is Sort.FILE else None
    return (validate(Keuzehulp, source, problems) if source else None), source


def candidates(catalogue: Catalogue, helper: Keuzehulp, situation: Page) -> tuple[Candidate, ...]:
    """The instruments that have something to do with a situation, the likeliest first."""
    found = [_candidate(page, helper, situation.meta) for page in catalogue.of_kind("instrument")]
    fitting = [candidate for candidate in found if candidate and candidate.points >= helper.drempel]
    fitting.sort(key=lambda candidate: -candidate.points)
    return tuple(fitting[:CANDIDATES])


def _candidate(page: Page, helper: Keuzehulp, situation: object) -> Candidate | None:
    assert isinstance(situation, Situatie)
    points = helper.points
    named = [row.item for row in situation.instrumenten]
    is_apart = page.slug in helper.alleen_genoemd and page.slug not in named
    if is_apart or page.item.status not in ("actueel", "in-ontwikkeling"):
        return None
    themes = tuple(theme for theme in situation.thema if theme in facet_values(page, "thema"))
    elements = (*situation.elementen.bron, *situation.elementen.redactie)
    sourced = tuple(element for element in elements if element in page.item.elementen.bron)
    edited = tuple(element for element in elements if element in page.item.elementen.redactie and element not in sourced)
    total = points["thema"] * len(themes) + points["element_bron"] * len(sourced) + points["element_redactie"] * len(edited)
    why = ""
    if page.slug in named:
        place = named.index(page.slug)
        total += points["genoemd"] + points["volgorde"] * place
        why = situation.instrumenten[place].waarom
    if page.item.status == "in-ontwikkeling":
        total += points["in_ontwikkeling"]
    return Candidate(page, total, why, themes, (*sourced, *edited))


def advise(found: tuple[Candidate, ...], helper: Keuzehulp, answers: Answers) -> tuple[Advice, ...]:
    """At most five, the best first and what takes too long last; what ends below zero is left out."""
    rows = []
    for candidate in found:
        matched = dict(_matched(candidate.page, answers))
        total = candidate.points + sum(helper.points.get(weight, 0) for weight in matched)
        if total >= 0:
            rows.append((TOO_LONG in matched, -total, Advice(candidate, tuple(matched.values()))))
    rows.sort(key=lambda row: row[:2])
    return tuple(advice for _is_long, _total, advice in rows[: helper.hoeveel])


def _matched(page: Page, answers: Answers) -> Iterator[tuple[str, Reason]]:
    """Which weights the answers add, each with the sentence that says so."""
    item = page.item
    assert isinstance(item, Instrument)
    if answers.role:
        fits = answers.role in facet_values(page, "rol")
        yield "rol_past" if fits else "rol_past_niet", Reason(fits, "rol")
    if answers.minutes and item.duur:
        fits = item.duur.min <= answers.minutes
        is_tight = fits and item.duur.max > answers.minutes
        yield "tijd_past" if fits else TOO_LONG, Reason(fits, "krap" if is_tight else "tijd")
    if item.begeleider:
        yield from _facilitator(item.begeleider.nodig, item.begeleider.ervaring, answers.experience)


def _facilitator(need: str, level: str, have: str) -> Iterator[tuple[str, Reason]]:
    if not have:
        # Who skipped the question still hears that somebody is needed; it weighs nothing.
        if need == "nodig":
            yield "", Reason(False, f"nodig_{level}")
    elif need == "niet-nodig":
        yield "begeleider_past", Reason(True, "zonder")
    elif EXPERIENCE.index(have) >= EXPERIENCE.index(level):
        yield "begeleider_past", Reason(True, "begeleider")
    elif need == "handig":
        yield "begeleider_handig", Reason(False, "handig")
    else:
        yield "begeleider_mist", Reason(False, f"nodig_{level}")
