"""Attachments: whether a file is what its name says and holds nothing that acts. Looks at bytes only; knows no items."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

MAX_FILE = 10_000_000
"""Bytes of one attachment: what a phone in a train fetches in a reasonable time."""
MAX_ITEM = 25_000_000
"""Bytes of all attachments of one item."""

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]{2,5}")
WINDOWS_NAMES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\..*")


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(heads)


def _office(part: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and part in data


def _text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


TYPES: Mapping[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    "docx": _office(b"word/"),
    "xlsx": _office(b"xl/"),
    "pptx": _office(b"ppt/"),
    "odt": _office(b"opendocument.text"),
    "ods": _office(b"opendocument.spreadsheet"),
    "odp": _office(b"opendocument.presentation"),
    "png": _starts(b"\x89PNG\r\n\x1a\n"),
    "jpg": _starts(b"\xff\xd8\xff"),
    "jpeg": _starts(b"\xff\xd8\xff"),
    "gif": _starts(b"GIF87a", b"GIF89a"),
    "webp": lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP",
    "svg": lambda data: b"<svg" in data[:4000] and _text(data),
    "csv": _text,
    "txt": _text,
}
"""What may be attached, and how its first bytes prove it (magic numbers as file(1) lists them)."""


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
    if kind == "pdf":
        found = re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile)\b", data)
        return f"/{found[1].decode()}" if found else ""
    return ""


def _macro(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith("vbaProject.bin") or name.startswith("Basic/"):
                    return "macro"
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        return "beschadigd bestand"
    return ""


_ACTIVE_ELEMENTS = frozenset(
    "script foreignobject iframe object embed audio video handler listener animate set".split()
)


class _FoundError(Exception):
    """Stops the parser at the first thing that acts."""


def svg_fault(data: bytes) -> str:
    """What makes an SVG more than a drawing: script, handlers, embedded documents, references outside itself, declarations."""
    parser = expat.ParserCreate()

    def element(name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(":", 1)[-1].lower()
        if local in _ACTIVE_ELEMENTS:
            raise _FoundError(f"<{name}>")
        for key, value in attributes.items():
            word = key.rsplit(":", 1)[-1].lower()
            outside = re.search(
                r"(?:javascript|vbscript|https?|file):|url\(\s*['\"]?(?!#)|@import", value, re.IGNORECASE
            )
            if word.startswith("on"):
                raise _FoundError(f"{key}=")
            if word in ("href", "src") and not re.match(r"#|data:image/(?:png|jpeg|gif|webp);", value):
                raise _FoundError(f"{key}={value[:40]}")
            if outside and not key.startswith("xmlns") and word not in ("href", "src"):
                raise _FoundError(f"{key}={value[:40]}")

    def text(value: str) -> None:
        if re.search(r"@import|url\(\s*['\"]?(?!#)", value):
            raise _FoundError("@import of url()")

    def declaration(*_parts: object) -> None:
        raise _FoundError("<!DOCTYPE>")

    def instruction(target: str, _data: str) -> None:
        raise _FoundError(f"<?{target}?>")

    parser.StartElementHandler = element
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = declaration
    parser.ProcessingInstructionHandler = instruction
    try:
        parser.Parse(data, True)
    except _FoundError as found:
        return str(found)
    except expat.ExpatError:
        return "beschadigd bestand"
    return ""
