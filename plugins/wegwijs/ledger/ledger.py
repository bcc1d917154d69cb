"""Ledger: the rows together: where a code was, whose an address is, what the last word about each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wegwijs.ledger.rows import Row


@dataclass(frozen=True)
class Ledger:
    """All rows, in the order in which they were added."""

    rows: tuple[Row, ...] = ()

    @cached_property
    def last(self) -> Mapping[str, Row]:
        """The last row of each code."""
        return {row.code: row for row in self.rows if row.code}

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """For each address the code it was first given to. It stays with that code: what is on paper keeps its meaning."""
        found: dict[str, str] = {}
        for row in self.rows:
            if row.code:
                found.setdefault(row.address, row.code)
        return found

    @cached_property
    def plain(self) -> Mapping[str, Row]:
        """The last row of each page without a code, by address."""
        return {row.address: row for row in self.rows if not row.code}

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address there ever was, once."""
        return tuple(dict.fromkeys(row.address for row in self.rows))
