"""The golden queries of the editors, and the report about them."""

from __future__ import annotations

from pathlib import Path

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import Index, golden_queries, misses, search
from wegwijs.search.report import QUERIES
from wegwijs.tree import Tree, read_tree

ROOT = Path(__file__).resolve().parents[2]


def test_there_are_enough_of_them(real: Catalogue) -> None:
    """Real queries: words, slips, abbreviations, whole questions."""
    queries = golden_queries(real)
    assert len(queries) >= 80
    assert all(query.all_of or query.one_of for query in queries)
    assert len({query.query.casefold() for query in queries}) == len(queries)


def test_every_query_finds_its_page(real: Catalogue, real_index: Index) -> None:
    """Among the first three."""
    missed = {
        query.query: query.missing([hit.path for hit in search(real_index, query.query)])
        for query in golden_queries(real)
    }
    assert {query: paths for query, paths in missed.items() if paths} == {}


def report_of(text: str) -> list[str]:
    """The report about the real site with other queries."""
    tree = read_tree(ROOT)
    added = Tree.of({QUERIES: text}).entries[QUERIES]
    return misses(load_catalogue(tree.with_entries(added), Problems()))


def test_the_report_says_what_an_editor_can_do() -> None:
    """With the line of the query, the page, what stands above it now, and where the words can go."""
    lines = report_of(
        "vragen:\n"
        "  - {vraag: peerreview, vindt: [instruments/peerreview]}\n"
        "  - {vraag: kwantumfysica, vindt: [instruments/peerreview]}\n"
        "  - {vraag: stage, vindt: [instruments/bestaat-niet]}\n"
        "  - {vraag: fotosafari, vindt: [instruments/peerreview]}\n"
    )
    assert lines[0] == (
        "toolbox/zoekvragen.yml:3: Wie ‘kwantumfysica’ zoekt, moet ‘Peerreview’ vinden. Die komt nu niet in beeld. "
        "Bovenaan staan: geen enkele bladzijde. Nergens op de site staat: kwantumfysica. "
        "Zet het bij zoekwoorden van die bladzijde, of in toolbox/synoniemen.yml."
    )
    assert lines[1] == (
        "toolbox/zoekvragen.yml:4: Bij ‘stage’ staat de bladzijde instruments/bestaat-niet. Die is er niet. "
        "Verbeter het adres of haal de regel weg."
    )
    assert (
        "Zet de woorden van de zoeker in de titel, de samenvatting of de zoekwoorden van instruments/peerreview.md."
        in lines[2]
    )
    assert lines[3] == "4 zoekvragen nagekeken, bij 3 is er iets te doen."


def test_a_site_without_queries_has_nothing_to_report() -> None:
    """A broken file neither: the checks speak about that."""
    assert (
        report_of("vragen: nee\n")
        == report_of("vragen:\n  - 1\n")
        == ["0 zoekvragen nagekeken, bij 0 is er iets te doen."]
    )
