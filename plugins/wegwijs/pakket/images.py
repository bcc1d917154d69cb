"""Images: the notes that cameras and programs leave beside the picture, cut out without touching the picture itself."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG_NOTES = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_NOTES = frozenset({b"EXIF", b"XMP "})
_JPEG_NOTES = frozenset({0xE1, 0xED, 0xFE})
"""APP1 (Exif and XMP), APP13 (Photoshop) and remarks."""
_ALONE = frozenset({0x01, 0xD8, 0xD9, *range(0xD0, 0xD8)})


def without_notes_png(data: bytes) -> bytes | None:
    """A PNG without its text and Exif chunks; None when it is not built like a PNG."""
    parts = [data[:8]]
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        if len(chunk) != 12 + size:
            return None
        if kind not in _PNG_NOTES:
            parts.append(chunk)
        at += len(chunk)
        if kind == b"IEND":
            return b"".join(parts)  # what stands behind the end is no picture
    return None


def without_notes_jpeg(data: bytes) -> bytes | None:
    """A JPEG without Exif, XMP, Photoshop's notes and remarks; None when it is not built like a JPEG."""
    try:
        return data[:2] + b"".join(_jpeg_segments(data))
    except (IndexError, struct.error):
        return None


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise IndexError
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:  # from here on the picture itself
            end = data.rfind(b"\xff\xd9")
            if end < at:
                raise IndexError
            yield data[at : end + 2]
            return
        size = 2 if marker in _ALONE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if at + size > len(data):
            raise IndexError
        if marker not in _JPEG_NOTES:
            yield data[at : at + size]
        at += size


def without_notes_webp(data: bytes) -> bytes | None:
    """A WebP without its Exif and XMP chunks, and without the flags that announce them."""
    parts = []
    at = 12
    while at + 8 <= len(data):
        kind = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + size + size % 2]
        if len(chunk) < 8 + size:
            return None
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in _WEBP_NOTES:
            parts.append(chunk)
        at += 8 + size + size % 2
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
