"""What must be looked at again: on the page, in a calendar, on the item itself, and as an issue."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import ITEM, Site, write
from wegwijs.addresses import GROWING, MAINTENANCE, url_of
from wegwijs.cli import main
from wegwijs.onderhoud import names_of_files
from wegwijs.samples import SECOND
from wegwijs.views import groei, onderhoud
from wegwijs.views.agenda import Day, calendar
from wegwijs.views.context import Context
from wegwijs.views.praktijk import practice_of
from wegwijs.views.site import site_files, site_pages

ONLINE = "https://voorbeeld.nl/"
BOOK = "content/publicaties/boek.md"
BEFORE, AFTER = date(2027, 10, 31), date(2027, 11, 1)


def context(site: Site, today: date | None = AFTER) -> Context:
    return Context(site.catalogue, partial(url_of, directories=True), site_title="Proef", site_url=ONLINE, today=today)


@pytest.fixture
def shared(site: Site) -> Site:
    """Two keepers, one of them written in two ways, and something without a day."""
    site = site.change("beheerder: Bureau Kwaliteitsnetwerk mbo", "beheerder: Vonk, team kwaliteit", SECOND)
    site = site.change("herzien_voor: 2027-11-01", "herzien_voor: 2028-03-01", SECOND)
    return site.change("beheerder: Bureau", "beheerder: bureau", BOOK).change("herzien_voor: 2027-11-01\n", "", BOOK)


# --- The page ---


def test_the_page_lists_what_is_due_and_everything_by_keeper(shared: Site) -> None:
    view = onderhoud.maintenance_view(context(shared))
    assert view.now == "1 item is nu aan de beurt."
    assert view.as_of == "Stand van 1 november 2027."
    assert [(row.link.title, row.day, keeper) for row, keeper in view.due] == [
        ("Gesprek in een kring", "voor 1 november 2027", "Bureau Kwaliteitsnetwerk mbo")
    ]
    assert [(group.name, group.count) for group in view.groups] == [
        ("Bureau Kwaliteitsnetwerk mbo", "2 items"),
        ("Vonk, team kwaliteit", "1 item"),
    ]
    assert [(row.link.title, row.day) for row in view.groups[0].rows] == [
        ("Gesprek in een kring", "voor 1 november 2027"),
        ("Boek over luisteren", "nog zonder dag"),
    ]


@pytest.mark.parametrize("today", [None, BEFORE])
def test_before_its_day_nothing_is_due(site: Site, today: date | None) -> None:
    view = onderhoud.maintenance_view(context(site, today))
    assert view.now == "Er is nu niets aan de beurt. Mooi."
    assert not view.due


def test_the_page_and_the_shelf_can_be_linked_to_and_found(site: Site) -> None:
    assert {MAINTENANCE, GROWING} <= set(site_pages(context(site)))
    site.change(
        "Laat stiltes vallen.", "Zie [onderhoud](../bijdragen/onderhoud.md) en [groei](in-ontwikkeling.md)."
    ).is_fine()


def test_what_is_history_needs_no_looking_at(site: Site) -> None:
    old = site.change("status: actueel", "status: historisch", SECOND)
    titles = [row.page.title for row in onderhoud.reviews(old.catalogue)]
    assert "Tweede gesprek" not in titles
    assert "Blad voor de kring" not in titles, "a sheet goes with its item"


# --- The item ---


def test_an_item_says_kindly_that_its_day_has_come(site: Site) -> None:
    page = site.catalogue.by_path[ITEM]
    assert practice_of(context(site, BEFORE), page.item).due == ""
    assert practice_of(context(site, None), page.item).due == ""
    assert practice_of(context(site), page.item).due.startswith(
        "We wilden dit voor 1 november 2027 nakijken. Je kunt het gewoon"
    )


# --- The calendar ---


def parsed(data: bytes) -> list[tuple[str, str, str]]:
    """Name, parameters and value of every line, read as strictly as RFC 5545 says."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    text = b"\r\n".join(lines).decode().replace("\r\n ", "")
    found = []
    for line in text.split("\r\n"):
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        assert name.replace("-", "").isalnum() and name == name.upper(), line  # noqa: PT018 - one sentence
        found.append((name, parameters, value))
    return found


def events(data: bytes) -> list[dict[str, str]]:
    rows = parsed(data)
    assert rows[0] == ("BEGIN", "", "VCALENDAR")
    assert rows[-1] == ("END", "", "VCALENDAR")
    assert ("VERSION", "", "2.0") in rows
    open_parts: list[str] = []
    found: list[dict[str, str]] = []
    for name, _parameters, value in rows:
        if name == "BEGIN":
            open_parts.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert open_parts.pop() == value
        elif open_parts[-1] == "VEVENT":
            assert name not in found[-1], f"{name} stands once in an event"
            found[-1][name] = value
    assert not open_parts
    return found


def test_each_keeper_has_a_calendar_and_there_is_one_with_everything(shared: Site) -> None:
    made = {path: data for path, data in site_files(context(shared)).items() if path.endswith(".ics")}
    folder = "bijdragen/onderhoud"
    assert set(made) == {
        f"{folder}/alles.ics",
        f"{folder}/bureau-kwaliteitsnetwerk-mbo.ics",
        f"{folder}/vonk-team-kwaliteit.ics",
    }
    everything = events(made[f"{folder}/alles.ics"])
    assert [event["SUMMARY"] for event in everything] == ["Nakijken: Gesprek in een kring", "Nakijken: Tweede gesprek"]
    (event,) = events(made[f"{folder}/vonk-team-kwaliteit.ics"])
    assert (event["DTSTART"], event["DTEND"], event["DTSTAMP"]) == ("20280301", "20280302", "20261121T000000Z")
    assert event["UID"] == "nakijken-ghjk@wegwijs-in-kwaliteit"
    assert event["URL"] == "https://voorbeeld.nl/k/ghjk/"
    assert "Beheerder is Vonk\\, team kwaliteit." in event["DESCRIPTION"]
    links = [group.agenda.url for group in onderhoud.maintenance_view(context(shared)).groups if group.agenda]
    assert set(links) | {onderhoud.ALL} == set(made)


def test_another_day_moves_the_event_and_does_not_double_it(site: Site) -> None:
    later = site.change("herzien_voor: 2027-11-01", "herzien_voor: 2028-11-01")
    first, second = (events(onderhoud.files(context(each))[onderhoud.ALL]) for each in (site, later))
    assert {event["UID"] for event in first} == {event["UID"] for event in second}
    assert len({event["UID"] for event in first}) == len(first)


@given(st.text(max_size=300))
def test_any_text_fits_in_a_calendar(text: str) -> None:
    made = calendar(text, [Day("uid", AFTER, text, text, "", BEFORE)])
    (event,) = events(made)
    value = event["SUMMARY"].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert (
        "".join(value.split()) == "".join("".join(sign for sign in text if sign.isprintable()).split()) or "\\" in text
    )


def test_keepers_with_nearly_the_same_name_have_a_file_each() -> None:
    made = names_of_files({"Vonk": 0, "vonk!": 0, "Alles": 0, "…": 0})
    assert len(set(made.values())) == 4
    assert "alles" not in made.values()


# --- What still grows ---


def test_what_is_in_development_stands_on_a_shelf_of_its_own(site: Site) -> None:
    site = site.change(
        "status: actueel", "status: in-ontwikkeling\nhulp_gevraagd: Twee teams die het proberen.", SECOND
    )
    site.is_fine()
    (item,) = groei.growing_view(context(site)).items
    assert (item.card.title, item.asked) == ("Tweede gesprek", "Twee teams die het proberen.")
    invitation = groei.invitation(context(site))
    assert invitation
    assert invitation.title == "Er is nog 1 item in ontwikkeling. Help mee het af te maken"
    assert invitation.url == "instruments/in-ontwikkeling/"


def test_an_empty_shelf_still_invites(site: Site) -> None:
    assert not groei.growing_view(context(site)).items
    assert groei.invitation(context(site)) is None


# --- The issue ---


def test_the_command_lists_what_is_due_by_keeper(
    shared: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(shared, tmp_path / "project")
    (root / "mkdocs.yml").write_text("site_url: https://voorbeeld.nl/\n", encoding="utf-8")
    assert main(["--root", str(root), "onderhoud", "--dag", "2028-02-15", "--uit", str(tmp_path / "uit.md")]) == 0
    assert capsys.readouterr().out == "1 aan de beurt, 1 binnen een maand.\n"
    text = (tmp_path / "uit.md").read_text(encoding="utf-8")
    assert (
        "### `Bureau Kwaliteitsnetwerk mbo`\n\n- [ ] `Gesprek in een kring` voor 1 november 2027 [instruments/" in text
    )
    assert text.endswith("Binnen een maand komt er nog 1 item aan de beurt.\n")


def test_with_nothing_due_the_text_is_empty(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(site, tmp_path)
    assert main(["--root", str(root), "onderhoud", "--dag", "2026-12-01"]) == 0
    assert capsys.readouterr().out == "0 aan de beurt, 0 binnen een maand.\n"
    assert main(["--root", str(root), "onderhoud", "--dag", "morgen"]) == 2
    assert "jaar-maand-dag" in capsys.readouterr().err
