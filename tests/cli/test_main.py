"""The command line: wrong use is told in Dutch, with how it should be, and status 2."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.sites import Site, write
from wegwijs.cli import main
from wegwijs.cli.main import COMMANDS, Command


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


ENGLISH = ("usage", "positional", "arguments", "options:", "optional", "show this", "message", "exit", "default:", "ROOT", "CHANGED")
"""What argparse says by itself."""


@pytest.mark.parametrize("name", ["", *(command.name for command in COMMANDS)])
def test_help_is_dutch_in_every_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*([name] if name else []), "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Gebruik: wegwijs {name}".rstrip())
    assert "laat deze hulp zien" in said
    assert not [word for word in ENGLISH if word in said]
    placeholders = set(re.findall(r"(?<=-[a-z] |[a-z]{2} )([A-Z]{3,})\b", said)) - {"JSON"}
    assert placeholders <= {"PAD", "TEKST", "GETAL", "CODE"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_its_function(command: Command) -> None:
    assert callable(getattr(import_module(f"wegwijs.cli.{command.module}"), command.function))


def test_a_check_does_not_load_what_other_commands_need() -> None:
    loaded = "import sys; from wegwijs.cli.main import main; import wegwijs.cli.check; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert "wegwijs.checks" in modules
    assert not {"jinja2", "segno", "PIL", "mkdocs", "pypdf", "wegwijs.views.site"} & set(modules)
