"""Tree: the files of a site as the core sees them, from disk or from text in a test. Never follows a link."""

from __future__ import annotations

import os
import stat
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from wegwijs.problems import Place, Problems

READ_LIMIT = 1_000_000
"""Bytes of a text file that are read; a longer one is refused by its size, so nothing is cut silently."""

FOLDERS = ("content", "toolbox")
"""The folders that hold data; both are read with forward slashes, relative to the project."""

PASSED_OVER = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"}
"""Files that an operating system or git leaves behind; nobody wrote them, so nobody is bothered with them."""


class Sort(StrEnum):
    """What a name in a folder turns out to be."""

    FILE = "bestand"
    LINK = "koppeling"
    OTHER = "bijzonder"


@dataclass(frozen=True)
class Entry:
    """One name in the tree. `read` gives at most the first so many bytes and is called only when needed."""

    path: str
    sort: Sort
    size: int
    read: Callable[[int], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Tree:
    """Every file below the folders of a site, by path, in a fixed order."""

    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, files: Mapping[str, str | bytes]) -> Tree:
        """A tree made of texts: how tests and samples write a site."""
        entries = {}
        for path in sorted(files):
            text = files[path]
            data = text.encode("utf-8") if isinstance(text, str) else text
            entries[path] = Entry(path, Sort.FILE, len(data), lambda limit, data=data: data[:limit])  # type: ignore[misc]
        return cls(entries)

    def __contains__(self, path: str) -> bool:
        return path in self.entries

    def below(self, folder: str) -> Iterator[Entry]:
        """The entries in a folder and its subfolders, sorted by path."""
        # All that begins with `content/` stands between `content/` and `content0`, the sign after the slash.
        stem = folder.rstrip("/")
        start, end = (bisect_left(self._paths, f"{stem}{sign}") for sign in "/0")
        return (self.entries[path] for path in self._paths[start:end])

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self.entries)

    def with_entries(self, *added: Entry) -> Tree:
        """A tree with other entries in place of, or beside, those of this one."""
        merged = {**self.entries, **{entry.path: entry for entry in added}}
        return Tree({path: merged[path] for path in sorted(merged)})


def whole(entry: Entry, problems: Problems) -> bytes | None:
    """The bytes of a text file; None, with the reason, when it is too long to read."""
    if entry.size > READ_LIMIT:
        problems.add("K008", Place(entry.path), tekens=entry.size, grens=READ_LIMIT)
        return None
    return entry.read(READ_LIMIT)


def read_tree(root: Path, folders: tuple[str, ...] = FOLDERS) -> Tree:
    """Look at every name below `root`'s folders, without following links and without reading contents.

    A link or a device is kept as an entry of its own sort, so that a check can name it; nothing below it is looked at.
    """
    found: dict[str, Entry] = {}
    for folder in folders:
        if (root / folder).is_symlink():
            found[folder] = Entry(folder, Sort.LINK, 0, _nothing)
        else:
            _walk(root / folder, folder, found)
    return Tree({path: found[path] for path in sorted(found)})


def _walk(folder: Path, path: str, found: dict[str, Entry]) -> None:
    try:
        names = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        below = f"{path}/{name.name}"
        if name.name in PASSED_OVER:
            continue
        status = name.stat(follow_symlinks=False)
        if stat.S_ISLNK(status.st_mode):
            found[below] = Entry(below, Sort.LINK, 0, _nothing)
        elif stat.S_ISDIR(status.st_mode):
            _walk(Path(name.path), below, found)
        elif stat.S_ISREG(status.st_mode):
            found[below] = Entry(below, Sort.FILE, status.st_size, _reader(Path(name.path)))
        else:
            found[below] = Entry(below, Sort.OTHER, 0, _nothing)


def _reader(path: Path) -> Callable[[int], bytes]:
    def read(limit: int) -> bytes:
        with path.open("rb") as file:
            return file.read(limit)

    return read


def _nothing(_limit: int) -> bytes:
    return b""
