"""Problems are values: collected once, shown in reading order, each in one line."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijs.problems import Place, Problem, Problems, Severity, problem

HERE = Place("content/instruments/x.md", 4, 8)


def test_a_problem_is_one_line_that_says_where_what_and_the_way_out() -> None:
    found = problem("K063", HERE, relatie="past_bij")
    assert found.line() == (
        'content/instruments/x.md:4:8 K063 fout: Dit item noemt zichzelf bij "past_bij". Haal de verwijzing weg.'
    )


def test_a_warning_is_called_let_op() -> None:
    found = problem("K006", Place("content/index.md"))
    assert found.severity is Severity.WARNING
    assert found.line().startswith("content/index.md:1:1 K006 let op: Dit bestand begint")


def test_without_a_way_out_the_line_has_no_space_at_its_end() -> None:
    assert Problem(HERE, "K001", "Iets.", "", Severity.ERROR).line() == "content/instruments/x.md:4:8 K001 fout: Iets."


def test_reading_order_is_path_then_line_then_column_then_code_whatever_the_order_of_finding() -> None:
    places = [Place("b.md", 1, 1), Place("a.md", 10, 1), Place("a.md", 9, 2), Place("a.md", 9, 1)]
    wanted = [("a.md", 9, 1), ("a.md", 9, 2), ("a.md", 10, 1), ("b.md", 1, 1)]
    for seed in range(5):
        random.Random(seed).shuffle(places)
        found = Problems()
        for place in places:
            found.add("K004", place)
        assert [(p.place.path, p.place.line, p.place.column) for p in found] == wanted


def test_the_same_problem_counts_once_and_another_value_makes_it_another() -> None:
    found = Problems()
    for name in ("a", "a", "b"):
        found.add("K063", HERE, relatie=name)
    assert len(found) == 2
    assert len(list(found)) == 2


def test_problems_of_others_are_taken_over_and_counted_by_sort() -> None:
    first = Problems([problem("K004", HERE)])
    first.extend(Problems([problem("K006", HERE), problem("K004", HERE)]))
    assert [p.code for p in first] == ["K004", "K006"]
    assert [p.code for p in first.errors] == ["K004"]
    assert [p.code for p in first.warnings] == ["K006"]
    assert len(first.at(HERE.path)) == 2
    assert first.at("elders.md") == ()


def test_an_empty_collection_is_false() -> None:
    assert not Problems()


def test_an_unknown_code_or_a_missing_value_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(KeyError):
        problem("K999", HERE)
    with pytest.raises(KeyError):
        problem("K063", HERE)


def test_braces_in_what_an_author_wrote_are_just_signs() -> None:
    assert '"{relatie} {0}"' in problem("K063", HERE, relatie="{relatie} {0}").text


def test_a_list_of_choices_is_shown_whole_and_a_long_value_is_cut() -> None:
    choices = ", ".join(f"keuze-{number}" for number in range(40))
    found = problem("K021", HERE, veld="status", waarde="x" * 500, keuzes=choices, bedoelde="")
    assert choices in found.way_out
    assert "x" * 119 + "…" in found.text
    assert "x" * 120 not in found.text


def test_a_file_name_that_cannot_be_printed_still_gives_one_line() -> None:
    found = problem("K004", Place("content/a\nb\udcff.md", 1, 1))
    assert found.line().startswith("content/a b .md:1:1 K004")
    found.line().encode("utf-8")


@given(value=st.text(), path=st.text(min_size=1))
def test_whatever_the_values_a_problem_stays_one_printable_line(value: str, path: str) -> None:
    line = problem("K060", Place(path, 3, 2), naam=value, bedoelde=value).line()
    assert len(line.splitlines()) == 1
    assert line.isprintable()
    assert len(line) < 600 + len(path)
