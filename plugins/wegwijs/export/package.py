"""Package: files as one zip, the same bytes for the same files: sorted, one moment, one set of rights."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FOLDER = "wegwijs-in-kwaliteit"
"""The folder inside the zip, so that unpacking never strews hundreds of files about."""
README = "LEESMIJ.txt"
OLDEST = date(1980, 1, 1)
"""A zip knows no earlier day."""
PACKED = frozenset({"woff2", "png", "jpg", "jpeg", "pdf", "zip", "docx", "xlsx", "pptx", "gz"})
"""Files that packing would not make smaller."""


def package_name(day: date | None) -> str:
    """`wegwijs-in-kwaliteit-2026-11-21.zip`."""
    return f"{FOLDER}-{day.isoformat()}.zip" if day else f"{FOLDER}.zip"


def package(files: Mapping[str, bytes], day: date | None) -> bytes:
    """The zip. Every file bears the day of the edition, and may be read and written by its owner and read by all."""
    moment = max(day or OLDEST, OLDEST)
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for path in sorted(files):
            info = ZipInfo(f"{FOLDER}/{path}", (moment.year, moment.month, moment.day, 0, 0, 0))
            info.compress_type = ZIP_STORED if path.rpartition(".")[2].lower() in PACKED else ZIP_DEFLATED
            info.external_attr = 0o100644 << 16
            info.create_system = 3
            archive.writestr(info, files[path], compresslevel=9)
    return made.getvalue()
