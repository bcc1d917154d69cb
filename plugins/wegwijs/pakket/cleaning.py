"""Cleaning: takes the names of people and places out of attachments: authors of documents, and where a photo was made.

What cannot be cleaned stays as it is, and is said, so that the editor looks at it.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from wegwijs.attachments import extension
from wegwijs.pakket import images

MOST_UNPACKED = 80_000_000
"""Bytes of an office document, unpacked."""
MOST_PARTS = 2_000
MOST_PIXELS = 50_000_000


@dataclass(frozen=True)
class Cleaned:
    """A file, and what was done: keys of `importeren.schoon`."""

    data: bytes
    removed: tuple[str, ...] = ()
    unsure: bool = False
    """Whether somebody must look: the file could not be read, or nobody knows this type."""


def clean(name: str, data: bytes) -> Cleaned:
    """The file without the names in it. Never raises for what is in a file."""
    return _CLEANERS.get(extension(name), _as_it_is)(data)


def _as_it_is(data: bytes) -> Cleaned:
    return Cleaned(data)


def _drawing(data: bytes) -> Cleaned:
    """A drawing program may write who drew it."""
    return Cleaned(data, unsure=b"<metadata" in data)


# --- Office documents ---

_OFFICE_PARTS: Mapping[str, re.Pattern[bytes]] = {
    "docProps/core.xml": re.compile(rb"(<(dc:creator|cp:lastModifiedBy)(?:\s[^>]*)?>)([^<]+)(</\2>)"),
    "docProps/app.xml": re.compile(rb"(<(Company|Manager)(?:\s[^>]*)?>)([^<]+)(</\2>)"),
    "meta.xml": re.compile(rb"(<(dc:creator|meta:initial-creator|meta:printed-by)(?:\s[^>]*)?>)([^<]+)(</\2>)"),
}
_NOTES = re.compile(rb'(\b(?:w|w15|p|x15)?:?(?:author|initials)=")([^"]+)(")')
_NOTES_IN = re.compile(r"word/[\w/]+\.xml|ppt/comment\w*\.xml|ppt/comments/[\w/]+\.xml|xl/persons/[\w/]+\.xml")


def _office(data: bytes) -> Cleaned:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Cleaned(data, unsure=True)
    removed = []
    fresh: list[tuple[zipfile.ZipInfo, bytes]] = []
    for info, content in parts:
        made = content
        if info.filename in _OFFICE_PARTS:
            made = _OFFICE_PARTS[info.filename].sub(rb"\1\4", content)
        elif _NOTES_IN.fullmatch(info.filename):
            made = _NOTES.sub(rb"\1\3", content)
        if made != content:
            removed.append("maker" if info.filename in _OFFICE_PARTS else "opmerkingen")
        fresh.append((info, made))
    return Cleaned(_packed(fresh), tuple(dict.fromkeys(removed))) if removed else Cleaned(data)


def _parts(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, bytes]]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise ValueError("too much to unpack")
    return [(info, archive.read(info)) for info in infos]


def _packed(parts: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """The same parts in the same order, with no clock in them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for info, content in parts:
            fresh = zipfile.ZipInfo(info.filename)
            fresh.compress_type = info.compress_type
            fresh.external_attr = info.external_attr
            archive.writestr(fresh, content)
    return made.getvalue()


# --- PDF ---


def _pdf(data: bytes) -> Cleaned:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted:
                return Cleaned(data, unsure=True)
            about = {} if reader.metadata is None else dict(reader.metadata)
            if not (about.get("/Author") or about.get("/Creator") or "/Metadata" in reader.root_object):
                return Cleaned(data)
            writer = PdfWriter(clone_from=reader)
            writer.metadata = None
            writer.add_metadata({"/Title": str(about["/Title"])} if about.get("/Title") else {})
            writer.root_object.pop("/Metadata", None)
            made = io.BytesIO()
            writer.write(made)
            is_whole = len(PdfReader(io.BytesIO(made.getvalue())).pages) == len(reader.pages)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        zlib.error,
    ):
        return Cleaned(data, unsure=True)  # pypdf meets a strange file with any of these
    return Cleaned(made.getvalue(), ("maker",)) if is_whole else Cleaned(data, unsure=True)


# --- Images ---


def _image(strip: Callable[[bytes], bytes | None]) -> Callable[[bytes], Cleaned]:
    def cleaner(data: bytes) -> Cleaned:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                with Image.open(io.BytesIO(data)) as image:
                    if image.width * image.height > MOST_PIXELS:
                        return Cleaned(data, unsure=True)
                    exif = image.getexif()
                    turned = exif.get(_ORIENTATION, 1) not in (0, 1)
                    where = bool(exif.get_ifd(_GPS))
                    upright = _upright(image) if turned else data
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return Cleaned(data, unsure=True)  # SyntaxError: how Pillow calls a broken image
        made = strip(upright)
        if made is None:
            return Cleaned(data, unsure=True)
        if made == data:
            return Cleaned(data)
        return Cleaned(made, ("plaats", "camera") if where else ("camera",))

    return cleaner


_ORIENTATION = 0x0112
_GPS = 0x8825


def _upright(image: Image.Image) -> bytes:
    """Turned as it is meant to be seen, because the note that says so goes too."""
    made = io.BytesIO()
    options = {"quality": 95} if image.format in ("JPEG", "WEBP") else {}
    ImageOps.exif_transpose(image).save(made, format=image.format, **options)
    return made.getvalue()


_CLEANERS: Mapping[str, Callable[[bytes], Cleaned]] = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), _office),
    "pdf": _pdf,
    "svg": _drawing,
    "png": _image(images.without_notes_png),
    "jpg": _image(images.without_notes_jpeg),
    "jpeg": _image(images.without_notes_jpeg),
    "webp": _image(images.without_notes_webp),
}
