"""Voorbeeld: what others show of a page when somebody shares its link: title, sentence, address and picture, complete."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.addresses import url_of
from wegwijs.views.context import Context
from wegwijs.views.kaartjes.cards import HOME, image_of
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class Preview:
    """The tags of Open Graph, ready to print."""

    sort: str
    """`website` for the first page, `article` for the others."""
    site_title: str
    title: str
    description: str
    url: str
    image: str
    """The address of the picture; empty when none are made."""
    image_text: str


def preview_of(context: Context, page: SitePage) -> Preview | None:
    """What others show of a page; None when nobody knows yet where the site stands on the web, and in a copy on disk."""
    return _preview(context, page.path, page.title, page.description) if context.site_url and not context.edition.is_copy else None


def preview_at(context: Context, path: str, title: str) -> Preview | None:
    """The same for a page that leads on to the page at a path: who shares that link means the page behind it. A copy on disk has none."""
    if not context.site_url or context.edition.is_copy:
        return None
    page = context.by_site_path.get(path)
    element = context.elements_by_path.get(path)
    sentence = element.shape.kern if element else getattr(page.meta, "samenvatting", "") if page else ""
    return _preview(context, path, title, sentence or "")


def _preview(context: Context, path: str, title: str, description: str) -> Preview:
    return Preview(
        sort="website" if path == HOME else "article",
        site_title=context.site_title,
        title=title,
        description=description or t("voorbeeld.zonder_zin", site=context.site_title),
        url=context.site_url + url_of(path).removeprefix("./"),
        image=context.site_url + image_of(context, path) if context.has_cards else "",
        image_text=t("voorbeeld.beeld", titel=title, site=context.site_title),
    )
