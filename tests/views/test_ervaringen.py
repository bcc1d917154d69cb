"""What schools told, added up in one line, and when an item is beproefd."""

from __future__ import annotations

import pytest

from tests.sites import ITEM, Site
from wegwijs.ervaringen import is_proven
from wegwijs.views.ervaringen import proven_word, summary

TOLD = ", context: Met het team., opbrengst: Een afspraak.}"


def used(site: Site, *rows: str) -> Site:
    """The item with these experiences."""
    lines = "".join(f"\n  - {{{row}{TOLD}" for row in rows)
    return site.change("zoekwoorden:", f"ervaringen:{lines}\nzoekwoorden:")


def line(site: Site) -> str:
    site.is_fine()
    return summary(site.catalogue.by_path[ITEM].item)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([], ""),
        (["school: Vonk, jaar: 2026"], "1 school, laatst 2026"),
        (["school: Vonk, jaar: 2026, maand: 5, teams: 1"], "1 team, laatst mei 2026"),
        (["school: Vonk, jaar: 2026, teams: 4", "school: Rijn, jaar: 2025"], "2 scholen, laatst 2026"),
        (["school: Vonk, jaar: 2024", "school: vonk , jaar: 2025"], "1 school, laatst 2025"),
        (["school: Onbekend, jaar: 2024, scholen: 0"], "1 keer gebruikt, laatst 2024"),
        (
            ["school: Onbekend, jaar: 2024, scholen: 0", "school: Ook, jaar: 2020, scholen: 0"],
            "2 keer gebruikt, laatst 2024",
        ),
        (["school: Samen, jaar: 2024, scholen: 12", "school: Vonk, jaar: 2025"], "12 scholen, laatst 2025"),
        (
            [
                "school: Vonk, jaar: 2026, maand: 5, teams: 4, minuten: 45",
                "school: Deltion, jaar: 2026, maand: 2, teams: 2, minuten: 40",
                "school: Rijn, jaar: 2025, teams: 1, minuten: 60",
            ],
            "7 teams, laatst mei 2026, vaak ingekort tot 40 minuten",
        ),
        (["school: Vonk, jaar: 2026, minuten: 30"], "1 school, laatst 2026, één keer ingekort tot 30 minuten"),
        (["school: Vonk, jaar: 2026, minuten: 120"], "1 school, laatst 2026, één keer verlengd tot 2 uur"),
        (["school: Vonk, jaar: 2026, minuten: 75"], "1 school, laatst 2026"),
        (
            [
                f"school: S{number}, jaar: 2026, minuten: {minutes}"
                for number, minutes in enumerate((30, 30, 75, 80, 85))
            ],
            "5 scholen, laatst 2026, soms ingekort tot 30 minuten",
        ),
    ],
)
def test_experiences_are_added_up_in_one_line(site: Site, rows: list[str], shown: str) -> None:
    site = site.change("duur: {min: 45, max: 60}", "duur: {min: 50, max: 90}")
    assert line(used(site, *rows) if rows else site) == shown


def test_three_different_schools_make_an_item_beproefd(site: Site) -> None:
    def item(*names: str) -> str:
        return proven_word(used(site, *(f"school: {name}, jaar: 2026" for name in names)).catalogue.by_path[ITEM].item)

    assert item("Vonk", "Deltion") == ""
    assert item("Vonk", "Deltion", "vonk", "DELTION") == ""
    assert item("Vonk", "Deltion", "Rijn") == "Beproefd"


def test_schools_that_nobody_knows_prove_nothing(site: Site) -> None:
    rows = [f"school: Een school {number}, jaar: 2026, scholen: 0" for number in range(4)]
    assert not is_proven(used(site, *rows).catalogue.by_path[ITEM].item)


def test_what_is_withdrawn_is_not_recommended_by_its_past(site: Site) -> None:
    site = used(site, "school: Samen, jaar: 2024, scholen: 12")
    item = site.catalogue.by_path[ITEM].item
    assert is_proven(item)
    assert not is_proven(item.model_copy(update={"status": "ingetrokken"}))
