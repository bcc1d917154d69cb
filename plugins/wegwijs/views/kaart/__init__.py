"""Kaart: the clickable map of the model, drawn from data. Only computes; the partials of the theme print it."""

from wegwijs.views.kaart.draw import draw
from wegwijs.views.kaart.drawing import Drawing
from wegwijs.views.kaart.figure import Figure, FigureLayer, FigurePart, Form, Tone
from wegwijs.views.kaart.kaart import Kaart, kaart
from wegwijs.views.kaart.kiezer import Picker, picker
from wegwijs.views.kaart.mini import Mini, SmallMap, small
from wegwijs.views.kaart.style import MINI, NARROW, WIDE

__all__ = [
    "MINI",
    "NARROW",
    "WIDE",
    "Drawing",
    "Figure",
    "FigureLayer",
    "FigurePart",
    "Form",
    "Kaart",
    "Mini",
    "Picker",
    "SmallMap",
    "Tone",
    "draw",
    "kaart",
    "picker",
    "small",
]
