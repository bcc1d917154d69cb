"""Documents: the content types, and what the manual and the schemas say about their fields."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from tests.conftest import ROOT
from tests.sites import ITEM, Site
from tests.test_validation import SHAPES
from wegwijs.cli.schema import examples, schemas
from wegwijs.documents import KINDS, PAGE, Document, Item, kind_of
from wegwijs.fields import Shape
from wegwijs.words import HERE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/instruments/peerreview.md", "instrument"),
        ("content/coalities/data-2.md", "coalitie"),
        ("content/publicaties/boek.md", "publicatie"),
        ("content/trainingen/dialoog.md", "training"),
        ("content/werkbladen/agenda.md", "werkblad"),
        ("content/themas/data.md", "thema"),
        ("content/rollen/docent.md", "rol"),
        ("content/instruments/index.md", "pagina"),
        ("content/instruments/diep/peerreview.md", "pagina"),
        ("content/over/instruments/x.md", "pagina"),
        ("content/index.md", "pagina"),
        ("content/onbekend/x.md", "pagina"),
    ],
)
def test_the_folder_decides_what_a_file_is(path: str, kind: str) -> None:
    assert kind_of(path).id == kind


def test_every_kind_has_its_own_name_and_folder() -> None:
    assert len({kind.id for kind in (*KINDS, PAGE)}) == len(KINDS) + 1
    assert len({kind.folder for kind in KINDS}) == len(KINDS)
    assert all(issubclass(kind.shape, Document) for kind in KINDS)


def test_facets_and_fields_that_a_kind_asks_for_exist() -> None:
    for kind in KINDS:
        assert set(kind.shape.WHEN_CURRENT) <= set(kind.shape.model_fields)
        assert not kind.required_facets or issubclass(kind.shape, Item)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_says_in_dutch_what_it_is_for(shape: type[Shape]) -> None:
    assert (shape.__doc__ or "").strip().endswith(".")
    for name, field in shape.model_fields.items():
        assert field.description, f"{shape.__name__}.{name}"
        assert field.description.strip().endswith((".", "?")), f"{shape.__name__}.{name}"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_example_of_the_manual_is_a_value_that_the_field_takes(shape: type[Shape]) -> None:
    for name, field in shape.model_fields.items():
        for example in field.examples or ():
            kind: Any = shape.__annotations__.get(name) or field.annotation
            typed = yaml.load(str(example), Loader=yaml.BaseLoader)
            made = TypeAdapter(field.rebuild_annotation() if kind is not None else kind).validate_python(typed)
            assert made is not None, f"{shape.__name__}.{name}"


def test_the_schemas_in_the_toolbox_are_made_from_the_classes(real: Site) -> None:
    """If this fails: `wegwijs schema`."""
    folder = ROOT / "toolbox/schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")} == schemas(
        real.catalogue.model
    )
    assert (HERE / "meldingen.yml").read_text(encoding="utf-8") == examples()


def test_a_schema_describes_every_field_and_knows_the_values_of_the_facets(real: Site) -> None:
    for name, text in schemas(real.catalogue.model).items():
        made = json.loads(text)
        assert made["$id"] == name
        assert made["additionalProperties"] is False
        for field, row in made["properties"].items():
            assert row.get("description"), f"{name} {field}"
    facets = json.loads(schemas(real.catalogue.model)["instrument.json"])["properties"]["facetten"]["properties"]
    assert set(facets) == set(real.catalogue.model.facets)


# --- What an instrument needs now, and what it needed then ---


def test_an_instrument_of_now_says_how_long_with_how_many_and_how(site: Site) -> None:
    for line in (
        "duur: {min: 45, max: 60}\n",
        "voorbereiding: 30\n",
        "levert_op: [een afspraak]\n",
        "groep: {min: 4, max: 12}\n",
    ):
        field = line.split(":")[0]
        site.change(line, "").says(f'…:5:1 K073 fout: Het item is actueel, maar "{field}" ontbreekt. …')
        site.change(line, "").change("status: actueel", "status: in-ontwikkeling").is_fine()


HISTORY = (
    "## In het kort\n\nEen oud gesprek.\n\n## Hoe het werkte\n\nOm de beurt praten.\n\n"
    "## Wat ervoor in de plaats kwam\n\nHet nieuwe gesprek.\n"
)


def test_an_instrument_of_then_needs_less_and_has_other_headings(site: Site) -> None:
    for status in ("historisch", "ingetrokken"):
        reason = "reden_ingetrokken: Er is een beter gesprek.\n" if status == "ingetrokken" else ""
        text = site.text().replace("status: actueel", f"{reason}status: {status}")
        text = (
            re.sub(r"(?s)duur:.*?(?=levert_op)|bijlagen:.*?(?=bronnen)", "", text).partition("## In het kort")[0]
            + HISTORY
        )
        old = site.bytes(ITEM, text.encode()).without("content/instruments/gesprek-in-een-kring/kaart.csv")
        old = old.without(
            "content/instruments/gesprek-in-een-kring/kring.png", "content/werkbladen/blad-voor-de-kring.md"
        )
        old.is_fine()


def test_while_the_status_is_unknown_nobody_asks_for_headings(site: Site) -> None:
    text = site.text().partition("## In het kort")[0].replace("status: actueel", "status: historish") + HISTORY
    old = site.bytes(ITEM, text.encode()).without("content/instruments/gesprek-in-een-kring/kring.png")
    assert old.codes == ["K021"]
