"""Samples: for every message code a small site that triggers it and the same site put right. The help pages and the tests show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wegwijs.tree import Entry, Sort, Tree, read_tree

HERE = Path(__file__).parent / "words"
ITEM = "content/instruments/gesprek-in-een-kring.md"
"""The file that most samples change."""
SECOND = "content/instruments/tweede-gesprek.md"
SHEET = "content/werkbladen/blad-voor-de-kring.md"
PART = "toolbox/waarden/vertrouwen.md"

ENCODERS = {
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
}
COALITIE = """---
titel: Coalitie Luisteren
samenvatting: Een groep docenten uit tien scholen zoekt uit hoe een team beter leert luisteren.
status: actueel
herkomst: {soort: coalitie, naam: Coalitie Luisteren}
facetten: {thema: [kwaliteitscultuur]}
vorm: coalitie
periode: {van: 2026}
vraag: Hoe leert een team beter luisteren?
beheerder: Bureau Kwaliteitsnetwerk mbo
gepubliceerd: 2026-11-21
licentie: CC BY 4.0
---

## In het kort

Tien scholen gaan aan de slag.

## Wat het opleverde

Nog niets; de coalitie is net begonnen.

## Wat jij ermee kunt

Doe mee en luister.
"""


@dataclass(frozen=True)
class Sample:
    """What an author did, and what it should have been; both as a whole site and as the lines that matter."""

    code: str
    path: str
    """The file in which the problem shows."""
    wrong: Tree
    right: Tree
    wrong_text: str
    right_text: str
    also: frozenset[str]
    """Other codes that come with it, because one mistake can break two rules."""
    only_code: bool
    """Whether the whole model falls with it, so that other codes cannot be foretold."""


@cache
def base_site() -> Tree:
    """The small site without problems that every sample starts from."""
    return read_tree(HERE / "voorbeeldsite")


REASON = "reden_ingetrokken: Het tweede gesprek is opgegaan in het gesprek in een kring.\n"
WITHDRAWN = f"status: ingetrokken\n{REASON.rstrip()}"

HISTORY = """## In het kort

Een oud gesprek.

## Hoe het werkte

Iedereen sprak om de beurt.

## Wat ervoor in de plaats kwam

Het gesprek in een kring.
"""


def samples() -> Iterator[Sample]:
    """One sample for each message code that an author can meet."""
    text = (HERE / "berichten.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    for code, entry in entries.items():
        if "zonder_voorbeeld" not in entry:
            yield _sample(code, entry["voorbeeld"])


def _sample(code: str, row: Mapping[str, Any]) -> Sample:
    base = base_site()
    path = row.get("bestand", ITEM)
    text = base.entries[path].read(1_000_000).decode()
    wrong_text, right_text = str(row.get("fout", "")), str(row.get("goed", ""))
    if right_text and right_text not in text:
        raise ValueError(f"{code}: the sample changes text that {path} does not have: {right_text!r}")
    changed: str | bytes = (
        row.get("inhoud_fout") or text.replace(right_text, wrong_text, 1)
        if right_text
        else row.get("inhoud_fout", text)
    )
    if "herhaal" in row:
        changed = str(changed).replace("\n", "\n" + row["herhaal"] * row["keer"], 1)
    if "achteraan" in row:
        changed = str(changed) + row["achteraan"] * row["keer"]
    if "codering" in row:
        changed = ENCODERS[row["codering"]](text)
    wrong = base.with_entries(_entry(path, changed)) if changed != text else base
    for other, content in row.get("bestanden_erbij", {}).items():
        wrong = wrong.with_entries(_entry(other, content))
    for other, content in row.get("bestanden_fout", {}).items():
        # What somebody wrote is shown; of a file that is itself the mistake its name says enough.
        path, wrong_text = other, content if "\n" in content else other
        wrong = wrong.with_entries(_other(other, content, base))
    right = base
    for other, content in row.get("bestanden_goed", {}).items():
        right, right_text = right.with_entries(_entry(other, content)), content
    if "weg" in row:
        path = wrong_text = row["weg"]
        wrong = Tree({name: entry for name, entry in wrong.entries.items() if name != path})
    if "inhoud_fout" in row:
        wrong_text, right_text = str(row["inhoud_fout"]), text[:160]
    path = row.get("toont_in", path)
    return Sample(
        code, path, wrong, right, wrong_text, right_text, frozenset(row.get("ook", ())), bool(row.get("alleen_code"))
    )


def _entry(path: str, content: str | bytes) -> Entry:
    return Tree.of({path: content}).entries[path]


def _other(path: str, content: str, base: Tree) -> Entry:
    def text(name: str) -> str:
        return base.entries[name].read(1_000_000).decode()

    made = {
        "instrument": lambda: _fresh(text(SECOND)),
        "ingetrokken": lambda: _withdrawn(text(SECOND)),
        "ingetrokken-zonder-reden": lambda: _withdrawn(_fresh(text(SECOND))).replace(REASON, ""),
        "vervangt-terug": lambda: text(SECOND).replace("doel:", "verwant: {vervangt: [gesprek-in-een-kring]}\ndoel:"),
        "lopende-coalitie": lambda: COALITIE,
        "werkblad": lambda: text(SHEET).replace("Blad voor de kring", "Ander blad"),
        "element": lambda: text(PART),
        "kijkrichting": lambda: text(PART).replace("volgorde: 2", "volgorde: 2\nroute: [dialoog]"),
    }
    if content == "koppeling":
        return Entry(path, Sort.LINK, 0, lambda _limit: b"")
    if content == "groot":
        return replace(_entry(path, "x"), size=11_000_000)
    return _entry(path, made[content]() if content in made else content)


def _fresh(text: str) -> str:
    return text.replace("code: ghjk\n", "").replace("Tweede gesprek", "Heel iets anders")


def _withdrawn(text: str) -> str:
    meta, _, _body = text.replace("status: actueel", WITHDRAWN).partition("## In het kort")
    return meta + HISTORY
