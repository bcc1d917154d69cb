"""Main: which command does what. A new command is a function and a row in COMMANDS."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from wegwijs.cli.build import build
from wegwijs.cli.check import check
from wegwijs.cli.codes import codes
from wegwijs.cli.new import new
from wegwijs.cli.schema import schema
from wegwijs.documents import KINDS
from wegwijs.words import t

WRONG_USE = 2


class _Parser(argparse.ArgumentParser):
    """argparse in Dutch: what is wrong, and how it should be."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse words it in English
        print(t("opdracht.verkeerd", gebruik=self.format_usage().strip().removeprefix("usage: ")), file=sys.stderr)
        raise SystemExit(WRONG_USE)


@dataclass(frozen=True)
class Command:
    """A command: what it does in one line, what it takes, and the function that does it and gives the exit status."""

    name: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help=t("opdracht.check.vorm"))
    parser.add_argument("--changed", type=Path, default=None, help=t("opdracht.check.gewijzigd"))


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("soort", choices=[kind.id for kind in KINDS], help=t("opdracht.new.soort"))
    parser.add_argument("titel", help=t("opdracht.new.titel"))


def _schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=t("opdracht.schema.nakijken"))


def _build_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, default=Path("site"), help=t("opdracht.build.map"))
    parser.add_argument("--kaartjes", action="store_true", help=t("opdracht.build.kaartjes"))


def _codes_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=t("opdracht.codes.nakijken"))
    parser.add_argument("--lijst", action="store_true", help=t("opdracht.codes.lijst"))
    parser.add_argument("--vorige", type=Path, default=None, help=t("opdracht.codes.vorige"))
    parser.add_argument("--intrekken", metavar="CODE", default="", help=t("opdracht.codes.intrekken"))
    parser.add_argument("--reden", default="", help=t("opdracht.codes.reden"))
    parser.add_argument("--opvolger", default="", help=t("opdracht.codes.opvolger"))


COMMANDS = (
    Command("check", _check_arguments, check),
    Command("new", _new_arguments, new),
    Command("schema", _schema_arguments, schema),
    Command("codes", _codes_arguments, codes),
    Command("build", _build_arguments, build),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is the answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show an arrow still shows the rest
    parser = _Parser(prog="wegwijs", description=t("opdracht.uitleg"))
    parser.add_argument("--root", type=Path, default=Path(), help=t("opdracht.map"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    for command in COMMANDS:
        below = commands.add_parser(command.name, help=t(f"opdracht.{command.name}.uitleg"))
        command.arguments(below)
        below.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    if not (options.root / "content").is_dir() and not (options.root / "toolbox").is_dir():
        print(t("opdracht.geen_project", map=options.root), file=sys.stderr)
        return WRONG_USE
    status: int = options.run(options)
    return status
