"""Tables: a fault in the insights or the menu is told, and not only seen as a page that is not there."""

from __future__ import annotations

from tests.sites import Site
from tests.views.test_model_pages import INSIGHTS, MENU

INSIGHTS_FILE, MENU_FILE = "toolbox/inzichten.yml", "toolbox/keuzemenu.yml"


def test_both_tables_are_fine(site: Site) -> None:
    site.with_(INSIGHTS).with_(MENU).is_fine()


def test_a_cell_that_is_missing_is_told(site: Site) -> None:
    site.with_(INSIGHTS).change(
        "      baas: {handelen: Vraag naar één stap., vraag: Waar geef ik tijd voor?}\n", "", INSIGHTS_FILE
    ).says(f'{INSIGHTS_FILE}:10:5 K011 fout: Het veld "per_rol.baas" ontbreekt. Voeg het toe.')


def test_a_role_that_is_misspelt_is_told_with_what_was_meant(site: Site) -> None:
    wrong = site.with_(INSIGHTS).change("      baas: {", "      bas: {", INSIGHTS_FILE)
    assert wrong.codes == ["K011", "K010"]
    assert 'Bedoelde je "baas"?' in wrong.lines[1]


def test_an_option_leads_to_an_instrument_that_exists(site: Site) -> None:
    wrong = site.with_(MENU).change("instrument: tweede-gesprek", "instrument: tweede-gesprk", MENU_FILE)
    wrong.says(f"{MENU_FILE}:9:18 K060 fout: …")


def test_a_fault_in_an_option_does_not_make_the_list_empty(site: Site) -> None:
    wrong = site.with_(MENU).change("Kies deze als jullie maar een half uur de tijd hebben.", "Te kort.", MENU_FILE)
    assert wrong.codes == ["K017"]


def test_a_source_exists(site: Site) -> None:
    assert site.with_(MENU).change("bron: koers", "bron: koerss", MENU_FILE).codes == ["K064"]
