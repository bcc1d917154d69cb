"""Codes: no published address or code stops working. The rules hold as soon as there is a ledger, `toolbox/codes.csv`."""

from __future__ import annotations

from wegwijs.addresses import RESERVED, url_of
from wegwijs.catalogue import Catalogue
from wegwijs.ledger.holders import Register, register_of
from wegwijs.ledger.recording import additions
from wegwijs.ledger.rows import LEDGER, OLD, Row
from wegwijs.problems import Place, Problems
from wegwijs.words import t


def check_codes(catalogue: Catalogue, problems: Problems) -> None:
    """Every code has one holder, stays where it is written down, and leads somewhere."""
    _check_reasons(catalogue, problems)
    _check_reserved(catalogue, problems)
    register = register_of(catalogue)
    for path, faults in ((LEDGER, register.faults), (OLD, register.old_faults)):
        for fault in faults:
            wrong = t(f"codes.fout.{fault.key}", waarde=fault.value)
            problems.add("K145" if path == LEDGER else "K147", Place(path, fault.line), wat=wrong)
    _check_old(catalogue, register, problems)
    # A row that cannot be read may be just the one that is missed; so may a file that cannot be read.
    if register.has_ledger and not register.faults:
        _check_missing(register, problems)
        _check_holders(register, problems)
        if not (catalogue.broken or catalogue.flawed or catalogue.model.flawed or catalogue.model.unread):
            _check_routes(register, problems)


def _check_reasons(catalogue: Catalogue, problems: Problems) -> None:
    """Who opens an old link reads why something is gone."""
    for page in catalogue.looked_at:
        if page.item.status == "ingetrokken" and not page.item.reden_ingetrokken:
            problems.add("K143", page.source.key_place("status"))


def _check_reserved(catalogue: Catalogue, problems: Problems) -> None:
    """Nobody writes a page where the build puts the pages of the codes."""
    for page in catalogue.everything:
        address = url_of(page.site_path)
        if address.partition("/")[0] in RESERVED:
            problems.add("K065", Place(page.path), naam=address, ander=t("codes.naam"))


def _check_missing(register: Register, problems: Problems) -> None:
    unwritten = {row.code for row in additions(register) if row.code}
    for holder in register.holders:
        if not holder.code:
            if holder.address not in register.ledger.owners:
                problems.add("K140", holder.source.place("titel"))
        elif holder.code in unwritten and register.present[holder.code] is holder:
            problems.add("K141", holder.source.place("code"), korte_code=holder.code)


def _check_holders(register: Register, problems: Problems) -> None:
    """An address keeps its meaning: it stays with the code it was first given to."""
    for holder in register.holders:
        owner = register.ledger.owners.get(holder.address, holder.code)
        if owner == holder.code:
            continue
        if owner in register.present or register.ledger.last[owner].state != "actueel":
            title = register.ledger.last[owner].title
            problems.add("K144", Place(holder.path), adres=holder.address, korte_code=owner, titel=title)
        else:
            problems.add("K148", holder.source.place("code"), korte_code=owner, nu=holder.code or t("codes.geen"))
    held = {holder.address for holder in register.holders}
    for address in sorted(set(register.pages) & set(register.ledger.owners) - held):
        row = register.ledger.last[register.ledger.owners[address]]
        problems.add("K144", Place(LEDGER, row.line), adres=address, korte_code=row.code, titel=row.title)


def _check_routes(register: Register, problems: Problems) -> None:
    routes, ledger = register.routes, register.ledger
    # A code that was changed is already told at its file.
    told = {ledger.owners.get(holder.address, "") for holder in register.holders}
    for code in sorted(routes.lost - told):
        row = ledger.last[code]
        problems.add("K142", Place(LEDGER, row.line), korte_code=code, titel=row.title or row.address)
    for row in (*ledger.last.values(), *ledger.plain.values()):
        if row.successor and row.code not in register.present and _leads_nowhere(register, row):
            problems.add("K146", Place(LEDGER, row.line), naam=row.successor)
        elif not row.code and routes.addresses.get(row.address) == "":
            problems.add("K149", Place(LEDGER, row.line), adres=row.address)


def _leads_nowhere(register: Register, row: Row) -> bool:
    """Whether the successor of a row never was, or leads back to the row itself."""
    if {row.code, row.address} & register.routes.circles:
        return True
    known = register.routes.codes if not row.successor.endswith("/") else {*register.pages, *register.ledger.addresses}
    return row.successor not in known or row.successor == row.code


def _check_old(catalogue: Catalogue, register: Register, problems: Problems) -> None:
    """Addresses of the old site lead to a code that exists, and do not stand where a page of ours is."""
    known = {*register.present, *register.ledger.last}
    may_miss = catalogue.broken or catalogue.flawed or catalogue.model.flawed or catalogue.model.unread
    for address, (code, line) in register.old.items():
        if address in register.pages or address in register.ledger.owners:
            problems.add("K147", Place(OLD, line), wat=t("codes.fout.bezet", waarde=address))
        elif code not in known and not may_miss:
            problems.add("K147", Place(OLD, line), wat=t("codes.fout.onbekend", waarde=code))
