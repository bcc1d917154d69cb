"""Figure: the model as the map draws it, with counts and what is lit up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wegwijs.addresses import of_element, of_layer
from wegwijs.catalogue import Catalogue
from wegwijs.model import Element, Layer
from wegwijs.views.kaart import Figure, FigureLayer, FigurePart, Tone

Address = Callable[[str], str]


def instruments_at(catalogue: Catalogue, element: str) -> int:
    """How many instruments that can be used touch an element."""
    return sum(
        1
        for touch in catalogue.touching.get(element, ())
        if touch.page.kind.id == "instrument" and touch.page.item.status in ("actueel", "in-ontwikkeling")
    )


def figure_of(
    catalogue: Catalogue,
    address: Address,
    *,
    current: frozenset[str] = frozenset(),
    route: Sequence[str] = (),
    tones: Mapping[str, Tone] | None = None,
    counted: bool = True,
) -> Figure:
    """The model as a figure; `current` is where the reader is, `route` the steps of a kijkrichting."""
    steps = {id: number for number, id in enumerate(route, start=1)}

    def part(layer: Layer, element: Element) -> FigurePart:
        return FigurePart(
            element.id,
            element.title,
            address(of_element(element)),
            element.shape.kern,
            instruments_at(catalogue, element.id) if counted and layer.is_drawn else None,
            tuple(part(layer, child) for child in layer.children(element.id)),
            element.id in current,
            steps.get(element.id),
            (tones or {}).get(element.id),
        )

    return Figure(
        tuple(
            FigureLayer(
                layer.id,
                layer.title,
                layer.shape.enkelvoud,
                layer.shape.letter,
                layer.shape.kleur,
                layer.shape.vorm,
                address(of_layer(layer)),
                tuple(part(layer, element) for element in layer.top),
                layer.shape.vraag,
            )
            for layer in catalogue.model.layers.values()
        )
    )
