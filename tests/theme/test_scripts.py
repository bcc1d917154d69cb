"""Scripts: a page loads each of them once. One that runs twice answers a click twice, and undoes what it just did."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import wegwijs

THEME = Path(wegwijs.__file__).parent / "theme"
SCRIPT = re.compile(r"assets/js/[\w-]+\.js")
TEMPLATES = sorted(path for path in THEME.glob("*.html") if '{% extends "base.html" %}' in path.read_text(encoding="utf-8"))


def loaded(path: Path) -> Counter[str]:
    return Counter(SCRIPT.findall(path.read_text(encoding="utf-8")))


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 20
    assert loaded(THEME / "base.html")["assets/js/save.js"] == 1


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_loads_no_script_a_second_time(path: Path) -> None:
    found = loaded(THEME / "base.html") + loaded(path)
    assert [name for name, count in found.items() if count > 1] == []
