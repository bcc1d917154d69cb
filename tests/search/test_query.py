"""The query: what is found, and what comes first. Held against the browser's half in tests/browser/test_zoek.py."""

from __future__ import annotations

import pytest

from tests.search.conftest import page
from wegwijs.search.distance import distance
from wegwijs.search.index import Index, index_of
from wegwijs.search.query import search

PAGES = (
    page("Kwaliteitscultuur", "Wat mensen gewoon vinden."),
    page("Studententafel", "Een gesprek met studenten."),
    page("Examens", "De examencommissie en de validatiecommissie zien toe. Examen en validatie."),
    page("Stage", "Leren in een bedrijf.", keywords="stageplaats"),
    page("Aanspreken", "Hoe je een collega aanspreekt op zijn werk."),
    page("Evaluatie", "We evalueren elk jaar de tafel en de cultuur van kwaliteit."),
    page("Evaluatie van vroeger", "Hoe het ging.", status="historisch"),
    page("Peerreview", "Twee teams kijken bij elkaar. Over uitval."),
    page("Doorvragen", "Begeleiding en begeleiders."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    """A few pages."""
    return index_of(PAGES, ((("bpv",), ("stage",)), (("vsv",), ("uitval",), ("voortijdig", "schoolverlaten"))))


def first(index: Index, query: str, *, typing: bool = False) -> str:
    """The best page."""
    found = search(index, query, typing=typing)
    return found[0].path if found else ""


@pytest.mark.parametrize(
    ("query", "title"),
    [
        # Forms
        ("evaluaties", "Evaluatie"),
        ("geëvalueerd", "Evaluatie"),
        ("gesprekken", "Studententafel"),
        # Compounds, both ways, and written loose or with another link
        ("cultuur", "Kwaliteitscultuur"),
        ("commissies", "Examens"),
        ("studenten tafel", "Studententafel"),
        ("studenttafel", "Studententafel"),
        ("kwaliteitcultuur", "Kwaliteitscultuur"),
        ("peer review", "Peerreview"),
        ("collegagesprek", "Studententafel"),
        # Synonyms and abbreviations
        ("bpv", "Stage"),
        ("vsv", "Peerreview"),
        ("voortijdig schoolverlaten", "Peerreview"),
        # Slips
        ("kwaliteitscultur", "Kwaliteitscultuur"),
        ("evalautie", "Evaluatie"),
        ("peerreveiw", "Peerreview"),
        # Kin of a word, also of a word that nobody wrote
        ("begeleiden", "Doorvragen"),
        ("validering", "Examens"),
        # What is known of a word that nobody wrote
        ("stagevlinder", "Stage"),
        ("uurgesprek", "Studententafel"),
        ("doorevalueren", "Evaluatie"),
        # Whole sentences, with a verb in two pieces
        ("hoe spreek ik een collega aan?", "Aanspreken"),
        ("iemand aan te spreken", "Aanspreken"),
        ("Wat is een evaluatie?", "Evaluatie"),
        # Two words of which one is usually left out
        ("door vragen", "Doorvragen"),
    ],
)
def test_people_find_what_they_mean(index: Index, query: str, title: str) -> None:
    """Whatever form they type."""
    assert first(index, query) == title


def test_the_beginning_of_a_word_is_enough_while_typing(index: Index) -> None:
    """And also counts when the beginning is a word itself."""
    assert first(index, "kwalit", typing=True) == "Kwaliteitscultuur"
    assert first(index, "peerr", typing=True) == "Peerreview"


def test_a_title_counts_more_than_text(index: Index) -> None:
    """The page called so comes before the pages that speak of it."""
    assert first(index, "evaluatie") == "Evaluatie"


def test_history_comes_lower(index: Index) -> None:
    """It is there for who looks for it."""
    assert [hit.path for hit in search(index, "evaluatie")][:2] == ["Evaluatie", "Evaluatie van vroeger"]
    assert first(index, "evaluatie van vroeger") in ("Evaluatie", "Evaluatie van vroeger")


@pytest.mark.parametrize("query", ["", " ", "?!", "de het een", "kwantumfysica", "x", "💡", "a" * 500])
def test_nothing_is_found_where_nothing_is_asked(index: Index, query: str) -> None:
    """And nothing breaks."""
    assert search(index, query) == []
    assert search(index, query, typing=True) == []


def test_an_empty_site_has_an_empty_index() -> None:
    """A new project has no pages."""
    assert search(index_of(()), "stage") == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("tafel", "tafel", 0),
        ("tafel", "taffel", 1),
        ("begeleiding", "begelieding", 1),
        ("tafel", "tabel", 1),
        ("tafel", "stoel", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    """A swap of neighbours is one slip; above the limit it does not matter how many there are."""
    assert distance(one, other, 2) == count
