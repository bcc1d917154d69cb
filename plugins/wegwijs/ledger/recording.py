"""Recording: which rows must be added so that the ledger says everything that is published now."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijs.ledger.holders import Register
from wegwijs.ledger.rows import Row


def additions(register: Register) -> tuple[Row, ...]:
    """The rows that are missing, those with a code first, in the order of their addresses."""
    return (*sorted(_coded(register), key=_place), *sorted(_plain(register), key=_place))


def _place(row: Row) -> tuple[str, str]:
    return row.address, row.code


def _coded(register: Register) -> Iterator[Row]:
    last = register.ledger.last
    for holder in register.present.values():
        if register.ledger.owners.get(holder.address, holder.code) != holder.code:
            continue  # another's address; the check says so
        before = last.get(holder.code)
        state = "ingetrokken" if holder.is_withdrawn else "actueel"
        row = Row(holder.code, holder.address, state, holder.successor, holder.reason, holder.title)
        if before is None or _facts(before) != _facts(row):
            yield row


def _facts(row: Row) -> tuple[str, ...]:
    """What makes a new row needed; another title does not."""
    return (row.address, row.state, row.successor, row.reason)


def _plain(register: Register) -> Iterator[Row]:
    held = {holder.address for holder in register.holders}
    owners, plain = register.ledger.owners, register.ledger.plain
    for address in register.pages:
        known = plain.get(address)
        if address not in held and address not in owners and (known is None or known.state != "actueel"):
            yield Row("", address)
