"""Files: attachments are there, are what they say, and belong to an item; links and devices are refused."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from urllib.parse import unquote

from wegwijs.attachments import MAX_FILE, MAX_ITEM, TYPES, acts, extension, is_safe_name
from wegwijs.catalogue import CONTENT, Catalogue
from wegwijs.problems import Place, Problems
from wegwijs.tree import FOLDERS, Entry, Sort
from wegwijs.validation import did_you_mean


def check_files(catalogue: Catalogue, problems: Problems) -> None:
    """Every name in `content/` is a page, or a file that an item uses and a reader can open safely."""
    used = _used(catalogue, problems)
    sizes: dict[str, int] = defaultdict(int)
    sound = {page.folder for page in catalogue.pages}
    folders = {page.folder for page in catalogue.everything} | {path.removesuffix(".md") for path in catalogue.broken}
    for folder in FOLDERS:
        if folder in catalogue.tree:
            problems.add("K086", Place(folder), soort=catalogue.tree.entries[folder].sort.value)
    for entry in catalogue.tree.below(CONTENT):
        place = Place(entry.path)
        if entry.sort is not Sort.FILE:
            problems.add("K086", place, soort=entry.sort.value)
        elif entry.path.endswith(".md"):
            continue
        else:
            folder, _, name = entry.path.rpartition("/")
            if _check_file(entry, name, problems):
                sizes[folder] += entry.size
            if folder not in folders:
                problems.add("K120", place)
            elif entry.path not in used and folder in sound:
                problems.add("K088", place, naam=name)
    for folder, size in sizes.items():
        if size > MAX_ITEM and folder in folders:
            values = {"mb": _megabytes(size), "grens": _megabytes(MAX_ITEM)}
            problems.add("K084", Place(f"{folder}.md"), naam="alle bijlagen samen", **values)


def _megabytes(size: int) -> int:
    """Rounded up, so that what is too big never seems to be just right."""
    return -(-size // 1_000_000)


def _used(catalogue: Catalogue, problems: Problems) -> set[str]:
    """The files that pages refer to, in metadata or in the text."""
    used = set()
    for page in catalogue.everything:
        for index, attachment in enumerate(getattr(page.meta, "bijlagen", ())):
            name = attachment.bestand
            place = page.source.place("bijlagen", index, "bestand")
            path = f"{page.folder}/{name}"
            if not is_safe_name(name):
                problems.add("K081", place, naam=name)
            elif extension(name) not in TYPES:
                problems.add("K082", place, naam=name, soorten=", ".join(TYPES))
            elif path not in catalogue.tree:
                near = [posixpath.basename(entry.path) for entry in catalogue.tree.below(page.folder)]
                problems.add("K080", place, naam=name, map=page.folder, bedoelde=did_you_mean(name, near))
            else:
                used.add(path)
        for reference in page.body.references:
            target = unquote(reference.target.partition("#")[0].partition("?")[0])
            if target and ":" not in target:
                used.add(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)))
    return used


def _check_file(entry: Entry, name: str, problems: Problems) -> bool:
    """Whether the file may be published; if not, `problems` says why."""
    place = Place(entry.path)
    kind = extension(name)
    if not is_safe_name(name):
        problems.add("K089", place, naam=name)
    if kind.lower() not in TYPES:
        problems.add("K082", place, naam=name, soorten=", ".join(TYPES))
    elif entry.size == 0:
        problems.add("K085", place, naam=name)
    elif entry.size > MAX_FILE:
        problems.add("K084", place, naam=name, mb=_megabytes(entry.size), grens=_megabytes(MAX_FILE))
    else:
        data = entry.read(MAX_FILE)
        if not TYPES[kind.lower()](data):
            problems.add("K083", place, naam=name, soort=kind)
            return False
        fault = acts(name.lower(), data)
        if fault:
            problems.add("K087", place, naam=name, wat=fault)
        return not fault and is_safe_name(name)
    return False


def publishable(catalogue: Catalogue) -> tuple[str, ...]:
    """The attachments that may go to readers: every check passed, and a page uses them."""
    found = Problems()
    used = _used(catalogue, found)
    return tuple(
        entry.path
        for entry in catalogue.tree.below(CONTENT)
        if entry.sort is Sort.FILE
        and entry.path in used
        and not entry.path.endswith(".md")
        and _check_file(entry, entry.path.rsplit("/", 1)[1], Problems())
    )
