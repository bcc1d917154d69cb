"""Language: advice to an author, never an error."""

from __future__ import annotations

import time

from tests.sites import Site
from wegwijs.checks.language import LONGEST

BOOK = "content/publicaties/boek.md"
TERMS = "-- toolbox/begrippen.yml --\nkring:\n  term: KGO\n  ook: [kring]\n  uitleg: Stoelen in het rond.\n"


def test_a_sentence_that_is_too_long_is_named_by_its_first_words(site: Site) -> None:
    def sentence(words: int) -> str:
        return f"\n{' '.join(['Woord', *['woord'] * (words - 1)])}.\n"

    site.append(sentence(LONGEST)).is_fine()
    site.append(sentence(LONGEST + 1)).says(
        '…:68:1 K130 let op: De zin die begint met "Woord woord woord woord woord woord" heeft 31 woorden. …'
    )
    site.append(sentence(20) * 2).is_fine()


def test_tables_and_code_are_no_sentences(site: Site) -> None:
    words = "woord " * 40
    site.append(f"\n| a | b |\n| - | - |\n| {words} | x |\n").is_fine()
    site.append(f"\n    {words}\n").is_fine()


def test_abbreviations_are_in_the_glossary_when_there_is_one(site: Site) -> None:
    text = (
        "\nBegin met het KGO en de PDCA.\n\nDaarna nog eens de PDCA, op https://AB.nl en in [ABC](tweede-gesprek.md).\n"
    )
    site.append(text).is_fine()
    assert [line for line in site.with_(TERMS).append(text).lines if "PDCA" in line] == [
        '…:68:25 K131 let op: De afkorting "PDCA" staat niet in de begrippenlijst. '
        "Schrijf hem voluit, of voeg hem toe aan toolbox/begrippen.yml."
    ]
    assert not any("KGO" in line or "ABC" in line for line in site.with_(TERMS).append(text).lines)


def test_a_glossary_that_cannot_be_read_is_the_only_problem(site: Site) -> None:
    broken = site.with_(TERMS.replace("  uitleg: Stoelen in het rond.\n", "")).append("\nDaarna de PDCA.\n")
    assert broken.codes == ["K011"]


def test_a_summary_says_for_whom(site: Site) -> None:
    summary = "samenvatting: Een boek voor docenten die beter willen luisteren naar studenten en naar elkaar."
    site.change(summary, "samenvatting: Een boek over luisteren met veel oefeningen en voorbeelden erin.", BOOK).says(
        f"{BOOK}:3:15 K132 let op: In de samenvatting staat niet voor wie het is. …"
    )
    for who in ("een team", "studenten", "je collega's", "scholen", "wie luistert"):
        site.change(summary, f"samenvatting: Een boek met oefeningen en met voorbeelden voor {who}.", BOOK).is_fine()


def test_a_line_of_brackets_does_not_take_long(site: Site) -> None:
    start = time.process_time()
    assert site.append("\n" + "[" * 30_000 + "\n").problems is not None
    assert time.process_time() - start < 5
