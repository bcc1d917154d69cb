"""Attachments: whether a file is what its name says and holds nothing that acts. Looks at bytes only; knows no items."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

MAX_FILE = 10_000_000
"""Bytes of one attachment: what a phone in a train fetches in a reasonable time."""
MAX_ITEM = 25_000_000
"""Bytes of all attachments of one item."""

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]{2,5}")
WINDOWS_NAMES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\..*")


@dataclass(frozen=True)
class Signs:
    """How the bytes of a file prove its type: what it begins with, what else is in it, and whether it is text."""

    heads: tuple[bytes, ...] = ()
    part: bytes = b""
    within: tuple[int, int | None] = (0, None)
    """Between which bytes `part` is looked for."""
    is_text: bool = False

    def __call__(self, data: bytes) -> bool:
        """Whether these are the bytes of such a file."""
        begins = not self.heads or data.startswith(self.heads)
        return begins and self.part in data[slice(*self.within)] and (not self.is_text or _is_text(data))


def _office(part: bytes) -> Signs:
    return Signs((b"PK\x03\x04",), part)


def _is_text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


TYPES: Mapping[str, Signs] = {
    "pdf": Signs((b"%PDF-",)),
    "docx": _office(b"word/"),
    "xlsx": _office(b"xl/"),
    "pptx": _office(b"ppt/"),
    "odt": _office(b"opendocument.text"),
    "ods": _office(b"opendocument.spreadsheet"),
    "odp": _office(b"opendocument.presentation"),
    "png": Signs((b"\x89PNG\r\n\x1a\n",)),
    "jpg": Signs((b"\xff\xd8\xff",)),
    "jpeg": Signs((b"\xff\xd8\xff",)),
    "gif": Signs((b"GIF87a", b"GIF89a")),
    "webp": Signs((b"RIFF",), b"WEBP", (8, 12)),
    "svg": Signs(part=b"<svg", within=(0, 4000), is_text=True),
    "csv": Signs(is_text=True),
    "txt": Signs(is_text=True),
}
"""What may be attached, and how its first bytes prove it (magic numbers as file(1) lists them)."""


IMAGES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg"})
"""The types that a browser shows in a page."""


def extension(name: str) -> str:
    """The part behind the last dot, as written: `PDF` is not `pdf`, because addresses tell capitals apart."""
    return name.rsplit(".", 1)[1] if "." in name else ""


def is_safe_name(name: str) -> bool:
    """Whether a name in metadata is a bare file name: no folder, no drive, no escape, nothing that Windows reserves."""
    return bool(NAME.fullmatch(name)) and not WINDOWS_NAMES.fullmatch(name)


def acts(name: str, data: bytes) -> str:
    """What in a file could act on a reader's device, as a word for the message; empty when nothing does."""
    kind = extension(name)
    if kind == "svg":
        return svg_fault(data)
    if kind in ("docx", "xlsx", "pptx", "odt", "ods", "odp"):
        return _macro(data)
    return _pdf_action(data) if kind == "pdf" else ""


DAMAGED = "beschadigd bestand"
MACROS = re.compile(r"(?:.*/)?vbaProject\.bin|Basic/.*|Scripts/.*|(?:.*/)?(?:activeX|macrosheets)/.*", re.IGNORECASE)


def _macro(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "macro" if any(MACROS.fullmatch(name) for name in archive.namelist()) else ""
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        return DAMAGED  # ValueError: a name or an offset that cannot be


PDF_ACTION = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?)(?![A-Za-z0-9])")
_PDF_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PDF_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)


def _pdf_action(data: bytes) -> str:
    """Looks at objects only: in the pixels of a scan the three signs of `/JS` come up by chance. Packed objects are unpacked."""
    parts = [_PDF_STREAM.sub(b"", data)]
    room = MAX_ITEM
    for stream in _PDF_STREAM.finditer(data):
        if b"/ObjStm" in data[max(0, stream.start() - 400) : stream.start()]:
            try:
                parts.append(zlib.decompressobj().decompress(stream[0].split(b"\n", 1)[1], room))
            except zlib.error:
                return DAMAGED
            room -= len(parts[-1])
            if room <= 0:
                return DAMAGED
    found = PDF_ACTION.search(_PDF_NAME_ESCAPE.sub(lambda sign: bytes([int(sign[1], 16)]), b"\n".join(parts)))
    return f"/{found[1].decode()}" if found else ""


SVG = "http://www.w3.org/2000/svg"
ACTIVE_ELEMENTS = frozenset("script foreignobject iframe object embed audio video handler listener animate set".split())
INERT = re.compile(
    r"http://(?:www\.inkscape\.org/|sodipodi\.sourceforge\.net/|creativecommons\.org/ns|purl\.org/dc/|web\.resource\.org/cc/)\S*"
    r"|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#"
)
"""Namespaces in which drawing programs keep notes of their own; no browser does anything with them."""
OUTSIDE = re.compile(r"(?:javascript|vbscript|https?|file):|url\((?!\s*['\"]?#)|@import", re.IGNORECASE)


class _Found(Exception):  # noqa: N818 - not an error of anyone, but the end of the search
    pass


def svg_fault(data: bytes) -> str:
    """What makes an SVG more than a drawing: script, handlers, embedded documents, references outside itself, declarations."""
    parser = expat.ParserCreate(namespace_separator=" ")
    texts: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not space:
            raise _Found(DAMAGED)  # without a namespace it is no drawing to a browser
        if space != SVG:
            if not INERT.fullmatch(space):
                raise _Found(f"<{local}>")
            return
        if local.lower() in ACTIVE_ELEMENTS:
            raise _Found(f"<{local}>")
        for key, value in attributes.items():
            _attribute(key, value)

    def declaration(*_parts: object) -> None:
        raise _Found("<!DOCTYPE>")

    def instruction(target: str, _data: str) -> None:
        raise _Found(f"<?{target}?>")

    def encoding(_version: str, name: str | None, _standalone: int) -> None:
        # In another encoding a browser may read a tag where this reader does not.
        if (name or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise _Found(f"encoding={name}")

    parser.StartElementHandler = element
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = declaration
    parser.ProcessingInstructionHandler = instruction
    parser.XmlDeclHandler = encoding
    try:
        parser.Parse(data, True)
    except _Found as found:
        return str(found)
    except (expat.ExpatError, ValueError, LookupError):
        return DAMAGED  # LookupError and ValueError: an encoding that does not exist
    # Texts come in pieces; what stands in a style is the whole.
    return "@import of url()" if STYLE.search("".join(texts)) else ""


STYLE = re.compile(r"@import|url\((?!\s*['\"]?#)", re.IGNORECASE)


def _attribute(key: str, value: str) -> None:
    space, _, word = key.rpartition(" ")
    word = word.lower()
    if space and INERT.fullmatch(space):
        return
    if word.startswith("on"):
        raise _Found(f"{word}=")
    if word in ("href", "src"):
        if not re.match(r"#|data:image/(?:png|jpeg|gif|webp);", value):
            raise _Found(f"{word}={value[:40]}")
    elif OUTSIDE.search(value):
        raise _Found(f"{word}={value[:40]}")
