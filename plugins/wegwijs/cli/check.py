"""Check: every problem of the site at once, for a person, a program or GitHub."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping

from wegwijs.checks import check_site
from wegwijs.cli.changed import changed_paths
from wegwijs.memory import uncollected
from wegwijs.problems import Problem, Problems, Severity
from wegwijs.tree import read_tree
from wegwijs.words import message, plural, t


def check(options: argparse.Namespace) -> int:
    """Print all problems, those in changed files first; 1 when there is an error among them."""
    with uncollected():
        catalogue, problems = check_site(read_tree(options.root))
    changed = changed_paths(options.changed)
    ordered = sorted(problems, key=lambda problem: (problem.place.path not in changed, problem))
    for line in FORMATS[options.format](ordered):
        print(line)
    if options.format == "text":
        print(_conclusion(problems, len(catalogue.pages) + len(catalogue.model.elements)))
    return 1 if problems.errors else 0


def _conclusion(problems: Problems, count: int) -> str:
    if not problems:
        return t("controle.goed", aantal=count)
    errors, warnings = len(problems.errors), len(problems.warnings)
    return t(
        "controle.slot", fouten=plural("controle.fout", errors), letop=plural("controle.let_op", warnings), aantal=count
    )


def as_text(problems: Iterable[Problem]) -> Iterable[str]:
    """One line each."""
    return (problem.line() for problem in problems)


def as_json(problems: Iterable[Problem]) -> Iterable[str]:
    """One document: a list of objects with path, line, column, code, severity, text and way_out. A public format."""
    rows = [
        {
            "path": problem.place.shown_path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "text": problem.text,
            "way_out": problem.way_out,
        }
        for problem in problems
    ]
    return [json.dumps(rows, ensure_ascii=False, indent=1)]


def as_github(problems: Iterable[Problem]) -> Iterable[str]:
    """Workflow commands that GitHub shows beside the line (docs: workflow-commands-for-github-actions).

    Of each level it shows the first ten of a step and drops the rest without a word; so we stop there and say how many there are more.
    """
    shown = {"error": 0, "warning": 0}
    for problem in problems:
        level = "error" if problem.severity is Severity.ERROR else "warning"
        shown[level] += 1
        if shown[level] > MOST_ANNOTATIONS:
            continue
        place = problem.place
        properties = f"file={_property(place.shown_path)},line={place.line},col={place.column}"
        title = _property(f"{problem.code} {message(problem.code).title}")
        yield f"::{level} {properties},title={title}::{_data(f'{problem.text} {problem.way_out}'.strip())}"
    left = sum(max(0, count - MOST_ANNOTATIONS) for count in shown.values())
    if left:
        yield f"::notice::{_data(plural('controle.niet_getoond', left, totaal=sum(shown.values())))}"


MOST_ANNOTATIONS = 10
"""Annotations of one level that GitHub shows for a step."""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Iterable[Problem]], Iterable[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
