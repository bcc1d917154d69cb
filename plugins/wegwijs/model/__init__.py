"""Model: what `toolbox/` means: layers, elements, relations, kijkrichtingen, niveaus, facets and sources. Nothing is drawn here."""

from wegwijs.model.loading import load_model
from wegwijs.model.parts import Element, Facet, FacetValue, Layer, Model
from wegwijs.model.shapes import ElementShape, Vraag

__all__ = ["Element", "ElementShape", "Facet", "FacetValue", "Layer", "Model", "Vraag", "load_model"]
