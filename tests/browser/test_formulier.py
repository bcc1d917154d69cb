"""Journey J3 in Chromium: a colleague without git fills in the form and gets one package; the editor imports, checks and builds it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import ROOT, Site, Visit
from wegwijs.checks import check_site
from wegwijs.cli import main
from wegwijs.formulier import FORMS, form_steps
from wegwijs.pakket import open_package
from wegwijs.problems import Problems
from wegwijs.source import read_document
from wegwijs.tree import read_tree

pytestmark = pytest.mark.browser
Visiting = Callable[..., Visit]

FORM = "bijdragen/formulier/instrument/"
TITLE = "Gesprek op het schoolplein"
TEXT = "Een kort gesprek met het hele team, buiten en staand."


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Volgende").click()


def to(page: Page, step: str) -> None:
    page.get_by_role("navigation", name="Stappen").get_by_role("button", name=step).click()


def fill_in(page: Page) -> None:
    """What somebody answers who has one evening: everything that is needed, nothing more."""
    page.get_by_label("Hoe heet het?").fill(TITLE)
    page.get_by_label("Wat is het, voor wie en waarvoor").fill(
        "Een gesprek van een half uur waarin een team buiten één vraag over pauzes bespreekt."
    )
    page.get_by_label("Waarvoor gebruik je het?").fill('Zeggen wat je ziet: "zonder" oordeel.')
    go_on(page)
    for choice in ("Werkvorm", "Onderwijsteam", "Verkennen", "Kwaliteitscultuur"):
        page.locator("[data-stap=kenmerken]").get_by_text(choice, exact=True).click()
    page.locator("[data-stap=kenmerken] [data-veld=niveau]").get_by_text("Leerroute", exact=True).click()
    go_on(page)
    page.get_by_label("Het kortst, in minuten").fill("20")
    page.get_by_label("Het langst, in minuten").fill("30")
    page.get_by_label("Hoeveel minuten bereid je voor?").fill("10")
    page.get_by_label("Ten minste").fill("4")
    page.get_by_label("Ten hoogste").fill("12")
    page.get_by_label("Nee", exact=True).check()
    page.get_by_label("Ervaring hoeft niet").check()
    go_on(page)
    for number, (name, minutes) in enumerate((("Rondje", "10"), ("Gesprek", "15")), start=1):
        page.locator("#stappen > [data-erbij]").click()
        row = page.get_by_role("group", name=f"Welke stappen zijn er? {number}")
        row.get_by_label("Stap in een paar woorden").fill(name)
        row.get_by_label("Minuten").fill(minutes)
        row.get_by_label("Wat doe, zeg en vraag je?").fill("Vraag: wat zag je vandaag?")
    expect(page.locator("[data-stap=stappen] [data-som]").first).to_have_text(
        "Samen 25 minuten. Je noemt 20–30 minuten."
    )
    go_on(page)
    page.locator("#levert_op > [data-erbij]").click()
    page.keyboard.type("één afspraak")
    go_on(page)
    for box in page.locator("[data-kop]:visible textarea").all():
        box.fill(TEXT)
    go_on(page)
    page.get_by_label("Dialoog", exact=True).check()
    page.get_by_role("group", name="Past goed bij").get_by_role("searchbox").fill("peerrev")
    page.get_by_role("button", name="Kies Peerreview", exact=True).click()
    to(page, "Afspraken")
    page.get_by_label("Een school", exact=True).check()
    page.get_by_label("Naam van die organisatie").fill("mbo Voorbeeld")
    page.get_by_label("Welke rol of organisatie houdt het bij?").fill("mbo Voorbeeld")
    page.get_by_label("Ja, het is klaar voor gebruik").check()


def package_of(page: Page) -> bytes:
    to(page, "Stuur in")
    for box in page.locator("[data-beloof]").all():
        box.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak het pakket").click()
    return Path(download.value.path()).read_bytes()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the real project, as an editor has it."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "plugins").symlink_to(ROOT / "plugins")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "toolbox"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def test_from_empty_form_to_built_page(
    visit: Visiting, on_disk: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From disk and on a phone; the editor does the rest with three commands."""
    seen = visit(on_disk, FORM, width=320)
    page = seen.page
    fill_in(page)
    to(page, "Kijk na")
    expect(page.locator("[data-alles]")).to_have_text("Alles klopt. Je kunt het insturen.")
    preview = page.locator("[data-voorbeeld]")
    expect(preview.locator(".preview-title")).to_have_text(TITLE)
    expect(preview.locator("[data-feit=duur] dd")).to_have_text("20–30 minuten")
    expect(preview.locator(".steps .step-start")).to_have_text(["0:00", "0:10"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    package = project.parent / "bijdrage.zip"
    package.write_bytes(package_of(page))
    assert (seen.errors, seen.foreign) == ([], [])
    with zipfile.ZipFile(package) as archive:
        assert TITLE in archive.read("voorblad.html").decode()

    assert main(["--root", str(project), "import", str(package)]) == 0
    told = capsys.readouterr().out
    assert "nieuw    content/instruments/gesprek-op-het-schoolplein.md" in told
    assert "krijgt de code" in told
    assert main(["--root", str(project), "check"]) == 0
    assert main(["--root", str(project), "build", "--site", "site", "--zonder-kopie"]) == 0
    html = (project / "site/instruments/gesprek-op-het-schoolplein/index.html").read_text(encoding="utf-8")
    assert f"<h1>{TITLE}</h1>" in html
    assert "Zeggen wat je ziet: &#34;zonder&#34; oordeel." in html


def test_the_keyboard_is_enough(visit: Visiting, online: Site) -> None:
    """Tab, Enter and typing: a fault leads to its field, a step begins at its heading."""
    page = visit(online, FORM).page
    button = page.get_by_role("button", name="Volgende")
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-overzicht]')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#titel")).to_be_focused()
    page.keyboard.type("Test 123")
    page.keyboard.press("Tab")
    expect(page.get_by_text('De titel "Test 123" lijkt een probeersel.')).to_be_visible()
    expect(page.get_by_label("Hoe heet het?")).to_have_attribute("aria-invalid", "true")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#stap-kenmerken")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme", "start"), [(1280, "light", 0), (320, "dark", 1)])
def test_axe_finds_nothing_in_any_step(visit: Visiting, online: Site, width: int, scheme: str, start: int) -> None:
    """Every step of a full form, with faults shown: one half wide and light, the other narrow and dark."""
    seen = visit(online, FORM, width=width, scheme=scheme)
    page = seen.page
    page.get_by_label("Hoe heet het?").fill("x")
    for step, field in (
        ("stappen", "stappen"),
        ("bijlagen", "bijlagen"),
        ("bronnen", "bronnen"),
        ("opbrengst", "nodig"),
    ):
        page.locator(f"[data-naar={step}]").click()
        page.locator(f"#{field} > [data-erbij]").click()
        page.keyboard.type("a")
    page.locator("[data-naar=samenhang]").click()
    page.get_by_role("group", name="Past goed bij").get_by_role("searchbox").fill("tafel")
    form = next(form for form in FORMS if form.id == "instrument")
    steps = [*(step.id for step in form_steps(form)), "nakijken", "insturen"]
    for step in steps[start::2]:
        page.locator(f"[data-naar={step}]").click()
        assert barriers(page) == [], step
        assert page.evaluate("document.documentElement.scrollWidth") <= width, step
    assert seen.errors == []


def test_a_draft_stays_on_the_device_and_nothing_is_sent(visit: Visiting, online: Site) -> None:
    seen = visit(online, FORM)
    page = seen.page
    asked: list[str] = []
    page.get_by_label("Hoe heet het?").fill(TITLE)
    page.get_by_label("Waarvoor gebruik je het?").fill("Een doel: met dubbele punt.")
    page.locator("[data-naar=tekst]").click()
    page.get_by_label("In het kort").fill("Een **kort** verhaal.\n\n- een\n- twee")
    expect(page.get_by_role("status").filter(has_text="Bewaard op dit apparaat")).to_be_visible()
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.reload()
    expect(page.get_by_label("Hoe heet het?")).to_have_value(TITLE)
    expect(page.get_by_label("Waarvoor gebruik je het?")).to_have_value("Een doel: met dubbele punt.")
    page.locator("[data-naar=tekst]").click()
    expect(page.get_by_label("In het kort")).to_have_value("Een **kort** verhaal.\n\n- een\n- twee")
    assert all(line.startswith(f"GET {online.address}") for line in asked)
    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("button", name="Begin opnieuw").click()
    page.locator("[data-naar=begin]").click()
    expect(page.get_by_label("Hoe heet het?")).to_have_value("")


def test_a_file_that_is_saved_opened_and_saved_again_is_the_same(visit: Visiting, online: Site, tmp_path: Path) -> None:
    page = visit(online, FORM).page
    fill_in(page)

    def save() -> bytes:
        with page.expect_download() as download:
            page.locator(".form-bar [data-bewaar]").click()
        return Path(download.value.path()).read_bytes()

    first = save()
    kept = tmp_path / "gesprek-op-het-schoolplein.md"
    kept.write_bytes(first)
    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("button", name="Begin opnieuw").click()
    page.locator("[data-open]").set_input_files(kept)
    expect(page.get_by_text("gesprek-op-het-schoolplein.md is geopend.")).to_be_visible()
    assert save() == first
    assert open_package(package_of(page)).pages["content/instruments/gesprek-op-het-schoolplein.md"] == first
    page.locator("[data-naar=begin]").click()
    page.get_by_label("Waarvoor gebruik je het?").fill("Iets anders.")
    changed = save().decode().splitlines()
    assert [line for line in changed if line not in first.decode().splitlines()] == ["doel: Iets anders."]
    kept.write_text("Zomaar tekst", encoding="utf-8")
    page.locator("[data-open]").set_input_files(kept)
    expect(page.get_by_text("het struikelt bij regel 1")).to_be_visible()


def test_a_correction_changes_only_what_was_changed(visit: Visiting, on_disk: Site) -> None:
    page = visit(on_disk, "instruments/peerreview/").page
    page.get_by_role("link", name="Verbeter deze bladzijde").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je verbetert Peerreview.")
    page.get_by_label("Waarvoor gebruik je het?").fill("Twee teams leren van elkaar.")
    found = open_package(package_of(page))
    path = "content/instruments/peerreview.md"
    before = (ROOT / path).read_bytes()
    assert found.before == {path: before}
    old, new = before.decode().splitlines(), found.pages[path].decode().splitlines()
    assert [line for line in new if line not in old] == ["doel: Twee teams leren van elkaar."]
    assert len(new) >= len(old) - 2


def test_an_experience_comes_with_the_item_it_belongs_to(visit: Visiting, online: Site, project: Path) -> None:
    page = visit(online, "instruments/peerreview/").page
    page.get_by_role("link", name="Wij gebruikten dit").click()
    page.get_by_label("Welke school").fill("mbo Voorbeeld")
    page.get_by_label("In welk jaar?").fill("2026")
    go_on(page)
    page.get_by_label("Met wie en waarvoor").fill("Twee teams, over stage.")
    page.get_by_label("Wat leverde het op?").fill("Eén afspraak: elke week bellen.")
    package = project.parent / "ervaring.zip"
    package.write_bytes(package_of(page))
    assert main(["--root", str(project), "import", str(package)]) == 0
    rows = check_site(read_tree(project))[0].items["peerreview"].item.ervaringen
    assert (rows[-1].school, rows[-1].opbrengst) == ("mbo Voorbeeld", "Eén afspraak: elke week bellen.")


def test_an_attachment_goes_along_and_a_wrong_one_is_told(visit: Visiting, online: Site, tmp_path: Path) -> None:
    page = visit(online, FORM).page
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    (tmp_path / "Mijn Plaat.PNG").write_bytes(picture.getvalue())
    (tmp_path / "nep.pdf").write_bytes(b"geen pdf")
    page.get_by_label("Hoe heet het?").fill(TITLE)
    page.locator("[data-naar=bijlagen]").click()
    page.locator("#bijlagen > [data-erbij]").click()
    choose = page.get_by_label("Kies een bestand van je computer")
    choose.set_input_files(tmp_path / "nep.pdf")
    expect(page.get_by_text('"nep.pdf" heet .pdf, maar is iets anders.')).to_be_visible()
    choose.set_input_files(tmp_path / "Mijn Plaat.PNG")
    page.get_by_label("Hoe heet het voor de lezer?").fill("Plaat van het plein")
    expect(page.get_by_text("Nu: mijn-plaat.png")).to_be_visible()
    found = open_package(package_of(page))
    assert found.files == {"content/instruments/gesprek-op-het-schoolplein/mijn-plaat.png": picture.getvalue()}


def test_the_page_of_the_code_host_gets_the_text_as_long_as_it_fits(visit: Visiting, online: Site) -> None:
    """The doors are data; here a site that has a code host."""
    page = visit(online, FORM).page
    page.get_by_label("Hoe heet het?").fill(TITLE)
    ask = """(length) => {
      const form = document.querySelector("wegwijs-formulier");
      form.draft.values.doel = "é".repeat(length);
      const host = "https://code.voorbeeld.nl/netwerk/wegwijs";
      const doors = { nieuw: `${host}/new/main/`, bewerk: `${host}/edit/main/`, meeste: 6000 };
      return [wegwijsDeuren.address(doors, form.draft), form.draft.text()];
    }"""
    (short, text) = page.evaluate(ask, 100)
    address = urlsplit(short["url"])
    assert short["fits"]
    assert len(short["url"].encode()) <= 6000
    assert address.path == "/netwerk/wegwijs/new/main/content/instruments"
    assert parse_qs(address.query, keep_blank_values=True) == {
        "filename": ["gesprek-op-het-schoolplein.md"],
        "value": [text],
    }
    problems = Problems()
    assert read_document("content/instruments/x.md", text.encode(), problems) is not None
    (long, _text) = page.evaluate(ask, 1200)
    assert not long["fits"]
    assert "value=" not in long["url"]


PRESS = """async () => {
  const [opened, copied] = [[], []];
  window.open = (url) => opened.push(url);
  navigator.clipboard.writeText = async (text) => copied.push(text);
  const host = "https://code.voorbeeld.nl/netwerk/wegwijs";
  window.wegwijsFormulier.deuren = { nieuw: `${host}/new/main/`, bewerk: `${host}/edit/main/`, meeste: 6000 };
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.dataset.deur = "account";
  document.querySelector(".form-doors").append(button);
  button.click();
  while (!copied.length) await new Promise((done) => setTimeout(done, 20));
  return [opened, copied];
}"""


def test_an_experience_is_proposed_in_the_file_of_its_item(visit: Visiting, online: Site) -> None:
    """What cannot be in an address goes along on the clipboard: here the whole file, with one experience more."""
    page = visit(online, "bijdragen/formulier/ervaring/?item=peerreview").page
    for label, text in (("Welke school", "mbo Voorbeeld"), ("In welk jaar?", "2026")):
        page.get_by_label(label).fill(text)
    to(page, "Stuur in")
    for box in page.locator("[data-beloof]").all():
        box.check()
    (opened,), (copied,) = page.evaluate(PRESS)
    assert opened == "https://code.voorbeeld.nl/netwerk/wegwijs/edit/main/content/instruments/peerreview.md"
    old = (ROOT / "content/instruments/peerreview.md").read_text(encoding="utf-8")
    read = read_document("content/instruments/peerreview.md", copied.encode(), Problems())
    assert read is not None
    assert read.meta["ervaringen"][-1] == {"school": "mbo Voorbeeld", "jaar": "2026"}  # type: ignore[index]
    assert copied.endswith(old.split("\n---\n", 1)[1])


def test_without_javascript_the_page_says_what_to_do(visit: Visiting, online: Site) -> None:
    page = visit(online, FORM, javascript=False).page
    expect(page.get_by_role("heading", name="Het formulier werkt met JavaScript")).to_be_visible()
    expect(page.get_by_text("Vertel of mail het in gewone woorden")).to_be_visible()
    expect(page.locator("pre")).to_contain_text("status: in-ontwikkeling")
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)


def test_what_to_improve_is_found_on_a_word(visit: Visiting, online: Site) -> None:
    page = visit(online, "bijdragen/formulier/verbetering/").page
    page.get_by_label("Zoek op een woord uit de titel").fill("kwaliteitstafel")
    expect(page.get_by_role("status").filter(has_text="gevonden")).to_have_text("1 gevonden")
    page.get_by_role("main").get_by_role("link", name="Kwaliteitstafel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je verbetert Kwaliteitstafel.")
