"""`wegwijs build --beelden` on a machine without a browser that helps: the site is made all the same, and that is said."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.projects import project as write_project
from wegwijs.cli import main
from wegwijs.cli.beelden import MOST, small
from wegwijs.cli.chromium import NoAnswerError, running

MANUAL = "---\ntitel: Doe mee\nsamenvatting: Zo deel je iets met andere scholen, ook als je niets van techniek weet.\n---\n\n"


@pytest.mark.parametrize("browser", ["bestaat-niet", "true"])
def test_without_a_browser_the_manual_is_complete(
    browser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is none, or it is something else that ends at once."""
    monkeypatch.setenv("CHROMIUM", browser)
    root = write_project(tmp_path)
    (root / "content/bijdragen").mkdir()
    text = f"{MANUAL}## Met het formulier\n\nKies wat je wilt delen.\n"
    (root / "content/bijdragen/index.md").write_text(text, encoding="utf-8")
    assert main(["--root", str(root), "build", "--zonder-kopie", "--beelden"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "schermbeelden" in line] == [
        "De handleiding krijgt geen schermbeelden, want er is geen Chromium die meewerkt. "
        "Installeer Chromium, of zet het pad in de variabele CHROMIUM."
    ]
    html = (root / "site/bijdragen/index.html").read_text(encoding="utf-8")
    assert "Kies wat je wilt delen." in html
    assert "<figure" not in html
    assert not (root / "site/assets/beelden").exists()
    assert not (root / "site/assets/css/beelden.css").exists()


def test_a_browser_that_is_no_browser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoAnswerError), running(str(tmp_path / "nergens")):
        pass


def test_a_picture_is_made_small_and_always_the_same() -> None:
    """As many colours as there can be, and still within the limit."""
    noise = Image.effect_noise((520, 480), 90).convert("RGB")
    made = io.BytesIO()
    noise.save(made, "PNG")
    first = small(made.getvalue())
    assert first == small(made.getvalue())
    assert len(first) < len(made.getvalue())
    page = Image.new("RGB", (520, 480), "white")
    made = io.BytesIO()
    page.save(made, "PNG")
    assert len(small(made.getvalue())) < MOST
