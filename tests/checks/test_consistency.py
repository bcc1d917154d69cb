"""Consistency: what an item says agrees with itself."""

from __future__ import annotations

import pytest

from tests.sites import ITEM, Site

SECOND = "content/instruments/tweede-gesprek.md"
DIALOOG = "toolbox/waarden/dialoog.md"

COALITIE = """-- content/coalities/data.md --
---
titel: Data in het gesprek
samenvatting: Een groep mensen uit tien scholen zocht uit hoe teams beter over hun cijfers praten.
status: historisch
herkomst: {soort: coalitie, naam: Data}
facetten: {thema: [data]}
vorm: coalitie
periode: {van: 2022, tot: 2023}
vraag: Hoe praten teams beter over hun cijfers?
producten: [tweede-gesprek]
beheerder: Bureau Kwaliteitsnetwerk mbo
gepubliceerd: 2026-11-21
licentie: CC BY 4.0
---

## In het kort

Tien scholen gingen aan de slag.

## Wat het opleverde

Een werkvorm voor teams.

## Wat jij ermee kunt

Probeer de werkvorm uit.
"""


# --- Days and years ---


def test_dates_stand_in_the_order_of_time(site: Site) -> None:
    site.change("herzien_voor: 2027-11-01", "herzien_voor: 2025-11-01").says(
        '…:38:15 K071 fout: "herzien_voor" (2025-11-01) ligt voor "gepubliceerd" (2026-11-21). Verbeter een van de twee.'
    )
    updated = site.change("herzien_voor:", "bijgewerkt: 2027-01-01\nherzien_voor:")
    updated.is_fine()
    updated.change("bijgewerkt: 2027-01-01", "bijgewerkt: 2026-01-01").says(
        '…:38:13 K071 fout: "bijgewerkt" (2026-01-01) ligt voor "gepubliceerd" …'
    )
    updated.change("bijgewerkt: 2027-01-01", "bijgewerkt: 2028-01-01").says(
        '…:39:15 K071 fout: "herzien_voor" (2027-11-01) ligt voor "bijgewerkt" …'
    )
    site.change("herzien_voor: 2027-11-01", "herzien_voor: 2026-11-21").is_fine()


def test_years_stand_in_the_order_of_time(site: Site) -> None:
    coalitie = site.with_(COALITIE)
    coalitie.is_fine()
    coalitie.change("tot: 2023", "tot: 2021", "content/coalities/data.md").says(
        'content/coalities/data.md:8:27 K071 fout: "periode.tot" (2021) ligt voor "periode.van" (2022). …'
    )
    coalitie.change("{van: 2022, tot: 2023}", "{van: 2022}", "content/coalities/data.md").is_fine()
    site.change("volgorde: 1", "volgorde: 1\nsinds: 2025\ntot: 2020", DIALOOG).says(
        f'{DIALOOG}:6:6 K071 fout: "tot" (2020) ligt voor "sinds" (2025). …'
    )


def test_a_date_that_is_no_date_is_told_once(site: Site) -> None:
    site.change("herzien_voor: 2027-11-01", "herzien_voor: 2027-02-30").says("…:38:15 K020 …")


# --- Minutes and numbers ---


def test_the_least_is_not_above_the_most(site: Site) -> None:
    site.change("groep: {min: 4, max: 12}", "groep: {min: 14, max: 12}").says(
        '…:20:14 K070 fout: Bij "groep" is min (14) groter dan max (12). …'
    )
    site.change("duur: {min: 45, max: 60}", "duur: {min: 61, max: 60}").says("…:18:13 K070 …")
    site.change("groep: {min: 4, max: 12}", "groep: {min: 4, max: 4}").is_fine()


@pytest.mark.parametrize(("minutes", "fits"), [(14, False), (15, True), (30, True), (31, False)])
def test_the_minutes_of_the_steps_are_a_time_inside_the_duration(site: Site, minutes: int, fits: bool) -> None:
    changed = site.change("    minuten: 30", f"    minuten: {minutes}")
    wanted = (
        []
        if fits
        else [f'…:22:1 K072 fout: De minuten bij "stappen" zijn samen {minutes + 30}; de duur zegt 45 tot 60. …']
    )
    changed.says(*wanted)


def test_a_training_with_an_open_programme_adds_up_too(site: Site) -> None:
    training = (
        "-- content/trainingen/luisteren.md --\n---\ntitel: Leren luisteren\nsamenvatting: Een training van een dag voor docenten "
        "die beter willen leren luisteren.\nstatus: actueel\nherkomst: {soort: netwerk, naam: KN}\n"
        "facetten: {rol: [docent], thema: [data]}\n"
        "voor_wie: Voor docenten.\nje_leert: [open vragen stellen]\nvereist_voor: [tweede-gesprek]\nduur: {min: 480, max: 480}\n"
        "programma:\n  - {titel: Oefenen, minuten: 480, uitleg: Oefen in drietallen.}\naanmelden: https://www.kwaliteitsnetwerk-mbo.nl/\n"
        "beheerder: Bureau\ngepubliceerd: 2026-11-21\nlicentie: CC BY 4.0\n---\n\n## In het kort\n\nEen dag vol oefeningen.\n\n"
        "## Wat je leert\n\nOpen vragen stellen.\n\n## Wat je ermee kunt\n\nEen gesprek begeleiden.\n"
    )
    site.with_(training).is_fine()
    site.with_(training.replace("minuten: 480", "minuten: 470")).says("content/trainingen/luisteren.md:11:1 K072 …")


# --- Titles ---


@pytest.mark.parametrize(
    "title",
    ["Test", "test 123", "Een test", "Dit is een test", "Testpagina", "Testje!", "asdfasdf", "qwerty", "aaaa", "xxx", "Foo bar",
     "bla bla", "Lorem ipsum dolor", "Nieuw item", "Nieuwe pagina", "Titel", "Naamloos", "Todo: titel", "123", "---..."],
)  # fmt: skip
def test_a_title_that_is_only_a_trial_is_refused(site: Site, title: str) -> None:
    site.change("titel: Gesprek in een kring", f'titel: "{title}"').says(
        f'…:2:8 K100 fout: De titel "{title}" lijkt een probeersel. …'
    )


@pytest.mark.parametrize(
    "title",
    ["Toetsen testen we samen", "Het testament", "10 inzichten", "Nieuwe docenten", "Titelrollen", "Foto-safari"],
)
def test_a_real_title_is_not_taken_for_a_trial(site: Site, title: str) -> None:
    site.change("titel: Gesprek in een kring", f'titel: "{title}"').is_fine()


@pytest.mark.parametrize(
    "title",
    [
        "Tweede gesprek",
        "tweede Gesprek",
        "Het tweede gesprek",
        "Tweede gesprekken",
        "Gesprek: tweede",
        "Twede gesprek",
        "Tweede gespreks",
    ],
)
def test_two_items_of_one_sort_are_not_called_nearly_the_same(site: Site, title: str) -> None:
    site.change("titel: Gesprek in een kring", f'titel: "{title}"').says(
        f'{SECOND}:2:8 K101 let op: De titel "Tweede gesprek" lijkt op "{title}" (…). …'
    )


@pytest.mark.parametrize(
    "title", ["Derde gesprek", "Tweede vraag", "Tweede gesprek met studenten", "Gesprek in een vierkant"]
)
def test_titles_that_differ_in_a_word_are_different(site: Site, title: str) -> None:
    site.change("titel: Gesprek in een kring", f'titel: "{title}"').is_fine()


def test_titles_that_differ_in_a_figure_are_different_and_two_sorts_may_share_one(site: Site) -> None:
    first = site.change("titel: Gesprek in een kring", "titel: Kwaliteit in kleur 1")
    first.change("titel: Tweede gesprek", "titel: Kwaliteit in kleur 2", SECOND).is_fine()
    site.change("titel: Boek over luisteren", "titel: Tweede gesprek", "content/publicaties/boek.md").is_fine()


def test_an_item_that_is_not_of_now_may_miss_what_it_would_need(site: Site) -> None:
    text = site.text(ITEM)
    assert "voorbereiding: 30\n" in text
    site.change("status: actueel", "status: in-ontwikkeling").change("voorbereiding: 30\n", "").is_fine()
