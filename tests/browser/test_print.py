"""`wegwijs print`: a page as it comes out of the printer, on A4."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.sites import Site, write
from tests.verslag.contributions import report
from wegwijs.cli import main
from wegwijs.verslag.gegevens import as_json

pytestmark = pytest.mark.browser

PAGE = '<!doctype html><html lang="nl"><style>@page {size: A4}</style><title>Kring</title><h1>Gesprek in een kring</h1>'


def test_a_changed_page_is_printed_on_a4(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = site.change("zoekwoorden: [kring]", "zoekwoorden: [cirkel]")
    (tmp_path / "verslag.json").write_bytes(as_json(report(site, changed)))
    root = write(site, tmp_path / "project")
    page = root / "site/instruments/gesprek-in-een-kring/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    out = tmp_path / "afdrukken"
    command = ["--root", str(root), "print", "--verslag", str(tmp_path / "verslag.json"), "--uit", str(out)]
    assert main(command) == 0
    assert capsys.readouterr().out == f"1 bladzijde geprint in {out}.\n"
    (sheet,) = PdfReader(out / "instruments-gesprek-in-een-kring.pdf").pages
    assert [round(float(side)) for side in sheet.mediabox[2:]] in ([595, 842], [594, 842], [595, 841])
    assert "Gesprek in een kring" in sheet.extract_text()
