"""Consistency: what an item says agrees with itself: dates, minutes, numbers, and what something for today must have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wegwijs.catalogue import Catalogue, Page
from wegwijs.documents import Coalitie
from wegwijs.documents.shared import Groep, Tijd
from wegwijs.problems import Problems

DATES = (("gepubliceerd", "bijgewerkt"), ("gepubliceerd", "herzien_voor"), ("bijgewerkt", "herzien_voor"))
"""Pairs of dates of which the first cannot be later than the second."""


def check_dates(catalogue: Catalogue, problems: Problems) -> None:
    """Dates and years stand in the order of time."""
    for page in catalogue.looked_at:
        for first, second in DATES:
            before, after = getattr(page.meta, first), getattr(page.meta, second)
            if before and after and before > after:
                problems.add(
                    "K071", page.source.place(second), veld=second, datum=after, ander=first, anderdatum=before
                )
        if (
            isinstance(page.meta, Coalitie)
            and page.meta.periode
            and page.meta.periode.tot
            and page.meta.periode.tot < page.meta.periode.van
        ):
            period = page.meta.periode
            place = page.source.place("periode", "tot")
            problems.add(
                "K071", place, veld="periode.tot", datum=period.tot, ander="periode.van", anderdatum=period.van
            )
    for element in catalogue.model.everything:
        since, until = element.shape.sinds, element.shape.tot
        if since and until and until < since:
            problems.add("K071", element.source.place("tot"), veld="tot", datum=until, ander="sinds", anderdatum=since)


def check_numbers(catalogue: Catalogue, problems: Problems) -> None:
    """A least is not above its most, and the minutes of steps add up to a time inside the duration."""
    for page in catalogue.looked_at:
        for field in ("duur", "groep"):
            span: Tijd | Groep | None = getattr(page.meta, field, None)
            if span and span.min > span.max:
                problems.add("K070", page.source.place(field, "min"), veld=field, min=span.min, max=span.max)
        duration: Tijd | None = getattr(page.meta, "duur", None)
        for field in ("stappen", "programma"):
            steps = getattr(page.meta, field, None) or ()
            total = sum(step.minuten for step in steps)
            if steps and duration and duration.min <= duration.max and not duration.min <= total <= duration.max:
                place = page.source.key_place(field)
                problems.add("K072", place, veld=field, som=total, min=duration.min, max=duration.max)


def check_completeness(catalogue: Catalogue, problems: Problems) -> None:
    """Something that people can use now tells how long, with how many, and how."""
    for page in catalogue.looked_at:
        if page.item.status != "actueel":
            continue
        for field in page.kind.shape.WHEN_CURRENT:
            if getattr(page.meta, field) in (None, ()) and field not in page.faulty:
                problems.add("K073", page.source.key_place("status"), veld=field)


TEST_TITLE = re.compile(
    r"(?:(?:dit is )?(?:een )?test(?:je|en|ing|item|pagina|bestand)?[\s\d.!?-]*|asdf\w*|qwert\w*|a{3,}|x{3,}|foo\W*(?:bar)?|"
    r"bla(?:\s*bla)*|lorem ipsum.*|(?:nieuw|nieuwe) (?:item|pagina|instrument)|titel|naamloos|untitled|todo\W*.*|[\W\d_]+)",
    re.IGNORECASE,
)


def check_titles(catalogue: Catalogue, problems: Problems) -> None:
    """A title says what it is, and no two items of one type are called nearly the same."""
    for page in catalogue.looked_at:
        if page.title and TEST_TITLE.fullmatch(page.title.strip()):
            problems.add("K100", page.source.place("titel"), titel=page.title)
    for first, second in _near_pairs(catalogue):
        problems.add("K101", second.source.place("titel"), titel=second.title, ander=first.title, pad=first.path)


SMALL_WORDS = frozenset("de het een van voor in met en bij op over aan om te je".split())


def _key(title: str) -> tuple[str, str]:
    """The letters of a title that matter, in a fixed order, and its figures apart."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    kept = sorted(word.removesuffix("en").removesuffix("s") for word in words if word not in SMALL_WORDS)
    return "".join(kept), " ".join(re.findall(r"\d+", title))


def _near_pairs(catalogue: Catalogue) -> Iterator[tuple[Page, Page]]:
    """Items of one type whose titles differ in small words, word order, endings or one letter.

    Two titles with different figures (deel 1, deel 2) are not near. One letter is found by comparing what is left after
    leaving out each letter once (the symmetric-delete method), so the work grows with the number of items and not with its square.
    """
    found: dict[tuple[str, str], tuple[Page, Page]] = {}
    groups: dict[str, list[tuple[Page, str]]] = defaultdict(list)
    for page in sorted(catalogue.known.values(), key=lambda page: page.path):
        if not page.title:
            continue
        letters, figures = _key(page.title)
        kind = page.kind.id
        variants = {letters} | (
            {letters[:i] + letters[i + 1 :] for i in range(len(letters))} if len(letters) >= 8 else set()
        )
        for variant in sorted(variants):
            for other, other_figures in groups[f"{kind} {variant}"]:
                if other is not page and (not figures or not other_figures or figures == other_figures):
                    found.setdefault((other.path, page.path), (other, page))
            groups[f"{kind} {variant}"].append((page, figures))
    yield from found.values()
