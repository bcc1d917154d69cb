"""Body: headings, anchors, links, images and HTML are found where they stand, and code is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.markdowns import headings
from tests.sites import Site
from wegwijs.body import Reference, read_body


def made(text: str) -> list[tuple[int, str, str]]:
    return [(heading.level, heading.title, heading.anchor) for heading in read_body(text).headings]


def targets(text: str) -> list[str]:
    return [reference.target for reference in read_body(text).references]


# --- Headings and anchors are those of Python-Markdown ---


@pytest.mark.parametrize(
    "text",
    [
        # ways to write a heading
        "## Zo doe je het\n",
        "##Zo doe je het\n",
        "## Zo doe je het ##\n",
        "####### Zeven\n",
        "#\n",
        "Titel\n=====\n\nKop\n---\n",
        "tekst\n## Direct eronder\nmeer tekst\n",
        "- punt\n## Einde van de lijst\n",
        "- punt\n---\n",
        "  ## Te ver naar rechts\n",
        "## Schuine streep \\\n",
        # titles with signs
        "## Café & co: één vraag?\n",
        "## 'Gekke' \"titel\" – met (haakjes)\n",
        "## **Vet** en *schuin* en `code`\n",
        "## [Een link](x.md) en ![plaat](y.png)\n",
        "## snake_case en 2 * 3 * 4\n",
        "## a \\* b \\_ c\n",
        "## A &amp; B &lt; C\n",
        "## Tekst <b>met HTML</b>\n",
        "## Met {: #eigen .klasse }\n",
        "## 日本語\n\n## !!!\n\n## ???\n",
        # the same title more than once
        "## Kop\n\n## Kop\n\n## Kop\n",
        "## Kop\n\n## Kop_1\n\n## Kop\n",
        "## Kop_1\n\n## Kop\n\n## Kop\n\n## Kop_1\n",
        "## Kop_07\n\n## Kop_07\n\n## Kop_8\n\n## Kop_07\n",
        "## !\n\n## _1\n\n## ?\n",
        # in lists, notes, tabs and quotations
        "- punt\n\n    ## In de lijst\n\n        ## Code\n",
        "- ## Kop als punt\n- gewoon\n",
        "1. een\n\n    - dieper\n\n        ## Op twee diep\n",
        '!!! tip "Let op"\n    ## In een kader\n\n    tekst\n\n        ## code\n\n## Na het kader\n',
        "??? note\n    ## In een uitklapper\n",
        '=== "Tab een"\n\n    ## In een tab\n\n=== "Tab twee"\n\n    ## In een tab\n',
        "> ## In een citaat\n> tekst\n\n> - punt\n\n## Erna\n",
        # not a heading
        "    ## Ingesprongen code\n",
        "```\n## In code\n```\n",
        "~~~ python\n## In code\n~~~\n\n## Erna\n",
        "```\n## Nooit gesloten\n",
        "- ```\n    ## Een hek in een lijst\n    ```\n",
        "| a | b |\n| - | - |\n## Rij | x\n",
        "tekst # geen kop\n",
        # a rule is not a heading, and a heading may be under it
        "tekst\n\n---\n\n## Kop\n",
        "* * *\nKop\n---\n",
        "[^1]: Een noot.\n\n## Kop[^1]\n",
        "begrip\n:   uitleg\n\n## Kop\n",
        "\t## Tab\n",
        "- punt\n\n\t## Met een tab\n",
    ],
)
def test_headings_and_anchors_are_those_that_the_page_gets(text: str) -> None:
    if "[^1]" in text:  # the scanner leaves the mark of a footnote in a title
        assert [row[0] for row in made(text)] == [row[0] for row in headings(text)]
    else:
        assert made(text) == headings(text)


WORDS = st.sampled_from(["Kop", "één vraag", "a_b", "`x`", "**vet**", "(1)", "&", "Kop_1", "[link](x.md)", "!"])
TITLES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
TEXT = st.sampled_from(
    [
        "Gewone tekst.",
        "**Vet** begin",
        "nog een regel\nen nog een",
        "Kop\n---",
        "---",
        "| a | b |\n| - | - |\n| 1 | 2 |",
    ]
)
PLAIN = st.one_of(TEXT, st.builds("{} {}".format, st.sampled_from(["#", "##", "###"]), TITLES))


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lists, notes, tabs, quotations and code with other blocks in them."""
    blocks = st.lists(inner, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        blocks.map(lambda text: f"- punt\n\n{indented(text)}"),
        blocks.map(lambda text: f"1. een\n2. twee\n\n{indented(text)}"),
        blocks.map(lambda text: f'!!! tip "Kader"\n\n{indented(text)}'),
        blocks.map(lambda text: f'=== "Tab"\n\n{indented(text)}'),
        blocks.map(lambda text: "\n".join(f"> {line}".rstrip() for line in text.split("\n"))),
        blocks.map(lambda text: f"```\n{text}\n```"),
        TITLES.map(lambda title: f"- ## {title}"),
    )


@settings(max_examples=200)
@given(st.lists(st.recursive(PLAIN, containers, max_leaves=6), min_size=1, max_size=6).map("\n\n".join))
def test_headings_of_any_sensible_text_are_those_that_the_page_gets(text: str) -> None:
    assert made(text) == headings(text)


def test_headings_of_every_text_of_the_real_site_are_those_that_the_page_gets(real: Site) -> None:
    sources = [page.source for page in real.catalogue.everything]
    sources += [element.source for element in real.catalogue.model.everything]
    assert len(sources) > 50
    for source in sources:
        assert made(source.body) == headings(source.body), source.path


def test_a_heading_knows_its_line_and_how_much_is_under_it() -> None:
    text = "## Een\n\nTwee woorden\n\n### Dieper\n\nnog drie woorden\n\n## Leeg\n\n## Code\n\n```\nook code telt mee\n```\n"
    assert [(h.title, h.line, h.words) for h in read_body(text, first_line=40).headings] == [
        ("Een", 40, 5),
        ("Dieper", 44, 3),
        ("Leeg", 48, 0),
        ("Code", 50, 6),
    ]
    assert [h.title for h in read_body(text).sections] == ["Een", "Leeg", "Code"]
    assert read_body(text).anchors == {"een", "dieper", "leeg", "code"}


# --- Links and images ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lees [dit](x.md).", [("x.md", "dit", 6, False)]),
        ("![Een kring](k.png)", [("k.png", "Een kring", 1, True)]),
        ('[dit](x.md "Een titel")', [("x.md", "dit", 1, False)]),
        ("[dit]( <x y.md> )", [("x y.md", "dit", 1, False)]),
        ("[dit](goed gesprek.md)", [("goed gesprek.md", "dit", 1, False)]),
        ("[dit](a_(b).md)", [("a_(b).md", "dit", 1, False)]),
        ("[een [haak] erin](x.md)", [("x.md", "een [haak] erin", 1, False)]),
        ("[**vet** en `code`](x.md)", [("x.md", "**vet** en", 1, False)]),
        ("[](x.md) en ![](k.png)", [("x.md", "", 1, False), ("k.png", "", 13, True)]),
        ("[![Kring](k.png)](x.md)", [("x.md", "![Kring](k.png)", 1, False), ("k.png", "Kring", 2, True)]),
        ("[a](x.md)[b](y.md)", [("x.md", "a", 1, False), ("y.md", "b", 10, False)]),
        ("Zie [dit][1].\n\n[1]: x.md 'Titel'", [("x.md", "1", 6, False)]),
        ("<https://voorbeeld.nl>", [("https://voorbeeld.nl", "https://voorbeeld.nl", 1, False)]),
        ("<info@voorbeeld.nl>", [("mailto:info@voorbeeld.nl", "info@voorbeeld.nl", 1, False)]),
        ("<javascript:alert(1)>", [("javascript:alert(1)", "javascript:alert(1)", 1, False)]),
        ("[a](javascript:alert(1))", [("javascript:alert(1)", "a", 1, False)]),
        # a link may run on over lines
        ("Lees [dit\nverder](x.md)", [("x.md", "dit verder", 6, False)]),
        # not a link
        ("[los] (x.md) en \\[a](x.md) en [b]", []),
        ("`[a](x.md)` en ``[b](`x`.md)``", []),
        ("    [a](x.md)", []),
        ("```\n[a](x.md)\n```", []),
        ("`code over\n[a](x.md) regels`", []),
        ("- [een\n- twee](x.md)", []),
        ("[^1]: noot", []),
    ],
)  # fmt: skip
def test_links_and_images_are_found_with_their_place(text: str, found: list[tuple[str, str, int, bool]]) -> None:
    references = read_body(text).references
    assert [(r.target, r.text.strip(), r.column, r.is_image) for r in references] == found


def test_a_place_is_a_line_of_the_file() -> None:
    text = "Een.\n\n- punt\n- met\n  een [link\n  erin](x.md) en ![plaat](y.png)\n"
    assert read_body(text, first_line=10).references == (
        Reference("x.md", "link erin", 14, 7, False),
        Reference("y.png", "plaat", 15, 18, True),
    )


# --- HTML ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een <b>woord</b>.", ["<b>", "</b>"]),
        ("<div\nclass='x'>", ["<div\nclass='x'>"]),
        ("<!-- opmerking -->", ["<!--"]),
        ("<?php ?>", ["<?"]),
        ("<!DOCTYPE html>", ["<!D"]),
        ("&#106;avascript &#x6A;", ["&#106;", "&#x6A;"]),
        ("<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]),
        # not HTML
        ("5 < 6 en 7 > 6, <3, a<b", []),
        ("R&D en &amp; en AT&T", []),
        ("`<b>` en <https://a.nl> en <i@a.nl> en [x](<y z.md>)", []),
        ("    <b>", []),
        ("```html\n<b>\n```", []),
    ],
)
def test_html_is_seen_and_nothing_else_is_taken_for_it(text: str, found: list[str]) -> None:
    assert [spot.text for spot in read_body(text).raw_html] == found


# --- Nothing that an author writes takes long ---


@pytest.mark.parametrize(
    "text",
    [
        "\\[" * 30_000,
        "[" * 30_000,
        "[a" * 15_000,
        "[a](" * 8_000,
        "[a](b" * 8_000,
        "`" * 30_000,
        "`a``b" * 6_000,
        "# a" + " " * 30_000 + "b",
        "# " + "[" * 30_000,
        "# a\n" * 8_000,
        "a\n-\n" * 6_000,
        "> " * 15_000 + "a",
        "- " * 15_000 + "a",
        "```a\n" * 8_000,
        "!!! tip\n" * 4_000,
        "<a " * 10_000,
        "<" * 30_000,
        "*" * 30_000,
        "| a " * 6_000 + "\n" + "|-" * 6_000,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_thirty_thousand_signs_of_anything_are_read_at_once(text: str) -> None:
    """A scanner that goes back and forth would need many minutes; the margin is wide for a busy machine."""
    start = time.process_time()
    read_body(text)
    assert time.process_time() - start < 5


@settings(max_examples=150)
@given(st.text(st.sampled_from("[]()<>!`\\#*_- \n\ta\"'&;:|=~>1."), max_size=200))
def test_every_place_that_is_found_is_in_the_text(text: str) -> None:
    lines = text.split("\n")
    body = read_body(text)
    for spot in (*body.references, *body.raw_html):
        assert 1 <= spot.line <= len(lines)
        assert 1 <= spot.column <= len(lines[spot.line - 1]) + 1
    assert all(1 <= heading.line <= len(lines) and heading.words >= 0 for heading in body.headings)
    assert len(body.anchors) == len(body.headings)
