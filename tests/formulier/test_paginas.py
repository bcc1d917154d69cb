"""The pages of the form: one for each sort of contribution, with the doors that the configuration opens and no others."""

from __future__ import annotations

import json

import pytest

from tests.sites import BASE, ITEM
from wegwijs.addresses import FORM_KINDS, generated, of_form
from wegwijs.formulier import FORMS
from wegwijs.formulier.deuren import Doors
from wegwijs.views.context import Context
from wegwijs.views.formulier import form_files, form_pages
from wegwijs.views.formuliervragen import FormView
from wegwijs.views.items import item_view
from wegwijs.views.kaart.kiezer import TICK
from wegwijs.views.kaart.paths import Box


def context(doors: Doors | None = None) -> Context:
    return Context(BASE.catalogue, lambda path: path.removesuffix(".md") + "/", doors=doors or Doors())


def view(id: str) -> FormView:
    page = next(page for page in form_pages(context()) if page.path == of_form(id))
    found = page.view("")
    assert isinstance(found, FormView)
    return found


def test_every_form_has_its_address_and_content_may_link_to_it() -> None:
    assert {form.id for form in FORMS} == set(FORM_KINDS)
    paths = {page.path for page in form_pages(context())}
    assert paths == {"bijdragen/formulier/index.md", "bijdragen/formulier/verbetering.md", *map(of_form, FORM_KINDS)}
    assert paths <= set(generated(BASE.catalogue))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_question_has_words_of_its_own(form_id: str, form: object) -> None:
    assert form is not None
    for step in view(form_id).steps:
        assert step.title
        assert step.intro
        for question in step.questions:
            assert question.label
            assert question.field.help


@pytest.fixture
def form_id(request: pytest.FixtureRequest) -> str:
    """The form of this round."""
    return str(request.node.callspec.params["form"].id)


def test_a_question_that_may_wait_says_until_when() -> None:
    questions = {question.id: question for step in view("instrument").steps for question in step.questions}
    assert questions["duur"].when_current
    assert not questions["spreiding"].when_current
    assert next(option.title for option in questions["status"].options) == "Ja, het is klaar voor gebruik"


def test_without_a_script_there_is_a_file_to_copy() -> None:
    assert view("instrument").skeleton.startswith("---\ntitel:")
    assert view("ervaring").skeleton == ""


def test_host_names_and_addresses_come_from_one_place() -> None:
    doors = Doors("https://code.voorbeeld.nl/netwerk/wegwijs", "hoofd tak", "redactie@voorbeeld.nl")
    assert doors.new_url == "https://code.voorbeeld.nl/netwerk/wegwijs/new/hoofd%20tak/"
    assert doors.edit_url == "https://code.voorbeeld.nl/netwerk/wegwijs/edit/hoofd%20tak/"
    assert (Doors().new_url, Doors().edit_url) == ("", "")


def data(found: Context) -> dict[str, dict[str, str]]:
    (script,) = (text for path, text in form_files(found).items() if "gegevens-" in path)
    made: dict[str, dict[str, str]] = json.loads(
        script.decode().removeprefix("window.wegwijsFormulier=").removesuffix(";\n")
    )
    return made


def test_a_door_that_is_not_configured_is_not_there() -> None:
    assert data(context())["deuren"] == {"nieuw": "", "bewerk": "", "adres": "", "meeste": 6000}
    opened = data(context(Doors("https://code.voorbeeld.nl/x", mail="redactie@voorbeeld.nl")))["deuren"]
    assert opened["bewerk"] == "https://code.voorbeeld.nl/x/edit/main/"
    assert opened["adres"] == "redactie@voorbeeld.nl"


def test_each_item_comes_along_as_it_is_to_be_improved() -> None:
    script = form_files(context())["assets/formulier/items/gesprek-in-een-kring.js"].decode()
    item = json.loads(script.removeprefix("window.wegwijsItem=").removesuffix(";\n"))
    assert item["pad"] == ITEM
    assert item["tekst"] == BASE.text()
    assert set(item["bestanden"]) == {"kaart.csv", "kring.png"}


def test_an_item_leads_to_its_forms() -> None:
    made = item_view(context(), BASE.catalogue.items["gesprek-in-een-kring"], "")
    assert [link.url for link in made.forms] == [
        "bijdragen/formulier/instrument/?item=gesprek-in-een-kring",
        "bijdragen/formulier/ervaring/?item=gesprek-in-een-kring",
    ]


def test_every_part_on_the_map_has_a_checkbox_and_a_tick_in_its_corner() -> None:
    """In both drawings; a tick never lies over the text of its own part."""
    found = view("instrument")
    assert found.picker
    values = {option.value for layer in found.layers for option in layer.options}
    for drawing in (found.picker.wide, found.picker.narrow):
        parts = [spot for spot in drawing.spots if spot.kind == "deel"]
        assert {spot.id for spot in parts} <= values
        assert all([icon.kind for icon in spot.icons][-2:] == ["gekozen", "vink"] for spot in parts)
        assert min(min(spot.box.w, spot.box.h) for spot in parts) >= 30
        for spot in parts:
            x, y = spot.box.right - TICK * 0.7, spot.box.y + TICK * 0.7
            tick = Box(x - TICK, y - TICK, 2 * TICK, 2 * TICK)
            assert not any(tick.overlaps(line.box) for line in spot.lines), (drawing.size, spot.title)
