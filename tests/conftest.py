"""What every test may ask for: a small site to change, the real site, and golden texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sites import BASE, Site
from wegwijs.tree import read_tree

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"

# The same examples every time: a fault that a run finds is there in the next one too, for everybody.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden texts as they are now; look at the diff"
    )


@pytest.fixture
def site() -> Site:
    """The small sample site, without problems, to be changed by a test."""
    return BASE


@pytest.fixture(scope="session")
def real() -> Site:
    """The site of this repository."""
    return Site(read_tree(ROOT))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Holds a text against `tests/golden/<name>`; `pytest --update-golden` writes it anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        # A longer list of choices is no other sentence.
        text = re.sub(r"(Je kunt kiezen uit: [^,\n]*, [^,\n]*, )[^\n]*?\.(?=\n|$)", r"\1….", text)
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is not there; make it with pytest --update-golden"
        assert text == path.read_text(encoding="utf-8"), f"{name} has changed; look, and run pytest --update-golden"

    return compare
