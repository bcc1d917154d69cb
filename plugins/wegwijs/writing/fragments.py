"""Fragments: each page as the HTML between its header and its footer, from the project's own templates and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context, select_autoescape
from jinja2.runtime import Context as Values
from markupsafe import Markup

import wegwijs
from wegwijs.addresses import relative
from wegwijs.views.context import Context
from wegwijs.views.data import SiteView
from wegwijs.views.delen import share_of
from wegwijs.views.page import SitePage
from wegwijs.words import t
from wegwijs.writing.settings import Settings
from wegwijs.writing.text import Texts

TEMPLATES = Path(wegwijs.__file__).parent / "theme"
BARE = (
    "{% block page_styles %}{% endblock %}{% block page_scripts %}{% endblock %}{% block hero %}{% endblock %}"
    '{% block container %}<div class="prose">{% block content %}{{ page.content }}{% endblock %}</div>{% endblock %}'
    "{% block scripts %}{% endblock %}"
)
"""In the place of `base.html`: only what stands between header and footer, with the styles and scripts that it needs."""
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


@dataclass(frozen=True)
class Rendered:
    """What a template asks of the page itself."""

    url: str
    content: Markup


@dataclass(frozen=True)
class Fragment:
    """A page that is ready: its HTML, and the data it was printed from."""

    page: SitePage
    html: str
    view: object


class Fragments:
    """Renders pages; the environment and the Markdown are made once."""

    def __init__(self, context: Context, site: SiteView, settings: Settings) -> None:
        self.context = context
        self.texts = Texts(context, settings)
        self.environment = Environment(
            loader=ChoiceLoader([DictLoader({"base.html": BARE}), FileSystemLoader(TEMPLATES)]),
            autoescape=select_autoescape(("html", "xml")),
        )
        small = context.small_map
        self.environment.filters["url"] = url
        self.environment.globals.update(t=t, site=site, kaart_basis=small.drawing if small else None)

    def of(self, page: SitePage) -> Fragment:
        """Render one page."""
        here = self.context.address(page.path)
        content = Markup(self.texts.html(page.path, page.markdown))  # noqa: S704 - just sanitised
        view = page.view(content)
        values: Mapping[str, object] = {
            "page": Rendered(here, content),
            "view": view,
            "share": share_of(self.context, page),
        }
        return Fragment(page, self.environment.get_template(page.template).render(values).strip(), view)


@pass_context
def url(values: Values, address: str) -> str:
    """The filter `url`: an address below the root as seen from the page. It asks for the page, or Jinja would reckon it only once."""
    if _OUTSIDE.match(address):
        return address
    path, rest = re.match(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{relative(path or './', values['page'].url)}{rest}"
