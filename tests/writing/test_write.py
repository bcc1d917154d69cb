"""The way out: everything as plain files, from which generators without our plugin build every page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.projects import project
from wegwijs.cli import main
from wegwijs.export.folder import Folder
from wegwijs.postbuild import check_built

LINKS = {"B001", "B002", "B003", "B004"}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("weg") / "project")
    assert main(["--root", os.fspath(root), "write", "../boom"]) == 0
    return root.parent / "boom"


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {"404.html"}


def own(tree: Path) -> set[str]:
    """The pages that our own build makes."""
    site = tree.parent / "project/site"
    if not site.exists():
        assert main(["--root", os.fspath(site.parent), "build", "--zonder-kopie"]) == 0
    return pages(site)


@pytest.mark.parametrize(("generator", "theme"), [("mkdocs", "mkdocs"), ("properdocs", "material")])
def test_a_generator_without_our_plugin_builds_every_page(tree: Path, tmp_path: Path, generator: str, theme: str) -> None:
    """The same addresses, the whole text, and every link arrives."""
    assert "wegwijs" not in json.loads((tree / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", generator, "build", "--strict", "--quiet", "--theme", theme]
    command += ["-f", "mkdocs.yml", "--site-dir", os.fspath(tmp_path)]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert pages(tmp_path) == own(tree)
    page = (tmp_path / "instruments/gesprek-in-een-kring/index.html").read_text(encoding="utf-8")
    for words in ("Gesprek in een kring", "Tips en valkuilen", "Laat stiltes vallen.", "Tweede gesprek"):
        assert words in page
    faults = check_built(Folder(tmp_path), site_url="https://www.wegwijsinkwaliteit.nl/")
    assert [fault.line() for fault in faults if fault.code in LINKS] == []


def test_each_page_is_there_as_markdown_as_a_fragment_and_as_data(tree: Path) -> None:
    for folder, ending in (("docs", "md"), ("fragmenten", "html"), ("weergave", "json")):
        assert (tree / f"{folder}/instruments/gesprek-in-een-kring.{ending}").is_file()
    view = json.loads((tree / "weergave/instruments/gesprek-in-een-kring.json").read_text(encoding="utf-8"))
    assert view["title"] == "Gesprek in een kring"
    assert "{%" not in (tree / "fragmenten/index.html").read_text(encoding="utf-8")


def test_the_map_is_a_drawing_of_its_own(tree: Path) -> None:
    drawings = sorted((tree / "beeld").glob("*.svg"))
    assert drawings
    for drawing in drawings:
        assert ElementTree.parse(drawing).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_data_attachments_and_assets_go_along(tree: Path) -> None:
    for path in ("catalogus.json", "instruments/gesprek-in-een-kring/kring.png", "assets/css/tokens.css", "sitemap.xml"):
        assert (tree / "docs" / path).is_file()


def test_the_text_of_a_contributor_does_not_act_there_either(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    path = root / "content/instruments/gesprek-in-een-kring.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Laat stiltes vallen.", "[klik](javascript:boem)"), encoding="utf-8")
    assert main(["--root", os.fspath(root), "write", "boom"]) == 1, "the check refuses it"
    assert not (root / "boom").exists()


def test_a_folder_with_something_else_in_it_stays_as_it_is(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree.parent / "project"
    assert main(["--root", os.fspath(root), "write", "content"]) == 1
    assert "staat al iets anders" in capsys.readouterr().err
    assert (root / "content/index.md").is_file()


def test_writing_twice_gives_the_same_files(tree: Path) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    assert main(["--root", os.fspath(tree.parent / "project"), "write", "../boom"]) == 0
    assert {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()} == before
    assert not [path for path in tree.parent.iterdir() if re.match(r"\.boom", path.name)]
