"""Contributions as a reader sees them: a site before, the same site after, and what is told about the difference."""

from __future__ import annotations

import re

from tests.sites import Site
from wegwijs.verslag.gegevens import Verslag, as_json, read
from wegwijs.verslag.tekst import Where, as_markdown
from wegwijs.verslag.vergelijking import Comparison, Reading
from wegwijs.verslag.verslag import verslag_of

WHERE = Where("https://voorbeeld.nl/", "https://host.voorbeeld/werk/1")


def reading(site: Site) -> Reading:
    return Reading(site.catalogue, site.problems)


def report(before: Site, after: Site, *told: str) -> Verslag:
    """The data of a contribution, once written and read again, as the workflow does."""
    made = verslag_of(Comparison(reading(before), reading(after), frozenset(told)))
    again = read(as_json(made))
    assert again == made
    return made


def comment(before: Site, after: Site, *told: str) -> str:
    return as_markdown(report(before, after, *told), WHERE)


def lines_below(text: str, heading: str) -> list[str]:
    """The list that stands below a heading of the comment, without the names of files between its parts."""
    _before, _, rest = text.partition(f"**{heading}**\n\n")
    block = re.split(r"\n\n(?:\*\*|<details>|In )", rest)[0] if rest else ""
    return [line for line in block.split("\n") if re.match(r" *(?:-|1\.) ", line)]
