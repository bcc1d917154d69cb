"""Beheer: what a coalitie made is looked after when the coalitie has gone."""

from __future__ import annotations

import pytest

from tests.checks.test_consistency import COALITIE
from tests.sites import Site
from wegwijs.samples import SECOND

PRODUCT = "status: in-ontwikkeling"


@pytest.fixture
def made(site: Site) -> Site:
    """A coalitie that is done, with an instrument that came of it."""
    return site.with_(COALITIE)


def test_a_product_needs_a_day_to_be_looked_at_again(made: Site) -> None:
    made.is_fine()
    undated = made.change("status: actueel", PRODUCT, SECOND).change("herzien_voor: 2027-11-01\n", "", SECOND)
    assert undated.codes == ["K160"]
    undated.change("producten: [tweede-gesprek]\n", "", "content/coalities/data.md").is_fine()


def test_an_instrument_for_today_is_told_once(made: Site) -> None:
    assert made.change("herzien_voor: 2027-11-01\n", "", SECOND).codes == ["K073"]


@pytest.mark.parametrize(
    ("keeper", "codes"),
    [
        ("Coalitie Data", ["K161"]),
        ("de werkgroep kennisdeling", ["K161"]),
        ("Data in het gesprek", ["K161"]),
        ("data", ["K161"]),
        ("Coalitiebureau", []),
        ("Dataschool", []),
        ("Bureau Kwaliteitsnetwerk mbo", []),
    ],
)
def test_a_keeper_is_somebody_who_is_still_there_next_year(made: Site, keeper: str, codes: list[str]) -> None:
    assert made.change("beheerder: Bureau Kwaliteitsnetwerk mbo", f"beheerder: {keeper}", SECOND).codes == codes


def test_history_needs_no_keeper_that_stays(made: Site) -> None:
    made.change(
        "beheerder: Bureau Kwaliteitsnetwerk mbo", "beheerder: Coalitie Data", "content/coalities/data.md"
    ).is_fine()


def test_a_running_coalitie_has_a_day_to_be_done(made: Site) -> None:
    path = "content/coalities/data.md"
    running = made.change("status: historisch", "status: actueel", path).change(
        "{van: 2022, tot: 2023}", "{van: 2026}", path
    )
    assert running.codes == ["K162"]
    running.change("gepubliceerd: 2026-11-21", "gepubliceerd: 2026-11-21\nherzien_voor: 2027-08-01", path).is_fine()
    running.change("{van: 2026}", "{van: 2026, tot: 2027}", path).is_fine()
