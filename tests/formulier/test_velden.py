"""The form comes from the classes: every field is asked or kept, every limit is the class's own, and every message has its place."""

from __future__ import annotations

import json
import re

import pytest

from tests.sites import BASE
from wegwijs.documents import Instrument, Item, Training
from wegwijs.formulier import ELSEWHERE, FORMS, Form, FormField, fields_of, form_data, form_steps
from wegwijs.formulier.patronen import as_javascript
from wegwijs.formulier.stappen import NOT_ASKED
from wegwijs.words import messages


def named(fields: tuple[FormField, ...], name: str) -> FormField:
    return next(field for field in fields if field.name == name)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_field_of_the_class_is_asked_once_or_left_to_editors(form: Form) -> None:
    asked = [field.name for step in form_steps(form) for field in step.fields]
    assert len(asked) == len(set(asked))
    assert set(asked) | NOT_ASKED >= set(form.shape.model_fields)
    assert {step.id for step in form_steps(form)} >= ({"tekst"} if form.sections else set())


def test_a_new_field_is_asked_without_anybody_naming_it() -> None:
    class Bijzonder(Instrument):
        geluk: str | None = None

    made = Form("bijzonder", "bijzonders", Bijzonder)
    assert "geluk" in {field.name for field in form_steps(made)[-1].fields}


def test_limits_and_choices_are_those_of_the_class() -> None:
    fields = fields_of(Instrument)
    assert (named(fields, "titel").sort, named(fields, "titel").least, named(fields, "titel").most) == ("regel", 3, 100)
    assert (named(fields, "voorbereiding").sort, named(fields, "voorbereiding").data["min"]) == ("getal", 0)
    assert named(fields, "gepubliceerd").sort == "dag"
    assert named(fields, "status").choices == ("actueel", "in-ontwikkeling", "historisch", "ingetrokken")
    assert named(fields, "doel").required
    assert not named(fields, "spreiding").required
    assert named(fields, "spreiding").may_be_none
    step = named(fields, "stappen").row
    assert step is not None
    assert [part.name for part in step.fields] == ["titel", "minuten", "uitleg"]
    assert named(fields_of(Training), "aanmelden").sort == "adres"


def test_what_a_field_points_at_is_picked() -> None:
    fields = fields_of(Instrument)
    assert {part.name: part.points_at for part in named(fields, "verwant").fields} == dict.fromkeys(
        ("past_bij", "volgt_op", "vervangt"), "item"
    )
    source = named(fields, "bronnen").row
    assert source is not None
    assert named(source.fields, "bron").points_at == "bron"
    assert named(fields, "elementen").sort == "delen"
    assert not named(named(fields, "elementen").fields, "bron").points_at


def test_the_help_of_a_field_is_the_entry_of_the_manual() -> None:
    for name, found in Item.model_fields.items():
        assert named(fields_of(Item), name).help == found.description


def test_every_message_can_come_up_or_has_a_reason_why_not() -> None:
    shown = set(form_data(BASE.catalogue)["berichten"])
    assert shown | set(ELSEWHERE) == set(messages())
    assert not shown & set(ELSEWHERE)
    assert all(len(reason.split()) > 5 for reason in ELSEWHERE.values())


def test_the_data_is_plain_and_knows_this_site() -> None:
    data = json.loads(json.dumps(form_data(BASE.catalogue)))
    assert data["items"]["tweede-gesprek"]["titel"] == "Tweede gesprek"
    assert data["kenmerken"]["soort"]["enkel"]
    assert "dialoog" in data["delen"]
    assert data["soorten"]["instrument"]["koppen"][0] == "In het kort"
    assert data["regels"]["soorten_bestand"]["pdf"]["begin"] == ["%PDF-"]


@pytest.mark.parametrize(
    ("python", "script"),
    [
        # What JavaScript refuses in Unicode mode
        (r"\"a\-b\"", '"a-b"'),
        (r"[\"-]", '["-]'),
        (r"a]", r"a\]"),
        (r"\{[^\n]*\}", r"\{[^\n]*\}"),
        # Counts stay counts
        (r"a{3,}b{0,1000}", r"a{3,}b{0,1000}"),
        # Letters with accents are letters
        (r"[\w#]\w", r"[\p{L}\p{N}_#][\p{L}\p{N}_]"),
        (r"[\W\d_]+", r"\P{L}+"),
    ],
)
def test_an_expression_is_written_for_the_browser(python: str, script: str) -> None:
    assert as_javascript(re.compile(python))[0] == script


def test_the_flags_come_along() -> None:
    assert as_javascript(re.compile("a", re.IGNORECASE | re.MULTILINE | re.DOTALL))[1] == "uims"
