"""The whole way from text to a folder with pages, through MkDocs itself."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.projects import project as write_project

ITEM = "content/instruments/gesprek-in-een-kring.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small sample site as a project on disk."""
    return write_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project, built as it is; only to look at."""
    made = write_project(tmp_path_factory.mktemp("gebouwd"))
    done = build(made, "--strict")
    assert done.returncode == 0, done.stderr
    return made


def build(project: Path, *options: str, generator: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build a project; the answer has the exit status and what was said."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", generator, "build", *options]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def pages(project: Path) -> set[str]:
    """The pages in the built site."""
    site = project / "site"
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def data_of(paths: Iterable[str]) -> set[str]:
    """The data that scripts load by themselves, by folder: what no link names is easily lost."""
    theme = {"css", "js", "fonts", "img"}
    parts = [path.split("/") for path in paths if path.startswith("assets/")]
    return {"/".join(row[1:-1]) for row in parts if row[1] not in theme}


def everything(project: Path) -> str:
    """All text of the built pages."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((project / "site").rglob("*.html")))


def change(project: Path, old: str, new: str, path: str = ITEM) -> None:
    """What an author does to a file."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_site_builds_strictly(built: Path) -> None:
    """Items, elements, layers, the map, help and manual all get their page."""
    assert pages(built) >= {
        "index.html",
        "404.html",
        "instruments/gesprek-in-een-kring/index.html",
        "werkbladen/blad-voor-de-kring/index.html",
        "toolbox/index.html",
        "toolbox/waarden/index.html",
        "toolbox/waarden/dialoog/index.html",
        "hulp/k012/index.html",
        "bijdragen/velden/index.html",
    }


def test_the_doors_of_the_configuration_are_on_the_form_and_nowhere_else(project: Path) -> None:
    """A code host and a mail address, each once in the configuration."""
    change(project, 'opslag: ""', 'opslag: "https://code.voorbeeld.nl/netwerk/wegwijs/"', "mkdocs.yml")
    change(project, 'adres: ""', 'adres: "redactie@voorbeeld.nl"', "mkdocs.yml")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    form = (project / "site/bijdragen/formulier/instrument/index.html").read_text(encoding="utf-8")
    assert 'data-deur="account"' in form
    assert 'href="mailto:redactie@voorbeeld.nl"' in form
    item = (project / "site/instruments/gesprek-in-een-kring/index.html").read_text(encoding="utf-8")
    assert f"https://code.voorbeeld.nl/netwerk/wegwijs/edit/main/{ITEM}" in item


def test_the_build_says_the_same_as_the_check_and_strict_stops(project: Path) -> None:
    """The same line, word for word; no traceback."""
    change(project, "fase: [verkennen]", "fase: [verkenen]")
    check = subprocess.run(
        [sys.executable, "-m", "wegwijs.cli", "check"], cwd=project, capture_output=True, text=True, check=False
    )
    lines = [line for line in check.stdout.splitlines() if " K" in line]
    done = build(project, "--strict")
    assert check.returncode == 1
    assert done.returncode == 1
    assert len(lines) == 1
    assert lines[0] in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr + check.stderr


def test_the_preview_goes_on_with_what_is_good(project: Path) -> None:
    """Without strict a faulty item is left out and the rest is there."""
    change(project, "titel: Gesprek in een kring", "titel: 'scheef")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert "instruments/tweede-gesprek/index.html" in pages(project)
    assert "instruments/gesprek-in-een-kring/index.html" not in pages(project)


HOSTILE = """
<script>alert('boem')</script>

<img src=x onerror="boem()">

<iframe src="https://voorbeeld.nl"></iframe>

<form action="https://voorbeeld.nl"><input name="wachtwoord"></form>

[klik](javascript:boem) [klik](JaVaScRiPt:boem) [klik](data:text/html;base64,Ym9lbQ==)

[klik](https://voorbeeld.nl){ onclick="boem()" style="position:fixed" }

<style>body { background: url(https://voorbeeld.nl/boem.png) }</style>

![plaatje](https://voorbeeld.nl/boem.png)
"""


def test_nothing_of_an_attack_in_a_contribution_reaches_a_page(project: Path) -> None:
    """Even when nobody looks at the messages: the build itself makes it harmless."""
    change(project, "Laat stiltes vallen.", HOSTILE)
    build(project)
    page = (project / "site/instruments/gesprek-in-een-kring/index.html").read_text(encoding="utf-8")
    body = page[page.index("<main") : page.index("</main>")]
    assert "<script" not in body
    assert "<iframe" not in body
    assert "<style" not in body
    assert "wachtwoord" not in re.sub(r"&lt;.*?&gt;", "", body)
    assert not re.search(r"<[^>]+\son\w+=", body)
    assert not re.search(r"<[^>]+\sstyle=", body)
    assert not re.search(r"(?:href|src)=[\"']?\s*(?:javascript|data):", body, re.IGNORECASE)
    assert not re.search(r"<img[^>]+voorbeeld\.nl", body)


def test_a_symlink_never_brings_a_file_of_the_machine_to_the_site(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link to a file and a link to a folder: named by the check, absent from the site."""
    secret = tmp_path_factory.mktemp("elders")
    (secret / "geheim.md").write_text("# zeer geheim", encoding="utf-8")
    (secret / "geheim.txt").write_text("zeer geheim", encoding="utf-8")
    (project / "content/instruments/gesprek-in-een-kring/plan.txt").symlink_to(secret / "geheim.txt")
    (project / "content/instruments/los.md").symlink_to(secret / "geheim.md")
    (project / "content/overal").symlink_to(secret, target_is_directory=True)
    done = build(project)
    assert done.stderr.count("K086") == 3
    assert "zeer geheim" not in everything(project)
    assert not list((project / "site").rglob("geheim*"))
    assert not list((project / "site").rglob("plan.txt"))
    assert build(project, "--strict").returncode == 1


def test_a_file_that_is_not_what_it_says_or_that_nobody_uses_stays_home(project: Path) -> None:
    """Only attachments that passed every check go along."""
    folder = project / "content/instruments/gesprek-in-een-kring"
    (folder / "los.txt").write_text("los", encoding="utf-8")
    change(project, "bestand: kaart.csv", "bestand: nep.pdf")
    (folder / "nep.pdf").write_text("<html><script>boem()</script>", encoding="utf-8")
    build(project)
    names = {path.name for path in (project / "site").rglob("*") if path.is_file()}
    assert "nep.pdf" not in names
    assert "los.txt" not in names
    assert "kring.png" in names


def test_text_that_looks_like_metadata_stays_text(project: Path) -> None:
    """MkDocs would take `Let op: …` at the start of a text for metadata and leave it out."""
    change(project, "Een kleine site om mee te oefenen.", "Let op: dit blijft staan.", "content/index.md")
    change(project, "Begin met een rondje.", "Tip: begin klein.", "content/werkbladen/blad-voor-de-kring.md")
    build(project)
    assert "Tip: begin klein." in everything(project)


def test_every_page_carries_a_policy_for_its_own_scripts_only(built: Path, project: Path) -> None:
    """Online; from disk a policy would refuse the site's own files."""
    page = (built / "site/index.html").read_text(encoding="utf-8")
    assert "script-src 'self' 'sha256-" in page
    assert "unsafe-inline" not in page
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("use_directory_urls: true", "use_directory_urls: false"),
        encoding="utf-8",
    )
    build(project)
    assert "Content-Security-Policy" not in (project / "site/index.html").read_text(encoding="utf-8")


def test_nothing_of_the_theme_that_no_page_needs_is_in_the_site(built: Path) -> None:
    """Material's own scripts and styles stay away."""
    names = {path.name for path in (built / "site/assets").rglob("*") if path.is_file()}
    assert not any(name.startswith(("bundle.", "main.", "palette.")) for name in names)
    assert not any("lunr" in name for name in names)
    assert {"tokens.css", "atkinson-hyperlegible-next.woff2", "OFL.txt"} <= names


def test_the_successor_of_mkdocs_builds_the_same_pages(built: Path, project: Path) -> None:
    """ProperDocs, a fork by MkDocs' maintainer, is the first way out when MkDocs 1.6 no longer works."""
    done = build(project, "--strict", generator="properdocs")
    assert done.returncode == 0, done.stderr
    assert pages(project) == pages(built)


def command(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of the project, as an editor types it."""
    return subprocess.run(
        [sys.executable, "-m", "wegwijs.cli", *words], cwd=project, capture_output=True, text=True, check=False
    )


def test_the_build_command_keeps_the_last_good_site(project: Path) -> None:
    """`wegwijs build` swaps only when all went well; a failed build leaves no trace."""
    done = command(project, "build", "--zonder-kopie")
    assert (done.returncode, done.stderr) == (0, "")
    site = project / "site"
    kept = data_of(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert kept == {"catalogus", "formulier", "formulier/items", "stukken", "zoek"}
    before = sorted(pages(project))
    change(project, "fase: [verkennen]", "fase: [verkenen]")
    failed = command(project, "build", "--zonder-kopie")
    assert failed.returncode == 1
    assert "vorige site" in failed.stderr
    assert sorted(pages(project)) == before
    assert sorted(path.name for path in project.iterdir()) == ["content", "mkdocs.yml", "site", "toolbox"]


def test_one_bad_item_does_not_stop_the_network(project: Path) -> None:
    """Left out and said so; its address tells that it comes back; the rest is published."""
    change(project, "fase: [verkennen]", "fase: [verkenen]")
    done = command(project, "build", "--zonder-kopie", "--laat-fouten-weg")
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("LET OP: 1 bladzijde is weggelaten")
    assert f"{ITEM}:" in done.stderr
    page = (project / "site/instruments/gesprek-in-een-kring/index.html").read_text(encoding="utf-8")
    assert "komt terug op hetzelfde adres" in page
    assert "instruments/tweede-gesprek/index.html" in pages(project)
    version = json.loads((project / "site/versie.json").read_text(encoding="utf-8"))
    assert [row["titel"] for row in version["weggelaten"]] == ["Gesprek in een kring"]
    assert "gesprek-in-een-kring" not in (project / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_fault_in_the_model_stops_the_build_even_then(project: Path) -> None:
    """Too much hangs on it."""
    change(project, "titel: Dialoog", "titel: 'scheef", "toolbox/waarden/dialoog.md")
    done = command(project, "build", "--zonder-kopie", "--laat-fouten-weg")
    assert done.returncode == 1
    assert "toolbox/waarden/dialoog.md" in done.stderr
    assert not (project / "site").exists()


def test_the_site_offers_its_copy_with_size_day_and_checksum(project: Path) -> None:
    """What the page says is true of the file; the copy opens from disk and has nothing that needs a host."""
    done = subprocess.run(
        [sys.executable, "-m", "wegwijs.cli", "build"],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = project / "site/downloads/wegwijs-in-kwaliteit-2026-11-21.zip"
    data = made.read_bytes()
    version = json.loads((project / "site/versie.json").read_text(encoding="utf-8"))
    assert version["kopie"]["bytes"] == len(data)
    assert version["kopie"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert f'href="downloads/{made.name}"' in (project / "site/index.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(made) as archive:
        names = {name.removeprefix("wegwijs-in-kwaliteit/") for name in archive.namelist()}
        home = archive.read("wegwijs-in-kwaliteit/index.html").decode()
    assert {"index.html", "LEESMIJ.txt", "instruments/gesprek-in-een-kring.html", "versie.json"} <= names
    assert data_of(names) == {"catalogus", "formulier", "formulier/items", "stukken", "zoek"}
    assert not names & {"404.html", "sitemap.xml", "sitemap.xml.gz", "feed.xml"}
    assert not any(name.startswith(("insluiten/", "downloads/")) for name in names)
    assert "Kopie van 21 november 2026" in home
    assert '<p class="unpack">' in home
    single = (project / "site/downloads/los/gesprek-in-een-kring.html").read_text(encoding="utf-8")
    assert "<link" not in re.sub(r'<link rel="canonical"[^>]*>', "", single)


def test_the_export_command_makes_the_zip_and_single_files_and_says_when_there_is_no_browser(project: Path) -> None:
    """A checksum beside the zip; without Chromium no PDF, and the rest is there."""
    environment = {**os.environ, "CHROMIUM": "/nergens/chromium", "SOURCE_DATE_EPOCH": "1795219200"}
    words = [sys.executable, "-m", "wegwijs.cli", "export", "--naar", "mee", "--los", "--pdf"]
    done = subprocess.run(words, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "geen Chromium gevonden" in done.stderr
    name = "wegwijs-in-kwaliteit-2026-11-21.zip"
    found = {path.relative_to(project / "mee").as_posix() for path in (project / "mee").rglob("*") if path.is_file()}
    singles = {f"los/{slug}.html" for slug in ("gesprek-in-een-kring", "tweede-gesprek", "boek", "blad-voor-de-kring")}
    assert found == {name, f"{name}.sha256", *singles}
    digest = hashlib.sha256((project / "mee" / name).read_bytes()).hexdigest()
    assert (project / "mee" / f"{name}.sha256").read_text(encoding="utf-8") == f"{digest}  {name}\n"


def test_pictures_of_links_are_made_when_asked_for_and_are_the_same_bytes_in_two_builds(
    built: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first build draws them, the second takes them from the cache, the third has no cache."""
    assert not (built / "site/kaartjes").exists()
    assert 'property="og:image"' not in everything(built)
    monkeypatch.setenv("WEGWIJS_KAARTJES", "1")
    seen = []
    for _time in range(2):
        assert build(project, "--strict").returncode == 0
        seen.append({path.name: path.read_bytes() for path in (project / "site/kaartjes").iterdir()})
    shutil.rmtree(project / ".cache")
    assert build(project, "--strict").returncode == 0
    seen.append({path.name: path.read_bytes() for path in (project / "site/kaartjes").iterdir()})
    assert seen[0] == seen[1] == seen[2]
    named = set(re.findall(r'og:image" content="https://[^/]+/kaartjes/([^"]+)"', everything(project)))
    assert named <= set(seen[0])
    assert "start.png" in named
