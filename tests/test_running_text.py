"""Running text: the quick way gives the same HTML as the plain way, letter for letter."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Extension, Markdown
from markdown.inlinepatterns import SimpleTextInlineProcessor

from tests.markdowns import configured, rendered
from tests.sites import Site
from wegwijs.running_text import QuickText, made_once
from wegwijs.sanitise import PlainMarkdown


@cache
def _renderer() -> Markdown:
    names, told = configured()
    return Markdown(extensions=[*made_once(names, told), PlainMarkdown(), QuickText()])


def quick(text: str) -> str:
    return str(_renderer().reset().convert(text))


PIECES = (
    # what a pattern begins with
    "*nadruk*", "**sterk**", "_zo_", "`code`", "[link](x.md)", "![beeld](x.png)", "<https://voorbeeld.nl>", "<b>html</b>",
    "&euro; &#8364; & zo", "noot[^1]", "\n\n[^1]: de noot", "[verwijzing][v]", "\n\n[v]: x.md", "\\*",
    "twee spaties  \nen verder", "spatie \nniet",
    # blocks
    "\n\n## Kop", "\n\n- punt\n- punt", "\n\n1. een\n2. twee", "\n\n> citaat", "\n\nterm\n: uitleg",
    "\n\n!!! note \"Let op\"\n    tekst",
    "\n\n| a | b |\n| - | - |\n| 1 | 2 |", "\n\n- [ ] taak\n- [x] klaar", "\n\n```\ncode\n```",
    "\n\n=== \"Tab\"\n    tekst", "\n\n??? tip\n    tekst",
    # plain text
    "gewone woorden", "een zin. Nog een!", "tien * elf", "a_b", "50%", "mailto:x", "{.klas}", "😀", "\t", " ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_comes_out_the_same(text: str) -> None:
    assert quick(text) == rendered(text)


def test_the_texts_of_the_whole_site_come_out_the_same(real: Site) -> None:
    texts = [page.source.body for page in real.catalogue.pages]
    assert len(texts) > 100
    for text in texts:
        assert quick(text) == rendered(text)


class Smiles(Extension):
    """An extension of which nobody said what its pattern begins with."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.inlinePatterns.register(SimpleTextInlineProcessor(r"(:-\))"), "smile", 50)


@pytest.mark.parametrize(("extensions", "is_quick"), [([], True), ([Smiles()], False)])
def test_a_pattern_that_is_not_known_is_looked_for_everywhere(extensions: list[Extension], is_quick: bool) -> None:
    found = Markdown(extensions=[*extensions, QuickText()])
    assert ("wegwijs-quick-text" in found.treeprocessors) is is_quick
