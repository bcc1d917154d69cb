"""Attachments: a file is what its name says, and does nothing of itself."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import Site
from wegwijs.attachments import DAMAGED, TYPES, acts, extension, is_safe_name, svg_fault


def packed(*names: str) -> bytes:
    """A zip, which is what an Office document is, with these files in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return made.getvalue()


def svg(inside: str = "", attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{inside}</svg>'.encode()


HONEST = {
    "pdf": b"%PDF-1.7\n",
    "docx": packed("[Content_Types].xml", "word/document.xml"),
    "xlsx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "pptx": packed("[Content_Types].xml", "ppt/presentation.xml"),
    "odt": packed("mimetype") + b"application/vnd.oasis.opendocument.text",
    "ods": packed("mimetype") + b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": packed("mimetype") + b"application/vnd.oasis.opendocument.presentation",
    "png": b"\x89PNG\r\n\x1a\n\x00",
    "jpg": b"\xff\xd8\xff\xe0",
    "jpeg": b"\xff\xd8\xff\xe1",
    "gif": b"GIF89a",
    "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "svg": svg(),
    "csv": b"vraag;doel\nWat hoor je?;Luisteren\n",
    "txt": b"Een tekst.",
}


def test_every_type_has_an_honest_file_here() -> None:
    assert set(HONEST) == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_file_of_each_type_is_known_by_its_bytes_and_another_is_not(kind: str) -> None:
    assert TYPES[kind](HONEST[kind])
    others = [other for other in TYPES if HONEST[other] and TYPES[kind](HONEST[other])]
    texts = ["svg", "csv", "txt", "pdf", "gif"]
    same = {"jpg": ["jpg", "jpeg"], "jpeg": ["jpg", "jpeg"], "csv": texts, "txt": texts}
    assert others == sorted(same.get(kind, [kind]), key=list(TYPES).index)
    assert not TYPES[kind](b"MZ\x90\x00 een programma \xff\x00")


@pytest.mark.parametrize("kind", TYPES)
def test_an_honest_file_is_published_and_one_that_lies_is_refused(site: Site, kind: str) -> None:
    folder = "content/instruments/gesprek-in-een-kring"
    used = site.change("- bestand: kaart.csv", f"- bestand: map.{kind}").without(f"{folder}/kaart.csv")
    used.bytes(f"{folder}/map.{kind}", HONEST[kind]).is_fine()
    assert used.bytes(f"{folder}/map.{kind}", b"MZ\x90\x00\xff").codes == ["K083"]


# --- Names ---


@pytest.mark.parametrize("name", ["kaart.csv", "canvas-a4.pdf", "kaart_2.docx", "10.png"])
def test_a_bare_file_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("../geheim.csv", "..", ".", "a/b.csv", "/etc/passwd", "a\\b.csv", "C:kaart.csv", "C:\\kaart.csv"),
        *("kaart .csv", "Kaart.csv", "kaart.CSV", "één.csv", "kaart", ".htaccess", "kaart.csv.", "a..csv", "kaart.c"),
        *("%2e%2e.csv", "kaart.csv\n", "kaart.csv\x00", "kaart\u202efdp.exe", "-rf.csv", "kaart.tar.gz"),
        *("con.txt", "prn.pdf", "aux.csv", "nul.txt", "com1.txt", "lpt9.pdf"),
    ],
)
def test_a_name_with_a_way_to_somewhere_else_is_not(name: str) -> None:
    assert not is_safe_name(name)


def test_the_extension_is_what_stands_behind_the_last_dot_as_written() -> None:
    assert [extension(name) for name in ("a.pdf", "a.b.PDF", "a")] == ["pdf", "PDF", ""]


# --- SVG ---


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<rect width='1' height='1'/><text>Een tekst over url en import</text>"),
        svg(
            "<a href='#deel'><path d='M0 0' fill='url(#verloop)' style=\"mask: url('#m'); clip-path: url( #c )\"/></a>"
        ),
        svg("<use xlink:href='#deel'/>"),
        svg("<image href='data:image/png;base64,AAAA'/>"),
        svg("<style>rect { fill: url(#a) } /* https://voorbeeld.nl */</style>"),
        b"<?xml version='1.0' encoding='UTF-8'?>" + svg("<!-- opmerking -->"),
        # what Inkscape writes about itself
        svg(
            "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:cc='http://creativecommons.org/ns#' "
            "xmlns:dc='http://purl.org/dc/elements/1.1/'><cc:Work rdf:about=''><dc:type "
            "rdf:resource='http://purl.org/dc/dcmitype/StillImage'/></cc:Work></rdf:RDF></metadata>",
            "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' inkscape:export-filename='file:///tekening.png'",
        ),
    ],
)
def test_a_drawing_is_just_a_drawing(drawing: bytes) -> None:
    assert svg_fault(drawing) == ""


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        # scripts, in every way to write them
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<SCRIPT>alert(1)</SCRIPT>"), "<SCRIPT>"),
        (svg("<s:script xmlns:s='http://www.w3.org/2000/svg'/>"), "<script>"),
        (svg("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>"), "<script>"),
        (svg("<x:script xmlns:x='urn:iets'/>"), "<script>"),
        (svg("<rect onload='alert(1)'/>"), "onload="),
        (svg("<rect onClick='alert(1)'/>"), "onclick="),
        (svg("<rect xlink:onload='alert(1)'/>"), "onload="),
        (svg("", "onload='alert(1)'"), "onload="),
        (svg("<a href='javascript:alert(1)'/>"), "href=javascript:alert(1)"),
        (svg("<a xlink:href='JaVaScRiPt:alert(1)'/>"), "href=JaVaScRiPt:alert(1)"),
        (svg("<a href='java&#10;script:alert(1)'/>"), "href=java"),
        (svg("<a href='data:text/html,x'/>"), "href=data:text/html,x"),
        (svg("<use href='data:image/svg+xml;base64,AAAA'/>"), "href=data:image/svg+xml;base64,AAAA"),
        # other documents and things that move
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg("<iframe/>"), "<iframe>"),
        (svg("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='/'/>"), "<iframe>"),
        (svg("<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=//x'/>"), "<meta>"),
        (svg("<animate attributeName='href' to='javascript:alert(1)'/>"), "<animate>"),
        (svg("<set attributeName='onload' to='alert(1)'/>"), "<set>"),
        (svg("<handler type='x'/>"), "<handler>"),
        # something from elsewhere
        (svg("<image href='https://voorbeeld.nl/x.png'/>"), "href=https://voorbeeld.nl/x.png"),
        (svg("<image href='//voorbeeld.nl/x.png'/>"), "href=//voorbeeld.nl/x.png"),
        (svg("<use href='ander.svg#deel'/>"), "href=ander.svg#deel"),
        (svg("<rect fill='url(https://voorbeeld.nl)'/>"), "fill=url(https://voorbeeld.nl)"),
        (svg("<rect style='background: url( \"//voorbeeld.nl\")'/>"), "style=background: url( \"//voorbeeld.nl\")"),
        (svg("<style>@import 'x.css';</style>"), "@import of url()"),
        (svg("<style>@IMPORT 'x.css';</style>"), "@import of url()"),
        (svg("<style>@im&#112;ort 'x.css';</style>"), "@import of url()"),
        (svg("<style>@im<!-- -->port 'x.css';</style>"), "@import of url()"),
        (svg("<style><![CDATA[rect { fill: URL(//voorbeeld.nl) }]]></style>"), "@import of url()"),
        # declarations, instructions, encodings
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(), "<!DOCTYPE>"),
        (b"<?xml-stylesheet href='x.css'?>" + svg(), "<?xml-stylesheet?>"),
        (b"<?xml version='1.0' encoding='utf-7'?>" + svg(), "encoding=utf-7"),
        (b"<?xml version='1.0' encoding='iets'?>" + svg(), "encoding=iets"),
        # broken
        (b"<svg", DAMAGED),
        (b"<svg><g></svg>", DAMAGED),
        (b"<svg/>", DAMAGED),
        (b"", DAMAGED),
        (b"\x00<svg/>", DAMAGED),
    ],
)  # fmt: skip
def test_a_drawing_that_does_something_is_found_out(drawing: bytes, found: str) -> None:
    assert svg_fault(drawing).startswith(found)


# --- Office documents and PDF ---


@pytest.mark.parametrize(
    "name",
    ["word/vbaProject.bin", "xl/VBAPROJECT.BIN", "Basic/Standard/Module1.xml", "Scripts/python/x.py",
     "word/activeX/activeX1.xml", "xl/macrosheets/sheet1.xml"],
)  # fmt: skip
def test_a_macro_is_found_in_an_office_document(name: str) -> None:
    assert acts("plan.docx", packed("word/document.xml", name)) == "macro"


def test_an_office_document_without_macros_is_fine_and_a_broken_one_is_called_broken() -> None:
    good = packed("word/document.xml", "word/media/image1.png")
    assert acts("plan.docx", good) == ""
    assert acts("plan.docx", good[:30]) == DAMAGED
    assert acts("plan.odt", b"PK\x03\x04") == DAMAGED


@given(st.data())
def test_an_office_document_with_any_bytes_changed_gives_an_answer(data: st.DataObject) -> None:
    document = bytearray(packed("word/document.xml", "één.xml", "word/vbaProject.bin"))
    for _ in range(data.draw(st.integers(1, 8))):
        document[data.draw(st.integers(0, len(document) - 1))] = data.draw(st.integers(0, 255))
    assert acts("plan.docx", bytes(document)) in ("", "macro", DAMAGED)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (b"1 0 obj << /S /JavaScript /JS (app.alert) >> endobj", "/JavaScript"),
        (b"1 0 obj << /S /J#61vaScript >> endobj", "/JavaScript"),
        (b"1 0 obj << /S/JS(x)>>", "/JS"),
        (b"1 0 obj << /S /Launch /F (cmd.exe) >> endobj", "/Launch"),
        (b"1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >>", "/EmbeddedFiles"),
        (b"1 0 obj << /Type /ObjStm >>\nstream\n" + zlib.compress(b"<< /S /JavaScript >>") + b"\nendstream", "/JavaScript"),
        (b"1 0 obj << /Type /ObjStm >>\nstream\nkapot\nendstream", DAMAGED),
        (b"1 0 obj << /Type /ObjStm >>\nstream\n" + zlib.compress(b"x" * 30_000_000) + b"\nendstream", DAMAGED),
        # chance: the signs in the pixels of a scan, and longer words
        (b"1 0 obj << /Length 9 >>\nstream\n\x00/JS \xff/Launch\nendstream endobj", ""),
        (b"1 0 obj << /JSX /Launcher >>", ""),
    ],
)  # fmt: skip
def test_a_pdf_that_acts_is_found_out(inside: bytes, found: str) -> None:
    assert acts("plan.pdf", b"%PDF-1.7\n" + inside) == found


@pytest.mark.parametrize("name", ["plaat.png", "tabel.csv", "tekst.txt", "naamloos"])
def test_files_that_cannot_act_are_not_looked_into(name: str) -> None:
    assert acts(name, b"/JavaScript <script>") == ""


@given(st.binary(max_size=300), st.sampled_from(sorted(TYPES)))
def test_any_bytes_under_any_name_give_an_answer(data: bytes, kind: str) -> None:
    assert TYPES[kind](data) in (True, False)
    assert isinstance(acts(f"x.{kind}", data), str)
