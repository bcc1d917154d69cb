"""Laying: a package beside the project: which files it adds or changes, with the experience in its item and the code in its file.

Everything happens in memory; the result is a list of whole files, which may be written or not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.formulier.gebruik import Gebruik
from wegwijs.ledger.holders import register_of
from wegwijs.ledger.naming import assign
from wegwijs.ledger.recording import additions
from wegwijs.ledger.rows import LEDGER, as_text
from wegwijs.ledger.writing import with_code
from wegwijs.pakket.opening import Package, RefusedError
from wegwijs.problems import Problem, Problems
from wegwijs.source import Source, read_document
from wegwijs.tree import READ_LIMIT, Tree
from wegwijs.validation import validate


@dataclass(frozen=True)
class Change:
    """A file that the package brings."""

    path: str
    data: bytes
    was: bytes | None = None
    """What is there now; None for a new file."""
    is_addition: bool = False
    """Whether what is there stays whole: a row is added."""
    fields: tuple[str, ...] = ()
    """For an item that is there: the fields that become different, and `tekst`."""
    moved_on: bool = False
    """Whether the item was changed since somebody began to improve it."""


@dataclass(frozen=True)
class Laid:
    """The package beside the project."""

    tree: Tree
    changes: tuple[Change, ...]
    codes: Mapping[str, str]
    """File → code that it got."""
    problems: tuple[Problem, ...] = ()
    """What keeps an experience from being read."""


def lay(package: Package, catalogue: Catalogue) -> Laid:
    """Lay a package on the project it comes to."""
    tree = catalogue.tree
    problems = Problems()
    changes = [*_pages(package, tree), *_files(package, tree), *_uses(package, catalogue, problems)]
    for path, count in Counter(change.path for change in changes).items():
        if count > 1:  # two stories about one item: the second would undo the first
            raise RefusedError("dubbel", naam=path)
    laid = _with(tree, changes)
    fresh = [change for change in changes if change.was is None and change.path in package.pages]
    made, codes = _coded(laid, fresh)
    changes = [made.get(change.path, change) for change in changes]
    laid = _with(tree, changes)
    ledger = _recorded(laid, {change.path for change in changes})
    if ledger:
        changes.append(ledger)
        laid = _with(laid, [ledger])
    return Laid(laid, tuple(change for change in changes if change.data != change.was), codes, tuple(problems))


def _with(tree: Tree, changes: Iterable[Change]) -> Tree:
    return tree.with_entries(*Tree.of({change.path: change.data for change in changes}).entries.values())


def _now(tree: Tree, path: str) -> bytes | None:
    return tree.entries[path].read(50_000_000) if path in tree else None


def _pages(package: Package, tree: Tree) -> Iterable[Change]:
    for path, data in sorted(package.pages.items()):
        was = _now(tree, path)
        if was is None:
            yield Change(path, _without_code(path, data))
        else:
            before = package.before.get(path)
            yield Change(path, data, was, fields=_different(path, was, data), moved_on=before not in (None, was))


def _without_code(path: str, data: bytes) -> bytes:
    """A new item gets its code here; one that somebody made up is left out."""
    source = read_document(path, data, Problems())
    if source is None or ("code",) not in source.keys:
        return data
    lines = data.splitlines(keepends=True)
    made = b"".join([*lines[: source.keys[("code",)][0] - 1], *lines[source.keys[("code",)][0] :]])
    again = read_document(path, made, Problems())
    return made if again is not None and "code" not in again.meta else data


def _different(path: str, was: bytes, data: bytes) -> tuple[str, ...]:
    one, other = read_document(path, was, Problems()), read_document(path, data, Problems())
    if one is None or other is None:
        return ("tekst",)
    names = [name for name in {**one.meta, **other.meta} if one.meta.get(name) != other.meta.get(name)]
    return (*names, *(("tekst",) if one.body != other.body else ()))


def _files(package: Package, tree: Tree) -> Iterable[Change]:
    return (Change(path, data, _now(tree, path)) for path, data in sorted(package.files.items()))


# --- Experiences ---


def _uses(package: Package, catalogue: Catalogue, problems: Problems) -> Iterable[Change]:
    for path, data in sorted(package.uses.items()):
        source = read_document(path, data, problems)
        use = None if source is None else validate(Gebruik, source, problems)
        if source is None or use is None:
            continue
        page = catalogue.items.get(use.item)
        if page is None:
            raise RefusedError("geen_item", naam=use.item)
        was = catalogue.tree.entries[page.path].read(READ_LIMIT)
        row = {name: value for name, value in source.meta.items() if name != "item" and isinstance(value, str)}
        made = with_use(page.source, was, row)
        if made is None:
            raise RefusedError("met_de_hand", pad=page.path)
        yield Change(page.path, made, was, is_addition=True, fields=("ervaringen",))


def with_use(source: Source, data: bytes, row: Mapping[str, str]) -> bytes | None:
    """The file of an item with one experience more; None when it is written in such a way that a person must do it."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    rows = source.meta.get("ervaringen") or []
    top = sorted(line for path, (line, _column) in source.keys.items() if len(path) == 1)
    if rows and ("ervaringen",) in source.keys:
        at = next((line for line in top if line > source.keys[("ervaringen",)][0]), source.body_line - 1) - 1
        head = ""
    else:
        if ("ervaringen",) in source.keys:
            return None
        at = source.keys.get(("beheerder",), (source.body_line - 1, 0))[0] - 1
        head = "ervaringen:\n"
    # A text between double quotes means the same in JSON and here.
    told = [f"{name}: {json.dumps(' '.join(value.split()), ensure_ascii=False)}\n" for name, value in row.items()]
    block = head + "".join(f"  {'-' if not number else ' '} {line}" for number, line in enumerate(told))
    made = "".join([*lines[:at], block, *lines[at:]]).encode("utf-8")
    again = read_document(source.path, made, Problems())
    wanted = [*(rows if isinstance(rows, list) else []), {name: " ".join(value.split()) for name, value in row.items()}]
    is_same = (
        again is not None and dict(again.meta) == {**source.meta, "ervaringen": wanted} and again.body == source.body
    )
    return made if is_same else None


# --- Codes ---


def _coded(tree: Tree, fresh: Iterable[Change]) -> tuple[dict[str, Change], dict[str, str]]:
    """The new items with their codes; an item that cannot be read has none yet."""
    register = register_of(load_catalogue(tree, Problems()))
    sources = {holder.path: holder.source for holder in register.holders}
    codes = assign(register.holders, register.ledger)
    made, given = {}, {}
    for change in fresh:
        coded = with_code(sources[change.path], change.data, codes[change.path]) if change.path in codes else None
        if coded is not None:
            made[change.path] = Change(change.path, coded)
            given[change.path] = codes[change.path]
    return made, given


def _recorded(tree: Tree, paths: set[str]) -> Change | None:
    """The ledger with the addresses of these files; None when there is none to keep, or nothing to add."""
    register = register_of(load_catalogue(tree, Problems()))
    addresses = {holder.address for holder in register.holders if holder.path in paths}
    rows = [row for row in additions(register) if row.address in addresses]
    if not register.has_ledger or register.faults or not rows:
        return None
    was = tree.entries[LEDGER].read(50_000_000)
    made = (was if was.endswith(b"\n") else was + b"\n") + as_text(rows).encode("utf-8")
    return Change(LEDGER, made, was, is_addition=True)
