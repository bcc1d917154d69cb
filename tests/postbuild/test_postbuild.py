"""What is wrong with a built site is seen before it is published. Each row seeds one fault into a good site and sees it caught."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.postbuild.sites import SITE_URL, copy, files, page
from wegwijs.postbuild import check_built
from wegwijs.words import interface_keys

Files = dict[str, bytes]


def lines(made: Files, *, is_copy: bool = False) -> list[str]:
    return [f"{fault.path} {fault.code}" for fault in check_built(made, site_url=SITE_URL, is_copy=is_copy)]


def change(path: str, old: str, new: str) -> Callable[[Files], None]:
    def seed(made: Files) -> None:
        text = made[path].decode()
        assert old in text
        made[path] = text.replace(old, new, 1).encode()

    return seed


def rename(old: str, new: str) -> Callable[[Files], None]:
    def seed(made: Files) -> None:
        made[new] = made.pop(old)

    return seed


def add(path: str, text: str) -> Callable[[Files], None]:
    def seed(made: Files) -> None:
        made[path] = text.encode()

    return seed


def heavy(made: Files) -> None:
    """Half a megabyte that cannot be packed."""
    made["assets/js/a.js"] = "".join(
        chr(33 + (number * number * 7919 + number) % 90) for number in range(900_000)
    ).encode()
    made["assets/fonts/letter.woff2"] = bytes(260_000)


SEEDED = {
    "a link to a page that is not there": (change("index.html", 'href="item/"', 'href="weg/"'), "index.html B001"),
    "a download that is not there": (lambda made: made.pop("downloads/kopie.zip"), "index.html B001"),
    "an image that is not there": (lambda made: made.pop("item/foto.png"), "item/index.html B001"),
    "an image for sharper screens that is not there": (lambda made: made.pop("item/groot.png"), "item/index.html B001"),
    "a script that is not there": (lambda made: made.pop("assets/js/a.js"), "item/index.html B001"),
    "a typeface that a stylesheet asks for": (lambda made: made.pop("assets/fonts/letter.woff2"), "assets/css/a.css B001"),
    "a capital in a link": (change("index.html", 'href="item/#', 'href="Item/#'), "index.html B002"),
    "a capital in a file": (rename("item/foto.png", "item/Foto.png"), "item/index.html B002"),
    "a link from the root of the server": (change("item/index.html", 'href="../"', 'href="/kwaliteit/"'), "item/index.html B003"),
    "an anchor that is not there": (change("item/index.html", 'id="deel"', 'id="stuk"'), "index.html B004"),
    "a short code that leads nowhere": (lambda made: made.pop("k/abcd/index.html"), "item/index.html B005"),
    "an address in data that leads nowhere": (change("data.json", "item/", "weg/"), "data.json B005"),
    "an address in the sitemap that leads nowhere": (change("sitemap.xml", "item/", "weg/"), "sitemap.xml B005"),
    "a page without a language": (change("index.html", ' lang="nl"', ""), "index.html B006"),
    "a page without a heading": (change("index.html", "<h1>Home</h1>", ""), "index.html B007"),
    "a page with two headings": (change("index.html", "<h1>Home</h1>", "<h1>Home</h1><h1>Nog een</h1>"), "index.html B007"),
    "a page without a title": (change("index.html", "<title>Titel</title>", ""), "index.html B008"),
    "a page without a description": (change("index.html", 'content="Wat hier staat."', 'content=""'), "index.html B009"),
    "the same id twice": (change("item/index.html", "<h1>", '<h1 id="deel">'), "item/index.html B010"),
    "a script of a stranger": (change("index.html", "</body>", '<script src="https://elders.nl/a.js"></script></body>'), "index.html B011"),
    "an image of a stranger": (change("index.html", "</body>", '<img src="//elders.nl/a.png" alt=""></body>'), "index.html B011"),
    "a frame of a stranger": (change("index.html", "</body>", '<iframe src="https://elders.nl/"></iframe></body>'), "index.html B011"),
    "a typeface of a stranger": (change("assets/css/a.css", "../fonts/letter.woff2", "https://elders.nl/a.woff2"), "assets/css/a.css B011"),
    "a stylesheet that fetches another": (
        change("assets/css/a.css", "@font-face", '@import "https://elders.nl/a.css"; @font-face'),
        "assets/css/a.css B011",
    ),
    "a script that asks a stranger": (add("assets/js/a.js", 'fetch("https://elders.nl/tel")'), "assets/js/a.js B011"),
    "a page that nobody leads to": (add("los/index.html", page("<h1>Los</h1>").replace("{up}", "../")), "los/index.html B012"),
    "two pages that only lead to each other": (
        lambda made: [
            add(f"{one}/index.html", page(f'<h1>{one}</h1><a href="../{other}/">x</a>').replace("{up}", "../"))(made)
            for one, other in (("een", "twee"), ("twee", "een"))
        ],
        "een/index.html B012",
    ),
    "a file that nobody needs": (add("item/los.txt", "los"), "item/los.txt B013"),
    "a page that is too heavy": (heavy, "item/index.html B014"),
    "a path that is too long": (add(f"item/{'lang' * 40}.png", ""), f"item/{'lang' * 40}.png B030"),
    "a name with an accent": (add("item/café.png", ""), "item/café.png B031"),
    "a name with a space": (add("item/een foto.png", ""), "item/een foto.png B031"),
    "a name that Windows keeps for itself": (add("item/aux.png", ""), "item/aux.png B032"),
    "two names that differ in a capital": (add("item/FOTO.png", ""), "item/foto.png B033"),
}  # fmt: skip

SEEDED_IN_COPY = {
    "a file that needs a host": (add("sitemap.xml", "<loc></loc>"), "sitemap.xml B034"),
    "a page for servers": (add("404.html", page("<h1>Weg</h1>").replace("{up}", "")), "404.html B034"),
    "a link to the site on the web": (change("item.html", 'href="index.html"', f'href="{SITE_URL}"'), "item.html B035"),
    "a link to a folder": (change("item.html", 'href="index.html"', 'href="./"'), "item.html B036"),
    "a short code that leads nowhere": (lambda made: made.pop("k/abcd.html"), "item.html B005"),
}


def test_a_good_site_has_no_faults() -> None:
    assert lines(files()) == []
    assert lines(copy(), is_copy=True) == []


@pytest.mark.parametrize(("seed", "caught"), SEEDED.values(), ids=SEEDED.keys())
def test_a_seeded_fault_is_caught(seed: Callable[[Files], object], caught: str) -> None:
    made = files()
    seed(made)
    assert caught in lines(made)


@pytest.mark.parametrize(("seed", "caught"), SEEDED_IN_COPY.values(), ids=SEEDED_IN_COPY.keys())
def test_a_seeded_fault_in_a_copy_is_caught(seed: Callable[[Files], object], caught: str) -> None:
    made = copy()
    seed(made)
    assert caught in lines(made, is_copy=True)


def test_every_code_is_seeded_at_least_once() -> None:
    codes = {key.removeprefix("nabouw.") for key in interface_keys() if re.fullmatch(r"nabouw\.B\d+", key)}
    assert codes == {caught.split()[-1] for _seed, caught in (*SEEDED.values(), *SEEDED_IN_COPY.values())}


def test_a_fault_says_where_what_and_the_way_out() -> None:
    made = files()
    change("index.html", 'href="item/"', 'href="weg/"')(made)
    found = check_built(made, site_url=SITE_URL)
    assert [fault.line() for fault in found] == [
        "index.html B001: weg/ leidt naar een bestand dat er niet is. Verbeter de link, of maak het bestand."
    ]


def test_what_a_script_reads_may_stand_after_the_hash_where_the_page_says_so() -> None:
    made = files()
    change("index.html", "</body>", '<a href="item/#v=abcd.efgh">Alles</a></body>')(made)
    assert lines(made) == ["index.html B004"]
    change("item/index.html", "<h1>", '<div data-state="v"></div><h1>')(made)
    assert lines(made) == []
    change("index.html", "#v=", "#w=")(made)
    assert lines(made) == ["index.html B004"]


def test_a_link_that_a_reader_clicks_may_lead_anywhere() -> None:
    made = files()
    change(
        "index.html", "</body>", '<a href="https://elders.nl/">elders</a> <a href="mailto:?subject=a">mail</a></body>'
    )(made)
    assert lines(made) == []


def test_a_copy_may_name_the_lasting_address_where_that_is_meant() -> None:
    made = copy()
    change("item.html", "</body>", f'<a href="{SITE_URL}k/abcd/" data-online="">kort adres</a></body>')(made)
    assert lines(made, is_copy=True) == []


def test_what_only_looks_like_a_tag_is_no_link() -> None:
    """In a comment, in a script, in a field to copy from."""
    made = files()
    looks = '<!-- <a href="weg/">x</a> --><textarea><img src="weg.png"></textarea><script>var a = \'<a href="weg/">\';</script></body>'
    change("index.html", "</body>", looks)(made)
    assert lines(made) == []
