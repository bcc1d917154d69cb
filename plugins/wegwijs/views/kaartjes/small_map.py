"""Small map: the mini-map of the site as a picture, from the same drawing that the pages print; its colours are those of kaart.css."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw

from wegwijs.views.kaart import SmallMap
from wegwijs.views.kaart.drawing import Drawing, LayerDrawing, Shape, Spot
from wegwijs.views.kaart.mini import MarkedSpot
from wegwijs.views.kaartjes.colours import colours
from wegwijs.views.kaartjes.face import STRONG, face
from wegwijs.views.kaartjes.outlines import polygons

FINE = 4
"""Everything is drawn this many times larger and then made smaller, which makes the edges smooth."""
BACKDROP = {"erf": "paper", "vlak": "{hue}-strong", "grond": "{hue}-surface", "pijl": "{hue}-strong", "houder": "sheet"}
ICONS = {"knop": "{hue}-strong", "wijzer": "{hue}-on-strong", "hier": "sheet"}
LINED = frozenset({"rij", "kader"})


@lru_cache(maxsize=4)
def plain(drawing: Drawing, width: int) -> Image.Image:
    """The map on which nothing is marked."""
    scale = width / drawing.width * FINE
    pen = _Pen(Image.new("RGB", (width * FINE, round(drawing.height * scale)), colours()["paper"]), scale)
    for shape in drawing.backdrop:
        pen.shape(
            shape, BACKDROP.get(shape.kind, ""), shape.hue, line=f"{shape.hue}-strong" if shape.kind == "houder" else ""
        )
    for layer in drawing.layers:
        for spot in layer.spots:
            pen.spot(spot, layer.hue)
        pen.label(layer)
    return pen.image.reduce(FINE)


def marked(small: SmallMap, width: int, ids: frozenset[str]) -> Image.Image:
    """The map with these parts marked, as on the pages: a black plate with a white dot."""
    image = plain(small.drawing, width).copy()
    for id, row in small.spots.items():
        if id in ids:
            _mark(image, width / small.drawing.width, row)
    return image


def _mark(image: Image.Image, scale: float, row: MarkedSpot) -> None:
    """Only the piece around the part is drawn larger, marked and put back."""
    box = row.spot.box.inset(-3)
    area = (
        max(int(box.x * scale), 0),
        max(int(box.y * scale), 0),
        min(int(box.right * scale) + 1, image.width),
        min(int(box.bottom * scale) + 1, image.height),
    )
    piece = image.crop(area)
    piece = piece.resize((piece.width * FINE, piece.height * FINE), Image.Resampling.NEAREST)
    pen = _Pen(piece, scale * FINE, (area[0] * FINE, area[1] * FINE))
    pen.fill(row.spot.d, colours()["ink"], colours()["sheet"], 1.5)
    for icon in row.spot.icons:
        pen.fill(icon.d, colours()["sheet"])
    image.paste(piece.reduce(FINE), area[:2])


class _Pen:
    """Draws on the map, larger than it will be."""

    def __init__(self, image: Image.Image, scale: float, origin: tuple[int, int] = (0, 0)) -> None:
        self.image, self.scale, self.origin = image, scale, origin
        self.draw = ImageDraw.Draw(image)

    def shape(self, shape: Shape, fill: str, hue: str, line: str = "") -> None:
        """A shape with its holes; what has no colour in a small map is left out."""
        if fill:
            self.fill(shape.d, colours()[fill.format(hue=hue)], colours()[line] if line else "")

    def spot(self, spot: Spot, hue: str) -> None:
        """A part with its knob."""
        if spot.is_heart:
            self.fill(spot.d, colours()[f"{hue}-strong"])
        elif not spot.is_head:
            self.fill(spot.d, colours()["sheet"], colours()[f"{hue}-strong"] if spot.form in LINED else "")
        for icon in spot.icons:
            self.shape(icon, ICONS.get(icon.kind, ""), hue)

    def label(self, layer: LayerDrawing) -> None:
        """The label of a layer with its letter."""
        self.fill(layer.label.d, colours()[f"{layer.hue}-strong"])
        font = face(round(12.35 * self.scale), STRONG)
        for badge in layer.label.badges:
            where = (badge.line.x * self.scale, badge.line.y * self.scale)
            self.draw.text(where, badge.line.text, fill=colours()[f"{layer.hue}-on-strong"], font=font, anchor="ms")

    def fill(self, d: str, colour: str, line: str = "", width: float = 1.0) -> None:
        """A path in one colour, with a line around it."""
        left, top = self.origin
        outer, *holes = [[(x * self.scale - left, y * self.scale - top) for x, y in points] for points in polygons(d)]
        if not holes:
            self.draw.polygon(outer, fill=colour)
        else:
            mask = Image.new("1", self.image.size)
            pen = ImageDraw.Draw(mask)
            pen.polygon(outer, fill=1)
            for hole in holes:
                pen.polygon(hole, fill=0)
            self.image.paste(colour, mask=mask)
        if line:
            self.draw.line([*outer, outer[0], outer[1]], fill=line, width=round(width * self.scale), joint="curve")
