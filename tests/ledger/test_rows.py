"""The text of the ledger: what a row looks like, and what is said of one that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wegwijs.ledger.ledger import Ledger
from wegwijs.ledger.rows import HEADER, Fault, Row, as_text, read_old, read_rows

TOP = ";".join(HEADER) + "\n"


def test_a_row_says_code_address_state_successor_reason_and_title() -> None:
    rows, faults = read_rows(TOP + "pr4x;instruments/peerreview/;ingetrokken;kt7n;Bestaat niet meer.;Peerreview\n")
    assert rows == (Row("pr4x", "instruments/peerreview/", "ingetrokken", "kt7n", "Bestaat niet meer.", "Peerreview", 2),)
    assert not faults


def test_an_ordinary_page_has_a_row_without_a_code() -> None:
    assert read_rows(TOP + ";over/privacy/;actueel;;;\n")[0] == (Row("", "over/privacy/", line=2),)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        # what identifies it
        ("PR4X;instruments/x/;actueel;;;X", "code"),
        ("aaaa;instruments/x/;actueel;;;X", "code"),
        ("pr4x;/instruments/x/;actueel;;;X", "adres"),
        ("pr4x;instruments/../x/;actueel;;;X", "adres"),
        ("pr4x;https://elders.nl/;actueel;;;X", "adres"),
        ("pr4x;instruments/x;actueel;;;X", "adres"),
        # what became of it
        ("pr4x;instruments/x/;weg;;;X", "staat"),
        ("pr4x;instruments/x/;doorverwezen;;;X", "geen_opvolger"),
        ("pr4x;instruments/x/;ingetrokken;;;X", "geen_reden"),
        ("pr4x;instruments/x/;doorverwezen;//elders;;X", "opvolger"),
        # the file
        ("pr4x;instruments/x/;actueel;;X", "cellen"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line(row: str, fault: str) -> None:
    rows, faults = read_rows(f"{TOP}{row}\n")
    assert not rows
    assert [(found.line, found.key) for found in faults] == [(2, fault)]


def test_another_first_line_is_one_fault() -> None:
    assert read_rows("code,adres\nx,y\n")[1] == (Fault(1, "kop", ";".join(HEADER)),)


def test_an_old_address_leads_to_a_code_and_stands_there_once() -> None:
    old, faults = read_old("oud_adres;code;titel\ndocument/x/;pr4x;X\ndocument/x/;kt7n;X\ndocument/y;kt7n;Y\n")
    assert old == {"document/x/": ("pr4x", 2)}
    assert [(fault.line, fault.key) for fault in faults] == [(3, "dubbel"), (4, "adres")]


@given(some.text(max_size=60), some.text(max_size=60))
def test_what_was_written_can_be_read_whatever_the_title(title: str, reason: str) -> None:
    row = Row("pr4x", "instruments/x/", "ingetrokken", "kt7n", reason, title)
    rows, faults = read_rows(TOP + as_text([row]))
    assert not faults
    assert [(found.code, found.address, found.state) for found in rows] == [("pr4x", "instruments/x/", "ingetrokken")]
    assert not rows[0].title.startswith(tuple("=+-@"))


@given(some.text(max_size=200))
def test_any_text_gives_rows_and_faults_and_never_an_exception(text: str) -> None:
    read_rows(text)
    read_rows(TOP + text)
    read_old("oud_adres;code;titel\n" + text)


def test_an_address_stays_with_the_code_it_was_first_given_to() -> None:
    ledger = Ledger((Row("pr4x", "instruments/x/"), Row("pr4x", "instruments/y/"), Row("kt7n", "instruments/x/")))
    assert ledger.owners == {"instruments/x/": "pr4x", "instruments/y/": "pr4x"}
    assert ledger.last["pr4x"].address == "instruments/y/"
