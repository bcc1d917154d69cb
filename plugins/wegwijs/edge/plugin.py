"""Plugin: MkDocs' events, each handed on to the core. No decisions are taken here."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from wegwijs.addresses import GLOSSARY, relative, url_of
from wegwijs.checks import check_site
from wegwijs.checks.files import publishable
from wegwijs.edge.beside import Beside
from wegwijs.edge.cards import CARDS, pictures
from wegwijs.edge.config import WegwijsConfig
from wegwijs.edge.edition import LENIENT, PICTURES, edition_of
from wegwijs.edge.files import all_files, write
from wegwijs.edge.report import report
from wegwijs.edge.second import Second
from wegwijs.formulier.deuren import Doors
from wegwijs.memory import keep, uncollected
from wegwijs.omission import leave_out
from wegwijs.policy import with_policy
from wegwijs.running_text import QuickText, made_once
from wegwijs.sanitise import PlainMarkdown, sanitise
from wegwijs.templates import Templates
from wegwijs.tree import FOLDERS, read_tree
from wegwijs.views import stukken
from wegwijs.views.begrippen import glossary_of
from wegwijs.views.context import Context
from wegwijs.views.delen import share_of
from wegwijs.views.feed import sitemap
from wegwijs.views.linked_data import linked_data
from wegwijs.views.navigation import footer_links, navigation
from wegwijs.views.site import site_files, site_pages, site_view
from wegwijs.views.voorbeeld import preview_of


class WegwijsPlugin(BasePlugin[WegwijsConfig]):
    """Builds the knowledge base inside MkDocs.

    `on_files` reads and checks everything and replaces MkDocs' files by the pages of the core; `on_page_content` makes the text safe;
    `on_page_context` gives each template its view; `on_post_page` adds the policy. The order of the events is in ARCHITECTURE.md.
    """

    is_preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the live preview."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make Markdown plain and find the project: the folder of `mkdocs.yml`."""
        self.root = Path(config.config_file_path).parent
        config.theme.static_templates -= {"sitemap.xml"} if config.use_directory_urls else {"sitemap.xml", "404.html"}
        extensions = made_once(config.markdown_extensions, config.mdx_configs)
        config.markdown_extensions = [*extensions, PlainMarkdown(), QuickText()]  # type: ignore[list-item]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read, check, and decide which pages there are."""
        with uncollected():
            catalogue, problems = check_site(read_tree(self.root))
        if LENIENT in os.environ:
            catalogue, problems = leave_out(catalogue, problems)
        report(problems)
        edition = edition_of(config, catalogue)
        doors = Doors(self.config.bijdragen.opslag.rstrip("/"), self.config.bijdragen.tak, self.config.bijdragen.adres)
        self.context = Context(
            catalogue,
            partial(url_of, directories=config.use_directory_urls),
            site_title=config.site_name,
            site_url=config.site_url or "",
            edit_url=self.config.bewerk_url or doors.edit_url,
            doors=doors,
            has_policy=self._has_policy(config),
            edition=edition,
            today=edition.day,
            has_cards=self._has_cards(config),
            has_pictures=os.environ.get(PICTURES, "") == "1",
        )
        self.glossary = glossary_of(catalogue)
        self.pages = site_pages(self.context)
        self.site = site_view(self.context, footer_links(self.config.voet, self.context.address))
        self.texts: dict[str, str] = {}
        if not self.is_preview:
            keep()
        self.beside = Beside(partial(self._write_files, Path(config.site_dir)), apart=not self.is_preview)
        self.files = all_files(self.pages, publishable(catalogue), files, config)
        return self.files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page the title, template and text that the core decided; MkDocs read none of the metadata."""
        made = self.pages[page.file.src_uri]
        page.meta = {"title": made.title, "description": made.description, "template": made.template}
        return made.markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Nothing that acts leaves the running text; then terms get their link."""
        if not html:
            return Markup()
        glossary = relative(self.context.address(GLOSSARY), page.url)
        return Markup(self.glossary.link(sanitise(html), glossary))  # noqa: S704 - just sanitised

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Templates escape what they print and know the interface words."""
        small = self.context.small_map
        return Templates(env, site=self.site, kaart_basis=small.drawing if small else None)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The sections of `mkdocs.yml` are the menu. From here on a second process makes half of the pages."""
        self.menu = tuple((item.title or "", item.file.src_uri) for item in nav.items if isinstance(item, Page))
        self.second = Second(self.files, config, apart=not self.is_preview)
        return nav

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Pages without a file, such as the 404 page, have the menu too."""
        return {**context, "menu": navigation(self.menu, "", self.context.address)}

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """What the template prints."""
        path = page.file.src_uri
        context["view"] = self.pages[path].view(page.content or "")
        context["share"] = share_of(self.context, self.pages[path])
        context["preview"] = preview_of(self.context, self.pages[path])
        context["linked_data"] = None if self.context.edition.is_copy else linked_data(self.context, path)
        context["menu"] = navigation(self.menu, path, self.context.address)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """What a booklet needs is cut out and kept; then: only scripts of the site itself may run."""
        output, self.texts[page.file.src_uri] = stukken.cut(output)
        return with_policy(output) if self._has_policy(config) else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pieces that were cut out of the pages, and wait for the other pages and files."""
        write(stukken.files(self.context, self.texts, self.files.is_mine), Path(config.site_dir))
        if self.second.is_here:
            self.second.leave()
        self.second.finish()
        self.beside.finish()

    def on_build_error(self, *, error: Exception) -> None:
        """What goes on beside a build that failed stops too."""
        second, beside = getattr(self, "second", None), getattr(self, "beside", None)
        if second and second.is_here:
            second.leave(error)
        for other in filter(None, (second, beside)):
            other.stop()

    def _write_files(self, folder: Path) -> None:
        """What is no page and needs none: data, the small pages behind short codes and earlier addresses, pictures for links."""
        write({**site_files(self.context), **sitemap(self.context, self.pages)}, folder)
        if self.context.has_cards:
            write(pictures(self.context, self.pages, self.root / ".cache"), folder)

    def _has_policy(self, config: MkDocsConfig) -> bool:
        """From disk a policy would refuse the site's own files, and in the preview its reload script."""
        return self.config.csp and not self.is_preview and config.use_directory_urls

    def _has_cards(self, config: MkDocsConfig) -> bool:
        """Only what is published on the web is shared by link, and only on request: a preview must be quick."""
        wanted = self.config.kaartjes or os.environ.get(CARDS, "") == "1"
        return wanted and not self.is_preview and bool(config.site_url) and config.use_directory_urls

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """The preview follows the model and the theme too."""
        for folder in (*(os.fspath(self.root / name) for name in FOLDERS), config.theme.custom_dir):
            if folder:
                server.watch(folder)
        return server
