"""Readme: the text file beside the pages, for who unpacks the zip and wonders what to open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wegwijs.views import formats
from wegwijs.words import t


def readme(version: Mapping[str, Any]) -> bytes:
    """LEESMIJ.txt, made from what `versie.json` says; with the line ends and the mark that Notepad on Windows expects."""
    day = version.get("datum")
    shown = formats.day(date.fromisoformat(day)) if day else t("kopie.onbekend")
    lines = t(
        "leesmij", titel=version["titel"], dag=shown, adres=version.get("adres") or "-", versie=version["programma"]
    )
    return lines.replace("\n", "\r\n").encode("utf-8-sig")
