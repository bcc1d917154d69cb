"""Elements: what the pages of the model show: a part, a layer, and the map."""

from __future__ import annotations

from wegwijs.addresses import CARDS, GAPS, INSIGHTS, MENU, TOOLBOX, generated, of_element
from wegwijs.catalogue import Touch
from wegwijs.model import Element, Layer
from wegwijs.views import data, formats, pagedata
from wegwijs.views.context import Context
from wegwijs.views.figure import figure_of, instruments_at
from wegwijs.views.kaart import kaart
from wegwijs.views.sections import split
from wegwijs.views.vragen import question_tools, question_view
from wegwijs.words import t

FIRST_QUESTIONS = 3
FIRST_INSTRUMENTS = 4
"""What fits beside the map without scrolling on a beamer."""
BESIDE = (
    ("kaarten.titel", CARDS),
    ("inzichten.naam", INSIGHTS),
    ("keuzemenu.naam", MENU),
    ("toolbox.trainingen", "trainingen/index.md"),
    ("toolbox.leernetwerk", "over/netwerk.md"),
    ("vlekken.titel", GAPS),
)
"""The pages beside the model that the toolbox leads to, when they are there."""


def element_view(context: Context, element: Element, html: str) -> pagedata.ElementView:
    """Everything the page of a part of the model prints. `html` is its sanitised text."""
    layer = context.catalogue.model.layers[element.layer]
    shape = element.shape
    permalink = context.permalink(shape.code, of_element(element))
    neighbours = [part for part in layer.elements if part.is_current == element.is_current]
    index = neighbours.index(element)
    _before, sections = split(html)
    return pagedata.ElementView(
        mark=context.marks[layer.id],
        title=element.title,
        core=shape.kern,
        aliases=shape.ook,
        status_note=_status_note(element),
        code=shape.code or "",
        short_url=context.short(permalink),
        permalink=permalink,
        sections=sections,
        relations=_relations(context, element),
        question_groups=_question_groups(context, element),
        tools=question_tools(context, element),
        instruments=_cards(context, element, "instrument"),
        coalities=_cards(context, element, "coalitie"),
        trainingen=_cards(context, element, "training"),
        publicaties=_cards(context, element, "publicatie"),
        sources=context.sources(shape.bronnen),
        proposal_note=_proposal_note(element),
        kaart_mini=context.mini(frozenset({element.id})),
        previous=_neighbour(context, neighbours, index - 1),
        next=_neighbour(context, neighbours, index + 1),
    )


def layer_view(context: Context, layer: Layer) -> pagedata.LayerView:
    """The parts of a layer, the current ones first."""
    parts = sorted(layer.elements, key=lambda element: not element.is_current)
    return pagedata.LayerView(
        context.marks[layer.id],
        layer.title,
        layer.shape.vraag,
        tuple(
            data.ElementCard(
                element.title,
                context.address(of_element(element)),
                element.shape.kern,
                instruments_at(context.catalogue, element.id),
                context.marks[layer.id],
                _status_note(element),
            )
            for element in parts
        ),
    )


def toolbox_view(context: Context) -> pagedata.ToolboxView:
    """The map with what opens beside it."""
    model = context.catalogue.model
    known = {*generated(context.catalogue), *context.by_site_path}
    figure = figure_of(context.catalogue, context.address)
    drawn = [
        element for layer in model.layers.values() if layer.is_drawn for element in layer.elements if element.is_current
    ]
    return pagedata.ToolboxView(
        title=model.title,
        core=model.core,
        kaart=kaart(figure),
        figure=figure,
        panels=tuple(_panel(context, element) for element in drawn),
        directions=tuple(data.Link(way.title, context.address(of_element(way))) for way in model.directions),
        more=tuple(data.Link(t(key), context.address(path)) for key, path in BESIDE if path in known),
    )


def _panel(context: Context, element: Element) -> pagedata.Panel:
    # Beside the map there is room for few: first those that schools told most of.
    usable = _usable(context, element, "instrument")
    touches = sorted(usable, key=lambda touch: -len(touch.page.item.ervaringen))[:FIRST_INSTRUMENTS]
    return pagedata.Panel(
        id=element.id,
        title=element.title,
        hue=context.marks[element.layer].hue,
        core=element.shape.kern,
        questions=tuple(question.vraag for question in element.questions[:FIRST_QUESTIONS]),
        instruments=tuple(data.Link(touch.page.title, context.address(touch.page.site_path)) for touch in touches),
        url=context.address(of_element(element)),
    )


def _usable(context: Context, element: Element, kind: str) -> list[Touch]:
    """What touches the element, history last."""
    found = [touch for touch in context.catalogue.touching.get(element.id, ()) if touch.page.kind.id == kind]
    return sorted(found, key=lambda touch: touch.page.item.status == "historisch")


def _cards(context: Context, element: Element, kind: str) -> tuple[data.Card, ...]:
    return tuple(
        context.card(touch.page, reason=t("element.raakt", deel=element.title), basis=touch.basis)
        for touch in _usable(context, element, kind)
    )


def _status_note(element: Element) -> str:
    if element.is_current:
        return ""
    return t("element.eerder_tot", jaar=element.shape.tot) if element.shape.tot else t("element.eerder")


def _proposal_note(element: Element) -> str:
    fields = tuple(t(f"voorstel.veld.{field}") for field in element.shape.voorstel_redactie)
    return t("voorstel.element", velden=formats.listing(fields)) if fields else ""


def _neighbour(context: Context, elements: list[Element], index: int) -> data.Link | None:
    if not 0 <= index < len(elements):
        return None
    return data.Link(elements[index].title, context.address(of_element(elements[index])))


def _relations(context: Context, element: Element) -> tuple[data.Relation, ...]:
    known = context.catalogue.model.elements
    return tuple(
        data.Relation(
            known[row.naar].title,
            context.address(of_element(known[row.naar])),
            context.marks[known[row.naar].layer],
            row.hoe,
            row.basis,
            t(f"basis.{row.basis}"),
        )
        for row in element.shape.relaties
        if row.naar in known
    )


def _question_groups(context: Context, element: Element) -> tuple[data.QuestionGroup, ...]:
    """The questions by kijkrichting, in the order of the model's kijkrichtingen."""
    model = context.catalogue.model
    groups = []
    ways = {question.kijkrichting for question in element.questions}
    for way in (part for part in model.elements.values() if part.id in ways):
        rows = tuple(question_view(context, element, row) for row in element.questions if row.kijkrichting == way.id)
        groups.append(data.QuestionGroup(f"vragen-{way.id}", way.title, context.address(of_element(way)), rows))
    return tuple(groups)


def toolbox_url(context: Context) -> str:
    """Where the map is."""
    return context.address(TOOLBOX)
