"""Opening: the bytes of a package → its files by safe path, or the reason why it is refused. Writes nothing, trusts nothing.

Every name must be one that the form itself makes; sizes are held against limits before and while reading; and the file must be a zip
from its first byte to its last, so that nothing can hide in front of it, behind it or between its parts.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wegwijs.attachments import MAX_FILE, MAX_ITEM, TYPES, extension, is_safe_name
from wegwijs.documents import KINDS
from wegwijs.fields import SLUG
from wegwijs.formulier.gebruik import FOLDER as USES
from wegwijs.tree import READ_LIMIT

MOST_BYTES = 40_000_000
"""Bytes of a package as it came: the attachments of an item, and some."""
MOST_FILES = 60
MOST_TOTAL = MAX_ITEM + 5 * READ_LIMIT
"""Bytes of everything in it, unpacked."""
MOST_RATIO = 120
"""How many times smaller a file may be packed; a text of many empty lines comes to about a hundred."""
FREE = 100_000
"""Bytes below which nobody counts ratios."""
MOST_NAME = 180
COVER = "voorblad.html"
BEFORE = "origineel"
"""The folder with the file as it was when somebody began to improve it."""

_FOLDERS = "|".join(kind.folder for kind in KINDS)
_PAGE = re.compile(rf"(?:content|{BEFORE})/(?:{_FOLDERS})/{SLUG}\.md|{USES}/{SLUG}\.md")
_FILE = re.compile(rf"content/(?:{_FOLDERS})/{SLUG}/([^/]+)")
_LEFT_BEHIND = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)")
_DRIVE = re.compile(r"[A-Za-z]:")
_END = struct.Struct("<4s4H2LH")


class RefusedError(Exception):
    """The package is not taken. `key` is a word of `importeren.weiger`, `values` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = {name: _shown(value) if isinstance(value, str) else value for name, value in values.items()}


def _shown(text: str) -> str:
    """A name as it may be printed: no line breaks, no signs that turn the line around, not endless."""
    plain = "".join(sign if sign.isprintable() else "·" for sign in text)
    return plain if len(plain) <= 200 else plain[:199] + "…"


@dataclass(frozen=True)
class Package:
    """What is in a package, by path as in the project."""

    pages: Mapping[str, bytes]
    """Items: `content/<folder>/<name>.md`."""
    files: Mapping[str, bytes]
    """Attachments: `content/<folder>/<name>/<file>`."""
    uses: Mapping[str, bytes]
    """Experiences: `ervaringen/<name>.md`."""
    before: Mapping[str, bytes]
    """Items as they were when somebody began to improve them, by the path of the item."""


def open_package(data: bytes) -> Package:
    """Read a package whole, or raise RefusedError."""
    if len(data) > MOST_BYTES:
        raise RefusedError("te_groot", mb=-(-len(data) // 1_000_000), grens=MOST_BYTES // 1_000_000)
    _is_nothing_but_a_zip(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _sorted(dict(_contents(archive)))
    except RefusedError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ):
        # ValueError: a name or an offset that cannot be; RuntimeError: encrypted after all; the last: an unknown way of packing.
        raise RefusedError("beschadigd") from None


def _is_nothing_but_a_zip(data: bytes) -> None:
    """It begins with a file of the zip and ends with its list: no other file in front, behind, or in a remark."""
    if data.startswith(b"PK\x05\x06"):
        raise RefusedError("leeg")
    if not data.startswith(b"PK\x03\x04"):
        raise RefusedError("geen_zip")
    if len(data) < _END.size or data[-_END.size :][:4] != b"PK\x05\x06":
        raise RefusedError("beschadigd")
    _sign, disk, first, here, total, size, start, remark = _END.unpack(data[-_END.size :])
    if disk or first or here != total or remark or start + size + _END.size != len(data) or 0xFFFF in (here, total):
        raise RefusedError("beschadigd")


def _contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise RefusedError("te_veel", aantal=len(infos), grens=MOST_FILES)
    _do_not_overlap(infos, archive.start_dir)
    folded: set[str] = set()
    total = 0
    for info in infos:
        # The name as it is written: zipfile itself cuts it at a zero.
        name = info.orig_filename
        _is_plain(info, name)
        if info.is_dir() or _LEFT_BEHIND.fullmatch(name):
            continue
        _is_ours(name)
        if name.casefold() in folded:
            raise RefusedError("dubbel", naam=name)
        folded.add(name.casefold())
        total += info.file_size
        _is_small(info, name, total)
        yield name, _read(archive, info, name)


def _do_not_overlap(infos: list[zipfile.ZipInfo], end: int) -> None:
    """Each file has bytes of its own: a small zip cannot say the same bytes a thousand times."""
    rows = sorted((info.header_offset, info.compress_size) for info in infos)
    for (start, size), following in zip(rows, [*(row[0] for row in rows[1:]), end], strict=True):
        if start + 30 + size > following:
            raise RefusedError("beschadigd")


def _is_plain(info: zipfile.ZipInfo, name: str) -> None:
    """An ordinary file with an ordinary name, that no password is needed for."""
    if info.flag_bits & 0x41:
        raise RefusedError("versleuteld", naam=name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError("beschadigd")
    parts = name.removesuffix("/").split("/")
    if name.startswith("/") or "\\" in name or _DRIVE.match(name) or {"..", ".", ""} & set(parts):
        raise RefusedError("pad", naam=name)
    if not name.isprintable() or len(name) > MOST_NAME or unicodedata.normalize("NFC", name) != name:
        raise RefusedError("naam", naam=name)
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedError("koppeling", naam=name)


def _is_ours(name: str) -> None:
    """A name that the form makes, of a type that may be attached."""
    if name == COVER or _PAGE.fullmatch(name):
        return
    found = _FILE.fullmatch(name)
    if not found or (extension(found[1]).lower() in TYPES and not is_safe_name(found[1])):
        raise RefusedError("naam", naam=name)
    if extension(found[1]) not in TYPES:
        raise RefusedError("soort", naam=name, soorten=", ".join(TYPES))


def _is_small(info: zipfile.ZipInfo, name: str, total: int) -> None:
    most = READ_LIMIT if name.endswith((".md", ".html")) else MAX_FILE
    if info.file_size > FREE and info.file_size > MOST_RATIO * max(1, info.compress_size):
        raise RefusedError("bom", naam=name)
    if info.file_size > most:
        raise RefusedError("bestand_te_groot", naam=name, mb=-(-info.file_size // 1_000_000), grens=most // 1_000_000)
    if total > MOST_TOTAL:
        raise RefusedError("samen_te_groot", grens=MOST_TOTAL // 1_000_000)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes, and not one more than was said."""
    with archive.open(info) as stream:
        found = stream.read(info.file_size + 1)
    if len(found) != info.file_size:
        raise RefusedError("bom", naam=name)
    return found


def _sorted(found: Mapping[str, bytes]) -> Package:
    pages = {name: data for name, data in found.items() if name.startswith("content/") and name.endswith(".md")}
    uses = {name: data for name, data in found.items() if name.startswith(f"{USES}/")}
    before = {name.replace(BEFORE, "content", 1): data for name, data in found.items() if name.startswith(f"{BEFORE}/")}
    files = {name: data for name, data in found.items() if _FILE.fullmatch(name)}
    if not pages and not uses:
        raise RefusedError("leeg")
    folders = {name.removesuffix(".md") for name in pages}
    for name in files:
        if name.rpartition("/")[0] not in folders:
            raise RefusedError("naam", naam=name)
    return Package(pages, files, uses, before)
