"""`wegwijs check`: all problems at once, for a person, a program or GitHub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ITEM, Site, write
from wegwijs.cli import main

SECOND = "content/instruments/tweede-gesprek.md"


@pytest.fixture
def faulty(site: Site) -> Site:
    """Two errors and a warning, in two files."""
    return (
        site.change("fase: [verkennen]", "fase: [verkenen]")
        .change("doel: Samen", "doel:\u00a0Samen", SECOND)
        .change("voorbereiding: 30", "voorbereiding: 12:30", SECOND)
    )


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "check", *arguments])


def test_a_good_site_is_said_to_be_good(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(site, tmp_path)) == 0
    assert capsys.readouterr().out == "Alles klopt: 8 bestanden nagekeken, geen problemen.\n"


def test_all_problems_come_at_once_one_line_each_with_a_count(
    faulty: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(faulty, tmp_path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:-1] == [problem.line() for problem in faulty.problems]
    assert [line.split()[1] for line in lines[:-1]] == ["K012", "K048", "K018"]
    assert lines[-1].startswith("2 fouten en 1 punt om op te letten in 7 goed leesbare bestanden.")


def test_warnings_alone_are_no_failure(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(site.change("doel: Samen", "doel:\u00a0Samen"), tmp_path)) == 0
    assert "0 fouten en 1 punt om op te letten" in capsys.readouterr().out


def test_for_a_program_there_is_one_list_in_json(
    faulty: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(faulty, tmp_path), "--format", "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "path": ITEM,
        "line": 13,
        "column": 10,
        "code": "K012",
        "severity": "fout",
        "text": 'Fase "verkenen" bestaat niet.',
        "way_out": 'Bedoelde je "verkennen"? Je kunt kiezen uit: verkennen, evalueren.',
    }
    assert [row["severity"] for row in rows] == ["fout", "let op", "fout"]


def test_without_problems_the_list_is_empty(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(site, tmp_path), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(tmp_path, "--format", "github") == 0
    assert capsys.readouterr().out == ""


def test_for_github_each_problem_is_a_command_beside_its_line(
    faulty: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(faulty, tmp_path), "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        f"::error file={ITEM},line=13,col=10,title=K012 Deze keuze bestaat niet::"
        'Fase "verkenen" bestaat niet. Bedoelde je "verkennen"? Je kunt kiezen uit: verkennen, evalueren.'
    )
    assert lines[1].startswith(f"::warning file={SECOND},line=")


def test_for_github_signs_that_mean_something_are_escaped(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = site.bytes("content/instruments/a,b: 100%\n::error::.md", b"---\n")
    odd = odd.change("fase: [verkennen]", '"100%": [x]\n  fase: [verkennen]')
    assert run(write(odd, tmp_path), "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(
        "::error file=content/instruments/a%2Cb%3A 100%25 %3A%3Aerror%3A%3A.md,line=1,col=1,title=K089"
    )
    assert 'Het kenmerk "100%25" bestaat niet.' in lines[1]


def test_problems_in_changed_files_come_first(faulty: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = tmp_path / "gewijzigd.txt"
    changed.write_text(f"README.md\n{SECOND}\ncontent/een bestand.md\n", encoding="utf-8")
    assert run(write(faulty, tmp_path), "--changed", str(changed)) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == [SECOND, SECOND, ITEM]


def test_a_list_of_changed_files_may_be_missing_or_odd(faulty: Site, tmp_path: Path) -> None:
    write(faulty, tmp_path)
    assert run(tmp_path, "--changed", str(tmp_path / "niets")) == 1
    (tmp_path / "vreemd").write_bytes(b"\xff\xfe\n")
    assert run(tmp_path, "--changed", str(tmp_path / "vreemd")) == 1


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_terminal_that_knows_no_accents_still_gets_everything(faulty: Site, tmp_path: Path, form: str) -> None:
    """Also when a file name is no text at all."""
    write(faulty.change("titel: Gesprek in een kring", "titel: “Één→kring”"), tmp_path)
    with open(os.fsencode(tmp_path) + b"/content/\xff\n.md", "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(b"x")
    command = [sys.executable, "-m", "wegwijs.cli", "--root", str(tmp_path), "check", "--format", form]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"K089" in done.stdout
    assert b"K044" in done.stdout


def test_for_github_no_more_than_it_shows_and_how_many_there_are_left(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub shows ten errors and ten warnings of a step and drops the others without a word."""
    odd = site.change("zoekwoorden: [kring]", "facetten_: x\n" + "".join(f"veld{number}: x\n" for number in range(14)))
    assert run(write(odd.change("doel: Samen", "doel:\u00a0Samen"), tmp_path), "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 1
    assert lines[-1].startswith("::notice::Nog 5 meldingen van de 16 staan niet hierboven.")
