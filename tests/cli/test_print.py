"""`wegwijs print` without a printer: what it does when there is nothing to print, no such page, or no browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, write
from wegwijs.cli import main


@pytest.fixture
def root(site: Site, tmp_path: Path) -> Path:
    return write(site, tmp_path / "project")


def test_with_nothing_to_print_nothing_happens(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "verslag.json").write_bytes(b"geen verslag")
    for extra in ([], ["--verslag", str(tmp_path / "verslag.json")], ["--verslag", str(tmp_path / "nergens")]):
        assert main(["--root", str(root), "print", "--uit", str(tmp_path / "uit"), *extra]) == 0
    assert "0 bladzijden geprint" in capsys.readouterr().out
    assert not list((tmp_path / "uit").iterdir())


@pytest.mark.parametrize("page", ["instruments/bestaat-niet", "../../../etc/passwd", "/"])
def test_a_page_that_is_not_in_the_site_is_named(
    root: Path, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "true")
    assert main(["--root", str(root), "print", page, "--uit", str(tmp_path / "uit")]) == 1
    assert "is niet geprint. Staat deze bladzijde in de gebouwde site?" in capsys.readouterr().err


def test_without_a_browser_it_says_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "bestaat-niet")
    assert main(["--root", str(root), "print", "instruments/x", "--uit", str(tmp_path / "uit")]) == 1
    assert "Installeer er een, of noem het pad in de variabele CHROMIUM." in capsys.readouterr().err
