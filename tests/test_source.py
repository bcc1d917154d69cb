"""Reading: what an author typed stays what it was, with its place; what cannot be read is told in plain Dutch."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wegwijs import source
from wegwijs.problems import Place, Problems
from wegwijs.source import MAX_META, MAX_TEXT, Source, decode, read_data, read_document

META = "titel: Een titel\n"


def read(meta: str, body: str = "Tekst.\n") -> tuple[Source | None, list[str]]:
    """A document with this metadata: what was read, and `line:column code` of every problem."""
    return read_bytes(f"---\n{meta}---\n{body}".encode())


def read_bytes(data: bytes) -> tuple[Source | None, list[str]]:
    problems = Problems()
    found = read_document("x.md", data, problems)
    return found, [f"{p.place.line}:{p.place.column} {p.code}" for p in problems]


def meta(text: str) -> object:
    found, problems = read(text)
    assert found is not None, problems
    assert not problems
    return dict(found.meta)


def test_metadata_and_body_are_found_with_the_line_on_which_the_body_starts() -> None:
    found, problems = read("titel: Peerreview\n", "\nEen tekst.\n")
    assert found is not None
    assert (dict(found.meta), found.body, found.body_line) == ({"titel": "Peerreview"}, "\nEen tekst.\n", 4)
    assert problems == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        # what YAML 1.1 would turn into a boolean
        *((word, word) for word in ("no", "NO", "on", "off", "ja", "nee", "true", "y")),
        # what it would turn into a number, a time or a date
        *((word, word) for word in ("12:30", "012", "0123", "1.10", "1_000", "0612345678", "0x1F", "1e3", ".5", "90")),
        *((word, word) for word in ("2024-01-31", "2024-01-31 12:00:00", ".inf", ".nan", "=")),
        # quotes say that it is text, and nothing more
        ('"no"', "no"),
        ("'12:30'", "12:30"),
        ('"regel\\ntwee"', "regel\ntwee"),
        ("'collega''s'", "collega's"),
        ("! tekst", "tekst"),
        # nothing
        ("", None),
        ("~", None),
        ("null", None),
        ('""', ""),
        # texts over more lines
        (">-\n  een\n  twee", "een twee"),
        ("|-\n  een\n  twee", "een\ntwee"),
        ("een\n  twee", "een twee"),
        # signs that need no quotes
        ("C# en C++", "C# en C++"),
        ("https://voorbeeld.nl/a#b", "https://voorbeeld.nl/a#b"),
        ("10:00 uur tot 11:00 uur", "10:00 uur tot 11:00 uur"),
        ("-5 graden", "-5 graden"),
        ("één €, 'n vraag?", "één €, 'n vraag?"),
    ],
)
def test_a_plain_value_stays_the_text_that_was_typed(typed: str, value: str | None) -> None:
    assert meta(f"veld: {typed}\n") == {"veld": value}


def test_lists_and_groups_can_be_written_in_both_ways() -> None:
    wanted = {"rol": ["docent", "student"], "duur": {"min": "60", "max": "90"}}
    assert meta("rol: [docent, student]\nduur: {min: 60, max: 90}\n") == wanted
    assert meta("rol:\n- docent\n- student\nduur:\n  min: 60\n  max: 90\n") == wanted
    assert meta("# opmerking\nrol: [docent, student] # nog een\nduur: {min: 60, max: 90}\n") == wanted


def test_every_value_and_every_name_has_a_place_in_the_file() -> None:
    found, _problems = read("titel: X\nstappen:\n  - titel: Een\n    minuten: 10\n  - {titel: Twee, minuten: 20}\n")
    assert found is not None
    assert found.place("titel") == Place("x.md", 2, 8)
    assert found.key_place("titel") == Place("x.md", 2, 1)
    assert found.place("stappen", 0, "minuten") == Place("x.md", 5, 14)
    assert found.place("stappen", 1, "titel") == Place("x.md", 6, 13)
    assert found.key_place("stappen", 1, "minuten") == Place("x.md", 6, 19)
    # what is not there is where its nearest parent is
    assert found.place("stappen", 1, "uitleg") == Place("x.md", 6, 5)
    assert found.key_place("stappen", 7, "x") == Place("x.md", 4, 3)
    assert found.place("nergens") == Place("x.md", 1, 1)
    assert found.place() == Place("x.md", 1, 1)


def test_columns_count_letters_and_not_bytes() -> None:
    found, _problems = read("titel: {één: 🙂, twee: 2}\n")
    assert found is not None
    assert found.place("titel", "twee") == Place("x.md", 2, 23)


# --- The file ---


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", ["1:1 K004"]),
        (b" \n\n\t\n", ["1:1 K004"]),
        (b"titel: X\n", ["1:1 K001"]),
        (b"\n---\ntitel: X\n---\n", ["1:1 K001"]),
        (b"----\ntitel: X\n----\n", ["1:1 K001"]),
        (b"---\ntitel: X\n", ["1:1 K002"]),
        (b"---\n---\n", ["2:1 K003"]),
        (b"---\n# alleen een opmerking\n---\n", ["2:1 K003"]),
        (b"---\n- een\n- twee\n---\n", ["2:1 K003"]),
        (b"---\nzomaar tekst\n---\n", ["2:1 K003"]),
        # the encodings that Windows programs leave behind
        ("---\ntitel: X\n---\n".encode("utf-16"), ["1:1 K005"]),
        ("---\ntitel: X\n---\n".encode("utf-16-be"), ["1:1 K005"]),
        ("---\ntitel: X\n---\n".encode("utf-16-le"), ["1:1 K005"]),
        ("---\ntitel: X\nkern: één\n---\n".encode("latin-1"), ["3:1 K005"]),
        (b"PK\x03\x04 een Word-bestand \xff", ["1:1 K005"]),
        # signs that nobody sees
        (b"---\ntitel: X\x00\n---\n", ["2:9 K009"]),
        ("---\ntitel: X\n---\nEen \u202ewoord\n".encode(), ["4:5 K009"]),
        ("---\ntitel: X\n---\n\nTekst\u2028tekst\n".encode(), ["5:6 K009"]),
        ("---\ntitel: X\u0085\n---\n".encode(), ["2:9 K009"]),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, problems: list[str]) -> None:
    assert read_bytes(data) == (None, problems)


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ("---\ntitel: Eén\n---\nTekst.\n".encode("utf-8-sig"), ["1:1 K006"]),
        ("---\r\ntitel: Eén\r\n---\r\nTekst.\r\n".encode(), ["1:1 K007"]),
        ("---\rtitel: Eén\r---\rTekst.\r".encode(), ["1:1 K007"]),
        ("---  \ntitel: Eén\n--- \nTekst.\n".encode(), []),
    ],
)
def test_a_file_that_can_be_put_right_is_read_all_the_same(data: bytes, problems: list[str]) -> None:
    found, said = read_bytes(data)
    assert found is not None
    assert (found.meta["titel"], found.body, found.body_line) == ("Eén", "Tekst.\n", 4)
    assert said == problems


def test_too_much_is_refused_and_never_cut() -> None:
    problems = Problems()
    assert decode("x.md", b"x" * (MAX_TEXT + 1), problems) is None
    assert decode("x.md", b"x" * MAX_TEXT, problems) is not None
    assert [p.code for p in problems] == ["K008"]
    assert read("x: y\n" + "# opmerking\n" * (MAX_META // 12 + 1))[1] == ["2:1 K049"]


def test_data_of_the_editors_may_be_longer_than_metadata() -> None:
    problems = Problems()
    found = read_data("toolbox/facets.yml", b"a:\n" + b"  - woord\n" * 10_000, problems)
    assert found is not None
    assert not problems
    assert found.body == ""


# --- How the data is written: every pitfall of YAML that was measured, with what it says and where ---


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        # a colon in the text
        ("titel: Samen: leren\n", ["2:13 K040"]),
        ("stappen:\n  - titel: Eerst: luisteren\n", ["3:17 K040"]),
        ('titel: "Samen": leren\n', ["2:15 K040"]),
        # quotes
        ("titel: 'collega's'\n", ["2:17 K041"]),
        ('titel: "Een" vraag\n', ["2:14 K041"]),
        ('titel: "Een vraag\nkern: X\n', ["2:8 K041"]),
        ("titel: 'Een vraag\n", ["2:8 K041"]),
        ("titel: 's Morgens\n", ["2:8 K041"]),
        # tabs
        ("herkomst:\n\tsoort: school\n", ["3:1 K042"]),
        ("\t\t\t\ntitel: X\n", ["2:1 K042"]),
        # signs that mean something else
        ("titel: @naam\n", ["2:8 K043"]),
        ("titel: `code`\n", ["2:8 K043"]),
        ("titel: %procent\n", ["2:8 K043"]),
        # curly quotes
        ("titel: “Een vraag”\n", ["2:8 K044"]),
        ("titel: „Een vraag”\n", ["2:8 K044"]),
        ("titel: “Een: vraag”\n", ["2:8 K044"]),
        # twice the same
        ("titel: X\nkern: Y\ntitel: Z\n", ["4:1 K045"]),
        ("duur: {min: 1, min: 2}\n", ["2:16 K045"]),
        # references, merges and orders
        ("titel: &a X\n", ["2:8 K046"]),
        ("titel: *a\n", ["2:8 K046"]),
        ("*a : X\n", ["2:1 K046"]),
        ("&a titel: X\n", ["2:1 K046"]),
        ("<<: {titel: X}\n", ["2:1 K046"]),
        ("titel: !!python/object/apply:os.system [ls]\n", ["2:8 K047"]),
        ("titel: !!str 12\n", ["2:8 K047"]),
        ("titel: !ENV HOME\n", ["2:8 K047"]),
        ("!!str titel: X\n", ["2:1 K047"]),
        # spaces that are no spaces
        ("titel:\u00a0Een vraag\n", ["2:7 K048"]),
        ("titel: Een\u202fvraag\n", ["2:11 K048"]),
        # margins and dashes
        ("herkomst:\n  soort: school\n naam: X\n", ["4:2 K050"]),
        (" titel: X\nkern: Y\n", ["3:1 K050"]),
        ("rol: - docent\n", ["2:6 K051"]),
        ("titel: ] X\n", ["2:8 K052"]),
        # a piece that falls away
        ("titel: Leren van vraag #1\n", ["2:8 K053"]),
        # more than one block, too deep, and names that are no words
        ("a: 1\n...\nb: 2\n", ["4:1 K054"]),
        ("a: " + "[" * 12 + "]" * 12 + "\n", ["2:14 K055"]),
        ("[a, b]: c\n", ["2:1 K056"]),
        ("? {a: b}\n: c\n", ["2:3 K056"]),
        # a line without a colon
        ("titel: X\nlos woord\n", ["3:1 K057"]),
        ("titel: X\nlos\nkern: Y\n", ["3:1 K057"]),
        # brackets
        ("rol: [docent\nkern: X\n", ["2:6 K058"]),
        ("duur: {min: 1\n", ["2:7 K058"]),
        ("rol: [docent student}\n", ["2:6 K058"]),
        # backslashes
        ('titel: "C:\\Users"\n', ["2:13 K059"]),
        ('titel: "Samen \\leren"\n', ["2:15 K059"]),
        # signs that nobody sees, written as an escape
        ('titel: "Samen\\u202e leren"\n', ["2:8 K009"]),
        ('titel: "Samen\\0leren"\n', ["2:8 K009"]),
    ],
)
def test_every_pitfall_of_the_notation_has_its_code_and_its_place(typed: str, problems: list[str]) -> None:
    assert read(typed)[1] == problems


@pytest.mark.parametrize(
    "typed", ["titel:\u00a0Een vraag\n", "titel: Leren van vraag #1\n", "titel: X\ntitel: Y\n", "titel: “X”\n"]
)
def test_what_is_only_doubtful_is_read_so_that_more_problems_can_be_found(typed: str) -> None:
    assert read(typed)[0] is not None


def test_a_remark_of_the_author_falls_away_without_a_word() -> None:
    assert meta("titel: Een vraag # hier nog over nadenken\nrol: [docent] # en student?\n") == {
        "titel": "Een vraag",
        "rol": ["docent"],
    }


def test_a_bomb_of_references_is_not_lit() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert read(bomb) == (None, ["2:4 K046"])


def test_the_slow_parser_of_python_says_the_same_as_the_quick_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without libyaml words its complaints differently; an author gets the same code."""
    monkeypatch.setattr(source, "Loader", yaml.SafeLoader)
    for typed, code in {
        "titel: Samen: leren\n": "K040",
        "titel: 'collega's'\n": "K041",
        "titel: @naam\n": "K043",
        "rol: - docent\n": "K051",
        "rol: [docent\nkern: X\n": "K058",
        'titel: "Samen \\leren"\n': "K059",
        "titel: X\nlos woord\n": "K057",
        "herkomst:\n  soort: school\n naam: X\n": "K050",
    }.items():
        assert [line.split()[1] for line in read(typed)[1]] == [code], typed


@given(
    lines=st.lists(
        st.sampled_from(["a: b", "- c", "  d: [e", "'f", '"g', "\t", "h: i: j", "# k", "|", "}", "? l", ": m"])
    )
)
def test_any_pile_of_lines_is_read_or_has_a_place_in_the_file(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    problems = Problems()
    found = read_document("x.md", f"---\n{text}---\n".encode(), problems)
    assert found is not None or problems.errors
    assert all(1 <= p.place.line <= len(lines) + 3 and p.place.column >= 1 for p in problems)
