"""Linked data: what an item is in the words of schema.org, for search engines and for collections such as Edurep."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from wegwijs.catalogue import CONTENT, Page, elements_touched
from wegwijs.documents import Publicatie
from wegwijs.views.context import Context
from wegwijs.words import t

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Inside a script element no text may look like markup; in JSON these mean the same."""


def linked_data(context: Context, site_path: str) -> Markup | None:
    """The JSON-LD of an item's page, ready to stand inside a script element; None for other pages."""
    page = context.catalogue.by_path.get(f"{CONTENT}/{site_path}")
    if page is None or not page.is_item or page.item.status == "ingetrokken":
        return None
    text = json.dumps(resource(context, page), ensure_ascii=False)
    for sign, escaped in ESCAPES.items():
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704 - nothing that could end the script element is left


def resource(context: Context, page: Page) -> dict[str, Any]:
    """A LearningResource. The names are those of schema.org; `content/over/gegevens.md` lists their fields in NL-LOM."""
    item = page.item
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": context.permalink(item.code, page.site_path),
        "url": context.online(page.site_path),
        "name": item.titel,
        "description": item.samenvatting,
        "inLanguage": "nl",
        "educationalLevel": t("gegevens.onderwijs"),
        "isAccessibleForFree": True,
        "creativeWorkStatus": t(f"status.{item.status}.titel"),
        "datePublished": item.gepubliceerd.isoformat(),
        "publisher": _organization(context.site_title),
        "sourceOrganization": _organization(item.herkomst.naam),
        "learningResourceType": list(context.facet_titles(page, "soort")) or [t(f"soort_item.{page.kind.id}.een")],
        "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in context.facet_titles(page, "rol")],
        "keywords": [*context.facet_titles(page, "thema"), *item.zoekwoorden],
        "about": _terms(context, page),
    }
    licence = context.licence(item.licentie).url
    if licence:
        found["license"] = licence
    if item.bijgewerkt:
        found["dateModified"] = item.bijgewerkt.isoformat()
    duration = getattr(item, "duur", None)
    if duration:
        found["timeRequired"] = f"PT{duration.max}M"
    if isinstance(item, Publicatie):
        found["creator"] = [{"@type": "Thing", "name": maker} for maker in item.makers] or [_organization(item.uitgever)]
        found["copyrightYear"] = item.jaar
    return {name: value for name, value in found.items() if value != []}


def _organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _terms(context: Context, page: Page) -> list[dict[str, str]]:
    """The parts of the model it touches, as terms of a set that stands on this site."""
    model = context.catalogue.model
    return [
        {"@type": "DefinedTerm", "name": model.elements[id].title, "inDefinedTermSet": model.title}
        for id, _basis, _path in elements_touched(page)
        if id in model.elements
    ]
