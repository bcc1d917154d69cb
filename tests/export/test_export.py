"""What can be taken along: a zip that is the same every time, a text for who unpacks it, and a page as one file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest

from wegwijs.export.package import package, package_name
from wegwijs.export.readme import readme
from wegwijs.export.single import Singles

DAY = date(2026, 11, 21)
FILES = {"index.html": b"<h1>Home</h1>" * 50, "assets/a.png": b"png", "item.html": b"item"}


def test_the_same_files_give_the_same_bytes_whatever_their_order() -> None:
    other = dict(reversed(FILES.items()))
    assert package(FILES, DAY) == package(other, DAY)


def test_the_zip_has_one_folder_one_moment_and_one_set_of_rights() -> None:
    with zipfile.ZipFile(io.BytesIO(package(FILES, DAY))) as archive:
        rows = archive.infolist()
        assert archive.testzip() is None
        assert archive.read("wegwijs-in-kwaliteit/item.html") == b"item"
    assert [row.filename for row in rows] == sorted(f"wegwijs-in-kwaliteit/{path}" for path in FILES)
    assert {row.date_time for row in rows} == {(2026, 11, 21, 0, 0, 0)}
    assert {row.external_attr >> 16 for row in rows} == {0o100644}


@pytest.mark.parametrize(
    ("day", "name"), [(DAY, "wegwijs-in-kwaliteit-2026-11-21.zip"), (None, "wegwijs-in-kwaliteit.zip")]
)
def test_the_name_tells_the_day(day: date | None, name: str) -> None:
    assert package_name(day) == name


def test_a_day_before_zips_knew_days_is_no_fault() -> None:
    with zipfile.ZipFile(io.BytesIO(package(FILES, date(1970, 1, 1)))) as archive:
        assert archive.infolist()[0].date_time[:3] == (1980, 1, 1)


def test_the_text_file_says_what_to_open_and_opens_well_in_notepad() -> None:
    told = {"titel": "Wegwijs", "datum": "2026-11-21", "adres": "https://voorbeeld.nl/", "programma": "0.1.0"}
    text = readme(told)
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n")
    for words in ("Kopie van 21 november 2026", "dubbelklik op index.html", "Alles uitpakken", "https://voorbeeld.nl/"):
        assert words in text.decode("utf-8-sig")


PAGE = b"""<!doctype html><html lang="nl"><head>
    <link rel="icon" href="../assets/img/favicon.svg" type="image/svg+xml">
    <script>var a = 1</script>
    <link rel="stylesheet" href="../assets/css/a.css">
    <link rel="stylesheet" href="../assets/css/print.css" media="print">
    <script src="../assets/js/a.js" defer></script></head><body>
    <p class="unpack">Pak uit.</p>
    <header class="header"><nav><a href="../index.html">menu</a></nav></header>
    <main><h1>Peerreview</h1><a href="#tips">tips</a> <a href="kring.html#deel">kring</a> <a href="../index.html">home</a>
    <a href="https://elders.nl/">elders</a> <a href="peerreview/plan.pdf" download>plan</a>
    <img class="x" src="peerreview/foto.png" srcset="peerreview/foto.png 2x" alt="Een foto">
    <details class="share" data-share data-single="downloads/los/peerreview.html"></details></main>
    <footer class="footer"><a href="../over/index.html">over</a></footer></body></html>"""
SITE = {
    "instruments/peerreview.html": PAGE,
    "instruments/kring.html": b"<h1>Kring</h1>",
    "assets/css/a.css": b'/* weg */ @font-face { src: url("../fonts/a.woff2") }'
    b' .a { background: url(#b) url("data:image/png;base64,AA==") }',
    "assets/css/print.css": b"p { color: #000 }",
    "assets/fonts/a.woff2": b"letter",
    "instruments/peerreview/foto.png": b"foto",
}


@pytest.fixture(scope="module")
def single() -> str:
    made = Singles(SITE, "https://voorbeeld.nl/").all()
    assert set(made) == {"downloads/los/peerreview.html"}
    return made["downloads/los/peerreview.html"].decode()


def test_a_single_file_loads_nothing(single: str) -> None:
    """Nothing beside it is asked for, and a policy refuses what would be."""
    assert not re.findall(r'<(?:link|script|iframe)\b|\ssrcset=|\ssrc="(?!data:)|url\((?!"?(?:data:|#))', single)
    assert "default-src 'none'" in single


def test_a_single_file_has_the_styles_the_typeface_and_the_images(single: str) -> None:
    assert 'src: url("data:font/woff2;base64,bGV0dGVy")' in single
    assert '<style media="print">p { color: #000 }</style>' in single
    assert 'src="data:image/png;base64,Zm90bw=="' in single
    assert "weg" not in single


def test_links_in_a_single_file_lead_to_the_site_on_the_web(single: str) -> None:
    links = re.findall(r'href="([^"]+)"', single)
    assert links == [
        "https://voorbeeld.nl/instruments/peerreview/",
        "#tips",
        "https://voorbeeld.nl/instruments/kring/#deel",
        "https://voorbeeld.nl/",
        "https://elders.nl/",
        "https://voorbeeld.nl/instruments/peerreview/plan.pdf",
    ]


def test_a_single_file_says_where_it_comes_from_in_the_place_of_the_menu(single: str) -> None:
    assert "Uit Wegwijs in kwaliteit." in single
    assert "Pak uit." not in single
    assert "<nav>" not in single
