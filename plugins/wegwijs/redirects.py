"""Redirects: where every code and every earlier address leads. Never a chain, never a circle, never over a page that is there.

An address leads, in this order: to the page that stands there; to where its code is now; to the successor the editors named;
to the same place below its parent's new address; to its nearest parent. So a page that vanishes never ends in a 404.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wegwijs.ledger.ledger import Ledger
from wegwijs.ledger.rows import Row


@dataclass(frozen=True)
class Routes:
    """What was found. Every target is a page, or the tombstone of something that was taken away; nothing leads on from there."""

    codes: Mapping[str, str] = field(default_factory=dict)
    """Code → address."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Earlier address → address. An empty one: the first page of the site, because nothing better was found."""
    tombs: Mapping[str, Row] = field(default_factory=dict)
    """Address → what the ledger says about what stood there and whose file is gone."""
    lost: frozenset[str] = frozenset()
    """Codes without a file about which the ledger does not say what became of them."""
    circles: frozenset[str] = frozenset()
    """Codes and addresses of which the successors lead round, or to something that never was."""


def find_routes(
    ledger: Ledger, present: Mapping[str, str], pages: Collection[str], old: Mapping[str, str] | None = None
) -> Routes:
    """The routes of a site: `present` is code → address now, `pages` every address now, `old` the old site's address → code."""
    finder = _Finder(ledger, present, frozenset(pages))
    codes = {code: finder.of_code(code) for code in sorted({*ledger.last, *present})}
    sources = [address for address in ledger.addresses if not finder.is_page(address)]
    addresses = {address: finder.of_address(address) for address in sorted(sources)}
    for address, code in (old or {}).items():
        if not finder.is_page(address) and address not in addresses:
            addresses[address] = finder.of_code(code)
    return Routes(codes, addresses, finder.tombs, frozenset(finder.lost), frozenset(finder.circles))


class _Finder:
    """Follows one question at a time to its end; `seen` holds what it passed, so that a circle is noticed."""

    def __init__(self, ledger: Ledger, present: Mapping[str, str], pages: frozenset[str]) -> None:
        self.ledger, self.present, self.pages = ledger, present, pages
        gone = {code: row for code, row in ledger.last.items() if code not in present}
        self.tombs = {
            row.address: row for row in gone.values() if row.state == "ingetrokken" and row.address not in pages
        }
        self.lost = {code for code, row in gone.items() if row.state == "actueel"}
        self.circles: set[str] = set()

    def is_page(self, address: str) -> bool:
        return address in self.pages or address in self.tombs

    def of_code(self, code: str, seen: frozenset[str] = frozenset()) -> str:
        if code in self.present:
            return self.present[code]
        row = self.ledger.last.get(code)
        if row is None or code in seen:
            self.circles.update(seen | {code})
            return ""
        if row.state == "doorverwezen":
            return self._of_successor(row.successor, seen | {code}) or self._of_parent(row.address, seen | {code})
        return row.address if self.is_page(row.address) else self._of_parent(row.address, seen | {code})

    def of_address(self, address: str, seen: frozenset[str] = frozenset()) -> str:
        if self.is_page(address):
            return address
        if address in seen:
            self.circles.update(seen)
            return ""
        passed = seen | {address}
        owner = self.ledger.owners.get(address, "")
        if owner and owner not in seen:
            return self.of_code(owner, passed)
        row = self.ledger.plain.get(address)
        if row and row.state == "doorverwezen":
            found = self._of_successor(row.successor, passed)
            if found:
                return found
        return self._of_parent(address, passed)

    def _of_successor(self, successor: str, seen: frozenset[str]) -> str:
        if not successor.endswith("/"):
            return self.of_code(successor, seen)
        if not self.is_page(successor) and successor not in self.ledger.addresses:
            self.circles.update(seen)
            return ""
        return self.of_address(successor, seen)

    def _of_parent(self, address: str, seen: frozenset[str]) -> str:
        parent, _, name = address.rstrip("/").rpartition("/")
        if not parent:
            return ""
        above = self.of_address(f"{parent}/", seen)
        beside = f"{above}{name}/"
        return beside if above and self.is_page(beside) else above
