"""Report: the golden queries of `toolbox/zoekvragen.yml`, and what is missing as a list of things to do for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegwijs.addresses import GLOSSARY
from wegwijs.catalogue import Catalogue
from wegwijs.problems import Problems
from wegwijs.search.index import LEVELS, Index, build_index
from wegwijs.search.query import read_query, search
from wegwijs.search.records import KEYWORD_FIELDS, Generated, Record
from wegwijs.source import read_data
from wegwijs.tree import READ_LIMIT, Sort
from wegwijs.words import plural, t

QUERIES = "toolbox/zoekvragen.yml"
GLOSSARY_FILE = "toolbox/begrippen.yml"
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


@dataclass(frozen=True)
class Report:
    """What is to be done about the queries, a few lines for each that misses something."""

    asked: int
    tasks: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[str]:
        """The list as an editor reads it; the last line says how many there are."""
        for first, *rest in self.tasks:
            yield f"- [ ] {first}"
            yield from (f"      {line}" for line in rest)
        if not self.asked:
            yield t("zoekvragen.geen", bestand=QUERIES)
        elif self.tasks:
            yield plural("zoekvragen.slot", len(self.tasks), van=self.asked)
        else:
            yield t("zoekvragen.goed", aantal=self.asked)


def misses(catalogue: Catalogue, generated: Iterable[Generated] = ()) -> Report:
    """Put every golden query to the search."""
    index = build_index(catalogue, generated)
    queries = golden_queries(catalogue)
    tasks = (tuple(_task(catalogue, index, golden)) for golden in queries)
    return Report(len(queries), tuple(task for task in tasks if task))


def _task(catalogue: Catalogue, index: Index, golden: Golden) -> Iterator[str]:
    found = [hit.path for hit in search(index, golden.query)]
    records = {record.path: record for record in index.records}
    missed = golden.missing(found)
    if not missed:
        return
    place = f"{QUERIES}:{golden.line}:"
    unknown = next((path for path in missed if path not in records), "")
    if unknown:
        yield f"{place} {t('zoekvragen.bestaat_niet', vraag=golden.query, bladzijde=unknown.removesuffix('.md'))}"
        yield t("zoekvragen.doe_adres")
        return
    # The one that is nearest is the least work.
    wanted = min(missed, key=lambda path: found.index(path) if path in found else len(found))
    title, others = records[wanted].title, len(missed) - 1
    if others and wanted in golden.one_of:
        yield f"{place} {plural('zoekvragen.mist_een_van', others, vraag=golden.query, titel=title)}"
    else:
        yield f"{place} {t('zoekvragen.mist', vraag=golden.query, titel=title)}"
    first = ", ".join(f"‘{records[path].title}’" for path in found[:TOP])
    if not found:
        yield t("zoekvragen.niets_erbij")
    elif wanted in found:
        yield t("zoekvragen.op_plaats", plaats=found.index(wanted) + 1, eerste=first)
    else:
        yield t("zoekvragen.niet_erbij", eerste=first)
    yield _advice(catalogue, index, golden.query, records[wanted])


def _advice(catalogue: Catalogue, index: Index, query: str, wanted: Record) -> str:
    """What an editor can do: it depends on where the words of the query stand."""
    words = list(dict.fromkeys(read_query(index, query)[0]))
    groups = {word: index.lexicon.find(word) for word in words}
    number = index.records.index(wanted)
    target = {"veld": _field(catalogue, wanted), "bestand": _file(wanted.path)}
    nowhere = [word for word, group in groups.items() if group is None or not index.rarity[group]]
    if nowhere:
        return t("zoekvragen.doe_onbekend", woorden=_quoted(nowhere), **target)
    here = {group for group, rows in enumerate(index.postings) if any(row // LEVELS == number for row in rows)}
    absent = [word for word, group in groups.items() if group not in here]
    return t("zoekvragen.doe_mist", woorden=_quoted(absent), **target) if absent else t("zoekvragen.doe_zwak", **target)


def _quoted(words: list[str]) -> str:
    return ", ".join(f"‘{word}’" for word in words)


def _field(catalogue: Catalogue, record: Record) -> str:
    """Where this sort of page has the words that people look for it with."""
    if record.kind == "element":
        return "ook"
    meta = next((page.meta for page in catalogue.pages if page.site_path == record.path), None)
    fields = type(meta).model_fields if meta else {}
    return next((name for name in KEYWORD_FIELDS if name in fields), t("zoekvragen.samenvatting"))


def _file(path: str) -> str:
    return GLOSSARY_FILE if path == GLOSSARY else path if path.startswith("toolbox/") else f"content/{path}"
