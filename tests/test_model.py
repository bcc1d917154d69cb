"""Model: what the files of `toolbox/` mean, and what is told when one of them cannot be read."""

from __future__ import annotations

import pytest

from tests.sites import Site
from wegwijs.model import Model

MODEL, FACETS, SOURCES = "toolbox/model.yml", "toolbox/facets.yml", "toolbox/bronnen.yml"
DIALOOG, VERTROUWEN = "toolbox/waarden/dialoog.md", "toolbox/waarden/vertrouwen.md"
DIRECTION = "toolbox/kijkrichtingen/vanuit-de-waarden.md"


@pytest.fixture
def model(site: Site) -> Model:
    return site.catalogue.model


def test_layers_have_their_elements_in_the_order_of_the_editors(site: Site, model: Model) -> None:
    assert [(id, [part.id for part in layer.elements]) for id, layer in model.layers.items()] == [
        ("waarden", ["dialoog", "vertrouwen"]),
        ("kijkrichtingen", ["vanuit-de-waarden"]),
    ]
    turned = site.change("volgorde: 1", "volgorde: 9", DIALOOG)
    assert [part.id for part in turned.catalogue.model.layers["waarden"].elements] == ["vertrouwen", "dialoog"]


def test_a_layer_knows_whether_it_is_drawn_and_what_stands_in_what(site: Site, model: Model) -> None:
    assert [layer.is_drawn for layer in model.layers.values()] == [True, False]
    nested = site.change("volgorde: 2", "volgorde: 2\ndeel_van: dialoog", VERTROUWEN)
    nested.is_fine()
    layer = nested.catalogue.model.layers["waarden"]
    assert [part.id for part in layer.top] == ["dialoog"]
    assert [part.id for part in layer.children("dialoog")] == ["vertrouwen"]
    assert layer.title == "Waarden"


def test_an_earlier_element_stays_known_but_is_not_drawn(site: Site) -> None:
    earlier = site.change("volgorde: 2", "volgorde: 2\nstatus: eerder\nsinds: 2015\ntot: 2025", VERTROUWEN)
    earlier.is_fine()
    model = earlier.catalogue.model
    assert not model.elements["vertrouwen"].is_current
    assert [part.id for part in model.layers["waarden"].top] == ["dialoog"]


def test_elements_layers_kijkrichtingen_and_facets_are_looked_up_by_name(model: Model) -> None:
    assert model.elements["dialoog"].title == "Dialoog"
    assert model.elements["dialoog"].path == DIALOOG
    layer = model.layer_of("dialoog")
    assert layer is not None
    assert layer.id == "waarden"
    assert model.layer_of("bestaat-niet") is None
    assert [direction.id for direction in model.directions] == ["vanuit-de-waarden"]
    assert model.knows("dialoog")
    assert not model.knows("bestaat-niet")
    facet = model.facets["soort"]
    assert (facet.is_single, facet.question, facet.title_of("spel"), facet.title_of("vreemd")) == (
        True,
        "Wat zoek je?",
        "Spel",
        "vreemd",
    )
    assert not model.facets["rol"].is_single
    assert model.sources["koers"].titel == "Koers 2025-2029"


def test_texts_and_questions_of_an_element_come_from_its_file(model: Model) -> None:
    (question,) = model.elements["dialoog"].questions
    assert (question.id, question.rol, question.basis) == ("luisteren", "docent", "redactie")
    assert model.elements["dialoog"].source.body == "\nEen waarde waar het gesprek op steunt.\n"
    assert (model.title, model.name) == ("Voorbeeldmodel", "Model van een kring")
    assert model.requirements.vragen == 1


# --- What cannot be read ---


def test_files_that_the_model_cannot_do_without_are_missed(site: Site) -> None:
    for path in (MODEL, FACETS, SOURCES):
        missing = site.without(path)
        assert missing.lines == [
            f"{path}:1:1 K110 fout: Dit bestand ontbreekt, en zonder dat bestand is er geen model. "
            "Zet het terug. De handleiding in toolbox/README.md zegt wat erin staat."
        ]


@pytest.mark.parametrize(
    ("path", "old", "new", "codes"),
    [
        # the model cannot be read: nothing that depends on it is called unknown
        (MODEL, "titel: Voorbeeldmodel", "", ["K011"]),
        (MODEL, "titel: Voorbeeldmodel", "titel: Een: model", ["K040"]),
        (MODEL, "lagen:", "lagen: []\nlagn:", ["K015", "K010"]),
        # a facet or a source cannot be read
        (FACETS, "enkel: true", "enkel: ja", ["K021"]),
        (FACETS, "soort:\n", "soort: [\n", ["K058"]),
        (SOURCES, "koers:\n  titel: Koers 2025-2029", "koers:\n  titel:", ["K015"]),
        # an element cannot be read: everything that names it stays quiet
        (DIALOOG, "titel: Dialoog", "titel: Dia: loog", ["K040"]),
        (DIALOOG, "volgorde: 1", "volgorde: een", ["K018"]),
        (DIRECTION, "route: [dialoog, vertrouwen]", "route: x", ["K022"]),
        (DIRECTION, "---\ntitel", "titel", ["K001"]),
    ],
)
def test_one_mistake_of_an_editor_gives_one_problem(
    site: Site, path: str, old: str, new: str, codes: list[str]
) -> None:
    changed = site.change(old, new, path)
    assert changed.codes == codes
    assert {problem.place.path for problem in changed.problems} == {path}


def test_links_to_a_model_that_cannot_be_read_are_not_called_dead(site: Site) -> None:
    linked = site.append("\nZie [dialoog](../toolbox/waarden/dialoog.md) en [de lagen](../toolbox/waarden/index.md).\n")
    linked.is_fine()
    assert linked.change("titel: Dialoog", "titel: Dia: loog", DIALOOG).codes == ["K040"]
    assert linked.change("titel: Voorbeeldmodel", "", MODEL).codes == ["K011"]
    assert linked.without(DIALOOG).codes.count("K090") == 1


def test_a_layer_of_which_every_part_is_broken_is_not_called_empty(site: Site) -> None:
    broken = site.change("titel: Vanuit", "titel: X: Vanuit", DIRECTION)
    assert broken.codes == ["K040"]


def test_a_flawed_element_is_looked_at_but_is_no_part_of_the_model(site: Site) -> None:
    flawed = site.change("volgorde: 1", "volgorde: een", DIALOOG).append("\n[x](nergens.md) <b>\n", DIALOOG)
    assert flawed.codes == ["K018", "K090", "K094"]
    assert "dialoog" not in flawed.catalogue.model.elements
    assert flawed.catalogue.model.knows("dialoog")


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("toolbox/waarden/Moed.md", ["K089"]),
        ("toolbox/waarden/index.md", ["K120"]),
        ("toolbox/waarden/plaat.png", ["K120"]),
        ("toolbox/waarden/diep/moed.md", ["K120"]),
        ("toolbox/los.md", ["K120"]),
        ("toolbox/warden/moed.md", ["K113"]),
        ("toolbox/README.md", []),
        ("toolbox/eigen-lijst.yml", []),
        ("toolbox/schema/instrument.json", []),
        ("toolbox/schema/instrument.md", ["K113"]),
    ],
)
def test_a_file_in_the_toolbox_has_a_place_or_is_named(site: Site, path: str, codes: list[str]) -> None:
    element = site.text(VERTROUWEN).encode()
    assert site.bytes(path, element if path.endswith(".md") else b"{}").codes == codes


def test_links_in_the_toolbox_are_refused(site: Site) -> None:
    site.link("toolbox/waarden/geheim.md").says("toolbox/waarden/geheim.md:1:1 K086 fout: Dit is een koppeling, …")


def test_a_faulty_row_is_left_out_and_the_others_are_read(site: Site) -> None:
    changed = site.change("koers:", "Fout: {titel: X, uitgever: Y}\nkaal:\n  titel: Kaal\nkoers:", SOURCES)
    assert changed.codes == ["K028", "K011"]
    assert set(changed.catalogue.model.sources) == {"koers"}
