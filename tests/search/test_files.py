"""The files of the index: complete, small enough, and the same for the same content."""

from __future__ import annotations

import json
import re

from tests.search.conftest import page
from wegwijs.addresses import anchors_of, generated
from wegwijs.catalogue import Catalogue
from wegwijs.search import Index, search_files
from wegwijs.search.files import POSTINGS_SIZE, TEXTS_SIZE, index_files
from wegwijs.search.index import LEVELS, index_of
from wegwijs.search.records import records

CALL = re.compile(r'^wegwijsZoek\.deel\("(\w+)","([0-9a-f]{12})",(.*)\);\n$', re.DOTALL)


def test_the_same_content_gives_the_same_files(real: Catalogue) -> None:
    """So that a build can be repeated."""
    assert search_files(real, lambda path: path) == search_files(real, lambda path: path)


def test_each_file_hands_over_its_part(real_index: Index) -> None:
    """Under its own name, and all with the version of the whole."""
    versions = set()
    for path, content in index_files(real_index).items():
        found = CALL.match(content.decode())
        assert found, path
        assert path == f"assets/zoek/{found[1]}.js"
        json.loads(found[3])
        versions.add(found[2])
    assert len(versions) == 1


def test_parts_are_small(real_index: Index) -> None:
    """One group or page may stick out, a part never grows with the site."""
    for path, content in index_files(real_index).items():
        if "kern" not in path:
            assert len(content) < max(POSTINGS_SIZE, TEXTS_SIZE) * 2.5, path


def test_another_word_gives_another_version() -> None:
    """A browser must not take an old part for a new one."""
    one, other = (
        index_files(index_of((page("Stage", text),)))["assets/zoek/kern.js"] for text in ("Een bedrijf.", "Een school.")
    )
    assert CALL.match(one.decode())[2] != CALL.match(other.decode())[2]  # type: ignore[index]


def test_text_of_a_page_cannot_leave_its_string() -> None:
    """Quotes, backslashes and line ends of contributors stay text."""
    nasty = 'Zeg "hallo"\\ </script> \u2028 einde'
    files = index_files(index_of((page("Stage", nasty, summary=nasty),)))
    text = CALL.match(files["assets/zoek/t0.js"].decode())
    assert text
    assert json.loads(text[3])[0][0] == nasty


def test_impacts_fit_their_steps(real_index: Index) -> None:
    """A posting is a page and an impact of at least one."""
    for rows in real_index.postings:
        assert list(rows) == sorted(rows)
        assert all(0 < row % LEVELS < LEVELS and row // LEVELS < len(real_index.records) for row in rows)


def test_every_link_into_a_page_has_its_anchor(real: Catalogue) -> None:
    """A result leads to a section or a question that is there."""
    pages = {page.site_path: anchors_of(page) for page in real.pages} | dict(generated(real))
    for record in records(real):
        anchors = {section.anchor for section in record.sections if section.anchor}
        assert anchors <= pages[record.path], record.path


def test_texts_have_no_marks_of_markdown(real: Catalogue) -> None:
    """Readers see the words only."""
    for record in records(real):
        for section in record.sections:
            assert "](" not in section.text, (record.path, section.anchor)
            assert "**" not in section.text, (record.path, section.anchor)
