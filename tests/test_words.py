"""Words: every key that is asked for exists, every key that exists is asked for, and every place in a sentence is filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import jinja2
import pytest
from jinja2 import nodes

import wegwijs
from wegwijs.words import _interface, interface_keys, message, messages, plural, t

PACKAGE = Path(wegwijs.__file__).parent
ANY = r"[\w-]+"


@dataclass(frozen=True)
class Asked:
    """A call of `t` or `plural`: where, for which keys, and with which values."""

    place: str
    keys: re.Pattern[str]
    values: frozenset[str] | None
    """None when the call hands on values that cannot be seen."""

    def found(self) -> list[str]:
        return [key for key in interface_keys() if self.keys.fullmatch(key)]


def pattern(parts: list[str | None]) -> re.Pattern[str]:
    """A key of which some parts are only known when the program runs."""
    return re.compile("".join(ANY if part is None else re.escape(part) for part in parts))


def in_python(path: Path) -> Iterator[Asked]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in ("t", "plural") and node.args:
            key = node.args[0]
            parts = (
                [getattr(part, "value", None) for part in key.values]
                if isinstance(key, ast.JoinedStr)
                else [getattr(key, "value", None)]
            )
            texts = [part if isinstance(part, str) else None for part in parts]
            if texts == [None]:
                continue  # the key is a value; it is among the texts of the sources
            seen = all(keyword.arg for keyword in node.keywords)
            values = frozenset(str(keyword.arg) for keyword in node.keywords) | (
                {"aantal"} if name == "plural" else frozenset()
            )
            found = pattern([*texts, ".", None] if name == "plural" else texts)
            yield Asked(f"{path.name}:{node.lineno}", found, values if seen else None)


def in_template(path: Path) -> Iterator[Asked]:
    tree = jinja2.Environment().parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name) and node.node.name in ("t", "plural") and node.args:
            texts = [part.value if isinstance(part, nodes.Const) else None for part in pieces(node.args[0])]
            if texts == [None]:
                continue
            values = frozenset(keyword.key for keyword in node.kwargs)
            yield Asked(f"{path.name}:{node.lineno}", pattern(texts), None if node.dyn_kwargs else values)


def pieces(node: nodes.Expr) -> list[nodes.Expr]:
    if isinstance(node, nodes.Concat):
        return [piece for part in node.nodes for piece in pieces(part)]
    if isinstance(node, nodes.Add):
        return [*pieces(node.left), *pieces(node.right)]
    return [node]


@cache
def asked() -> tuple[Asked, ...]:
    python = [found for path in sorted(PACKAGE.rglob("*.py")) for found in in_python(path)]
    return (*python, *(found for path in sorted((PACKAGE / "theme").rglob("*.html")) for found in in_template(path)))


@cache
def texts() -> frozenset[str]:
    """Every text in the Python sources: a key may be handed on as a value."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return frozenset(found)


def test_the_sources_ask_for_many_words() -> None:
    assert len(asked()) > 200


def test_every_key_that_is_asked_for_exists() -> None:
    missing = [f"{call.place} {call.keys.pattern}" for call in asked() if not call.found()]
    assert not missing


def test_every_key_is_asked_for() -> None:
    known = {key for call in asked() for key in call.found()} | texts()
    made = [
        re.compile(re.sub(r"\\\{\w*\\\}", lambda _place: ANY, re.escape(text)))
        for text in texts()
        if re.fullmatch(r"[a-z_.]+\.\{\w*\}[a-z_.]*", text)
    ]
    unused = [key for key in sorted(interface_keys() - known) if not any(found.fullmatch(key) for found in made)]
    assert not unused


def test_every_call_fills_in_what_its_word_needs() -> None:
    for call in asked():
        for key in call.found():
            wanted = {name for _, name, _, _ in Formatter().parse(_interface()[key]) if name}
            # Without any value the sentence is handed on whole, to a script that fills it in.
            if call.values:
                assert wanted <= call.values, f"{call.place}: {key} needs {wanted - call.values}"


def test_a_word_without_values_may_have_braces_only_for_places() -> None:
    for key in interface_keys():
        for _text, name, spec, conversion in Formatter().parse(_interface()[key]):
            assert name is None or name.isidentifier(), key
            assert not spec and not conversion, key  # noqa: PT018


def test_words_are_filled_in_and_counted() -> None:
    assert plural("controle.fout", 1) == "1 fout"
    assert plural("controle.fout", 0) == "0 fouten"
    assert t("schema.klaar", map="toolbox/schema").startswith("De schema's in toolbox/schema")


def test_an_unknown_key_or_code_is_a_mistake_of_the_programmer() -> None:
    for ask in (lambda: t("dit.bestaat.niet"), lambda: message("K999"), lambda: plural("dit.ook.niet", 2)):
        with pytest.raises(KeyError):
            ask()


def test_nobody_can_change_the_words_while_the_program_runs() -> None:
    with pytest.raises(TypeError):
        messages()["K001"] = message("K002")  # type: ignore[index]


def test_words_are_plain_and_say_je() -> None:
    for key in interface_keys():
        words = set(re.findall(r"\w+", _interface()[key].lower()))
        assert not words & {"gelieve", "dient", "ongeldig", "ongeldige", "u", "uw", "middels"}, key
