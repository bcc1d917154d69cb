"""Beelden: takes the pictures of the manual, of the pages that were just made, once for all editions."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from wegwijs.addresses import url_of
from wegwijs.cli.chromium import Chromium, NoAnswerError, find, running
from wegwijs.cli.serving import serving
from wegwijs.views.beelden import BEELDEN, HEIGHT, WIDTH, Beeld

MOST = 60_000
"""Bytes of one picture: the manual is read on a telephone too."""
COLOURS = (96, 64, 32, 16)
"""A page has few colours; the first of these with which the picture is small enough."""
ABOVE = 16
"""White above what a picture begins with."""
TALL = 1600
"""Of the window: tall enough that nothing has to scroll."""


@contextmanager
def browser_for_pictures() -> Iterator[Pictures]:
    """What takes the pictures. Raises NoAnswerError when this machine has no browser for it."""
    browser = find()
    if browser is None:
        raise NoAnswerError("find")
    with running(browser) as chromium:
        chromium.ask("Browser.getVersion")
        yield Pictures(chromium)


class Pictures:
    """The pictures of one build: taken of the edition that is made first, and put into each."""

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium
        self._taken: Mapping[str, bytes] | None = None

    def add(self, folder: Path) -> None:
        """Put the pictures into a built site. Raises NoAnswerError when the browser does not give one."""
        if self._taken is None:
            with serving(folder) as address:
                wanted = [row for row in BEELDEN if _is_wanted(folder, row)]
                self._taken = {row.file: self._take(address, folder, row) for row in wanted}
        for path, data in self._taken.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)

    def _take(self, address: str, folder: Path, row: Beeld) -> bytes:
        page = _file(folder, row.opens)
        if page is None:
            raise NoAnswerError(row.opens)
        with self._chromium.tab(WIDTH, TALL) as tab:
            tab.open(f"{address}{page}{row.state}")
            top = float(tab.run(row.script))
            return small(tab.picture(max(0.0, round(top) - ABOVE), WIDTH, HEIGHT))


def _is_wanted(folder: Path, row: Beeld) -> bool:
    """Whether the page of the manual shows it."""
    page = _file(folder, row.at)
    return page is not None and row.file in (folder / page).read_text(encoding="utf-8")


def _file(folder: Path, site_path: str) -> str | None:
    """The file of a page, in both ways of writing addresses; None when this site does not have it."""
    names = (f"{url_of(site_path)}index.html".removeprefix("./"), url_of(site_path, directories=False))
    return next((name for name in names if (folder / name).is_file()), None)


def small(picture: bytes) -> bytes:
    """The picture with as few colours as it takes to be small; the same picture gives the same bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in COLOURS:
        made = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
        if made.tell() <= MOST:
            break
    return made.getvalue()
