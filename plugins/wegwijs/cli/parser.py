"""Parser: argparse in Dutch: its headings, its placeholders, and what it says to who asks for something that is not there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from wegwijs.words import t

WRONG_USE = 2

PLACEHOLDERS: Mapping[type, str] = {Path: "pad", float: "getal"}
"""What stands for a value in the help, by its type; for anything else it is a text."""


class Formatter(argparse.HelpFormatter):
    """The help, as it is laid out by argparse."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """`Gebruik: …`"""
        super().add_usage(usage, actions, groups, t("opdracht.gebruik") if prefix is None else prefix)

    def _get_default_metavar_for_optional(self, action: argparse.Action) -> str:
        kind = action.type if isinstance(action.type, type) else str
        return t(f"opdracht.waarde.{PLACEHOLDERS.get(kind, 'tekst')}")


class Parser(argparse.ArgumentParser):
    """Every word that it says comes from our own list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": Formatter, **options, "add_help": False})
        self._positionals.title = t("opdracht.delen")
        self._optionals.title = t("opdracht.keuzes")
        self.add_argument("-h", "--help", action="help", help=t("opdracht.hulp"))

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse words it in English
        """Say how it should be."""
        usage = self.format_usage().strip().removeprefix(t("opdracht.gebruik"))
        print(t("opdracht.verkeerd", gebruik=usage), file=sys.stderr)
        raise SystemExit(WRONG_USE)
