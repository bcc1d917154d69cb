"""Fields: which values a field takes, and as what."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from wegwijs import fields

TAKEN = [
    # numbers as typed, never guessed
    (fields.Number, "0", 0),
    (fields.Number, "-3", -3),
    (fields.Number, "123456789", 123456789),
    (fields.Year, "2025", 2025),
    (fields.Minutes, "90", 90),
    (fields.Day, "2026-11-21", date(2026, 11, 21)),
    (fields.Day, "2028-02-29", date(2028, 2, 29)),
    # names
    (fields.Slug, "10-inzichten-x-4-rollen", "10-inzichten-x-4-rollen"),
    (fields.Slug, "dialoog\n", "dialoog"),
    (fields.Code, "pr4x", "pr4x"),
    (fields.Code, "bcdf\n", "bcdf"),
    (fields.Letter, "V\n", "V"),
    (fields.Address, "https://www.kwaliteitsnetwerk-mbo.nl/a?b=c#d", "https://www.kwaliteitsnetwerk-mbo.nl/a?b=c#d"),
    # texts: one line stays one line
    (fields.Title, "  Peerreview ", "Peerreview"),
    (fields.Title, "Gesprek in\neen kring\n", "Gesprek in een kring"),
    (fields.Short, "a\n\nb", "a b"),
    (fields.Text, "Eerst.\n\nDan.", "Eerst.\n\nDan."),
    # one value or a list
    (fields.Choice, "werkvorm", ("werkvorm",)),
    (fields.Choice, ["docent", "student"], ("docent", "student")),
    (fields.Choice, [], ()),
]

REFUSED = [
    *(
        (fields.Number, value, "number")
        for value in ("012", "1.5", "1e3", "12:30", "1 000", "1_000", "+1", "negentig", "")
    ),
    (fields.Number, "1234567890", "number"),
    (fields.Number, "1٣", "int_parsing"),
    (fields.Number, ["1"], "int_type"),
    (fields.Year, "1989", "greater_than_equal"),
    (fields.Year, "20255", "less_than_equal"),
    (fields.Minutes, "0", "greater_than_equal"),
    *(
        (fields.Day, value, "date")
        for value in ("21 november 2026", "21-11-2026", "2026-1-2", "2026-02-30", "20261121", "٢٠٢٦-١١-٢١")
    ),
    (fields.Day, {}, "date_type"),
    *(
        (fields.Slug, value, "string_pattern_mismatch")
        for value in ("Dialoog", "a b", "é", "a--b", "-a", "a-", "a_b", "../a", "a\nb", "")
    ),
    (fields.Slug, "a" * 81, "string_too_long"),
    *((fields.Code, value, "string_pattern_mismatch") for value in ("pr1x", "aeio", "abc", "PR4X", "bcdfghjk")),
    *((fields.Letter, value, "string_pattern_mismatch") for value in ("VV", "v", "1", "")),
    *(
        (fields.Address, value, "address")
        for value in ("www.voorbeeld.nl", "ftp://a.nl", "javascript:alert(1)", "https://a", "https://a b.nl")
    ),
    (fields.Address, "https://a.nl/" + "a" * 500, "string_too_long"),
    (fields.Title, "ab", "string_too_short"),
    (fields.Title, "a" * 101, "string_too_long"),
    (fields.Sentence, "Te kort.", "string_too_short"),
    (fields.Text, "a" * 1201, "string_too_long"),
    (fields.Short, " \n ", "string_too_short"),
    (fields.Choice, {}, "tuple_type"),
    (fields.Choice, [["docent"]], "string_type"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), TAKEN)
def test_a_field_takes_what_an_author_means(kind: Any, typed: object, value: object) -> None:
    assert TypeAdapter(kind).validate_python(typed) == value


@pytest.mark.parametrize(("kind", "typed", "why"), REFUSED)
def test_a_field_refuses_what_it_would_have_to_guess_at(kind: Any, typed: object, why: str) -> None:
    with pytest.raises(ValidationError) as fault:
        TypeAdapter(kind).validate_python(typed)
    assert [error["type"] for error in fault.value.errors()] == [why]


def test_a_short_code_has_no_vowels_and_no_signs_that_look_alike() -> None:
    assert not set(fields.CODE_ALPHABET) & set("aeiou01ly")
    assert len(set(fields.CODE_ALPHABET)) == len(fields.CODE_ALPHABET)


def test_what_was_read_never_changes_and_unknown_fields_are_refused() -> None:
    class Small(fields.Shape):
        name: fields.Slug

    made = Small.model_validate({"name": "a"})
    with pytest.raises(ValidationError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Small.model_validate({"name": "a", "other": "b"})


def test_a_slug_is_what_stands_in_an_address() -> None:
    assert re.fullmatch(fields.SLUG, "data-2")
    assert not re.fullmatch(fields.SLUG, "data-2\n")
