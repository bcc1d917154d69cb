"""The map redraws well for any model: nothing overlaps, nothing is cut off, and the list has the same links."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wegwijs
from wegwijs.views.kaart import MINI, NARROW, WIDE, Figure, FigureLayer, FigurePart, Form, Tone, draw, kaart, small
from wegwijs.views.kaart.breaks import PIECES, pieces
from wegwijs.views.kaart.drawing import Drawing
from wegwijs.views.kaart.lines import wrap
from wegwijs.views.kaart.paths import Box
from wegwijs.views.kaart.style import Style
from wegwijs.views.kaart.widths import measure

PARTIALS = Path(wegwijs.__file__).parent / "theme" / "partials"
STYLES = (WIDE, NARROW, MINI)
HUES = {"band": "rood", "ring": "geel", "rij": "blauw", "basis": "groen", "kader": "paars", "los": "inkt"}
LONG = (
    "Toetsing en afsluiting",
    "Maatschappelijke verantwoordelijkheid en inclusie",
    "Zorg",
    "Onderwijs- en examenregeling",
    "Beroepspraktijkvorming",
    "Kwaliteitscultuur",
    "Professionaliseringsondersteuningstraject",
)


def part(title: str, *children: FigurePart, count: int | None = 3, order: int | None = None) -> FigurePart:
    slug = re.sub(r"\W+", "-", title.lower())
    return FigurePart(slug, title, f"toolbox/{slug}/", f"Kern van {title}.", count, children, order=order)


def layer(title: str, shape: Form, *parts: FigurePart) -> FigureLayer:
    return FigureLayer(
        title.lower(), title, title, title[0], HUES[shape], shape, f"toolbox/laag-{title.lower()}/", parts, "Waarom?"
    )


def toned(title: str, level: int) -> FigurePart:
    return FigurePart(f"toon-{level}", title, f"toon/{level}/", count=level, tone=Tone(level % 4, "AB", "weinig"))


def named(prefix: str, names: tuple[str, ...]) -> tuple[FigurePart, ...]:
    return tuple(
        FigurePart(f"{prefix}-{place}", name, f"toolbox/{prefix}/{place}/", "", place)
        for place, name in enumerate(names)
    )


def sized(count: int, *shapes: Form, start: int = 0) -> Figure:
    names = tuple(LONG[(start + place) % len(LONG)] for place in range(count))
    return Figure(
        tuple(layer(f"Laag{place}", shape, *named(f"{shape}{place}", names)) for place, shape in enumerate(shapes))
    )


REAL = Figure(
    (
        layer("Vermogens", "band", *map(part, ("Responsief", "Professioneel", "Organisatie", "Realisatie"))),
        layer(
            "Standaarden", "ring", *map(part, ("Begeleiding", "Leerproces", "Leeromgeving", "Toetsing en afsluiting"))
        ),
        layer(
            "Leerroute",
            "rij",
            part("Ambitie"),
            part("Leerroute"),
            part("Opbrengsten", part("Meetbaar"), part("Merkbaar"), part("Bespreekbaar", count=12)),
        ),
        layer("Waarden", "basis", *map(part, ("Eigenaarschap", "Dialoog", "Vertrouwen", "Rekenschap", "Wendbaarheid"))),
        layer("Omgeving", "kader", part("Omgeving", part("Student"), part("Werkveld"), part("Samenleving"))),
        layer("Kijkrichtingen", "los", *map(part, ("Vanuit de standaarden", "Vanuit de omgeving"))),
    )
)
ALL: tuple[Form, ...] = ("band", "ring", "rij", "basis", "kader")
FIGURES = {
    "the real model": REAL,
    **{f"{count} parts in each layer": sized(count, *ALL, start=count) for count in (1, 2, 3, 4, 5, 7)},
    **{f"only a {shape}": sized(4, shape) for shape in ALL},
    "no ring": sized(4, "band", "rij", "basis", "kader"),
    "a ring around nothing": sized(5, "ring", "basis"),
    "two bands and two bases": sized(3, "band", "band", "rij", "basis", "basis"),
    "two rings around two rows": sized(4, "ring", "ring", "rij", "rij"),
    "two frames": sized(3, "kader", "kader", "rij"),
    "layers in another order": sized(3, "kader", "basis", "rij", "ring", "band"),
    "a layer without parts": Figure((layer("Leeg", "band"), layer("Kaal", "kader"), layer("Hol", "ring"))),
    "parts within parts": Figure(
        (
            layer("Boven", "band", part("Een", part("Twee"), part("Drie")), part("Vier")),
            layer("Rond", "ring", part("Vijf", part("Zes")), part("Zeven")),
            layer("Onder", "basis", part("Acht", part("Negen"), part("Maatschappelijke zorg")), part("Elf")),
        )
    ),
    "layers with a namesake": Figure(
        (
            layer("Knoppen", "band", part("Knoppen"), part("Draaien")),
            layer("Weg", "rij", part("Weg"), part("Doel")),
            layer("Wereld", "kader", part("Dorp"), part("Wereld")),
        )
    ),
    "a route and tones": Figure(
        (
            layer("Boven", "band", *(part(f"Deel {place}", order=place, count=120) for place in range(1, 6))),
            layer("Rond", "ring", *(toned(name, level) for level, name in enumerate(LONG))),
        )
    ),
}

drawn = pytest.mark.parametrize(
    ("figure", "style"),
    [pytest.param(figure, style, id=f"{name}, {style.size}") for name, figure in FIGURES.items() for style in STYLES],
)


def faults(drawing: Drawing) -> list[str]:
    """Everything that would look wrong: plates over plates, text over its edge or over a mark."""
    found = []
    page = Box(0, 0, drawing.width, drawing.height)
    for one, other in combinations(drawing.spots, 2):
        if one.box.overlaps(other.box):
            found.append(f"{one.title} overlaps {other.title}")
    for spot in drawing.spots:
        if not page.holds(spot.box):
            found.append(f"{spot.title} leaves the drawing")
        inside = [*(line.box for line in spot.lines), *(badge.box for badge in spot.badges)]
        found += [f"{spot.title} leaves its plate" for box in inside if not spot.box.holds(box)]
        found += [f"{spot.title} prints over itself" for one, other in combinations(inside, 2) if one.overlaps(other)]
    return found


@drawn
def test_nothing_overlaps_and_nothing_is_cut_off(figure: Figure, style: Style) -> None:
    assert faults(draw(figure, style)) == []


@drawn
def test_parts_stand_in_the_order_of_the_model(figure: Figure, style: Style) -> None:
    expected = [
        id for layer in figure.layers if layer.shape != "los" for id in (layer.id, *(part.id for part in layer.walk()))
    ]
    assert [spot.id for spot in draw(figure, style).spots] == expected


@drawn
def test_every_title_is_printed_whole(figure: Figure, style: Style) -> None:
    for spot in draw(figure, style).spots:
        printed = "".join(line.text for line in spot.lines)
        if style.has_text and spot.kind == "deel":
            assert re.sub(r"[\s-]", "", printed) == re.sub(r"[\s-]", "", spot.title)


@drawn
def test_the_same_figure_gives_the_same_drawing(figure: Figure, style: Style) -> None:
    assert draw(figure, style) == draw(figure, style)


@pytest.mark.parametrize("figure", [pytest.param(figure, id=name) for name, figure in FIGURES.items()])
def test_a_finger_can_hit_every_part_on_a_screen_of_320_pixels(figure: Figure) -> None:
    scale = (320 - 2 * 16) / NARROW.width
    small = [s.title for s in draw(figure, NARROW).spots if min(s.box.w, s.box.h) * scale < 24]
    assert small == []


letters = st.text("abcdeghijklmnoprstuvwz", min_size=1, max_size=16)
titles = st.lists(letters, min_size=1, max_size=4).map(" ".join)
layers = st.tuples(st.sampled_from(ALL), st.lists(titles, max_size=8))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(layers, max_size=6))
def test_any_model_gives_a_good_map(model: list[tuple[Form, list[str]]]) -> None:
    figure = Figure(
        tuple(
            layer(f"L{place}", shape, *named(f"p{place}", tuple(names))) for place, (shape, names) in enumerate(model)
        )
    )
    for style in STYLES:
        assert faults(draw(figure, style)) == []


def test_the_real_map_is_the_picture_of_the_model() -> None:
    """Vermogens above, waarden below, standaarden around the row of ambitie, leerroute and opbrengsten."""
    drawing = draw(REAL, WIDE)
    at = {spot.id: spot.box for spot in drawing.spots if spot.kind == "deel"}
    assert len({at[id].y for id in ("responsief", "professioneel", "organisatie", "realisatie")}) == 1
    assert at["realisatie"].bottom < at["begeleiding"].y < at["leerroute"].y < at["toetsing-en-afsluiting"].y
    assert at["toetsing-en-afsluiting"].bottom < at["dialoog"].y < at["student"].y
    order = ("leerproces", "ambitie", "leerroute", "opbrengsten", "leeromgeving")
    assert [at[id].x for id in order] == sorted(at[id].x for id in order)
    assert at["opbrengsten"].bottom <= at["meetbaar"].y
    assert drawing.height < drawing.width


def test_a_part_with_the_name_of_its_layer_leaves_the_label_only_a_letter() -> None:
    labels = {layer.title: layer.label for layer in draw(REAL).layers}
    assert labels["Leerroute"].lines == ()
    assert labels["Leerroute"].badges[0].line.text == "L"
    assert [line.text for line in labels["Vermogens"].lines] == ["Vermogens"]


def test_a_route_keeps_the_form_of_the_map() -> None:
    """Stepping through the kijkrichtingen must not make the plates jump."""
    plain = draw(REAL, WIDE)
    first = REAL.layers[0]
    steps = tuple(part(each.title, order=place) for place, each in enumerate(first.parts, start=1))
    routed = draw(Figure((layer("Vermogens", "band", *steps), *REAL.layers[1:])), WIDE)
    assert [spot.box for spot in routed.spots] == [spot.box for spot in plain.spots]
    assert [spot.is_quiet for spot in routed.layers[0].spots] == [False] * 4
    assert all(spot.is_quiet for spot in routed.layers[1].spots)
    assert not any(spot.is_quiet for spot in plain.spots)


def test_the_map_in_small_says_where_you_are() -> None:
    drawn = small(Figure((layer("Waarden", "basis", part("Dialoog"), part("Vertrouwen")),)))
    here = drawn.mark(frozenset({"dialoog", "een-ander-deel"}))
    assert here.names == ("Dialoog",)
    assert [len(row.spot.icons) for row in here.marked] == [1]
    assert not any(spot.lines for spot in drawn.drawing.spots)
    assert drawn.mark(frozenset()).marked == ()


# Lines: on spaces first, then hyphens, then syllables.
@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Dialoog", 200, ("Dialoog",)),
        ("Toetsing en afsluiting", 130, ("Toetsing en", "afsluiting")),
        ("Onderwijs- en examenregeling", 150, ("Onderwijs- en", "examenregeling")),
        ("Onderwijs-examen", 100, ("Onderwijs-", "examen")),
        ("Beroepspraktijkvorming", 140, ("Beroepspraktijk-", "vorming")),
        ("", 100, ()),
    ],
)
def test_text_is_cut_where_a_reader_would_cut_it(text: str, width: float, expected: tuple[str, ...]) -> None:
    assert wrap(text, width, 16) == expected


@pytest.mark.parametrize("width", [12, 20, 45, 90, 300])
def test_no_line_is_wider_than_asked(width: float) -> None:
    for text in LONG:
        assert all(measure(line, 10) <= width or len(line) <= 2 for line in wrap(text, width, 10))


def test_the_pieces_of_a_word_are_the_word() -> None:
    assert all("".join(pieces(word)) == word for word in (*PIECES, "samenwerkingsverbanden", "(verantwoordelijkheid)"))
    assert all(written.replace(" ", "") == word for word, written in PIECES.items())


@pytest.fixture(scope="module")
def theme() -> jinja2.Environment:
    env = jinja2.Environment(loader=jinja2.FileSystemLoader([PARTIALS, PARTIALS.parent]), autoescape=True, undefined=jinja2.Undefined)
    env.filters["url"] = lambda address: f"../{address}"
    env.globals["t"] = lambda key, **values: " ".join([key, *map(str, values.values())])
    return env


def hrefs(html: str) -> list[str]:
    return re.findall(r'<a\b[^>]*?href="([^"]*)"', html)


@pytest.mark.parametrize("figure", [pytest.param(figure, id=name) for name, figure in FIGURES.items()])
def test_the_map_and_the_list_have_the_same_links(theme: jinja2.Environment, figure: Figure) -> None:
    page = theme.get_template("kaart.html").render(kaart=kaart(figure))
    wide, narrow, *_ = [*re.findall(r"<svg.*?</svg>", page, re.S), "", ""]
    loose = re.sub(r"<svg.*?</svg>", "", page, flags=re.S)
    listed = hrefs(theme.get_template("kaart-lijst.html").render(figure=figure))
    assert sorted(hrefs(wide) + hrefs(loose)) == sorted(listed)
    assert hrefs(wide) == hrefs(narrow)


def test_the_name_of_a_link_begins_with_what_it_shows(theme: jinja2.Environment) -> None:
    page = theme.get_template("kaart.html").render(kaart=kaart(REAL))
    assert 'aria-label="Begeleiding: kaart.instrumenten.meer 3"' in page
    assert 'aria-label="V Vermogens, kaart.laag"' in page


@pytest.mark.parametrize("name", ["kaart.html", "kaart-mini.html"])
def test_the_markup_needs_no_inline_style_and_has_no_double_ids(theme: jinja2.Environment, name: str) -> None:
    theme.globals["kaart_basis"] = small(REAL).drawing
    page = theme.get_template(name).render(kaart=kaart(REAL), mini=small(REAL).mark(frozenset({"dialoog"})))
    assert not re.search(r"\sstyle=|\son\w+=", page)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_the_map_in_small_is_an_image_with_a_text_alternative(theme: jinja2.Environment) -> None:
    theme.globals["kaart_basis"] = small(REAL).drawing
    page = theme.get_template("kaart-mini.html").render(mini=small(REAL).mark(frozenset()))
    assert hrefs(page) == []
    assert 'role="img" aria-label="kaart.mini"' in page
