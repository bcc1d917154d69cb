"""Build: the whole site beside the old one, with the zip that it offers, and only when all is well in its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegwijs.cli.beelden import Pictures, browser_for_pictures
from wegwijs.cli.chromium import NoAnswerError
from wegwijs.cli.making import (
    LENIENT,
    TOLD,
    Edition,
    NotMadeError,
    looked_at,
    make,
    make_copy,
    nothing,
    tell_omissions,
    write,
)
from wegwijs.cli.place import put, workplace
from wegwijs.export.folder import Folder
from wegwijs.postbuild import check_built
from wegwijs.words import t

CARDS = "WEGWIJS_KAARTJES"
"""The variable by which the edge hears that the pictures for link previews are wanted."""
PICTURES = "WEGWIJS_BEELDEN"
"""The variable by which the edge hears that the manual gets its pictures."""


def build(options: argparse.Namespace) -> int:
    """Build strictly, check what was built, then swap; a build that fails or is killed leaves the last good site."""
    root = Path(options.root).resolve()
    target = (root / options.site).resolve()
    with workplace(target, lambda: print(t("bouw.wacht", map=options.site), file=sys.stderr)) as place:
        try:
            edition = _with_pictures(root, place, options) if options.beelden else _build(root, place, options)
        except NotMadeError as reason:
            print(reason, file=sys.stderr)
            print(t("bouw.mislukt", map=options.site), file=sys.stderr)
            return 1
        put(place / "nieuw", target)
    tell_omissions(root, edition)
    print(t("bouw.klaar", bestand=target / "index.html"))
    return 0


def _with_pictures(root: Path, place: Path, options: argparse.Namespace) -> Edition:
    """With the pictures of the manual where there is a browser to take them; otherwise that is said, and the site is made without."""
    try:
        with browser_for_pictures() as pictures:
            return _build(root, place, options, pictures)
    except NoAnswerError:
        print(t("bouw.geen_beelden"), file=sys.stderr)
    return _build(root, place, options)


def _build(root: Path, place: Path, options: argparse.Namespace, pictures: Pictures | None = None) -> Edition:
    """The copy, and the online edition with its downloads, each checked as a whole."""
    told = {LENIENT: "1"} if options.laat_fouten_weg else {}
    told |= {PICTURES: "1"} if pictures else {}
    add = pictures.add if pictures else nothing
    copy = None if options.zonder_kopie else make_copy(root, place / "kopie", told, add)
    # A copy on disk is not shared by link, so only the online edition has the pictures for that.
    told |= {CARDS: "1"} if options.kaartjes else {}
    told |= {TOLD: copy.told} if copy else {}
    folder = place / "nieuw"
    edition = make(root, folder, told=told, add=add)
    if copy:
        write({copy.url: copy.data, **copy.singles}, folder)
    for path in looked_at(check_built(Folder(folder), site_url=edition.site_url), lenient=LENIENT in told):
        (folder / path).unlink()
    return edition
