"""Files: what stands in `content/` belongs to an item, is what it says, and may be seen by readers."""

from __future__ import annotations

import pytest

from tests.sites import ITEM, Site
from wegwijs.attachments import MAX_FILE, MAX_ITEM
from wegwijs.checks.files import publishable
from wegwijs.tree import Sort

FOLDER = "content/instruments/gesprek-in-een-kring"
CARD, IMAGE = f"{FOLDER}/kaart.csv", f"{FOLDER}/kring.png"


def published(site: Site) -> tuple[str, ...]:
    return publishable(site.catalogue)


def test_what_an_item_uses_is_published_and_nothing_else(site: Site) -> None:
    assert published(site) == (CARD, IMAGE)
    assert published(site.bytes(f"{FOLDER}/los.txt", b"los")) == (CARD, IMAGE)


@pytest.mark.parametrize(
    "reference",
    [
        "gesprek-in-een-kring/los.txt",
        "gesprek%2Din-een-kring/l%6Fs.txt",
        "./gesprek-in-een-kring/los.txt#blad",
        "gesprek-in-een-kring/los.txt?a=b",
    ],
)
def test_a_link_in_the_text_is_use_enough(site: Site, reference: str) -> None:
    linked = site.bytes(f"{FOLDER}/los.txt", b"los").append(f"\n[los]({reference})\n")
    linked.is_fine()
    assert published(linked) == (CARD, IMAGE, f"{FOLDER}/los.txt")


def test_a_file_that_nobody_uses_is_named_and_stays_behind(site: Site) -> None:
    site.bytes(f"{FOLDER}/los.txt", b"los").says(
        f'{FOLDER}/los.txt:1:1 K088 let op: Niemand gebruikt "los.txt"; het komt niet op de site. …'
    )


def test_a_file_that_belongs_to_nothing_is_named(site: Site) -> None:
    for path in ("content/los.txt", "content/instruments/los.txt", f"{FOLDER}/diep/los.txt", "content/elders/x.csv"):
        site.bytes(path, b"los").says(f"{path}:1:1 K120 fout: Met dit bestand op deze plek kan de site niets. …")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("kaartje.csv", f'…:31:14 K080 fout: De bijlage "kaartje.csv" staat niet in de map {FOLDER}. Bedoelde je "kaart.csv"? …'),
        ("../../../geheim.csv", '…:31:14 K081 fout: "../../../geheim.csv" is geen gewone bestandsnaam. …'),
        ("/etc/passwd", "…:31:14 K081 …"),
        ("C:\\kaart.csv", "…:31:14 K081 …"),
        ("con.csv", "…:31:14 K081 …"),
        ("index.md", '…:31:14 K082 fout: "index.md" is geen soort bestand dat je hier kunt plaatsen. …'),
    ],
)  # fmt: skip
def test_a_name_in_the_metadata_is_a_file_of_the_item(site: Site, typed: str, line: str) -> None:
    changed = site.change("- bestand: kaart.csv", f"- bestand: {typed}")
    changed.says(line, f'{CARD}:1:1 K088 let op: Niemand gebruikt "kaart.csv"; …')
    assert published(changed) == (IMAGE,)


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("programma.exe", b"MZ", ["K082", "K088"]),
        ("zonder", b"x", ["K082", "K088", "K089"]),
        ("Kaart 2.csv", b"x", ["K088", "K089"]),
        ("con.txt", b"x", ["K088", "K089"]),
        ("plaat.png", b"geen plaatje", ["K083", "K088"]),
        ("leeg.txt", b"", ["K085", "K088"]),
        ("tekening.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', ["K087", "K088"]),
        ("plan.pdf", b"%PDF-1.7 1 0 obj << /S /JavaScript >>", ["K087", "K088"]),
        ("plan.docx", b"PK\x03\x04 word/ kapot", ["K087", "K088"]),
        ("pagina.html", b"<script>", ["K082", "K088"]),
        ("tekst.txt", "één".encode("latin-1"), ["K083", "K088"]),
    ],
)
def test_a_file_that_readers_cannot_open_safely_is_refused_even_when_it_is_used(
    site: Site, name: str, data: bytes, codes: list[str]
) -> None:
    there = site.bytes(f"{FOLDER}/{name}", data)
    assert sorted(there.codes) == codes
    used = there.append(f"\n[dit](<gesprek-in-een-kring/{name}>)\n")
    assert sorted(used.codes) == [code for code in codes if code != "K088"]
    assert published(used) == (CARD, IMAGE)


def test_sizes_have_their_limits_for_one_file_and_for_an_item(site: Site) -> None:
    big = site.bytes(f"{FOLDER}/groot.txt", b"x", size=MAX_FILE + 1)
    assert [problem.line() for problem in big.problems if problem.code == "K084"] == [
        f'{FOLDER}/groot.txt:1:1 K084 fout: "groot.txt" is 11 MB; het mag 10 MB zijn. Maak het kleiner of splits het.'
    ]
    assert site.bytes(f"{FOLDER}/groot.txt", b"x", size=MAX_FILE).codes == ["K088"]
    many = site
    for number in range(3):
        many = many.bytes(f"{FOLDER}/deel-{number}.txt", b"x", size=MAX_ITEM // 3 + 1)
    assert [problem.line().replace(ITEM, "…") for problem in many.problems if problem.code == "K084"] == [
        '…:1:1 K084 fout: "alle bijlagen samen" is 26 MB; het mag 25 MB zijn. Maak het kleiner of splits het.'
    ]


def test_links_and_devices_are_refused_and_never_published(site: Site) -> None:
    for sort in (Sort.LINK, Sort.OTHER):
        linked = site.without(CARD).link(CARD, sort)
        linked.says(
            f"{CARD}:1:1 K086 fout: Dit is een {sort.value}, geen gewoon bestand. Zet het bestand zelf hier neer."
        )
        assert published(linked) == (IMAGE,)
    site.link("content/instruments/nieuw.md").says("content/instruments/nieuw.md:1:1 K086 …")


def test_files_of_an_item_that_cannot_be_read_are_left_in_peace(site: Site) -> None:
    site.change("---\n", "").says("…:1:1 K001 …")
    site.change("bijlagen:", "bijlage:").says("…:30:1 K010 …")


def test_a_page_may_use_a_file_of_an_item(site: Site) -> None:
    site.append("\n[de kaart](instruments/gesprek-in-een-kring/kaart.csv)\n", "content/index.md").is_fine()
