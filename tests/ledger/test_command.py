"""`wegwijs codes`: what an editor does at acceptance, and before publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijs.cli import main
from wegwijs.ledger.rows import LEDGER
from wegwijs.samples import ITEM, SECOND, SHEET, base_site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small sample site on disk."""
    for path, entry in base_site().entries.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(entry.read(1_000_000))
    return tmp_path


def codes(project: Path, *options: str) -> int:
    return main(["--root", str(project), "codes", *options])


def code_of(project: Path, path: str) -> str:
    lines = (project / path).read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("code: ") for line in lines if line.startswith("code: "))


def test_everything_gets_a_code_one_line_below_its_title_and_nothing_else_changes(project: Path) -> None:
    before = (project / SHEET).read_bytes()
    assert codes(project) == 0
    after = (project / SHEET).read_bytes()
    line = f"code: {code_of(project, SHEET)}\n".encode()
    assert after.replace(line, b"") == before
    assert after.splitlines()[2] + b"\n" == line


def test_line_ends_of_windows_and_a_title_on_two_lines_stay_as_they_are(project: Path) -> None:
    text = (project / SHEET).read_text(encoding="utf-8").replace("titel: Blad voor de kring", "titel: >-\n  Blad voor\n  de kring")
    before = text.replace("\n", "\r\n").encode()
    (project / SHEET).write_bytes(before)
    codes(project)
    after = (project / SHEET).read_bytes()
    assert after.replace(f"code: {code_of(project, SHEET)}\r\n".encode(), b"") == before


def test_a_second_time_changes_nothing(project: Path) -> None:
    codes(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert codes(project) == 0
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_before_publishing_the_check_says_what_is_missing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(project, "--check") == 1
    assert "Voer wegwijs codes uit." in capsys.readouterr().out
    codes(project)
    capsys.readouterr()
    assert codes(project, "--check") == 0
    assert capsys.readouterr().out.startswith("Alles klopt: ")


def test_a_renamed_item_keeps_its_code_and_its_new_address_is_added(project: Path) -> None:
    codes(project)
    code = code_of(project, SHEET)
    (project / SHEET).rename(project / "content/werkbladen/kringblad.md")
    assert codes(project, "--check") == 1
    assert codes(project) == 0
    rows = [line for line in (project / LEDGER).read_text(encoding="utf-8").splitlines() if line.startswith(code)]
    assert [row.split(";")[1] for row in rows] == ["werkbladen/blad-voor-de-kring/", "werkbladen/kringblad/"]


def test_a_file_that_is_gone_stops_the_check_until_somebody_says_why(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes(project)
    code = code_of(project, SHEET)
    (project / SHEET).unlink()
    assert main(["--root", str(project), "check"]) == 1
    assert f'K142 fout: Er is geen bestand meer met de code "{code}"' in capsys.readouterr().out
    assert codes(project, "--intrekken", code) == 1
    assert codes(project, "--intrekken", code, "--reden", "Niemand gebruikte het.", "--opvolger", "bcdf") == 0
    assert main(["--root", str(project), "check"]) == 0
    last = (project / LEDGER).read_text(encoding="utf-8").splitlines()[-1]
    assert last == f"{code};werkbladen/blad-voor-de-kring/;ingetrokken;bcdf;Niemand gebruikte het.;Blad voor de kring"


@pytest.mark.parametrize("options", [("--intrekken", "zztz"), ("--intrekken", "bcdf", "--reden", "Weg.")])
def test_only_what_was_published_and_is_gone_can_be_withdrawn(project: Path, options: tuple[str, ...]) -> None:
    codes(project)
    before = (project / LEDGER).read_bytes()
    assert codes(project, *options) == 1
    assert (project / LEDGER).read_bytes() == before


def test_a_successor_must_exist(project: Path) -> None:
    codes(project)
    code = code_of(project, SHEET)
    (project / SHEET).unlink()
    assert codes(project, "--intrekken", code, "--opvolger", "zztz") == 1
    assert codes(project, "--intrekken", code, "--opvolger", "instruments/tweede-gesprek/") == 0


def test_a_changed_code_is_an_error_and_a_lost_one_comes_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes(project)
    text = (project / ITEM).read_text(encoding="utf-8")
    (project / ITEM).write_text(text.replace("code: bcdf", "code: kqmn"), encoding="utf-8")
    assert main(["--root", str(project), "check"]) == 1
    assert 'K148 fout: Bij dit adres hoort de code "bcdf". Hier staat nu: kqmn.' in capsys.readouterr().out
    (project / ITEM).write_text(text.replace("code: bcdf\n", ""), encoding="utf-8")
    assert codes(project) == 0
    assert (project / ITEM).read_text(encoding="utf-8") == text


def test_an_address_never_gets_a_second_life(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes(project)
    (project / SHEET).rename(project / "content/werkbladen/kringblad.md")
    codes(project)
    other = (project / "content/werkbladen/kringblad.md").read_text(encoding="utf-8")
    code = code_of(project, "content/werkbladen/kringblad.md")
    (project / SHEET).write_text(other.replace(f"code: {code}\n", "").replace("Blad voor de kring", "Iets heel anders"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(project), "check"]) == 1
    assert f"{SHEET}:1:1 K144 fout: " in capsys.readouterr().out


def test_the_ledger_only_grows(project: Path) -> None:
    codes(project)
    earlier = project / "eerder.csv"
    earlier.write_bytes((project / LEDGER).read_bytes())
    (project / SECOND).rename(project / "content/instruments/derde-gesprek.md")
    codes(project)
    assert codes(project, "--vorige", str(earlier)) == 0
    lines = (project / LEDGER).read_text(encoding="utf-8").splitlines(keepends=True)
    (project / LEDGER).write_text("".join(lines[:3] + lines[4:]), encoding="utf-8")
    assert codes(project, "--vorige", str(earlier)) == 1


def test_the_list_says_where_every_code_leads(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes(project)
    capsys.readouterr()
    assert codes(project, "--lijst") == 0
    assert "bcdf  actueel       instruments/gesprek-in-een-kring/  Gesprek in een kring" in capsys.readouterr().out


def test_metadata_that_only_a_person_can_change_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = project / "content/rollen/docent.md"
    source.parent.mkdir()
    source.write_text(
        "---\n{titel: Docent, samenvatting: Voor docenten die willen weten waarmee zij vandaag kunnen beginnen., "
        "pad: [{item: tweede-gesprek, waarom: Een begin.}]}\n---\n## Wat er speelt\n\nVeel.\n\n## Wat helpt\n\nPraten.\n\n"
        "## Begin met deze vraag\n\nWat zie je?\n",
        encoding="utf-8",
    )
    before = source.read_bytes()
    assert codes(project) == 1
    assert source.read_bytes() == before
    assert "content/rollen/docent.md: zet zelf onder de titel: code: " in capsys.readouterr().err
