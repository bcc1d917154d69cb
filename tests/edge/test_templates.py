"""Templates: the quick filters and the parts put in beforehand print what the plain ones print."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.utils import normalize_url  # noqa: TID251 - what ours is held against

from wegwijs.templates import Templates, url
from wegwijs.words import t

PAGES = (
    "",
    "index.html",
    "404.html",
    "instruments/",
    "instruments/x/",
    "instruments/x.html",
    "a/b/c/",
    "over/index.html",
)
ADDRESSES = (
    # below the root: pages, files, and with a question or a place behind them
    "./", "", ".", "index.html", "instruments/", "instruments/x/", "instruments/x.html", "instruments/y/", "instruments/x",
    "a/b/", "a/b/c/",
    "assets/css/tokens.css", "bijdragen/?element=x&niveau=team", "instruments/x/#stappen", "a//b/",
    # elsewhere
    "#stappen", "/vanaf-de-wortel/", "https://voorbeeld.nl/a", "//voorbeeld.nl/a", "mailto:a@voorbeeld.nl", "tel:030",
)  # fmt: skip


@pytest.mark.parametrize(("page", "address"), [*product(PAGES, ADDRESSES)])
def test_an_address_is_that_of_mkdocs(page: str, address: str) -> None:
    here = SimpleNamespace(url=page)
    assert url({"page": here, "base_url": ""}, address) == normalize_url(address, page=here)  # type: ignore[arg-type]
    assert url({"page": None, "base_url": "/site"}, address) == normalize_url(address, base="/site")  # type: ignore[arg-type]


def test_words_and_icons_are_in_the_template_before_it_is_asked_for() -> None:
    files = {
        "partials/icon.html": "{% macro icon(name) -%}<svg class='{{ name }}'/>{%- endmacro %}",
        "page.html": "{%- from 'partials/icon.html' import icon -%}"
        "<b title=\"{{ t('menu.knop') }}\">{{ icon('menu') }}{{ t('voet.versie', versie='1') }}</b>",
    }
    plain = Environment(loader=DictLoader(files), autoescape=True)
    plain.globals["t"] = t
    quick = Templates(plain)
    printed = quick.get_template("page.html").render()
    assert printed == plain.get_template("page.html").render()
    read = quick.preprocess(files["page.html"])
    assert "t('menu.knop')" not in read
    assert "<svg class='menu'/>" in read
    assert "t('voet.versie', versie='1')" in read


def test_a_word_is_escaped_like_any_other_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wegwijs.templates.t", lambda _key: '<b> & "c"')
    assert Templates(Environment()).preprocess("{{ t('a.b') }}") == "&lt;b&gt; &amp; &#34;c&#34;"


def test_what_templates_know_of_mkdocs_they_still_know() -> None:
    plain = Environment(loader=DictLoader({"a": "{{ site }} {{ 'x'|louder }} {{ known }}"}))
    plain.filters["louder"] = str.upper
    plain.globals["known"] = 1
    assert Templates(plain, site="Wegwijs").get_template("a").render() == "Wegwijs X 1"
