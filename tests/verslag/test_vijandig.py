"""The data of a verslag may be made by anybody: what is not exactly ours is refused, and no text in it ever does anything."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import BASE
from tests.verslag.contributions import WHERE, report
from wegwijs.verslag.gegevens import MOST_BYTES, Melding, Stuk, Verslag, Wijziging, as_json, read
from wegwijs.verslag.tekst import as_markdown
from wegwijs.verslag.veilig import quoted

MADE = report(BASE, BASE.change("fase: [verkennen]", "fase: [verkenen]"))

HOSTILE = (
    "@redactie lees dit",
    "#1 en owner/repo#2 en GH-3",
    "[klik](https://kwaad.nl)",
    "![x](https://kwaad.nl/x.png)",
    "https://kwaad.nl www.kwaad.nl iemand@kwaad.nl",
    "<script>alert(1)</script><img src=x onerror=y>",
    "` uit de aanhaling [x](y) `",
    "``` ~~~ ``",
    "<!-- wegwijs-verslag aaaa -->",
    "</details> ### Kop",
    "- [x] Goedgekeurd",
    "\u202eomgekeerd\u200b\u2066",
    "regel\nop regel\r\n\r\n# kop",
    "\\` \\` $\\int$ :tada:",
    "{van} {0} {__class__} %s",
)


def changed(**fields: Any) -> bytes:
    return json.dumps({**json.loads(as_json(MADE)), **fields}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{" * 1000,
        b" " * (MOST_BYTES + 1),
        changed(versie=2),
        changed(formaat="iets"),
        changed(extra="veld"),
        changed(goed=["zomaar"]),
        changed(raakt=["alles"]),
        changed(elders=-1),
        changed(elders="3"),
        changed(elders=10**30),
        changed(stukken=[{"pad": "x", "titel": "x", "soort": "virus", "wat": "nieuw"}]),
        changed(
            stukken=[{"pad": "x", "titel": "x", "soort": "instrument", "wat": "nieuw", "adres": "https://kwaad.nl/"}]
        ),
        changed(stukken=[{"pad": "x", "titel": "x", "soort": "instrument", "wat": "nieuw", "adres": "../../k/"}]),
        changed(stukken=[{"pad": "x", "titel": "x", "soort": "instrument", "wat": "nieuw"}] * 41),
        changed(meldingen=[{"code": "K012\n", "pad": "x"}]),
        changed(meldingen=[{"code": "X", "pad": "x"}]),
        changed(meldingen=[{"code": "K012", "pad": "x", "waarden": {"a b": "c"}}]),
        changed(meldingen=[{"code": "K012", "pad": "x", "waarden": {"a": ["c"]}}]),
    ],
)
def test_anything_else_than_what_we_make_is_refused(data: bytes) -> None:
    assert read(data) is None


def test_what_we_make_is_taken() -> None:
    assert read(as_json(MADE)) == MADE
    assert read(changed()) == MADE


def hostile(text: str) -> Verslag:
    """A verslag with the text in every place that takes one."""
    row = {"veld": "duur", "deel": text, "soort": "van_naar", "van": text, "naar": text}
    other = {"veld": "eigen_veld", "soort": "erbij", "wat": [text, text]}
    piece = {
        "pad": text,
        "titel": text,
        "soort": "instrument",
        "wat": "nieuw",
        "wijzigingen": [row, other],
        "bijlagen": [text],
    }
    problems = [
        {"code": "K012", "pad": text, "waarden": {"facet": text, "waarde": text, "bedoelde": text, "keuzes": text}},
        {"code": "K012", "pad": text, "waarden": {"facet": f'Bedoelde je "{text}"?'}},
        {"code": "K998", "pad": text, "waarden": {"facet": text}},
    ]
    found = read(changed(stukken=[piece], meldingen=problems))
    assert found
    return found


def outside_quotes(text: str) -> str:
    """What a host reads as Markdown: everything that is not between backticks."""
    return re.sub(r"`[^`\n]*`", "", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_somebody_else_is_shown_and_does_nothing(text: str) -> None:
    ours = outside_quotes(as_markdown(hostile("x"), WHERE))
    made = as_markdown(hostile(text), WHERE)
    assert outside_quotes(made) == ours
    assert all(line.count("`") % 2 == 0 for line in made.splitlines())


@given(
    st.text(min_size=1, max_size=300).filter(
        lambda text: any(sign.isprintable() and not sign.isspace() for sign in text)
    )
)
def test_no_text_at_all_gets_out_of_its_quotes(text: str) -> None:
    shown = quoted(text)
    assert shown.startswith("`")
    assert shown.endswith("`")
    assert "`" not in shown[1:-1]
    assert shown.isprintable()
    assert len(shown) <= 122


PLAIN = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_whatever_stands_in_the_file_there_is_no_fault(value: Any) -> None:
    assert read(json.dumps(value).encode("utf-8", "surrogatepass")) is None


def test_a_sentence_is_ours_even_when_the_values_are_missing_or_too_many() -> None:
    row = Melding(code="K012", pad="a.md", waarden={"niets": "x"})
    text = as_markdown(MADE.model_copy(update={"meldingen": (row,)}), WHERE)
    assert "`a.md`\n\n1. Regel 1: Deze keuze bestaat niet. [K012]" in text


def test_the_parts_do_not_change_after_they_are_made() -> None:
    with pytest.raises(ValueError, match="frozen"):
        MADE.elders = 3  # type: ignore[misc]
    assert Stuk(pad="p", titel="t", soort="pagina", wat="weg").wijzigingen == ()
    assert Wijziging(veld="duur", soort="leeg").van == ""
