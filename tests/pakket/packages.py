"""Packages made in code: a good one, and everything that somebody could do to it."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.sites import BASE, ITEM
from wegwijs.samples import SECOND

NEW = "content/instruments/gesprek-op-de-gang.md"
TEXT = (
    BASE.text(SECOND)
    .replace("code: ghjk\n", "")
    .replace("titel: Tweede gesprek", "titel: Gesprek op de gang")
    .replace("Tweede gesprek", "Gesprek op de gang")
)
USE = """---
school: mbo Voorbeeld
jaar: 2026
context: "Drie teams: over stage."
opbrengst: Twee afspraken die bleven.
item: gesprek-in-een-kring
---
"""

Files = Mapping[str, str | bytes]


def made(files: Files, *, change: Callable[[zipfile.ZipInfo], None] | None = None, packed: bool = False) -> bytes:
    """A zip with these files, in this order."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a name that is there twice
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            if change:
                change(info)
            archive.writestr(info, content)
    return target.getvalue()


def good() -> bytes:
    """What the form makes."""
    return made({"voorblad.html": "<p>Hallo</p>", NEW: TEXT})


def with_name(name: str) -> bytes:
    """A good package with one name more; the name is put in as bytes, because zipfile makes some names decent."""
    stand_in = "x" * len(name.encode("utf-8"))
    data = made({NEW: TEXT, stand_in: "tekst"})
    return data.replace(stand_in.encode(), name.encode("utf-8"))


def linked() -> bytes:
    """A symlink to a file of the system."""

    def as_link(info: zipfile.ZipInfo) -> None:
        if info.filename != NEW:
            info.external_attr = (stat.S_IFLNK | 0o777) << 16

    return made({NEW: TEXT, "content/instruments/gesprek-op-de-gang/plan.txt": "/etc/passwd"}, change=as_link)


def device() -> bytes:
    """A device instead of a file."""

    def as_device(info: zipfile.ZipInfo) -> None:
        info.external_attr = (stat.S_IFCHR | 0o666) << 16

    return made({NEW: TEXT}, change=as_device)


def bomb() -> bytes:
    """Five megabytes of nothing in five kilobytes."""
    return made({NEW: TEXT, "content/instruments/gesprek-op-de-gang/groot.txt": b"\0" * 5_000_000}, packed=True)


def lying_bomb() -> bytes:
    """The list says ten bytes; the file is a megabyte."""
    name = "content/instruments/gesprek-op-de-gang/groot.txt"
    data = bytearray(made({NEW: TEXT, name: b"a" * 1_000_000}, packed=True))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    return bytes(data)


def overlapping() -> bytes:
    """Two names for the same bytes, as a bomb that needs no ratio."""
    data = bytearray(made({NEW: TEXT, "content/instruments/gesprek-op-de-gang/a.txt": "tekst"}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<L", 0)
    return bytes(data)


def encrypted() -> bytes:
    """The sign that a password is needed, in the file and in the list."""
    data = bytearray(made({NEW: TEXT}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        data[at + place] |= 1
    return bytes(data)


def odd_packing() -> bytes:
    """Packed with something old that few programs know."""
    data = bytearray(made({NEW: TEXT}))
    for sign, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(sign)
        data[at + place : at + place + 2] = struct.pack("<H", 12)
    return bytes(data)


def another_inside() -> bytes:
    """The name in the list is not the name at the file."""
    data = made({NEW: TEXT})
    at = data.rfind(b"PK\x01\x02")
    return data[:at] + data[at:].replace(b"op-de-gang", b"op-de-hoek")


def damaged() -> bytes:
    """One byte of the text is another: the sum no longer fits."""
    return good().replace(b"Gesprek op de gang", b"Gesprek op de gong", 1)


NAME = "content/instruments/gesprek-op-de-gang"
HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # Out of the target
    "climbs out": (lambda: with_name("../../buiten.md"), "pad"),
    "climbs out halfway": (lambda: with_name("content/../../buiten.md"), "pad"),
    "absolute": (lambda: with_name("/etc/cron.d/kwaad"), "pad"),
    "drive letter": (lambda: with_name("C:/kwaad.md"), "pad"),
    "backslashes": (lambda: with_name("..\\..\\kwaad.md"), "pad"),
    "backslashes inside": (lambda: with_name("content\\instruments\\x.md"), "pad"),
    "dot in the path": (lambda: with_name("content/./x.md"), "pad"),
    "empty part": (lambda: with_name("content//x.md"), "pad"),
    # Into the project, but not where contributions belong
    "a workflow": (lambda: with_name(".github/workflows/kwaad.yml"), "naam"),
    "the configuration": (lambda: with_name("mkdocs.yml"), "naam"),
    "the model": (lambda: with_name("toolbox/model.yml"), "naam"),
    "the ledger": (lambda: with_name("toolbox/codes.csv"), "naam"),
    "code": (lambda: with_name("plugins/wegwijs/__init__.py"), "naam"),
    "a page that is no item": (lambda: with_name("content/index.md"), "naam"),
    "a folder of nobody": (lambda: with_name("content/instruments/ander/los.txt"), "naam"),
    "deep": (lambda: with_name(f"{NAME}/a/b/c.txt"), "naam"),
    # Odd names
    "zero": (lambda: with_name(f"{NAME}/a\0.txt"), "naam"),
    "line end": (lambda: with_name(f"{NAME}/a\n.txt"), "naam"),
    "reading direction": (lambda: with_name(f"{NAME}/a\u202etxt.pdf"), "naam"),
    "letters apart": (lambda: with_name(f"{NAME}/cafe\u0301.txt"), "naam"),
    "capitals": (lambda: with_name("content/instruments/Kwaad.md"), "naam"),
    "spaces": (lambda: with_name(f"{NAME}/mijn plan.txt"), "naam"),
    "Windows": (lambda: with_name(f"{NAME}/con.txt"), "naam"),
    "hidden": (lambda: with_name(f"{NAME}/.txt"), "naam"),
    "endless": (lambda: with_name(f"{NAME}/{'a' * 300}.txt"), "naam"),
    # Twice
    "twice": (lambda: made({NEW: TEXT}) and _twice(NEW, NEW), "dubbel"),
    "twice in capitals": (lambda: _twice(f"{NAME}/plan.txt", f"{NAME}/PLAN.txt"), "naam"),
    # What it is
    "a link": (linked, "koppeling"),
    "a device": (device, "koppeling"),
    "a program": (lambda: with_name(f"{NAME}/spel.exe"), "soort"),
    "a page of HTML": (lambda: with_name(f"{NAME}/pagina.html"), "soort"),
    "a zip in a zip": (lambda: made({NEW: TEXT, f"{NAME}/nog.zip": good()}), "soort"),
    "nothing": (lambda: made({}), "leeg"),
    "only a cover": (lambda: made({"voorblad.html": "hallo"}), "leeg"),
    # Too much
    "too many": (lambda: made({NEW: TEXT, **{f"{NAME}/a{number}.txt": "a" for number in range(80)}}), "te_veel"),
    "huge": (lambda: b"PK\x03\x04" + b"\0" * 40_000_001, "te_groot"),
    "a long text": (lambda: made({NEW: TEXT + "a b\n" * 300_000}), "bestand_te_groot"),
    "a big file": (lambda: made({NEW: TEXT, f"{NAME}/groot.txt": b"a" * 10_000_001}), "bestand_te_groot"),
    "big together": (
        lambda: made({NEW: TEXT, **{f"{NAME}/a{n}.txt": b"a" * 9_000_000 for n in range(4)}}),
        "samen_te_groot",
    ),
    "a bomb": (bomb, "bom"),
    "a bomb that lies": (lying_bomb, "beschadigd"),
    "one file twice over": (overlapping, "beschadigd"),
    # Not what it says
    "encrypted": (encrypted, "versleuteld"),
    "packed oddly": (odd_packing, "beschadigd"),
    "two names": (another_inside, "beschadigd"),
    "damaged": (damaged, "beschadigd"),
    "cut off": (lambda: good()[:-40], "beschadigd"),
    "cut off early": (lambda: good()[:60], "beschadigd"),
    "something behind it": (lambda: good() + b"<script>1</script>", "beschadigd"),
    "something in front of it": (lambda: b"%PDF-1.7\n" + good(), "geen_zip"),
    "a picture and a zip": (lambda: b"GIF89a" + good(), "geen_zip"),
    "text": (lambda: b"Hoi redactie, hier is mijn instrument.", "geen_zip"),
    "empty file": (lambda: b"", "geen_zip"),
}
"""What it is → the bytes, and the word for why it is refused."""


def _twice(one: str, other: str) -> bytes:
    stand_in = "y" * len(other)
    return made({NEW: TEXT, one: "a", stand_in: "b"} if one != NEW else {NEW: TEXT, stand_in: "b"}).replace(
        stand_in.encode(), other.encode()
    )


__all__ = ["HOSTILE", "ITEM", "NAME", "NEW", "TEXT", "USE", "good", "made"]
