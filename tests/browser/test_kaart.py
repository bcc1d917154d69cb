"""The map in a real browser, from disk: what is measured holds on the screen, and the panel, keys and back button work."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from playwright.sync_api import Browser, Page

import wegwijs
from tests.browser.barriers import barriers
from wegwijs.views.kaart import Figure, FigureLayer, FigurePart, Form, Tone, kaart

pytestmark = pytest.mark.browser

THEME = Path(wegwijs.__file__).parent / "theme"
LONG = "Maatschappelijke verantwoordelijkheid en inclusie"
HUES: dict[Form, str] = {"band": "rood", "ring": "geel", "rij": "blauw", "basis": "groen", "kader": "paars"}
REAL: dict[Form, str] = {
    "band": "Vermogens: Responsief, Professioneel, Organisatie, Realisatie",
    "ring": "Standaarden: Begeleiding, Leerproces, Leeromgeving, Toetsing en afsluiting",
    "rij": "Leerroute: Ambitie, Leerroute, Opbrengsten > Meetbaar > Merkbaar > Bespreekbaar",
    "basis": "Waarden: Eigenaarschap, Dialoog, Vertrouwen, Rekenschap, Wendbaarheid",
    "kader": "Omgeving: Omgeving > Student > Werkveld > Samenleving",
}
OTHER: dict[Form, str] = {
    "kader": f"Wereld: Dorp, {LONG}, Onderwijs- en examenregeling, Zorg, Kwaliteitscultuur",
    "ring": f"Koers: Plan, Beroepspraktijkvorming, {LONG}",
    "rij": "Weg: Een, Professionaliseringsondersteuning, Drie, Vier > Vijf > Zes, Zeven, Acht, Negen",
    "basis": f"Grond: {LONG}, Zorg, Samenwerking, Kwaliteitscultuur, Plan, Doen, Leren",
}


def figure(model: dict[Form, str], state: str = "plain") -> Figure:
    """A figure from text: `Laag: Deel, Deel > Deel erin`."""
    places = iter(range(1, 100))

    def part(title: str, *children: str) -> FigurePart:
        place = next(places)
        tone = Tone(place % 4, "ABCD"[place % 4], "zoveel instrumenten") if state == "tones" else None
        order = place if state == "route" and place % 2 else None
        inside = tuple(part(child) for child in children)
        slug = title.lower().replace(" ", "-")
        return FigurePart(slug, title, f"deel-{slug}.html", f"Over {title}.", place % 13, inside, False, order, tone)

    layers = []
    for shape, text in model.items():
        title, _, parts = text.partition(": ")
        made = tuple(part(*each.split(" > ")) for each in parts.split(", "))
        url = f"laag-{title.lower()}.html"
        layers.append(FigureLayer(title.lower(), title, title, title[0], HUES[shape], shape, url, made, "Waarover?"))
    return Figure(tuple(layers))


WORDS = {
    "kaart.laag": "laag van het model",
    "kaart.instrumenten.geen": "nog geen instrumenten",
    "kaart.instrumenten.een": "1 instrument",
    "kaart.instrumenten.meer": "{aantal} instrumenten",
    "kaart.stap": "stap {nummer}",
}


def word(key: str, **values: object) -> str:
    return WORDS.get(key, key).format(**values)


def write(folder: Path, model: Figure) -> str:
    """A page with the map, its panels and its list, and a page for each link; the address of the first."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME / "partials"), autoescape=True)
    env.filters["url"] = str
    env.globals["t"] = word
    instruments = (SimpleNamespace(title="Peerreview", url="peerreview.html"),)
    parts = [(layer, part) for layer in model.layers for part in layer.walk()]
    panels = [
        SimpleNamespace(
            id=part.id, title=part.title, hue=layer.hue, core=part.core, url=part.url,
            questions=("Wat vinden wij goed?",), instruments=instruments,
        )
        for layer, part in parts
    ]  # fmt: skip
    shown = env.get_template("kaart.html").render(kaart=kaart(model), panels=panels, kaart_titel_id="titel")
    listed = env.get_template("kaart-lijst.html").render(figure=model)
    shutil.copytree(THEME / "assets", folder / "assets")
    (folder / "index.html").write_text(
        f"""<!doctype html><html lang="nl" data-kleuren="licht"><head><meta charset="utf-8"><title>Kaart</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="assets/css/tokens.css">
<style>@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;
src:url(assets/fonts/atkinson-hyperlegible-next.woff2)}}body{{margin:0;font-family:var(--face);
background:var(--paper);color:var(--ink)}}main{{max-width:75rem;margin:auto;padding:1rem}}
a{{color:var(--accent)}}</style>
<link rel="stylesheet" href="assets/css/kaart.css"><script src="assets/js/kaart.js" defer></script></head>
<body><main><h1 id="titel">Toolbox</h1>{shown}{listed}</main></body></html>""",
        encoding="utf-8",
    )
    for url in {part.url for _, part in parts} | {layer.url for layer in model.layers}:
        (folder / url).write_text(f"<!doctype html><title>{url}</title>", encoding="utf-8")
    return (folder / "index.html").as_uri()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[object]:
    """Opens a page with a map: `visit(figure(REAL), width=320)`."""
    contexts = []

    def open_page(model: Figure, width: int = 1280, *, scripts: bool = True) -> Page:
        address = write(tmp_path / str(len(contexts)), model)
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts))
        page = contexts[-1].new_page()
        page.goto(address)
        if scripts:
            page.evaluate("document.fonts.ready")
        return page

    yield open_page
    for context in contexts:
        context.close()


MEASURE = """() => {
  const shown = (node) => node.getClientRects().length > 0;
  const box = (node) => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const svg = [...document.querySelectorAll("svg.kaart-tekening")].find(shown);
  return {
    wide: document.documentElement.scrollWidth,
    svg: box(svg),
    links: [...svg.querySelectorAll("a")].map((link) => ({
      name: link.getAttribute("aria-label"),
      plate: box(link.querySelector(".kaart-plaat")),
      texts: [...link.querySelectorAll("text")].map(box),
    })),
  };
}"""


def overlap(one: list[float], other: list[float], slack: float) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def within(inner: list[float], outer: list[float], slack: float) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


@pytest.mark.parametrize("state", ["plain", "route", "tones"])
@pytest.mark.parametrize("model", [REAL, OTHER], ids=["real", "other"])
def test_on_the_screen_nothing_overlaps_or_is_cut_off(visit, model, state) -> None:
    page = visit(figure(model, state))
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        fits(page.evaluate(MEASURE), width)


def fits(found, width) -> None:
    assert found["wide"] <= width
    plates = [(link["name"], link["plate"]) for link in found["links"]]
    assert [(a, b) for i, (a, p) in enumerate(plates) for b, q in plates[:i] if overlap(p, q, 0.5)] == []
    assert [name for name, plate in plates if not within(plate, found["svg"], 0.5)] == []
    # The box of a text is higher than its letters, so upright it may reach past what is seen; sideways it may not.
    for link in found["links"]:
        left, _, right, _ = link["plate"]
        assert all(text[0] >= left and text[2] <= right for text in link["texts"]), link["name"]
        texts = link["texts"]
        assert not any(overlap(a, b, 5) for i, a in enumerate(texts) for b in texts[:i]), link["name"]


def test_a_finger_hits_every_part_at_320_pixels(visit) -> None:
    links = visit(figure(REAL), 320).evaluate(MEASURE)["links"]
    sizes = {link["name"]: (link["plate"][2] - link["plate"][0], link["plate"][3] - link["plate"][1]) for link in links}
    assert {name: size for name, size in sizes.items() if min(size) < 24} == {}


@pytest.mark.parametrize(("state", "width"), [("plain", 1280), ("plain", 320), ("route", 1280), ("tones", 1280)])
def test_axe_finds_nothing(visit, state, width) -> None:
    """In the colours that a reader chose; a device that is dark itself is in the tests of the real pages."""
    page = visit(figure(REAL, state), width)
    if width > 960:
        page.get_by_role("link", name="Begeleiding").first.click()
    assert barriers(page) == []
    page.evaluate("document.documentElement.dataset.kleuren = 'donker'")
    assert barriers(page, colours=True) == []


def focus_order(page: Page) -> list[str]:
    """The targets that Tab reaches within the drawing, in order."""
    page.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.closest('svg') && document.activeElement.getAttribute('href')")
        if target is None and reached:
            break
        if target:
            reached.append(target)
    return reached


@pytest.mark.parametrize("width", [1280, 320])
def test_tab_walks_the_model_once_in_its_order(visit, width) -> None:
    model = figure(REAL)
    expected = [url for layer in model.layers for url in (layer.url, *(part.url for part in layer.walk()))]
    assert focus_order(visit(model, width)) == expected


def test_the_accessibility_tree_reads_like_the_model(visit) -> None:
    tree = visit(figure(REAL)).locator("svg").first.aria_snapshot()
    spoken = re.findall(r'(group|link) "([^"]*)"', tree)
    assert spoken[:4] == [
        ("group", "Toolbox"),
        ("group", "Vermogens"),
        ("link", "V Vermogens, laag van het model"),
        ("link", "Responsief: 1 instrument"),
    ]
    assert spoken[-1] == ("link", "Samenleving: 10 instrumenten")


def test_a_part_opens_beside_the_map_and_back_closes_it(visit) -> None:
    page = visit(figure(REAL))
    link = page.locator("svg").get_by_role("link", name="Begeleiding")
    link.click()
    panel = page.get_by_role("region", name="Begeleiding")
    assert panel.is_visible()
    assert page.url.endswith("index.html#begeleiding")
    assert page.evaluate("document.activeElement.textContent") == "Begeleiding"
    assert link.is_visible()
    page.locator("svg").get_by_role("link", name="Dialoog").click()
    assert not panel.is_visible()
    assert page.get_by_role("region", name="Dialoog").is_visible()
    page.go_back()
    assert panel.is_visible()
    page.go_back()
    assert not panel.is_visible()
    assert page.url.endswith("index.html")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "deel-begeleiding.html"


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_a_closed_panel_gives_the_focus_back(visit, way) -> None:
    page = visit(figure(REAL))
    page.locator("svg").get_by_role("link", name="Dialoog").focus()
    page.keyboard.press("Enter")
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("region", name="Dialoog").get_by_role("button").click()
    assert page.get_by_role("region", name="Dialoog").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "deel-dialoog.html"
    assert "#" not in page.url


def test_an_address_with_a_part_opens_its_panel(visit) -> None:
    page = visit(figure(REAL))
    page.goto(page.url + "#dialoog")
    page.reload()
    assert page.get_by_role("region", name="Dialoog").is_visible()
    page.goto(page.url.replace("#dialoog", "#%E0%A4%A"))
    assert page.locator(".kaart-paneel:visible").count() == 0


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (1280, False)], ids=["on a phone", "without scripts"])
def test_where_no_panel_opens_the_link_leads_to_the_page(visit, width, scripts) -> None:
    page = visit(figure(REAL), width, scripts=scripts)
    page.locator("svg:visible").get_by_role("link", name="Begeleiding").click()
    page.wait_for_url("**/deel-begeleiding.html")


def test_a_click_for_another_tab_stays_a_link(visit) -> None:
    page = visit(figure(REAL))
    with page.context.expect_page() as other:
        page.locator("svg").get_by_role("link", name="Begeleiding").click(modifiers=["Control"])
    assert other.value.url.endswith("deel-begeleiding.html")
    assert page.locator(".kaart-paneel:visible").count() == 0


def test_paper_shows_the_wide_map_with_patterns(visit) -> None:
    page = visit(figure(REAL), 320)
    page.emulate_media(media="print")
    assert page.locator("svg.kaart-tekening--breed").is_visible()
    assert not page.locator("svg.kaart-tekening--smal").is_visible()
    assert page.locator(".kaart-tekening--breed .kaart-patroon").first.is_visible()
