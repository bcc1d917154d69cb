"""Zoeken: the editors' data for the search can be read: queries that lead to pages that exist, and synonyms that are in one group."""

from __future__ import annotations

from collections.abc import Mapping

from wegwijs.addresses import TOOLBOX, generated, of_element, of_layer
from wegwijs.catalogue import Catalogue
from wegwijs.problems import Problems
from wegwijs.source import Source, read_data
from wegwijs.tree import READ_LIMIT, Sort
from wegwijs.validation import Hints
from wegwijs.words import t

QUERIES, SYNONYMS = "toolbox/zoekvragen.yml", "toolbox/synoniemen.yml"
FIELDS = frozenset({"vraag", "vindt", "een_van"})


def check_queries(catalogue: Catalogue, problems: Problems) -> None:
    """Each golden query has words and pages that exist, none stands there twice, and there are as many as the file promises."""
    source = _read(catalogue, QUERIES, problems)
    if source is None:
        return
    pages = pages_of(catalogue)
    hints = Hints(page.removesuffix(".md") for page in pages)
    seen: set[str] = set()
    rows = source.meta.get("vragen")
    rows = rows if isinstance(rows, list) else []
    for index, row in enumerate(rows):
        fault = _fault(row)
        if fault or not isinstance(row, dict):
            problems.add("K165", source.place("vragen", index), wat=fault)
            continue
        query = " ".join(str(row["vraag"]).casefold().split())
        if query in seen:
            problems.add("K166", source.place("vragen", index, "vraag"), vraag=str(row["vraag"]))
        seen.add(query)
        for field in ("vindt", "een_van"):
            for place, path in enumerate(row.get(field) or ()):
                if f"{path}.md" not in pages:
                    hint = hints.did_you_mean(str(path))
                    problems.add("K167", source.place("vragen", index, field, place), naam=str(path), bedoelde=hint)
    least = source.meta.get("minstens")
    if least is not None and (not str(least).isdigit() or len(seen) < int(str(least))):
        problems.add("K168", source.key_place("minstens"), aantal=len(seen), minstens=str(least))


def check_synonyms(catalogue: Catalogue, problems: Problems) -> None:
    """A word belongs to one group of synonyms: in two groups it would make them mean the same."""
    source = _read(catalogue, SYNONYMS, problems)
    groups = source.meta.get("groepen") if source else None
    first: dict[str, str] = {}
    for index, group in enumerate(groups if isinstance(groups, list) else ()):
        assert source is not None
        group = group if isinstance(group, list) else []
        for place, word in enumerate(group):
            folded = " ".join(str(word).casefold().split())
            if folded in first:
                problems.add("K169", source.place("groepen", index, place), woord=str(word), groep=first[folded])
            else:
                first[folded] = str(group[0])


def pages_of(catalogue: Catalogue) -> frozenset[str]:
    """Every page that a query may lead to, also those that wait for a repair."""
    model = catalogue.model
    parts = [of_element(element) for element in model.elements.values()]
    layers = [of_layer(layer) for layer in model.layers.values()]
    return frozenset(
        (*(page.site_path for page in catalogue.everything), *generated(catalogue), *parts, *layers, TOOLBOX)
    )


def _fault(row: object) -> str:
    """What is wrong with a query; empty when nothing is."""
    if not isinstance(row, Mapping) or not isinstance(row.get("vraag"), str) or not str(row["vraag"]).strip():
        return t("zoekvragen.geen_vraag")
    unknown = sorted(str(key) for key in row if key not in FIELDS)
    if unknown:
        return t("zoekvragen.onbekend_veld", veld=unknown[0])
    lists = [row.get(field) for field in ("vindt", "een_van") if field in row]
    if not any(lists) or not all(
        isinstance(found, list) and all(isinstance(path, str) for path in found) for found in lists
    ):
        return t("zoekvragen.geen_bladzijde")
    return ""


def _read(catalogue: Catalogue, path: str, problems: Problems) -> Source | None:
    entry = catalogue.tree.entries.get(path)
    return read_data(path, entry.read(READ_LIMIT), problems) if entry and entry.sort is Sort.FILE else None
