"""Main: which command does what. A new command is a function and a row in COMMANDS."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from wegwijs.cli.parser import WRONG_USE, Parser
from wegwijs.documents import KINDS
from wegwijs.words import t


@dataclass(frozen=True)
class Command:
    """A command: what it takes, and the function that does it and gives the exit status, in the module of `wegwijs.cli` of that name.

    The module is loaded when the command is asked for: all of them together take longer to load than a check of the whole site.
    """

    name: str
    arguments: Callable[[argparse.ArgumentParser], None]
    module: str
    function: str

    def run(self, options: argparse.Namespace) -> int:
        """Do it."""
        work: Callable[[argparse.Namespace], int] = getattr(import_module(f"wegwijs.cli.{self.module}"), self.function)
        return work(options)


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
    parser.add_argument("--zonder-kopie", action="store_true", help=t("opdracht.build.zonder_kopie"))
    parser.add_argument("--laat-fouten-weg", action="store_true", help=t("opdracht.build.laat_fouten_weg"))
    parser.add_argument("--kaartjes", action="store_true", help=t("opdracht.build.kaartjes"))
    parser.add_argument("--beelden", action="store_true", help=t("opdracht.build.beelden"))


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--naar", type=Path, default=Path("export"), help=t("opdracht.export.naar"))
    parser.add_argument("--los", action="store_true", help=t("opdracht.export.los"))
    parser.add_argument("--pdf", action="store_true", help=t("opdracht.export.pdf"))
    parser.add_argument("--laat-fouten-weg", action="store_true", help=t("opdracht.build.laat_fouten_weg"))


def _write_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("naar", type=Path, help=t("opdracht.write.naar"))


def _codes_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=t("opdracht.codes.nakijken"))
    parser.add_argument("--lijst", action="store_true", help=t("opdracht.codes.lijst"))
    parser.add_argument("--vorige", type=Path, default=None, help=t("opdracht.codes.vorige"))
    parser.add_argument("--intrekken", metavar="CODE", default="", help=t("opdracht.codes.intrekken"))
    parser.add_argument("--reden", default="", help=t("opdracht.codes.reden"))
    parser.add_argument("--opvolger", default="", help=t("opdracht.codes.opvolger"))


def _verslag_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--voor", type=Path, required=True, help=t("opdracht.verslag.voor"))
    parser.add_argument("--gewijzigd", type=Path, default=None, help=t("opdracht.verslag.gewijzigd"))
    parser.add_argument("--gegevens", type=Path, default=None, help=t("opdracht.verslag.gegevens"))
    parser.add_argument("--samenvatting", type=Path, default=None, help=t("opdracht.verslag.samenvatting"))


def _dossier_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--over", required=True, help=t("opdracht.dossier.over"))
    parser.add_argument("--titel", required=True, help=t("opdracht.dossier.titel"))
    parser.add_argument("--tekst", type=Path, required=True, help=t("opdracht.dossier.tekst"))


def _links_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--uit", type=Path, default=None, help=t("opdracht.links.uit"))
    parser.add_argument("--pauze", type=float, default=1.0, help=t("opdracht.links.pauze"))


def _onderhoud_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--uit", type=Path, default=None, help=t("opdracht.onderhoud.uit"))
    parser.add_argument("--dag", default="", help=t("opdracht.onderhoud.dag"))


def _print_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("adressen", nargs="*", help=t("opdracht.print.adressen"))
    parser.add_argument("--site", type=Path, default=Path("site"), help=t("opdracht.print.site"))
    parser.add_argument("--uit", type=Path, default=Path("afdrukken"), help=t("opdracht.print.uit"))
    parser.add_argument("--verslag", type=Path, default=None, help=t("opdracht.print.verslag"))


def _no_arguments(_parser: argparse.ArgumentParser) -> None:
    """A command that takes all it needs from where it runs."""


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pakket", type=Path, help=t("opdracht.import.pakket"))
    parser.add_argument("--vervang", action="store_true", help=t("opdracht.import.vervang"))
    parser.add_argument("--proef", action="store_true", help=t("opdracht.import.proef"))
    parser.add_argument("--met-fouten", action="store_true", help=t("opdracht.import.met_fouten"))


COMMANDS = (
    Command("check", _check_arguments, "check", "check"),
    Command("new", _new_arguments, "new", "new"),
    Command("schema", _schema_arguments, "schema", "schema"),
    Command("codes", _codes_arguments, "codes", "codes"),
    Command("build", _build_arguments, "build", "build"),
    Command("export", _export_arguments, "export", "export"),
    Command("write", _write_arguments, "write", "write"),
    Command("verslag", _verslag_arguments, "verslag", "verslag"),
    Command("reactie", _no_arguments, "reactie", "reactie"),
    Command("dossier", _dossier_arguments, "dossier", "dossier"),
    Command("links", _links_arguments, "links", "links"),
    Command("onderhoud", _onderhoud_arguments, "onderhoud", "onderhoud"),
    Command("zoekvragen", _no_arguments, "zoekvragen", "zoekvragen"),
    Command("print", _print_arguments, "print", "print_pages"),
    Command("import", _import_arguments, "importing", "import_package"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is the answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show an arrow still shows the rest
    options = command_line().parse_args(arguments)
    if not (options.root / "content").is_dir() and not (options.root / "toolbox").is_dir():
        print(t("opdracht.geen_project", map=options.root), file=sys.stderr)
        return WRONG_USE
    status: int = options.run(options)
    return status


def command_line() -> argparse.ArgumentParser:
    """What can be asked for, and how."""
    parser = Parser(prog="wegwijs", description=t("opdracht.uitleg"))
    parser.add_argument("--root", type=Path, default=Path(), help=t("opdracht.map"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    for command in COMMANDS:
        below = commands.add_parser(command.name, help=t(f"opdracht.{command.name}.uitleg"))
        command.arguments(below)
        below.set_defaults(run=command.run)
    return parser
