"""Items: what the page of an instrument, coalitie, publicatie or training shows, and the sheet of a werkblad."""

from __future__ import annotations

from itertools import accumulate

from markupsafe import Markup

from wegwijs.addresses import of_form
from wegwijs.attachments import extension
from wegwijs.catalogue import CONTENT, Page, elements_touched, relations_of
from wegwijs.documents import Coalitie, Instrument, Item, Publicatie, Stap, Training, Werkblad
from wegwijs.views import data, ervaringen, formats, pagedata
from wegwijs.views.context import Context
from wegwijs.views.kaart import Mini
from wegwijs.views.praktijk import practice_of
from wegwijs.views.prints import prints_of
from wegwijs.views.sections import split
from wegwijs.words import plural, t

PARTS = {
    "Voorbereiding": "nodig",
    "Zo doe je het": "stappen",
    "Wat het oplevert": "opbrengst",
    "Wat je leert": "stappen",
}
"""The block that a section is followed by, made from the metadata."""

REVERSED = {
    "past_bij": "past_bij",
    "volgt_op": "gevolgd_door",
    "vervangt": "vervangen_door",
    "producten": "komt_uit",
    "voedt": "gevoed_door",
    "vereist_voor": "training_nodig",
}
"""How a relation is called from the other side; keys of `verwant.` in the interface words."""


def item_view(context: Context, page: Page, html: str) -> pagedata.ItemView:
    """Everything the page of an item prints. `html` is the sanitised running text."""
    item = page.item
    steps = getattr(item, "stappen", ()) or getattr(item, "programma", ())
    sections = _sections(page, html, has_steps=bool(steps))
    marks = context.touched_layers(page)
    permalink = context.permalink(item.code, page.site_path)
    return pagedata.ItemView(
        kind_id=page.kind.id,
        kind_title=_kind_title(page),
        sort_title=context.sort_title(page),
        title=item.titel,
        summary=item.samenvatting,
        goal=getattr(item, "doel", "") or "",
        question=getattr(item, "vraag", "") or "",
        learn=getattr(item, "je_leert", ()),
        makers=getattr(item, "makers", ()),
        outside=_outside(item),
        code=item.code or "",
        short_url=context.short(permalink),
        permalink=permalink,
        status=context.status(item.status),
        mark=main_mark(context, page, marks),
        facts=facts_of(context, page),
        sections=sections,
        steps=steps_of(steps),
        steps_total=formats.minutes(sum(step.minuten for step in steps)) if steps else "",
        table_roles=tuple((row.wie, row.taak) for row in getattr(item, "aan_tafel", ())),
        yields=getattr(item, "levert_op", ()),
        needs=getattr(item, "nodig", ()),
        chips=_chips(context, page),
        related=_related(context, page),
        sheets=_sheets(context, page),
        prints=prints_of(context, page, {card.sort_title for card in _sheets(context, page)}),
        attachments=_attachments(context, page),
        experiences=ervaringen.experiences(item),
        practice=practice_of(context, item),
        sources=context.sources(item.bronnen),
        proposal_note=t("voorstel.uitleg") if item.voorstel_redactie else "",
        proposals=tuple(t(f"voorstel.veld.{field}") for field in item.voorstel_redactie),
        dates=_dates(item),
        license=context.licence(item.licentie),
        edit=data.Link(t("item.bewerk"), context.edit_url + page.path, True) if context.edit_url else None,
        forms=_forms(context, page),
        kaart_mini=_mini(context, page),
    )


def _forms(context: Context, page: Page) -> tuple[data.Link, ...]:
    rows = ((page.kind.id, "formulier.naar_formulier"), ("ervaring", "formulier.naar_ervaring"))
    return tuple(data.Link(t(key), f"{context.address(of_form(id))}?item={page.slug}") for id, key in rows)


def sheet_view(context: Context, page: Page) -> pagedata.SheetView:
    """What the sheet of a werkblad shows around its text."""
    item = page.item
    assert isinstance(item, Werkblad)
    links = tuple(link for slug in item.bij if (link := context.item_link(slug)))
    owner = next((context.catalogue.items[slug] for slug in item.bij if slug in context.catalogue.items), page)
    permalink = context.permalink(item.code, page.site_path)
    return pagedata.SheetView(
        title=item.titel,
        summary=item.samenvatting,
        sheet_title=context.sort_title(page),
        belongs_to=links,
        code=item.code or "",
        short_url=context.short(permalink),
        permalink=permalink,
        license=context.licence(item.licentie),
        proposal_note=t("voorstel.uitleg") if item.voorstel_redactie else "",
        mark=main_mark(context, owner, context.touched_layers(owner)),
    )


def _kind_title(page: Page) -> str:
    if isinstance(page.meta, Coalitie) and page.meta.vorm == "werkgroep":
        return t("soort_item.werkgroep.een")
    return t(f"soort_item.{page.kind.id}.een")


def main_mark(context: Context, page: Page, marks: tuple[data.Mark, ...]) -> data.Mark | None:
    """The layer that colours the page: that of the first element, a source's word before the editors'."""
    for element in (*page.item.elementen.bron, *page.item.elementen.redactie):
        layer = context.catalogue.model.layer_of(element)
        if layer and layer.is_drawn:
            return context.marks[layer.id]
    return marks[0] if marks else None


def _sections(page: Page, html: str, *, has_steps: bool) -> tuple[data.Section, ...]:
    item = page.item
    _before, found = split(html)
    rows = [data.Section(section.id, section.title, section.html, PARTS.get(section.title, "")) for section in found]
    if has_steps and not any(row.part == "stappen" for row in rows):
        rows.append(data.Section("stappen", t("item.stappen"), Markup(), "stappen"))
    invites = isinstance(item, Instrument) and item.status in ("actueel", "in-ontwikkeling")
    if item.ervaringen or invites:
        rows.append(data.Section("ervaringen", t("item.ervaringen"), Markup(), "ervaringen"))
    if item.bronnen:
        rows.append(data.Section("bronnen", t("item.bronnen"), Markup(), "bronnen"))
    return tuple(rows)


def steps_of(steps: tuple[Stap, ...]) -> tuple[data.Step, ...]:
    """A programme, each step with when it starts."""
    starts = accumulate((step.minuten for step in steps), initial=0)
    return tuple(
        data.Step(step.titel, step.minuten, plural("tijd.minuut", step.minuten), step.uitleg, formats.clock(start))
        for step, start in zip(steps, starts, strict=False)
    )


def facts_of(context: Context, page: Page) -> tuple[data.Fact, ...]:
    """What one needs to know in the corridor; what is unknown is left out."""
    item = page.item
    proposed = frozenset(item.voorstel_redactie)
    rows: list[tuple[str, str, str, str]] = [
        ("rol", "people", t("feit.voor_wie"), formats.listing(context.facet_titles(page, "rol"), most=3)),
        ("duur", "clock", t("feit.duur"), _duration(item)),
        ("groep", "group", t("feit.groep"), formats.people(getattr(item, "groep", None))),
        ("voorbereiding", "prepare", t("feit.voorbereiding"), _preparation(item)),
        ("begeleider", "facilitator", t("feit.begeleider"), _facilitator(item)),
        (
            "vooraf",
            "prepare",
            t("feit.vooraf"),
            (getattr(item, "vooraf", "") or "") if isinstance(item, Training) else "",
        ),
        ("deelnemers", "group", t("feit.deelnemers"), _participants(item)),
        (
            "uitgever",
            "origin",
            t("feit.uitgever"),
            f"{item.uitgever}, {item.jaar}" if isinstance(item, Publicatie) else "",
        ),
        ("omvang", "kind", t("feit.omvang"), (item.omvang or "") if isinstance(item, Publicatie) else ""),
        ("niveau", "level", t("feit.niveau"), formats.listing(context.facet_titles(page, "niveau"))),
        ("herkomst", "origin", t("feit.herkomst"), "" if isinstance(item, Publicatie) else _origin(item)),
        ("periode", "calendar", t("feit.periode"), _period(item)),
        ("status", "kind", t("feit.status"), t(f"status.{item.status}.titel")),
    ]
    return tuple(data.Fact(id, icon, label, value, id in proposed) for id, icon, label, value in rows if value)


def _duration(item: Item) -> str:
    shown = formats.duration(getattr(item, "duur", None))
    spread = getattr(item, "spreiding", None)
    return ", ".join(part for part in (shown, spread) if part)


def _preparation(item: Item) -> str:
    count = getattr(item, "voorbereiding", None)
    if count is None:
        return ""
    return formats.minutes(count) if count else t("feit.geen_voorbereiding")


def _facilitator(item: Item) -> str:
    found = getattr(item, "begeleider", None)
    if found is None:
        return ""
    needed = t(f"begeleider.nodig.{found.nodig}")
    return (
        needed
        if found.nodig == "niet-nodig"
        else t("begeleider.met", nodig=needed, ervaring=t(f"begeleider.ervaring.{found.ervaring}"))
    )


def _participants(item: Item) -> str:
    count = getattr(item, "deelnemers", None)
    return plural("groep", count) if count else ""


def _period(item: Item) -> str:
    period = getattr(item, "periode", None)
    if not period:
        return ""
    until = str(period.tot) if period.tot else t("feit.nu")
    return str(period.van) if until == str(period.van) else f"{period.van}–{until}"


def _origin(item: Item) -> str:
    return item.herkomst.naam + (f", {item.herkomst.jaar}" if item.herkomst.jaar else "")


def _mini(context: Context, page: Page) -> Mini | None:
    """Where the item touches the model, in small; nothing when it touches nothing that is drawn."""
    touched = frozenset(id for id, _basis, _path in elements_touched(page))
    if not context.touched_layers(page):
        return None
    return context.mini(touched)


def _outside(item: Item) -> data.Link | None:
    if isinstance(item, Publicatie) and item.url:
        return data.Link(t("item.naar_publicatie"), item.url, True)
    if isinstance(item, Training):
        return data.Link(t("item.aanmelden"), item.aanmelden, True)
    return None


def _chips(context: Context, page: Page) -> tuple[data.Chip, ...]:
    rows = [(basis, id) for basis in ("bron", "redactie") for id in getattr(page.item.elementen, basis)]
    return tuple(chip for basis, id in rows if (chip := context.chip(id, basis)))


def _related(context: Context, page: Page) -> tuple[data.Group, ...]:
    """Other items, grouped by how they hang together; each item once, in the first group that names it."""
    items = context.catalogue.items
    groups: dict[str, list[Page]] = {}
    for relation, slug, _path in relations_of(page):
        if slug in items and relation != "bij":
            groups.setdefault(relation, []).append(items[slug])
    for relation, other in context.catalogue.referring.get(page.slug, ()):
        if relation in REVERSED:
            groups.setdefault(REVERSED[relation], []).append(other)
    seen = {page.slug}
    found = []
    for name, pages in groups.items():
        fresh = [other for other in pages if not (other.slug in seen or seen.add(other.slug))]  # type: ignore[func-returns-value]
        if fresh:
            found.append(
                data.Group(name.replace("_", "-"), t(f"verwant.{name}"), tuple(context.card(other) for other in fresh))
            )
    return tuple(found)


def _sheets(context: Context, page: Page) -> tuple[data.Card, ...]:
    return tuple(
        context.card(other)
        for relation, other in context.catalogue.referring.get(page.slug, ())
        if relation == "bij" and other.item.status != "ingetrokken"
    )


def _attachments(context: Context, page: Page) -> tuple[data.Attachment, ...]:
    found = []
    for row in page.item.bijlagen:
        path = f"{page.folder}/{row.bestand}"
        entry = context.catalogue.tree.entries.get(path)
        if entry:
            url = path.removeprefix(f"{CONTENT}/")
            found.append(
                data.Attachment(row.titel, url, extension(row.bestand).upper(), formats.size(entry.size), row.licentie)
            )
    return tuple(found)


def _dates(item: Item) -> tuple[data.Fact, ...]:
    rows = (
        ("gepubliceerd", t("item.gepubliceerd"), item.gepubliceerd),
        ("bijgewerkt", t("item.bijgewerkt"), item.bijgewerkt),
        ("herzien_voor", t("item.herzien_voor"), item.herzien_voor),
    )
    return tuple(data.Fact(id, "calendar", label, formats.day(value)) for id, label, value in rows if value)
