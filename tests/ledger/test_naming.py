"""Codes: always the same for the same thing, never given twice, never a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from wegwijs.fields import CODE_ALPHABET
from wegwijs.ledger.holders import Holder
from wegwijs.ledger.ledger import Ledger
from wegwijs.ledger.naming import AVOIDED, assign, code_for, is_decent
from wegwijs.ledger.rows import Row
from wegwijs.source import Source


def holder(path: str, code: str = "") -> Holder:
    return Holder(code, f"{path}/", path.title(), Source(f"content/{path}.md", {}))


def test_a_code_is_four_signs_that_cannot_be_misread() -> None:
    code = code_for("instruments/peerreview/", ())
    assert len(code) == 4
    assert set(code) <= set(CODE_ALPHABET)
    assert not set("aeiou01l") & set(CODE_ALPHABET)


def test_the_same_address_gives_the_same_code_on_every_machine() -> None:
    assert code_for("instruments/peerreview/", ()) == code_for("instruments/peerreview/", ()) == "42mm"


def test_a_code_that_was_ever_given_is_not_given_again() -> None:
    assert code_for("instruments/peerreview/", {"42mm"}) != "42mm"


@given(some.text(max_size=30))
def test_no_code_reads_as_a_word_or_a_number(seed: str) -> None:
    code = code_for(seed, ())
    assert is_decent(code)
    assert not code.isalpha()
    assert not code.isdigit()
    assert not any(word in code for word in AVOIDED)


def test_thousands_get_codes_and_all_are_different() -> None:
    given_codes = assign([holder(f"item-{number}") for number in range(4000)], Ledger())
    assert len(set(given_codes.values())) == 4000


def test_what_has_a_code_keeps_it_and_what_lost_it_gets_it_back() -> None:
    ledger = Ledger((Row("pr4x", "een/"), Row("kt7n", "twee/")))
    found = assign([holder("een"), holder("twee", "kt7n"), holder("drie")], ledger)
    assert found["content/een.md"] == "pr4x"
    assert "content/twee.md" not in found
    assert found["content/drie.md"] not in ("pr4x", "kt7n")


def test_a_code_of_something_that_is_gone_stays_its_own() -> None:
    ledger = Ledger((Row(code_for("een/", ()), "elders/", "ingetrokken", "", "Weg.", "Een"),))
    assert assign([holder("een")], ledger)["content/een.md"] not in ledger.last
