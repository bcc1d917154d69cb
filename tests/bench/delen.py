"""Bench of sharing: what codes, QR codes, tags, pieces and card images cost at a number of items, cold and warm."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

from tests.bench.measure import head, line, run, size
from tests.bench.synthetic import write_site
from wegwijs.addresses import url_of
from wegwijs.catalogue import load_catalogue
from wegwijs.problems import Problems
from wegwijs.tree import read_tree
from wegwijs.views import bladen, insluiten, korte_codes, stukken
from wegwijs.views.context import Context
from wegwijs.views.delen import share_of
from wegwijs.views.kaartjes.cards import cards
from wegwijs.views.kaartjes.draw import draw
from wegwijs.views.page import SitePage
from wegwijs.views.site import site_pages
from wegwijs.views.voorbeeld import preview_of


def timed(what: str, count: int, work: Callable[[], object]) -> None:
    """Processor time of a piece of work, in all and for each item."""
    start = process_time()
    work()
    seconds = process_time() - start
    line(f"  {what}", f"{seconds:.2f} s", f"{seconds / count * 1000:.2f} ms an item")


def _qr(context: Context, pages: list[SitePage]) -> None:
    for page in pages:
        shared = share_of(context, page)
        assert shared
        assert shared.qr.path


def _tags(context: Context, pages: list[SitePage]) -> None:
    for page in pages:
        assert preview_of(context, page)


def parts(project: Path, count: int) -> None:
    """Each part by itself, in this process."""
    catalogue = load_catalogue(read_tree(project), Problems())
    address = partial(url_of, directories=True)
    context = Context(catalogue, address, site_title="Bench", site_url="https://voorbeeld.nl/", has_cards=True)
    made = site_pages(context)
    pages = list(made.values())
    texts = {page.path: "<h2>Kop</h2><p>Tekst van een pagina, met een <a href='../x/'>link</a>.</p>" * 20 for page in pages}
    timed("pages behind codes", count, lambda: korte_codes.files(context))
    timed("bare pages for frames", count, lambda: insluiten.files(context))
    timed("sheets to print", count, lambda: bladen.files(context))
    timed("pieces of collections", count, lambda: stukken.files(context, texts))
    timed("QR codes of every page", count, lambda: _qr(context, pages))
    timed("tags of every page", count, lambda: _tags(context, pages))
    drawn = [card for _path, card in cards(context, made)][:200]
    start = process_time()
    weight = sum(len(draw(card)) for card in drawn)
    each = (process_time() - start) / len(drawn) * 1000
    line("  a card image", f"{each:.1f} ms", f"{weight / len(drawn) / 1000:.0f} kB each")


def tables(place: Path, count: int = 1000) -> None:
    """Print one line for each measure."""
    head(f"Sharing: {count:,} items")
    project = write_site(place / "site", count)
    build = ("mkdocs", "build", "--quiet")
    bare = run(project, *build)
    line(f"build of {count} items without codes", f"{bare.seconds:.1f} s")
    run(project, "wegwijs.cli", "codes")
    coded = run(project, *build)
    line("  with codes: leads, frames, sheets, pieces, QR", f"{coded.seconds:.1f} s", f"{coded.seconds / bare.seconds:.2f} x")
    os.environ["WEGWIJS_KAARTJES"] = "1"
    cold, warm = run(project, *build), run(project, *build)
    line("  with card images, the first time", f"{cold.seconds:.1f} s", f"{cold.seconds / coded.seconds:.2f} x")
    line("  with card images, nothing changed", f"{warm.seconds:.1f} s", f"{warm.seconds / coded.seconds:.2f} x")
    line("  size of the card images", f"{size(project / 'site/kaartjes'):.0f} MiB")
    line("  size of the pieces", f"{size(project / 'site/assets/stukken'):.0f} MiB")
    del os.environ["WEGWIJS_KAARTJES"]
    parts(project, count)


def main() -> None:
    """For a number of items."""
    with tempfile.TemporaryDirectory() as folder:
        tables(Path(folder), *map(int, sys.argv[1:2]))


if __name__ == "__main__":
    main()
