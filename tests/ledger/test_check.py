"""The check: no published address or code may stop working. The samples of K140 to K149 are the rest of this story."""

from __future__ import annotations

import pytest

from tests.sites import Site
from wegwijs.ledger.holders import register_of
from wegwijs.ledger.naming import assign
from wegwijs.ledger.recording import additions
from wegwijs.ledger.rows import HEADER, LEDGER, as_text
from wegwijs.samples import ITEM, SECOND, SHEET

TOP = ";".join(HEADER) + "\n"


def published(site: Site) -> Site:
    """The site as `wegwijs codes` leaves it."""
    register = register_of(site.catalogue)
    for path, code in assign(register.holders, register.ledger).items():
        text = site.text(path)
        line = next(line for line in text.splitlines() if line.startswith("titel:"))
        site = site.change(line, f"{line}\ncode: {code}", path)
    rows = additions(register_of(site.catalogue))
    return site.bytes(LEDGER, (TOP + as_text(rows)).encode())


def moved(site: Site, old: str, new: str) -> Site:
    return site.copy(old, new).without(old)


def test_a_site_without_a_ledger_is_not_bothered(site: Site) -> None:
    site.is_fine()


def test_a_published_site_is_fine(site: Site) -> None:
    published(site).is_fine()


def test_moving_is_allowed_and_asks_to_be_written_down(site: Site) -> None:
    after = moved(published(site), SHEET, "content/werkbladen/kringblad.md")
    assert after.codes == ["K141"]
    assert register_of(after.catalogue).routes.addresses["werkbladen/blad-voor-de-kring/"] == "werkbladen/kringblad/"


def test_withdrawing_with_a_reason_is_allowed_and_asks_to_be_written_down(site: Site) -> None:
    after = published(site).change(
        "status: actueel", "status: ingetrokken\nreden_ingetrokken: Niemand gebruikte het.", SHEET
    )
    assert after.codes == ["K141"]


def test_taking_a_file_away_is_an_error_at_its_last_row(site: Site) -> None:
    after = published(site).without(SHEET)
    (problem,) = after.problems
    row = next(row for row in register_of(after.catalogue).ledger.rows if row.title == "Blad voor de kring")
    assert (problem.code, problem.place.path, problem.place.line) == ("K142", LEDGER, row.line)


def test_a_file_that_cannot_be_read_is_not_called_gone(site: Site) -> None:
    after = published(site).change("titel: Blad voor de kring", "titel: [Blad", SHEET)
    assert "K142" not in after.codes


def test_a_ledger_with_an_unreadable_row_says_only_that(site: Site) -> None:
    after = published(site).append("onzin\n", LEDGER).without(SHEET)
    assert after.codes == ["K145"]


@pytest.mark.parametrize("folder", ["k", "insluiten"])
def test_nobody_writes_where_the_pages_of_the_codes_are(site: Site, folder: str) -> None:
    site.with_(f"-- content/{folder}/bcdf.md --\n---\ntitel: Iets\n---\nTekst.\n").says(
        f'content/{folder}/bcdf.md:1:1 K065 fout: De naam "{folder}/bcdf/" is al van de korte codes. Geef dit bestand een andere naam.'
    )


def test_an_ordinary_page_cannot_take_the_address_of_an_item(site: Site) -> None:
    before = moved(published(site), ITEM, "content/instruments/kringgesprek.md")
    rows = additions(register_of(before.catalogue))
    before = before.append(as_text(rows), LEDGER)
    after = before.with_("-- content/instruments/gesprek-in-een-kring/index.md --\n---\ntitel: Iets anders\n---\nTekst.\n")
    assert "K144" in after.codes


def test_two_ways_in_cannot_share_a_code(site: Site) -> None:
    text = site.text(SECOND)
    assert "code: ghjk" in text
    assert "K067" in site.change("titel: Dialoog", "titel: Dialoog\ncode: ghjk", "toolbox/waarden/dialoog.md").codes


def test_successors_in_a_circle_are_an_error(site: Site) -> None:
    rows = "zztz;instruments/een/;doorverwezen;wwtw;;Een\nwwtw;instruments/twee/;doorverwezen;zztz;;Twee\n"
    assert published(site).append(rows, LEDGER).codes == ["K146", "K146"]


def test_the_successor_of_something_withdrawn_must_exist(site: Site) -> None:
    row = "zztz;instruments/een/;ingetrokken;wwtw;Weg.;Een\n"
    assert published(site).append(row, LEDGER).codes == ["K146"]


def test_the_real_site_has_its_codes_and_the_three_known_addresses_of_before(real: Site) -> None:
    register = register_of(real.catalogue)
    assert register.has_ledger
    assert all(holder.code for holder in register.holders)
    found = register.routes.addresses
    assert found["document/onderwijsinnovatie-en-kwaliteit-vriend-of-vijand/"] == "publicaties/onderwijsinnovatie-en-kwaliteit/"
    assert found["document/10-inzichten-x-vier-rollen/"] == "publicaties/10-inzichten-x-4-rollen-publicatie/"
    assert found["document/spel-10-inzichten-x-vier-rollen/"] == "instruments/spel-10-inzichten-x-4-rollen/"
