"""Report: the golden queries of `toolbox/zoekvragen.yml`, and what is missing as a list of things to do for editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.catalogue import Catalogue
from wegwijs.problems import Problems
from wegwijs.search.index import Index, build_index
from wegwijs.search.query import read_query, search
from wegwijs.source import read_data
from wegwijs.tree import READ_LIMIT, Sort
from wegwijs.words import t

QUERIES = "toolbox/zoekvragen.yml"
TOP = 3
"""What people look at before they type something else."""


@dataclass(frozen=True)
class Golden:
    """A query as somebody typed it, and the pages that must be among the first."""

    query: str
    all_of: tuple[str, ...]
    one_of: tuple[str, ...]
    line: int

    def missing(self, found: list[str]) -> tuple[str, ...]:
        """The pages that are not among the first, where they had to be."""
        top = found[:TOP]
        missed = tuple(path for path in self.all_of if path not in top)
        return (*missed, *self.one_of) if self.one_of and not set(self.one_of) & set(top) else missed


def golden_queries(catalogue: Catalogue) -> tuple[Golden, ...]:
    """The queries of the editors, in their order. Rows that cannot be read are passed over."""
    entry = catalogue.tree.entries.get(QUERIES)
    source = read_data(QUERIES, entry.read(READ_LIMIT), Problems()) if entry and entry.sort is Sort.FILE else None
    rows = source.meta.get("vragen") if source else None
    found = []
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        query = row.get("vraag") if isinstance(row, dict) else None
        if isinstance(row, dict) and isinstance(query, str) and source:
            line = source.place("vragen", number).line
            found.append(Golden(query, _paths(row.get("vindt")), _paths(row.get("een_van")), line))
    return tuple(found)


def _paths(value: object) -> tuple[str, ...]:
    return tuple(f"{path}.md" for path in value if isinstance(path, str)) if isinstance(value, list) else ()


def misses(catalogue: Catalogue) -> list[str]:
    """A line for each query that misses something, with what an editor can do about it; then the count."""
    index = build_index(catalogue)
    queries = golden_queries(catalogue)
    lines = [line for golden in queries for line in _line(index, golden)]
    return [*lines, t("zoekvragen.slot", aantal=len(queries), mis=len(lines))]


def _line(index: Index, golden: Golden) -> Iterator[str]:
    found = [hit.path for hit in search(index, golden.query)]
    titles = {record.path: record.title for record in index.records}
    missed = golden.missing(found)
    if not missed:
        return
    unknown = [path for path in missed if path not in titles]
    place = f"{QUERIES}:{golden.line}:"
    if unknown:
        yield f"{place} {t('zoekvragen.bestaat_niet', vraag=golden.query, bladzijde=unknown[0].removesuffix('.md'))}"
        return
    wanted = missed[0]
    rank = found.index(wanted) + 1 if wanted in found else 0
    now = ", ".join(f"‘{titles[path]}’" for path in found[:TOP])
    words = [word for word in read_query(index, golden.query)[0] if index.lexicon.find(word) is None]
    yield f"{place} " + " ".join(
        part
        for part in (
            t("zoekvragen.mist", vraag=golden.query, titel=titles[wanted]),
            t("zoekvragen.op_plaats", plaats=rank, eerste=now)
            if rank
            else t("zoekvragen.niet_erbij", eerste=now or t("zoekvragen.niets")),
            t("zoekvragen.woord_onbekend", woorden=", ".join(words)) if words else t("zoekvragen.doe", bestand=wanted),
        )
        if part
    )
