"""Placed: what every kind of layer hands back after it has drawn itself."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.views.kaart.drawing import LayerDrawing, Shape, Spot
from wegwijs.views.kaart.figure import FigureLayer


@dataclass(frozen=True)
class Placed:
    """Layers at their place: what lies behind, what can be clicked, and where the drawing went on."""

    bottom: float
    backdrop: tuple[Shape, ...] = ()
    layers: tuple[LayerDrawing, ...] = ()

    def __add__(self, other: Placed) -> Placed:
        """Two drawings together, the other one on top and below."""
        return Placed(max(self.bottom, other.bottom), self.backdrop + other.backdrop, self.layers + other.layers)


def layer_drawing(layer: FigureLayer, label: Spot, spots: tuple[Spot, ...]) -> LayerDrawing:
    """The layer with its label and parts."""
    return LayerDrawing(layer.id, layer.title, layer.letter, layer.hue, layer.shape, label, spots)
