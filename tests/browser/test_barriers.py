"""The barriers are found where they are, also one grey text among many black ones: what every other test of them leans on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import barriers

pytestmark = pytest.mark.browser

LINE = '<li class="lijn">Een gewone zin om te lezen.</li>'
GREY = "color: #bbb"


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context()
    return context.new_page()


def seen(page: Page, lines: str, style: str = "") -> list[str]:
    page.set_content(
        f"<html lang=nl><head><title>Proef</title><style>body {{ background: white; color: black }} {style}</style></head>"
        f"<body><main><h1>Proef</h1><ul>{lines}</ul></main></body></html>"
    )
    found = barriers(page)
    assert page.locator("[data-contrast]").count() == 0, "the page is left as it was"
    page.context.close()
    return found


@pytest.mark.parametrize(
    ("odd", "style"),
    [
        (f'<li class="lijn" style="{GREY}">Grijs.</li>', ""),
        (f'<li class="lijn"><span style="{GREY}">Grijs.</span></li>', ""),
        ('<li class="lijn" style="opacity: .3">Grijs.</li>', ""),
        ('<li class="lijn" style="background: #333">Donker.</li>', ""),
        ('<li class="lijn"><div style="background: #333"><span>Donker.</span></div></li>', ""),
        ('<li class="lijn">Grijs.</li>', f"li:nth-child(18) {{ {GREY} }}"),
        (
            '<li class="lijn" style="position: relative"><span style="position: absolute; inset: 0; background: #333"></span>'
            '<span style="position: absolute; inset: 0">Donker.</span></li>',
            "",
        ),
    ],
    ids=["own colour", "a part", "opacity", "own ground", "ground of a part", "by place", "over something else"],
)
def test_one_text_that_is_hard_to_read_among_many(page: Page, odd: str, style: str) -> None:
    (found,) = seen(page, LINE * 17 + odd + LINE * 30, style)
    assert found.startswith("color-contrast: ")


def test_what_can_be_read_has_no_barrier(page: Page) -> None:
    assert seen(page, LINE * 40) == []


def test_the_other_rules_look_everywhere(page: Page) -> None:
    (found,) = seen(page, LINE * 20 + '<li><a href="#"></a></li>' + LINE * 20)
    assert found.startswith("link-name: ")
