"""The golden queries of the editors, and the report about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.checks import check_site
from wegwijs.cli.main import main
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


def test_every_query_finds_its_page_on_the_whole_site(capsys: pytest.CaptureFixture[str]) -> None:
    """Among the first three, the pages that the site makes itself taken along."""
    assert main(["--root", str(ROOT), "zoekvragen"]) == 0, capsys.readouterr().out


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
    return list(misses(load_catalogue(tree.with_entries(added), Problems())).lines())


def test_the_report_is_a_list_of_things_to_do() -> None:
    """With the line of the query, the page, what stands above it now, and where the words can go."""
    assert report_of(
        "vragen:\n"
        "  - {vraag: peerreview, vindt: [instruments/peerreview]}\n"
        "  - {vraag: kwantumfysica, vindt: [toolbox/waarden/dialoog]}\n"
        "  - {vraag: stage, vindt: [instruments/bestaat-niet]}\n"
        "  - {vraag: fotosafari, een_van: [situaties/de-inspectie-komt, themas/uitval]}\n"
    ) == [
        "- [ ] toolbox/zoekvragen.yml:3: Wie ‘kwantumfysica’ zoekt, moet ‘Dialoog’ vinden.",
        "      Nu: er wordt niets gevonden.",
        "      Doe: nergens op de site staat ‘kwantumfysica’. Is het een ander woord voor iets, zet het dan in toolbox/synoniemen.yml. "
        "Hoort het alleen bij deze bladzijde, zet het dan bij ook in toolbox/waarden/dialoog.md.",
        "- [ ] toolbox/zoekvragen.yml:4: Bij ‘stage’ staat de bladzijde instruments/bestaat-niet. Die is er niet.",
        "      Doe: verbeter het adres, of haal de regel weg.",
        "- [ ] toolbox/zoekvragen.yml:5: Wie ‘fotosafari’ zoekt, moet ‘De inspectie komt en iedereen schiet in de stress’ vinden, "
        "of de andere bladzijde die erbij staat.",
        "      Nu: die komt niet in beeld. Bovenaan staan ‘Fotosafari’.",
        "      Doe: op deze bladzijde staat niets over ‘fotosafari’. Zet het bij woorden in content/situaties/de-inspectie-komt.md, "
        "of kies een andere bladzijde bij de zoekvraag.",
        "Zoekvragen nagekeken: 4. Bij 3 is er iets te doen.",
    ]


def test_a_page_that_comes_too_low_is_told_its_place() -> None:
    """The words are there, but others say more about them."""
    lines = report_of("vragen:\n  - {vraag: gesprek, vindt: [instruments/bestuurstafel]}\n")
    assert lines[1].startswith("      Nu: die staat op plaats ")
    assert lines[2] == (
        "      Doe: de woorden staan er wel, maar andere bladzijden gaan er meer over. Zet ze in de titel of de samenvatting, "
        "of bij zoekwoorden in content/instruments/bestuurstafel.md."
    )
    assert lines[3] == "Zoekvragen nagekeken: 1. Bij 1 is er iets te doen."


def test_a_site_without_queries_has_nothing_to_report() -> None:
    """A broken file neither: the checks speak about that."""
    line = "Er zijn nog geen zoekvragen. Zet ze in toolbox/zoekvragen.yml, met de woorden die mensen typen."
    assert report_of("vragen: nee\n") == report_of("vragen:\n  - 1\n") == [line]


def test_the_file_promises_how_many_there_are(real: Catalogue) -> None:
    """`wegwijs check` holds it to that."""
    content = real.tree.entries[QUERIES].read(600_000).decode()
    assert "\nminstens: 80\n" in content
    tree = real.tree.with_entries(
        Tree.of({QUERIES: content.replace("minstens: 80", "minstens: 9000")}).entries[QUERIES]
    )
    assert {problem.code for problem in check_site(tree)[1]} == {"K168"}


def test_the_command_says_what_is_to_be_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its exit status tells a workflow whether there is something."""
    (tmp_path / "toolbox").mkdir()
    (tmp_path / "content").mkdir()
    assert main(["--root", str(tmp_path), "zoekvragen"]) == 0
    (tmp_path / QUERIES).write_text("vragen:\n  - {vraag: stage, vindt: [themas/bpv]}\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "zoekvragen"]) == 1
    assert "- [ ] toolbox/zoekvragen.yml:2: Bij ‘stage’" in capsys.readouterr().out
