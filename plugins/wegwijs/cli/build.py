"""Build: the whole site beside the old one, with the zip that it offers, and only when all is well in its place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from wegwijs.cli.making import (
    LENIENT,
    TOLD,
    Copy,
    Edition,
    NotMadeError,
    looked_at,
    make,
    make_copy,
    tell_omissions,
    write,
)
from wegwijs.cli.place import put, workplace
from wegwijs.export.folder import Folder
from wegwijs.postbuild import check_built
from wegwijs.words import t

CARDS = "WEGWIJS_KAARTJES"
"""The variable by which the edge hears that the pictures for link previews are wanted."""


def build(options: argparse.Namespace) -> int:
    """Build strictly, check what was built, then swap; a build that fails or is killed leaves the last good site."""
    root = Path(options.root).resolve()
    target = (root / options.site).resolve()
    told = {LENIENT: "1"} if options.laat_fouten_weg else {}
    with workplace(target, lambda: print(t("bouw.wacht", map=options.site), file=sys.stderr)) as place:
        try:
            copy = None if options.zonder_kopie else make_copy(root, place / "kopie", told)
            edition = _build(root, place / "nieuw", copy, {**told, **_cards(options)})
        except NotMadeError as reason:
            print(reason, file=sys.stderr)
            print(t("bouw.mislukt", map=options.site), file=sys.stderr)
            return 1
        put(place / "nieuw", target)
    tell_omissions(root, edition)
    print(t("bouw.klaar", bestand=target / "index.html"))
    return 0


def _cards(options: argparse.Namespace) -> Mapping[str, str]:
    """A copy on disk is not shared by link, so only the online edition has them."""
    return {CARDS: "1"} if options.kaartjes else {}


def _build(root: Path, folder: Path, copy: Copy | None, told: Mapping[str, str]) -> Edition:
    """The online edition, with its downloads, checked as a whole."""
    edition = make(root, folder, told={**told, TOLD: copy.told} if copy else told)
    if copy:
        write({copy.url: copy.data, **copy.singles}, folder)
    for path in looked_at(check_built(Folder(folder), site_url=edition.site_url), lenient=LENIENT in told):
        (folder / path).unlink()
    return edition
