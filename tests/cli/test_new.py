"""`wegwijs new`: a file that only asks for what a person must fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.sites import Site, write
from wegwijs.checks import check_site
from wegwijs.checks.zoeken import QUERIES
from wegwijs.cli import main
from wegwijs.documents import KINDS, Kind
from wegwijs.documents.skeleton import skeleton
from wegwijs.tree import Tree

TODAY = date(2026, 11, 21)
FILLED = "Dit is de tekst die hier hoort te staan."

FIXED = {
    "instrument": (("duur: {min: 180, max: 240}", "duur: {min: 20, max: 240}"),),
    "werkblad": (),
}
"""What a person changes besides the texts, because the examples of two fields do not belong together."""


def empty(text: str) -> str:
    (found,) = set(re.findall(r"^## .*\n\n(.*)\n", text, re.MULTILINE)) or {""}
    return found


def fill(kind: Kind, text: str) -> str:
    """What a person does: a text under every heading."""
    for old, new in FIXED.get(kind.id, ()):
        assert old in text
        text = text.replace(old, new)
    return text.replace(empty(text), FILLED) if empty(text) else text


def path_of(kind: Kind, tree: Tree) -> str:
    """A new file; a page of a value takes the place of the one that is there."""
    there = sorted(name for name in tree.entries if name.startswith(f"content/{kind.folder}/") and "index.md" not in name)
    return there[0] if kind.facet else f"content/{kind.folder}/iets-heel-nieuws-{kind.id}.md"


@pytest.fixture(scope="module")
def verdicts(real: Site) -> dict[str, tuple[set[str], set[str]]]:
    """What the check says of a new file of each kind, as it is made and as it is filled in."""
    paths = {kind.id: path_of(kind, real.tree) for kind in KINDS}
    texts = {kind.id: skeleton(kind, f"Iets heel nieuws: {kind.id}", TODAY) for kind in KINDS}
    full = {kind.id: fill(kind, texts[kind.id]) for kind in KINDS}
    # The model without what is about the whole site, and the one item that examples refer to.
    around = Tree(
        {
            name: entry
            for name, entry in real.tree.entries.items()
            if name.endswith((".md", ".yml")) and ("toolbox/" in name or "/peerreview" in name) and name != QUERIES
        }
    )
    found: list[dict[str, set[str]]] = []
    for files in (texts, full):
        new = Tree.of({paths[kind]: text for kind, text in files.items()})
        _catalogue, problems = check_site(around.with_entries(*new.entries.values()))
        found.append({kind: {problem.code for problem in problems.at(paths[kind])} for kind in files})
    return {kind: (found[0][kind], found[1][kind]) for kind in texts}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_new_file_asks_for_texts_and_when_filled_in_for_nothing(
    verdicts: dict[str, tuple[set[str], set[str]]], kind: Kind
) -> None:
    made, filled = verdicts[kind.id]
    assert made <= {"K096", "K072"}  # an empty heading; minutes that do not add up
    assert ("K096" in made) == bool(kind.shape.SECTIONS)
    assert filled == set()


def test_the_file_gets_the_name_of_the_title_and_is_never_written_over(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, tmp_path)
    arguments = ["--root", str(tmp_path), "new", "instrument", 'Kwaliteit: één "goede" vraag_& meer']
    made = tmp_path / "content/instruments/kwaliteit-een-goede-vraag-meer.md"
    assert main(arguments) == 0
    assert made.read_text(encoding="utf-8").startswith("---\ntitel: \"Kwaliteit: één 'goede' vraag_& meer\"\n")
    assert "staat klaar" in capsys.readouterr().out
    made.write_text("mijn werk", encoding="utf-8")
    assert main(arguments) == 1
    assert made.read_text(encoding="utf-8") == "mijn werk"
    assert "bestaat al" in capsys.readouterr().err


@pytest.mark.parametrize("title", ["", "!!!", "日本語", "index", "_"])
def test_a_title_that_gives_no_name_is_refused(
    site: Site, tmp_path: Path, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(write(site, tmp_path)), "new", "instrument", title]) == 1
    assert f'Van de titel "{title}" kan geen bestandsnaam gemaakt worden.' in capsys.readouterr().err


@pytest.mark.parametrize(
    "title", ["_Leren_ van -- elkaar-", "x" * 300, "regel\neen", "../../uitbraak", "C:\\Users \\x", "a # b: c"]
)
def test_any_other_title_gives_a_name_that_can_stand_in_an_address(site: Site, tmp_path: Path, title: str) -> None:
    write(site, tmp_path)
    before = set(tmp_path.rglob("*.md"))
    assert main(["--root", str(tmp_path), "new", "instrument", title]) == 0
    (made,) = set(tmp_path.rglob("*.md")) - before
    assert made.parent == tmp_path / "content/instruments"
    problems = check_site(Tree.of({f"content/instruments/{made.name}": made.read_bytes()}))[1]
    assert not {"K089", "K041", "K057", "K059"} & {problem.code for problem in problems}


def test_the_folder_is_made_when_it_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert main(["--root", str(tmp_path), "new", "coalitie", "Data in het gesprek"]) == 0
    assert (tmp_path / "content/coalities/data-in-het-gesprek.md").is_file()


def test_days_are_those_of_today_also_on_the_last_of_february() -> None:
    text = skeleton(KINDS[0], "Iets", date(2028, 2, 29))
    assert "gepubliceerd: 2028-02-29\n" in text
    assert "herzien_voor: 2029-02-01\n" in text
