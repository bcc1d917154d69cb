"""Rows: the text of the ledger and of the old site's addresses, row by row. What the rows mean together is for `ledger` to say."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wegwijs.fields import CODE_ALPHABET, SLUG

LEDGER = "toolbox/codes.csv"
OLD = "toolbox/oude-adressen.csv"
HEADER = ("code", "adres", "staat", "opvolger", "reden", "titel")
OLD_HEADER = ("oud_adres", "code", "titel")
STATES = ("actueel", "ingetrokken", "doorverwezen")
"""`actueel`: there is a file with this code. `ingetrokken`: the page says that it is gone, why, and what came in its place.
`doorverwezen`: who comes here is sent on to the successor at once."""

CODE = re.compile(rf"[{CODE_ALPHABET}]{{4,6}}")
ADDRESS = re.compile(rf"(?:{SLUG}/)+")
"""An address as online, below the root: `instruments/peerreview/`. Nothing in it can climb out of the site."""


@dataclass(frozen=True)
class Row:
    """What was true of a code from this row on. Rows are only ever added; the last one of a code counts."""

    code: str
    """Empty for a page without one, such as `over/privacy/`."""
    address: str
    state: str = "actueel"
    successor: str = ""
    """A code, or an address that ends in a slash."""
    reason: str = ""
    title: str = ""
    line: int = 0
    """Where it stands in the file; 0 for a row that is not there yet."""


@dataclass(frozen=True)
class Fault:
    """A row that cannot be read: the line and what is the matter, a key of `codes.fout.` in the words."""

    line: int
    key: str
    value: str = ""


def read_rows(text: str) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """The rows of the ledger, and those that could not be read."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, cells in _cells(text, HEADER, faults):
        code, address, state, successor, reason, title = cells
        row = Row(code, address, state, successor, reason, title, line)
        fault = _fault(row)
        if fault:
            faults.append(fault)
        else:
            rows.append(row)
    return tuple(rows), tuple(faults)


def read_old(text: str) -> tuple[Mapping[str, tuple[str, int]], tuple[Fault, ...]]:
    """The addresses of the old site: address → code and line; of two rows with the same address the first counts."""
    found: dict[str, tuple[str, int]] = {}
    faults: list[Fault] = []
    for line, (address, code, _title) in _cells(text, OLD_HEADER, faults):
        if not ADDRESS.fullmatch(address):
            faults.append(Fault(line, "adres", address))
        elif not CODE.fullmatch(code):
            faults.append(Fault(line, "code", code))
        elif found.setdefault(address, (code, line))[1] != line:
            faults.append(Fault(line, "dubbel", address))
    return found, tuple(faults)


def as_text(rows: Iterable[Row]) -> str:
    """Rows as they stand in the file, without the header."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    for row in rows:
        # A program for sheets takes a cell that begins like this for a sum.
        title, reason = (" ".join(text.split()).lstrip("=+-@ ") for text in (row.title, row.reason))
        writer.writerow((row.code, row.address, row.state, row.successor, reason, title))
    return made.getvalue()


def _cells(text: str, header: tuple[str, ...], faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";")
    is_first = True
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            faults.append(Fault(reader.line_num, "cellen", str(len(header))))
            continue
        if not any(cells):
            continue
        if is_first:
            is_first = False
            if tuple(cells) != header:
                faults.append(Fault(reader.line_num, "kop", ";".join(header)))
                return
        elif len(cells) != len(header):
            faults.append(Fault(reader.line_num, "cellen", str(len(header))))
        else:
            yield reader.line_num, cells


def _fault(row: Row) -> Fault | None:
    if row.code and not CODE.fullmatch(row.code):
        return Fault(row.line, "code", row.code)
    if not ADDRESS.fullmatch(row.address):
        return Fault(row.line, "adres", row.address)
    if row.state not in STATES:
        return Fault(row.line, "staat", row.state)
    if row.successor and not (CODE.fullmatch(row.successor) or ADDRESS.fullmatch(row.successor)):
        return Fault(row.line, "opvolger", row.successor)
    if row.state == "doorverwezen" and not row.successor:
        return Fault(row.line, "geen_opvolger")
    if row.state == "ingetrokken" and not (row.reason or row.successor):
        return Fault(row.line, "geen_reden")
    return None
