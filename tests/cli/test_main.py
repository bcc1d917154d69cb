"""The command line: wrong use is told in Dutch, with how it should be, and status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, write
from wegwijs.cli import main


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        ([], "wegwijs "),
        (["doe-iets"], "wegwijs "),
        (["check", "--format", "xml"], "wegwijs check "),
        (["check", "--format"], "wegwijs check "),
        (["check", "extra"], "wegwijs "),
        (["--vreemd", "check"], "wegwijs "),
        (["new", "recept", "Titel"], "wegwijs new "),
        (["new", "instrument"], "wegwijs new "),
    ],
)
def test_wrong_use_says_how_it_should_be(arguments: list[str], usage: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert said.err.startswith("Deze opdracht begrijpt wegwijs niet. Zo gebruik je hem: " + usage)
    assert "Traceback" not in said.err
    assert not any(word in said.err for word in ("error", "invalid", "required"))
    assert said.out == ""


def test_another_folder_is_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert main(["--root", str(tmp_path / "nergens"), "check"]) == 2
    assert capsys.readouterr().err.startswith(
        f"In {tmp_path} staat geen map content of toolbox. Ga naar de map van de kennisbank, of"
    )


def test_one_of_the_two_folders_is_enough_to_look(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = site.without(*(path for path in site.tree.entries if path.startswith("content/")))
    assert main(["--root", str(write(only, tmp_path)), "check"]) == 0
    assert "geen problemen" in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in ("check", "new", "schema", "build"))
