"""Architecture: what may import what, and what only the edge and the commands may do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import wegwijs

PACKAGE = Path(wegwijs.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {"problems", "source", "yaml_faults", "validation", "words", "fields", "tree", "body", "outline"}
    | {"sanitise", "policy", "attachments", "glossary", "filters", "qr", "edition", "faults", "running_text", "templates", "memory"},
    {"model", "documents"},
    {"catalogue", "ervaringen", "keuzehulp", "omission", "onderhoud"},
    {"addresses", "samples", "ledger", "redirects"},
    {"checks", "views", "search", "export", "formulier", "postbuild", "verslag", "writing"},
    {"pakket"},
    {"edge", "cli"},
)  # fmt: skip
"""From the inside out: a part may import its own layer and the ones before it. A new module gets its place here."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def part_of(module: str) -> str:
    """`wegwijs.views.kaart.draw` → `views`; the package itself is no part."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)


def in_part(path: Path, *parts: str) -> bool:
    return part_of(name_of(path)) in parts


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_its_place_and_imports_only_inward(path: Path) -> None:
    part = part_of(name_of(path))
    assert not part or part in RANK, f"give {part} a place in LAYERS"
    for module in imports(path):
        if module.split(".")[0] == "wegwijs" and part_of(module) and part:
            assert RANK.get(part_of(module), 99) <= RANK[part], f"{name_of(path)} imports {module}"


def test_rules_know_no_pages_and_pages_no_commands() -> None:
    for path in MODULES:
        found = {part_of(module) for module in imports(path) if module.startswith("wegwijs.")}
        if in_part(path, "checks"):
            assert "views" not in found, name_of(path)
        if in_part(path, "cli"):
            assert "edge" not in found, name_of(path)


def test_only_the_edge_knows_the_generator() -> None:
    for path in MODULES:
        if not in_part(path, "edge"):
            known = {module.split(".")[0] for module in imports(path)}
            assert not known & {"mkdocs", "properdocs", "material"}, name_of(path)


def test_imports_stand_at_the_top() -> None:
    """An import inside a function hides a wrong border."""
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inside = [part for part in ast.walk(node) if isinstance(part, (ast.Import, ast.ImportFrom))]
                assert not inside, f"{name_of(path)}:{node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_fits_on_a_few_screens_and_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    if path.name != "__main__.py":
        assert ast.get_docstring(tree_of(path))


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_only_commands_print_and_know_what_day_it_is() -> None:
    outside = {
        "print",
        "input",
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "os.getcwd",
        "Path.cwd",
    }
    for path in MODULES:
        if not in_part(path, "cli", "edge"):
            for line, name in calls(path):
                assert name not in outside, f"{name_of(path)}:{line}"
                assert not name.startswith(
                    ("os.environ", "os.getenv", "logging.", "random.", "socket.", "urllib.request")
                ), f"{name_of(path)}:{line}"


def test_the_edge_knows_no_day_either() -> None:
    for path in MODULES:
        if in_part(path, "edge"):
            assert not {name for _line, name in calls(path)} & {
                "print",
                "date.today",
                "datetime.now",
                "datetime.today",
                "time.time",
            }


def test_yaml_that_contributors_write_is_read_in_one_place() -> None:
    """The others read files of the project itself, or write."""
    assert {name_of(path) for path in MODULES if "yaml" in set(imports(path))} == {
        "wegwijs.source",
        "wegwijs.yaml_faults",
        "wegwijs.words",
        "wegwijs.samples",
        "wegwijs.cli.schema",
    }


def test_no_module_changes_a_global() -> None:
    for path in MODULES:
        assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Global)], name_of(path)
