"""Cards: the pictures for link previews, each drawn once: what did not change is taken from the folder `.cache`."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import NamedTemporaryFile

from wegwijs.views.context import Context
from wegwijs.views.kaartjes.cards import cards
from wegwijs.views.kaartjes.draw import Kaartje, draw
from wegwijs.views.page import SitePage

CARDS = "WEGWIJS_KAARTJES"
"""The environment variable by which `wegwijs build --kaartjes` asks for them."""


def pictures(context: Context, pages: Mapping[str, SitePage], cache: Path) -> Mapping[str, bytes]:
    """Every picture by file below the site root. What no page needs any more leaves the cache."""
    folder = cache / "kaartjes"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {path: (folder / f"{card.key}.png", card) for path, card in cards(context, pages)}
    with ThreadPoolExecutor() as workers:
        made = dict(zip(wanted, workers.map(lambda row: _kept(*row), wanted.values()), strict=True))
    for file in {*folder.glob("*.png")} - {file for file, _card in wanted.values()}:
        file.unlink(missing_ok=True)
    return made


def _kept(file: Path, card: Kaartje) -> bytes:
    """The picture from the cache, or drawn now. Written whole or not at all: another build may be at it too."""
    if file.is_file():
        return file.read_bytes()
    made = draw(card)
    with NamedTemporaryFile(dir=file.parent, suffix=".new", delete=False) as fresh:
        fresh.write(made)
    Path(fresh.name).replace(file)
    return made
