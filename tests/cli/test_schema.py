"""`wegwijs schema`: writes what is made from the classes, or says that it is stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, write
from wegwijs.cli import main, schema
from wegwijs.documents import KINDS


@pytest.fixture(autouse=True)
def _own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of the help pages stand in the package; a test leaves those alone. They have a test of their own."""
    monkeypatch.setattr(schema, "HERE", tmp_path)
    monkeypatch.setattr(schema, "examples", lambda: "K001: {}\n")


def test_schemas_are_written_and_then_up_to_date(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, tmp_path)
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 1
    assert capsys.readouterr().err.startswith("Niet meer gelijk aan de code: instrument.json, ")
    assert not (tmp_path / "toolbox/schema").exists()
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert {path.stem for path in (tmp_path / "toolbox/schema").iterdir()} == {*(kind.id for kind in KINDS), "element"}
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 0
    assert "gelijk aan de code" in capsys.readouterr().out


def test_a_changed_schema_or_facet_is_stale(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, tmp_path)
    main(["--root", str(tmp_path), "schema"])
    path = tmp_path / "toolbox/schema/training.json"
    path.write_text(path.read_text(encoding="utf-8").replace("titel", "title"), encoding="utf-8")
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 1
    assert "Niet meer gelijk aan de code: training.json." in capsys.readouterr().err
    main(["--root", str(tmp_path), "schema"])
    write(site.change("{titel: Spel}", "{titel: Spel}, film: {titel: Film}", "toolbox/facets.yml"), tmp_path)
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 1


def test_a_schema_does_not_count_as_a_problem(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, tmp_path)
    main(["--root", str(tmp_path), "schema"])
    capsys.readouterr()
    assert main(["--root", str(tmp_path), "check"]) == 0
