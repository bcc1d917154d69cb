"""Written: the tree that another generator can build: `docs/` with pages and files, and beside it fragments, views and drawings."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping

from wegwijs.addresses import TOOLBOX
from wegwijs.catalogue import CONTENT
from wegwijs.checks.files import publishable
from wegwijs.views.context import Context
from wegwijs.views.feed import sitemap
from wegwijs.views.navigation import footer_links
from wegwijs.views.site import site_files, site_pages, site_view
from wegwijs.writing.fragments import TEMPLATES, Fragment, Fragments
from wegwijs.writing.settings import Settings

STYLES = ("tokens", "base", "parts", "prose", "pages")
"""The stylesheets that every page needs; the rest stands in the page that needs it."""
_DRAWING = re.compile(r'<svg[^>]*class="[^"]*\bkaart\b.*?</svg>', re.DOTALL)
MOST = 100_000_000


def written(context: Context, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every file, by path below the folder that was asked for."""
    pages = site_pages(context)
    fragments = Fragments(context, site_view(context, footer_links(settings.footer, context.address)), settings)
    for path, page in pages.items():
        fragment = fragments.of(page)
        yield f"docs/{path}", _document(fragment)
        yield f"fragmenten/{path.removesuffix('.md')}.html", f"{fragment.html}\n".encode()
        yield f"weergave/{path.removesuffix('.md')}.json", _view(fragment)
        if path == TOOLBOX:
            yield from _drawings(fragment)
    for path, data in {**site_files(context), **sitemap(context, pages)}.items():
        yield f"docs/{path}", data
    yield from _attachments(context)
    for asset in sorted((TEMPLATES / "assets").rglob("*")):
        if asset.is_file():
            yield f"docs/{asset.relative_to(TEMPLATES).as_posix()}", asset.read_bytes()
    yield "mkdocs.yml", _configuration(settings)


def _attachments(context: Context) -> Iterator[tuple[str, bytes]]:
    for path in publishable(context.catalogue):
        yield f"docs/{path.removeprefix(f'{CONTENT}/')}", context.catalogue.tree.entries[path].read(MOST)


def _document(fragment: Fragment) -> bytes:
    """A Markdown file with front matter that every generator reads, and the page as HTML, which Markdown leaves as it is."""
    page = fragment.page
    told = {"title": page.title, "description": page.description, "template_hint": page.template}
    front = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items())
    # A blank line would end the HTML for some readers of Markdown.
    html = re.sub(r"\n\s*\n", "\n", fragment.html)
    return f'---\n{front}\n---\n\n<div class="wegwijs">\n{html}\n</div>\n'.encode()


def _drawings(fragment: Fragment) -> Iterator[tuple[str, bytes]]:
    """The map in each of its sizes."""
    for number, drawing in enumerate(_DRAWING.findall(fragment.html), start=1):
        whole = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        style = "".join((TEMPLATES / f"assets/css/{name}.css").read_text(encoding="utf-8") for name in ("tokens", "kaart"))
        yield f"beeld/kaart-{number}.svg", whole.replace(">", f"><style><![CDATA[{style}]]></style>", 1).encode()


def _view(fragment: Fragment) -> bytes:
    view = fragment.view
    told = dataclasses.asdict(view) if dataclasses.is_dataclass(view) and not isinstance(view, type) else {}
    return (json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _configuration(settings: Settings) -> bytes:
    """A configuration for plain MkDocs: JSON is YAML, so nothing can be misread."""
    told: Mapping[str, object] = {
        "site_name": settings.title,
        **({"site_url": settings.url} if settings.url else {}),
        "docs_dir": "docs",
        "theme": {"name": "mkdocs", "locale": settings.language, "highlightjs": False},
        "nav": [{title: path} for title, path in settings.menu],
        "not_in_nav": "*",
        "extra_css": [f"assets/css/{name}.css" for name in STYLES],
        "plugins": [],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
