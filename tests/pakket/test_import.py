"""`wegwijs import`: what a package brings is shown, cleaned, checked and coded; it comes in whole or not at all."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from tests.pakket.packages import NAME, NEW, TEXT, USE, made
from tests.sites import BASE, ITEM, write
from wegwijs.checks import check_site
from wegwijs.cli import main
from wegwijs.ledger.rows import LEDGER
from wegwijs.pakket import clean, writing
from wegwijs.problems import Problems
from wegwijs.source import read_document
from wegwijs.tree import read_tree

ROWS = "code;adres;staat;opvolger;reden;titel\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a ledger in which everything is written down."""
    made_root = write(BASE, tmp_path / "project")
    (made_root / LEDGER).write_text(ROWS, encoding="utf-8")
    assert main(["--root", str(made_root), "codes"]) == 0
    return made_root


def run(root: Path, data: bytes, *options: str) -> int:
    package = root.parent / "pakket.zip"
    package.write_bytes(data)
    return main(["--root", str(root), "import", str(package), *options])


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_new_item_comes_in_with_its_code_and_the_site_is_fine(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(root, made({"voorblad.html": "x", NEW: TEXT})) == 0
    told = capsys.readouterr().out
    source = read_document(NEW, (root / NEW).read_bytes(), Problems())
    assert source is not None
    code = source.meta["code"]
    assert f"nieuw    {NEW}" in told
    assert f"{NEW} krijgt de code {code}." in told
    assert f"{code};instruments/gesprek-op-de-gang/;actueel;;;Gesprek op de gang\n" in (root / LEDGER).read_text()
    assert not check_site(read_tree(root))[1]
    assert not list(root.glob(".wegwijs-*"))


def test_a_trial_writes_nothing(root: Path) -> None:
    before = files(root)
    assert run(root, made({NEW: TEXT}), "--proef") == 0
    assert files(root) == before


def test_a_code_that_somebody_made_up_is_left_out(root: Path) -> None:
    assert run(root, made({NEW: TEXT.replace("status:", "code: ghjk\nstatus:", 1)})) == 0
    assert "code: ghjk" not in (root / NEW).read_text()
    assert not check_site(read_tree(root))[1]


def test_what_is_there_is_never_replaced_without_being_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / ITEM).read_text(encoding="utf-8")
    better = text.replace("Samen leren van één vraag.", "Samen verder komen met één vraag.").replace(
        "max: 60", "max: 75"
    )
    before = files(root)
    assert run(root, made({ITEM: better})) == 1
    assert files(root) == before
    told = capsys.readouterr()
    assert f"anders   {ITEM}" in told.out
    assert "Wat er verandert: doel, duur" in told.out
    assert "--vervang" in told.err
    assert run(root, made({ITEM: better}), "--vervang") == 0
    assert (root / ITEM).read_text(encoding="utf-8") == better


def test_it_says_that_the_item_was_changed_since(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / ITEM).read_text(encoding="utf-8")
    better = text.replace("max: 60", "max: 75")
    run(root, made({ITEM: better, ITEM.replace("content", "origineel"): text}))
    assert "sinds" not in capsys.readouterr().out
    run(root, made({ITEM: better, ITEM.replace("content", "origineel"): text.replace("Rondje", "Ronde")}))
    assert "veranderd sinds de inzender begon" in capsys.readouterr().out


def test_the_same_again_is_nothing_new(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, made({ITEM: (root / ITEM).read_bytes()})) == 1
    assert "staat er al precies zo" in capsys.readouterr().err


def test_an_experience_comes_under_its_item_and_changes_nothing_else(root: Path) -> None:
    before = (root / ITEM).read_text(encoding="utf-8")
    assert run(root, made({"ervaringen/gesprek-in-een-kring-mbo-2026.md": USE})) == 0
    after = (root / ITEM).read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "ervaringen:",
        '  - school: "mbo Voorbeeld"',
        '    jaar: "2026"',
        '    context: "Drie teams: over stage."',
        '    opbrengst: "Twee afspraken die bleven."',
    ]
    assert not check_site(read_tree(root))[1]
    assert run(root, made({"ervaringen/nog-een.md": USE.replace("2026", "2025")})) == 0
    catalogue, problems = check_site(read_tree(root))
    assert [row.jaar for row in catalogue.items["gesprek-in-een-kring"].item.ervaringen] == [2026, 2025]
    assert not problems


@pytest.mark.parametrize(
    ("package", "says"),
    [
        ({"ervaringen/x.md": USE.replace("gesprek-in-een-kring", "gesprek-van-niemand")}, "dat item is er niet"),
        ({"ervaringen/x.md": USE.replace("jaar: 2026", "jaar: ooit")}, "K018"),
        ({"ervaringen/x.md": "geen gegevens"}, "K001"),
        ({"ervaringen/a.md": USE, "ervaringen/b.md": USE}, "twee keer"),
        ({NEW: TEXT.replace("doel:", "doell:")}, "K010"),
        ({NEW: TEXT.replace("status: actueel", "status: actuel")}, "Bedoelde je"),
        ({NEW: "---\nkapot"}, "K002"),
        ({NEW: TEXT, f"{NAME}/plaat.png": "geen plaatje"}, "K083"),
        ({NEW: TEXT, f"{NAME}/plaat.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'}, "K087"),
        ({ITEM: TEXT.replace("---\ntitel:", "---\ncode: zzzz\ntitel:", 1)}, "K148"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], package: dict[str, str], says: str
) -> None:
    before = files(root)
    assert run(root, made(package), "--vervang") == 1
    told = capsys.readouterr()
    assert says in told.out + told.err
    assert "Er is niets geschreven." in told.err
    assert files(root) == before


def test_an_editor_may_take_faults_along_but_never_an_unsafe_file(root: Path) -> None:
    wrong = TEXT.replace("status: actueel", "status: actuel")
    assert run(root, made({NEW: wrong}), "--met-fouten") == 0
    (root / NEW).unlink()
    before = files(root)
    assert run(root, made({NEW: wrong, f"{NAME}/plaat.png": "geen plaatje"}), "--met-fouten") == 1
    assert files(root) == before


def test_a_twin_is_recognised(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = " ".join(f"woord{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
    twin = TEXT.replace("Ga in een kring zitten", long)
    assert run(root, made({NEW: TEXT.replace("Gesprek op de gang", "Gesprek op gangen") + f"\n{long}\n"})) == 0
    other = NEW.replace("de-gang", "het-plein")
    run(root, made({other: twin.replace("Gesprek op de gang", "Gesprek op gang") + f"\n{long}\n"}), "--proef")
    told = capsys.readouterr().out
    assert f"De tekst van {other} lijkt veel op {NEW}" in told
    assert "K101" in told


def test_a_failure_halfway_leaves_nothing_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(root)
    place = writing._place
    count = 0

    def fails_at_the_second(*arguments: object) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(28, "No space left on device")
        place(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_place", fails_at_the_second)
    changed = (root / ITEM).read_text(encoding="utf-8").replace("max: 60", "max: 75")
    pdf = "%PDF-1.4\n" + "x" * 50
    assert run(root, made({ITEM: changed, NEW: TEXT, f"{NAME}/a.txt": pdf}), "--vervang", "--met-fouten") == 1
    assert count == 2
    assert files(root) == before
    assert not (root / NAME).exists()
    assert not list(root.glob(".wegwijs-*"))


def test_a_link_in_the_project_is_not_followed(root: Path) -> None:
    outside = root.parent / "buiten"
    outside.mkdir()
    (root / NAME).symlink_to(outside, target_is_directory=True)
    assert run(root, made({NEW: TEXT, f"{NAME}/a.txt": "tekst"}), "--met-fouten") == 1
    assert not list(outside.iterdir())
    assert not (root / NEW).exists()


def test_a_package_that_is_not_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "import", str(root / "weg.zip")]) == 1
    assert "is er niet" in capsys.readouterr().err


# --- Names and places in attachments ---


def office(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"word/document.xml": "<w:p/>", **parts}.items():
            archive.writestr(name.replace("__", "/"), text)
    return target.getvalue()


def photo(kind: str) -> bytes:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Cameramerk"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 0.0)
    Image.new("RGB", (40, 20), "red").save(target, kind, exif=exif)
    return target.getvalue()


def test_a_document_forgets_who_made_it() -> None:
    core = "<cp:x><dc:title>Plan</dc:title><dc:creator>Jan Jansen</dc:creator><cp:lastModifiedBy>Piet</cp:lastModifiedBy></cp:x>"
    data = office(
        **{
            "docProps__core.xml": core,
            "word__comments.xml": '<w:comment w:author="Jan Jansen" w:initials="JJ">Goed</w:comment>',
        }
    )
    found = clean("plan.docx", data)
    assert found.removed == ("maker", "opmerkingen")
    with zipfile.ZipFile(io.BytesIO(found.data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert archive.namelist() == ["word/document.xml", "docProps/core.xml", "word/comments.xml"]
    assert b"Jansen" not in whole
    assert b"Piet" not in whole
    assert b"Plan" in whole
    assert b"Goed" in whole
    assert clean("plan.docx", found.data) == type(found)(found.data)


def test_a_pdf_forgets_who_made_it() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Jan Jansen", "/Title": "Canvas"})
    target = io.BytesIO()
    writer.write(target)
    found = clean("canvas.pdf", target.getvalue())
    assert found.removed == ("maker",)
    about = PdfReader(io.BytesIO(found.data)).metadata
    assert about is not None
    assert about.author is None
    assert about.title == "Canvas"
    assert b"Jansen" not in found.data


@pytest.mark.parametrize(("name", "kind"), [("foto.jpg", "JPEG"), ("foto.png", "PNG"), ("foto.webp", "WEBP")])
def test_a_photo_forgets_where_it_was_made_and_stays_the_same_picture(name: str, kind: str) -> None:
    data = photo(kind)
    found = clean(name, data)
    assert found.removed == ("plaats", "camera")
    assert b"Cameramerk" not in found.data
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(found.data)) as after:
        assert before.tobytes() == after.tobytes()
        assert not dict(after.getexif())
    assert not clean(name, found.data).removed


def test_a_photo_that_was_held_sideways_is_turned() -> None:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20), "red").save(target, "JPEG", exif=exif)
    with Image.open(io.BytesIO(clean("foto.jpg", target.getvalue()).data)) as after:
        assert after.size == (20, 40)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.docx", b"PK\x03\x04kapot word/"),
        ("canvas.pdf", b"%PDF-1.7 kapot"),
        ("foto.jpg", b"\xff\xd8\xffkapot"),
        ("foto.png", b"\x89PNG\r\n\x1a\nkapot"),
        ("foto.webp", b"RIFF1234WEBPkapot"),
        ("plaat.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><metadata>Jan</metadata></svg>"),
    ],
)
def test_what_cannot_be_cleaned_stays_and_is_said(name: str, data: bytes) -> None:
    found = clean(name, data)
    assert found.data == data
    assert found.unsure


def test_the_editor_reads_what_was_taken_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXT.replace("bronnen:", "bijlagen:\n  - bestand: foto.jpg\n    titel: Foto van de gang\nbronnen:", 1)
    assert "foto.jpg" in text
    assert run(root, made({NEW: text, f"{NAME}/foto.jpg": photo("JPEG")})) == 0
    assert "gehaald waar de foto gemaakt is" in capsys.readouterr().out
    assert b"Cameramerk" not in (root / NAME / "foto.jpg").read_bytes()

    assert not check_site(read_tree(root))[1]
