"""Codes: gives what has no code one, writes down every new address, takes things back, and says what is missing."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.checks import check_site
from wegwijs.ledger.holders import Register, register_of
from wegwijs.ledger.naming import assign
from wegwijs.ledger.recording import additions
from wegwijs.ledger.rows import HEADER, LEDGER, Row, as_text
from wegwijs.ledger.writing import with_code
from wegwijs.problems import Problems
from wegwijs.tree import read_tree
from wegwijs.words import plural, t

OWN = frozenset(f"K{number}" for number in range(140, 150)) | {"K067"}
"""The problems that are about codes and addresses."""


def codes(options: argparse.Namespace) -> int:
    """Assign and record; with `--check` only say what is missing, with `--lijst` print what there is."""
    root = Path(options.root)
    catalogue, problems = check_site(read_tree(root))
    if options.vorige:
        return _only_grew(root, options.vorige)
    if options.lijst:
        return _list(register_of(catalogue))
    if options.intrekken:
        return _withdraw(root, register_of(catalogue), options)
    if options.check:
        return _check(register_of(catalogue), problems)
    return _assign(root, catalogue)


def _check(register: Register, problems: Problems) -> int:
    """What stands in the way of publishing: a missing code or address counts as much as a lost one."""
    found = [problem for problem in problems if problem.code in OWN]
    for problem in found:
        print(problem.line())
    missing = additions(register)
    if not register.has_ledger or missing:
        print(plural("codes.onbekend", len(missing)))
    elif not found:
        print(t("codes.goed", codes=len(register.present), adressen=len(register.ledger.addresses)))
    return 1 if found or missing or not register.has_ledger else 0


def _assign(root: Path, catalogue: Catalogue) -> int:
    register = register_of(catalogue)
    if register.faults:
        print(t("codes.niet_te_lezen"), file=sys.stderr)
        return 1
    sources = {holder.path: holder.source for holder in register.holders}
    given = 0
    by_hand = []
    for path, code in assign(register.holders, register.ledger).items():
        made = with_code(sources[path], (root / path).read_bytes(), code)
        if made is None:
            by_hand.append(t("codes.met_de_hand", pad=path, korte_code=code))
        else:
            _replace(root / path, made)
            given += 1
    now = register_of(load_catalogue(read_tree(root), Problems()))
    added = additions(now)
    _append(root / LEDGER, added)
    print(t("codes.klaar", codes=plural("codes.gegeven", given), regels=plural("codes.regels", len(added))))
    _catalogue, problems = check_site(read_tree(root))
    left = [problem.line() for problem in problems if problem.code in OWN]
    for line in (*by_hand, *left):
        print(line, file=sys.stderr)
    return 1 if by_hand or left else 0


def _list(register: Register) -> int:
    """Everything that ever had a code: where it leads now."""
    for code, address in sorted(register.routes.codes.items(), key=lambda row: (row[1], row[0])):
        holder = register.present.get(code)
        row = register.ledger.last.get(code)
        state = row.state if row and not holder else "ingetrokken" if holder and holder.is_withdrawn else "actueel"
        title = holder.title if holder else row.title if row else ""
        print(f"{code}  {state:<12}  {address}  {title}")
    return 0


def _withdraw(root: Path, register: Register, options: argparse.Namespace) -> int:
    """Write down what became of something whose file is gone."""
    row = register.ledger.last.get(options.intrekken)
    if row is None or row.code in register.present:
        print(t("codes.niet_in_te_trekken", korte_code=options.intrekken), file=sys.stderr)
        return 1
    successor = options.opvolger or ""
    if successor and successor not in register.routes.codes and successor not in register.pages:
        print(t("codes.geen_opvolger", naam=successor), file=sys.stderr)
        return 1
    if not (options.reden or successor):
        print(t("codes.reden_nodig"), file=sys.stderr)
        return 1
    state = "ingetrokken" if options.reden else "doorverwezen"
    _append(root / LEDGER, [Row(row.code, row.address, state, successor, options.reden or "", row.title)])
    print(t("codes.ingetrokken", korte_code=row.code, titel=row.title))
    return 0


def _only_grew(root: Path, before: Path) -> int:
    """Whether the ledger of before is the beginning of this one: rows are only ever added."""
    now = (root / LEDGER).read_bytes() if (root / LEDGER).is_file() else b""
    then = before.read_bytes() if before.is_file() else b""
    lines, known = now.splitlines(), then.splitlines()
    wrong = next((number for number, line in enumerate(known) if lines[number : number + 1] != [line]), None)
    if wrong is None:
        print(t("codes.alleen_gegroeid"))
        return 0
    print(t("codes.regel_veranderd", bestand=LEDGER, regel=wrong + 1), file=sys.stderr)
    return 1


def _append(path: Path, rows: Iterable[Row]) -> None:
    before = path.read_bytes() if path.is_file() else (";".join(HEADER) + "\n").encode()
    if before and not before.endswith(b"\n"):
        before += b"\n"
    made = before + as_text(rows).encode("utf-8")
    if not path.is_file() or made != path.read_bytes():
        _replace(path, made)


def _replace(path: Path, data: bytes) -> None:
    """Write whole or not at all, with the rights the file had."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as fresh:
        fresh.write(data)
    Path(fresh.name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    Path(fresh.name).replace(path)
