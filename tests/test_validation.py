"""Validation: whatever stands in a field, the author reads a Dutch sentence with the place and, where there is one, the nearest word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

import wegwijs.checks
import wegwijs.keuzehulp  # noqa: F401 - its classes are walked too
from tests.sites import Site
from wegwijs import validation
from wegwijs.fields import Shape
from wegwijs.problems import Problems
from wegwijs.source import Source
from wegwijs.validation import Hints, did_you_mean, field_name, fold, salvage


def subclasses(cls: type[Shape]) -> Iterator[type[Shape]]:
    for found in cls.__subclasses__():
        yield found
        yield from subclasses(found)


SHAPES = sorted(
    {
        found
        for found in subclasses(Shape)
        if found.__module__.startswith("wegwijs.") and "Lenient" not in found.__name__
    },
    key=lambda found: (found.__module__, found.__name__),
)
"""Every group of fields that somebody fills in, content types and the model alike."""

MODEL, FACETS, SOURCES = "toolbox/model.yml", "toolbox/facets.yml", "toolbox/bronnen.yml"
WRONG: tuple[Any, ...] = (
    None,
    "",
    "x",
    "x" * 5000,
    "Een Vreemde Waarde",
    "- docent",
    "0",
    "-1",
    "999999999",
    "1234567890",
    "2026-13-01",
    [],
    [None],
    [""],
    ["x"] * 250,
    [["x"]],
    [{}],
    {},
    {"Vreemd": "x"},
    {"vreemd": {"x": "y"}},
    {f"v{number}": {} for number in range(250)},
)
"""Wrong values of every kind: nothing, too little, too much, of another kind, and one level too deep."""


def places(cls: type[BaseModel], *, deep: bool) -> Iterator[tuple[str | int, ...]]:
    """The fields that a class itself adds; with `deep` all its fields, and those of the groups in it."""
    for name, field in cls.model_fields.items():
        if deep or name in cls.__annotations__:
            yield (name,)
            yield from ((name, *below) for below in _inside(field.annotation, deep=deep))


def _inside(annotation: Any, *, deep: bool) -> Iterator[tuple[str | int, ...]]:
    kind = validation._bare(annotation)
    step: tuple[str | int, ...] = ()
    while get_origin(kind) in (tuple, dict):
        step = (*step, 0 if get_origin(kind) is tuple else "naam")
        kind = validation._bare([part for part in get_args(kind) if part is not Ellipsis][-1])
    if step:
        yield step
    if deep and isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from ((*step, *below) for below in places(kind, deep=True))


def put(value: object, place: tuple[str | int, ...]) -> Any:
    """Metadata that holds just this value at this place."""
    for step in reversed(place):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def faults() -> Iterator[tuple[type[Shape], dict[str, Any], ErrorDetails]]:
    """Every complaint of pydantic about every wrong value of every field."""
    for cls in SHAPES:
        for meta in ({"vreemd": "x"}, *(put(value, place) for place in places(cls, deep=False) for value in WRONG)):
            try:
                cls.model_validate(meta)
            except ValidationError as fault:
                for error in fault.errors(include_url=False):
                    if error["type"] != "missing" or "vreemd" in meta:
                        yield cls, meta, error


def test_every_wrong_value_of_every_field_gives_a_sentence_of_ours(golden: Callable[[str, str], None]) -> None:
    """The first sentence of each kind of fault is held word for word."""
    foreign = ("string", "constrained", "tuple", "dict[", "[key]", "validation", "input", "None", 'veld ""', 'In ""')
    first: dict[tuple[str, str], str] = {}
    for cls, meta, error in faults():
        assert error["type"] in validation._CODES, error
        problems = Problems()
        validation._report(cls, error, Source(f"{cls.__name__.lower()}.md", meta), problems, ())
        (problem,) = problems
        line = problem.line()
        assert problem.code != "K030"
        assert line.isprintable()
        assert not any(word in line for word in foreign), line
        first.setdefault((problem.code, error["type"]), line)
    golden("validation.txt", "".join(f"{kind}\n  {line}\n" for (_code, kind), line in sorted(first.items())))


@pytest.mark.parametrize("cls", SHAPES, ids=lambda cls: cls.__name__)
def test_an_unknown_field_is_named_however_deep_it_stands(cls: type[Shape]) -> None:
    for place in ((), *places(cls, deep=True)):
        problems = Problems()
        salvage(cls, Source("x.md", put({"vreemd": "x"}, place) if place else {"vreemd": "x"}), problems)
        assert problems


def test_all_faulty_fields_are_told_at_once_each_at_its_place(site: Site) -> None:
    site.change("status: actueel", "status: actuel").change("voorbereiding: 30", "voorbereiding: half uur").change(
        "    minuten: 30", "    minuten: dertig"
    ).change("licentie: CC BY 4.0", "licenti: CC BY 4.0").says(
        '…:1:1 K011 fout: Het veld "licentie" ontbreekt. Voeg het toe.',
        '…:5:9 K021 fout: Het veld "status" kent geen "actuel". Bedoelde je "actueel"? Je kunt kiezen uit: actueel, …',
        '…:19:16 K018 fout: Het veld "voorbereiding" heeft de waarde "half uur"; dat is geen heel getal. …',
        '…:24:14 K018 fout: Het veld "stappen 1: minuten" heeft de waarde "dertig"; dat is geen heel getal. …',
        '…:39:1 K010 fout: Het veld "licenti" bestaat niet. Bedoelde je "licentie"? Je kunt kiezen uit: titel, code, …',
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        # unknown fields in a group, in a list of groups, and in groups by name
        ("", "min: 45", "mins: 1, min: 45", '…:18:8 K010 fout: Het veld "duur.mins" bestaat niet. Bedoelde je "min"? …'),
        ("", "- bron: koers", "- bron: koers\n    blz: 3", '…:35:5 K010 fout: Het veld "bronnen 1: blz" bestaat niet. …'),
        (MODEL, "    enkelvoud: Waarde", "    enkelvod: x\n    enkelvoud: Waarde",
         f'{MODEL}:7:5 K010 fout: Het veld "lagen.waarden.enkelvod" bestaat niet. Bedoelde je "enkelvoud"? …'),
        (FACETS, "{titel: Spel}", "{titel: Spel, ok: [x]}",
         f'{FACETS}:5:62 K010 fout: Het veld "waarden.spel.ok" bestaat niet. Bedoelde je "ook"? …'),
        # a row that is no group
        (SOURCES, "koers:", "los: tekst\nkoers:", f'{SOURCES}:1:6 K024 fout: In "los" horen velden, maar er staat tekst. …'),
        # a name that cannot be one
        (FACETS, "spel:", "Spel Een:", f'{FACETS}:5:42 K028 fout: Het veld "waarden.Spel Een" heeft de waarde "Spel Een"; …'),
        (SOURCES, "koers:", "De Koers: {titel: Een titel, uitgever: X}\nkoers:", f'{SOURCES}:1:1 K028 fout: Het veld "De Koers" …'),
        # a text where a list belongs, and a dash in the wrong place
        ("", "zoekwoorden: [kring]", "zoekwoorden: -kring", '…:35:14 K051 fout: …'),
        # values of facets: one or a list, never something else
        ("", "fase: [verkennen]", "fase: {a: b}", '…:13:9 K022 fout: In het veld "facetten.fase" hoort een lijst, maar…'),
        ("", "fase: [verkennen]", "fase: [[verkennen]]", '…:13:10 K023 fout: In het veld "facetten.fase 1" hoort gewone tekst, maar…'),
        ("", "fase: [verkennen]", "fase:", '…:13:3 K015 fout: Het veld "facetten.fase" is leeg. …'),
    ],
)  # fmt: skip
def test_a_field_is_called_as_the_author_wrote_it(site: Site, path: str, old: str, new: str, line: str) -> None:
    changed = site.change(old, new, path) if path else site.change(old, new)
    changed.says(line)


def test_what_is_made_with_faults_is_good_enough_to_look_for_more(site: Site) -> None:
    changed = (
        site.change("status: actueel", "status: actuel")
        .change("[dialoog]", "[dialog]")
        .change("tweede-gesprek.md", "x.md")
    )
    assert changed.codes == ["K021", "K014", "K090"]
    (page,) = changed.catalogue.flawed
    assert page.faulty == {"status"}
    assert page.title == "Gesprek in een kring"
    assert page.slug not in changed.catalogue.items


def test_a_word_near_a_known_one_is_named_whatever_its_capitals_accents_and_spaces() -> None:
    known = ("verkennen", "evalueren", "in-ontwikkeling")
    for word in ("Verkenen", "verkénnen", "VERKENNEN"):
        assert did_you_mean(word, known) == 'Bedoelde je "verkennen"?'
    assert did_you_mean("In ontwikkeling", known) == 'Bedoelde je "in-ontwikkeling"?'
    assert did_you_mean("iets heel anders", known) == ""
    assert did_you_mean("", known) == ""
    assert did_you_mean("evaluatie", known, ending=" daarmee?") == 'Bedoelde je "evalueren" daarmee?'


def test_who_renames_a_folder_reads_the_same_hints_again_but_not_without_end() -> None:
    """Each is looked for once, and after fifty different mistakes no more."""
    hints = Hints(f"instruments/item-{number}" for number in range(100))
    wrong = [f"instrument/item-{number}" for number in range(100)]
    found = [hints.nearest(word) for word in wrong]
    assert found[:50] == [f"instruments/item-{number}" for number in range(50)]
    assert set(found[50:]) == {""}
    assert hints.did_you_mean(wrong[7]) == 'Bedoelde je "instruments/item-7"?'


@given(st.text())
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_fields_are_counted_from_one() -> None:
    assert field_name(("stappen", 1, "minuten")) == "stappen 2: minuten"
    assert field_name(("elementen", "bron", 0)) == "elementen.bron 1"
    assert field_name(("duur",)) == "duur"
