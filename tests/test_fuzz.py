"""Whatever somebody writes, wherever they put it: an answer in plain Dutch, and never a traceback.

Together at least two thousand examples; they are the same in every run (see conftest).
"""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.sites import BASE, Site
from tests.test_sanitise import is_safe
from wegwijs.body import read_body
from wegwijs.checks.files import publishable
from wegwijs.problems import Problems
from wegwijs.sanitise import sanitise
from wegwijs.source import read_document
from wegwijs.tree import Sort
from wegwijs.words import messages

ITEM = "content/instruments/gesprek-in-een-kring.md"
FILES = tuple(sorted(path for path in BASE.tree.entries if path.endswith((".md", ".yml"))))
TEXTS = {path: BASE.text(path) for path in FILES}
LISTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "toolbox").glob("*.[yc]*"))
    if path.relative_to(ROOT).as_posix() not in FILES
}
"""The other files of `toolbox/`: glossary, synonyms, insights, the ledger of codes, and whatever comes."""
LINES = tuple(line for text in TEXTS.values() for line in text.split("\n"))

ODD = (
    *("", " ", "---", "...", "\t", "\ufeff", "\x00", "\r", "\u2028", "\u202e", "\u00a0", "\ud7ff", "🙂", "e\u0301"),
    *(
        ":",
        ": ",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "<<: *a",
        "!!python/name:os.system",
        "!x",
        "? ",
        "| ",
        ">-",
        "#",
        " #x",
        "%",
        "@",
        "`",
    ),
    *(
        "'",
        '"',
        "“",
        "”",
        "\\",
        "~",
        "null",
        "no",
        "12:30",
        "0x10",
        "1e9",
        "2026-02-30",
        "99999999999999999999",
        "../..",
        "con",
    ),
    *(
        "## ",
        "# ",
        "<b>",
        "<script>",
        "[x](y.md)",
        "![](z.png)",
        "[x](javascript:y)",
        "{ onclick=x }",
        "&#106;",
        "```",
        "    ",
        "!!! tip",
        "| a |",
    ),
    *(
        "titel:",
        "status: actueel",
        "facetten:",
        "duur: {min: 1, max: 0}",
        "vervangt: [gesprek-in-een-kring]",
        "x" * 5000,
        "[" * 200,
        "- " * 50,
    ),
)


FOLDERS = ("content", "content/instruments", ITEM.removesuffix(".md"), "toolbox", "toolbox/waarden", "content/..")
NAMES = (
    *("x.md", "X.md", "index.md", ".md", ".", "..", "a/b.md", "x.md/y.md", "\udcff.md", "a\nb.md", "nul"),
    *("kaart.csv", "kring.png", "a.svg", "a.pdf", "a.docx", "model.yml"),
)


def answers(site: Site) -> None:
    """Every problem has all it needs; what could be read is whole; and what is published is safe."""
    for problem in site.problems:
        line = problem.line()
        assert problem.place.path
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.code in messages()
        assert problem.code != "K030"
        assert len(line.splitlines()) == 1
        assert line.isprintable()
        assert problem.text
        assert problem.way_out
    for page in site.catalogue.pages:
        assert page.title
        assert page.path in site.tree
    for path in publishable(site.catalogue):
        assert site.tree.entries[path].sort is Sort.FILE


def mutate(text: str, seed: int, times: int) -> str:
    """A text after a clumsy afternoon: lines lost, doubled and moved, and odd signs put in."""
    chance = random.Random(seed)
    for _ in range(times):
        lines = text.split("\n")
        place = chance.randrange(len(lines))
        sort = chance.randrange(6)
        if sort == 0:
            del lines[place]
        elif sort == 1:
            lines.insert(place, chance.choice(LINES))
        elif sort == 2:
            lines[place] = chance.choice((" ", "  ", "\t", "- ")) + lines[place]
        elif sort == 3:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        elif sort == 4:
            key, colon, _value = lines[place].partition(":")
            lines[place] = f"{key}{colon} {chance.choice(ODD)}"
        else:
            at = chance.randrange(len(lines[place]) + 1)
            lines[place] = lines[place][:at] + chance.choice(ODD) + lines[place][at:]
        text = "\n".join(lines) or "\n"
    return text


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_as_the_file_of_an_item(data: bytes) -> None:
    answers(BASE.bytes(ITEM, data))


@settings(max_examples=250)
@given(
    st.lists(st.one_of(st.sampled_from(ODD), st.sampled_from(LINES), st.text(max_size=20)), max_size=12),
    st.sampled_from(["", "\n", " ", "\n  "]),
)
def test_any_pile_of_pieces_as_metadata(pieces: list[str], between: str) -> None:
    answers(BASE.bytes(ITEM, f"---\n{between.join(pieces)}\n---\n\nTekst.\n".encode("utf-8", "surrogatepass")))


@settings(max_examples=600)
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_real_item_after_any_clumsy_change(seed: int, times: int) -> None:
    answers(BASE.bytes(ITEM, mutate(TEXTS[ITEM], seed, times).encode("utf-8", "surrogatepass")))


@settings(max_examples=500)
@given(st.sampled_from(FILES), st.integers(0, 2**32), st.integers(1, 6))
def test_any_other_file_after_any_clumsy_change(path: str, seed: int, times: int) -> None:
    """The model, the facets, the sources, the elements and the other items."""
    answers(BASE.bytes(path, mutate(TEXTS[path], seed, times).encode("utf-8", "surrogatepass")))


@settings(max_examples=150)
@given(st.sampled_from((*FILES, *LISTS)), st.binary(max_size=200))
def test_any_bytes_as_any_file(path: str, data: bytes) -> None:
    answers(BASE.bytes(path, data))


@settings(max_examples=150)
@given(st.sampled_from(sorted(LISTS)), st.integers(0, 2**32), st.integers(1, 6))
def test_any_list_of_the_editors_after_any_clumsy_change(path: str, seed: int, times: int) -> None:
    """The real lists in a site that has other parts and items: everything in them is unknown."""
    answers(BASE.bytes(path, mutate(LISTS[path], seed, times).encode("utf-8", "surrogatepass")))


VALUES = st.recursive(
    st.one_of(st.none(), st.sampled_from(ODD), st.text(max_size=20), st.integers().map(str)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["bron", "titel", "min", "vreemd", "a b"]), inner, max_size=3),
    ),
    max_leaves=5,
)
FIELDS = tuple(line.split(":")[0] for line in TEXTS[ITEM].split("---")[1].split("\n") if line and line[0].isalpha())


def flow(value: object) -> str:
    """A value in the notation of one line, every text between quotes."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{flow(key)}: {flow(part)}' for key, part in value.items())}}}"
    return "~" if value is None else "'" + str(value).replace("'", "''").replace("\n", " ") + "'"


@settings(max_examples=250)
@given(st.sampled_from(FIELDS), VALUES)
def test_any_value_in_any_field(field: str, value: object) -> None:
    start, _, rest = TEXTS[ITEM].partition(f"\n{field}:")
    following = rest.split("\n", 1)[1].split("\n")
    while following and following[0].startswith(" "):
        following.pop(0)
    text = f"{start}\n{field}: {flow(value)}\n" + "\n".join(following)
    answers(BASE.bytes(ITEM, text.encode("utf-8", "surrogatepass")))


@settings(max_examples=250)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(FOLDERS),
            st.one_of(
                st.text(max_size=12),
                st.sampled_from(NAMES),
            ),
            st.sampled_from([b"", b"x", b"---\n---\n", b"PK\x03\x04", b"<svg", b"%PDF-"]),
            st.sampled_from(Sort),
        ),
        min_size=1,
        max_size=4,
    )
)  # fmt: skip
def test_any_file_with_any_name_anywhere(added: list[tuple[str, str, bytes, Sort]]) -> None:
    site = BASE
    for folder, name, data, sort in added:
        path = f"{folder}/{name}"
        site = site.bytes(path, data) if sort is Sort.FILE else site.link(path, sort)
    answers(site)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(FILES), max_size=6, unique=True))
def test_any_files_missing(paths: list[str]) -> None:
    answers(BASE.without(*paths))


@settings(max_examples=250)
@given(st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=15)), max_size=10).map("\n".join))
def test_any_text_as_the_body_of_an_item(text: str) -> None:
    body = read_body(text, 10)
    assert all(spot.line >= 10 and spot.column >= 1 for spot in (*body.references, *body.raw_html))
    is_safe(sanitise(text))
    answers(BASE.bytes(ITEM, (TEXTS[ITEM] + text).encode("utf-8", "surrogatepass")))


@given(st.binary(max_size=300))
def test_reading_gives_a_document_or_a_reason(data: bytes) -> None:
    problems = Problems()
    found = read_document("x.md", data, problems)
    assert found is not None or problems.errors
