"""Verslag: what a contribution changes, what is good about it, and what the check says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from wegwijs.catalogue import Page
from wegwijs.problems import Problem, Severity
from wegwijs.verslag.gegevens import MOST_PIECES, MOST_PROBLEMS, Good, Melding, Stuk, Verslag
from wegwijs.verslag.vergelijking import Comparison, attached


def verslag_of(comparison: Comparison) -> Verslag:
    """Everything that the comment tells, as data."""
    pieces = tuple(comparison.pieces())
    problems = comparison.new_problems
    return Verslag(
        formaat="wegwijs-verslag",
        versie=1,
        stukken=pieces[:MOST_PIECES],
        meer_stukken=max(0, len(pieces) - MOST_PIECES),
        goed=_good(comparison, pieces),
        meldingen=tuple(_told(problem) for problem in problems[:MOST_PROBLEMS]),
        meer_meldingen=max(0, len(problems) - MOST_PROBLEMS),
        elders=comparison.older_errors,
        raakt=comparison.areas,
    )


def _told(problem: Problem) -> Melding:
    place = problem.place
    return Melding(code=problem.code, pad=place.shown_path, regel=place.line, waarden=dict(problem.values))


def _good(comparison: Comparison, pieces: Sequence[Stuk]) -> tuple[Good, ...]:
    """What deserves a word of thanks: what holds for every page that the contribution leaves behind."""
    present = [comparison.after.pages[piece.pad] for piece in pieces if piece.wat not in ("weg", "onleesbaar")]
    if not present:
        return ()
    wrong = {problem.place.path for problem in comparison.new_problems}
    items = [page for page in present if page.is_item and not page.faulty]
    found: list[Good] = []
    if not any(problem.severity is Severity.ERROR for problem in comparison.new_problems):
        found.append("geen_fouten")
    if items:
        found += [good for good, enough, holds in GOOD if enough(holds(page) for page in items)]
    if attached(pieces) and not any(path.startswith(f"{page.folder}/") for page in present for path in wrong):
        found.append("bijlage")
    return tuple(found)


def _has_steps(page: Page) -> bool:
    duration = getattr(page.meta, "duur", None)
    total = sum(step.minuten for step in getattr(page.meta, "stappen", ()) or getattr(page.meta, "programma", ()))
    return bool(duration and total and duration.min <= total <= duration.max)


GOOD: tuple[tuple[Good, Callable[[Iterable[bool]], bool], Callable[[Page], bool]], ...] = (
    ("stappen", all, _has_steps),
    ("beheer", all, lambda page: bool(page.item.beheerder and page.item.herzien_voor)),
    ("bronnen", all, lambda page: bool(page.item.bronnen)),
    ("ervaring", any, lambda page: bool(page.item.ervaringen)),
    ("voorstel", any, lambda page: bool(page.item.voorstel_redactie)),
    (
        "vindbaar",
        all,
        lambda page: bool(page.item.zoekwoorden and (page.item.elementen.bron or page.item.elementen.redactie)),
    ),
)
"""What can be good, whether that must hold for all items or for one, and how one sees it."""
