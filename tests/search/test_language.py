"""Dutch words: how they are folded, and what they are a form of."""

from __future__ import annotations

import pytest

from wegwijs.search.language import bases, fold, kin_of, relations_of, root_of, skeleton, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Accents and capitals
        ("Coördinatie Eén IDEEËN", ["coordinatie", "een", "ideeen"]),
        # Apostrophes: a plural is one word; who is named after a word is found by that word
        ("foto's slb'er", ["fotos", "slber", "slb"]),
        ("foto’s", ["fotos"]),
        # Signs inside and around words
        ("O&K, pdca-cyclus!", ["oenk", "pdca", "cyclus"]),
        # Single letters say nothing, single figures do
        ("x 4 rollen", ["4", "rollen"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    """The same words come out of a page and out of a query."""
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("forms", "known"),
    [
        # Nouns
        ("gesprek gesprekken gesprekje gesprekjes", "gesprek"),
        ("bedrijf bedrijven", "bedrijf"),
        ("prijs prijzen", "prijs"),
        ("school scholen", "school"),
        ("les lessen", "les"),
        ("evaluatie evaluaties", "evaluatie"),
        ("film filmpje filmpjes", "film"),
        ("mogelijkheid mogelijkheden", "mogelijkheid"),
        ("strategie strategieen", "strategie"),
        ("lid leden", "lid"),
        ("afspraak afspraken", "afspraak aanspreken"),
        ("leider leiders", "leider"),
        ("wens wensen", "wens"),
        ("coach coaches", "coach"),
        # Diminutives
        ("plan plannen plannetje plannetjes", "plan"),
        ("foto fotos fotootje fotootjes", "foto"),
        ("opleiding opleidinkje", "opleiding"),
        ("oefening oefeningetje", "oefening"),
        ("blad bladen blaadje", "blad"),
        # Verbs
        ("evalueren evalueert geevalueerd evalueerde", "evalueren"),
        ("spreken spreekt gesproken sprak", "spreken"),
        ("aanspreken aanspreekt aangesproken", "aanspreken aangesproken"),
        ("bespreken bespreekt besproken", "bespreken"),
        ("onderzoeken onderzoekt onderzocht onderzochten", "onderzoeken"),
        ("ontwikkelen ontwikkelt ontwikkeld ontwikkelde", "ontwikkelen"),
        ("uitvoeren uitvoert uitgevoerd uitgevoerde", "uitvoeren"),
        ("opvallen opviel opgevallen", "opvallen"),
        ("motiveert gemotiveerd gemotiveerde motiveren", "motiveren"),
        ("werken werkt gewerkt werkte", "werken werk"),
        # Adjectives
        ("groot grote", "groot"),
        ("lerend lerende leren", "leren"),
    ],
)
def test_forms_of_a_word_have_one_root(forms: str, known: str) -> None:
    """Whatever a page or a reader writes, as long as the site knows one of the forms."""
    words = {skeleton(word) for word in known.split()}
    words |= {root_of(word, words.__contains__) for word in known.split()}
    assert len({root_of(form, words.__contains__) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "les lees",
        "plaat plaats",
        "intern internet",
        "man maan",
        "gemeen gemeente",
        "beleid begeleid",
        "vel veld",
        "afspreek afspraak",
    ],
)
def test_words_that_look_alike_stay_apart(words: str) -> None:
    """A stemmer that knows no words puts some of these together."""
    known = set(words.split())
    assert len({root_of(word, known.__contains__) for word in known}) == 2


def test_a_noun_knows_the_verb_it_was_made_from() -> None:
    """So that a search for one finds the other, lower."""
    assert kin_of("begeleiding", {"begeleid"}) == kin_of("begeleider", {"begeleid"}) == "begeleid"
    assert kin_of("evaluatie", {"evaluer"}) == "evaluer"
    assert kin_of("kamer", {"gesprek"}) == ""


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("innoveren", "innovatie"),
        ("innovatie", "innoveer"),
        ("reflecteren", "reflectie"),
        ("professionaliseren", "professionalisering"),
    ],
)
def test_a_word_that_nobody_wrote_leads_to_its_relations(word: str, other: str) -> None:
    """When only the noun or only the verb stands on the site."""
    assert other in relations_of(word)


@pytest.mark.parametrize("word", ["", "a", "en", "eee", "ssss", "2025", "’", "zzzzzen", "gege", "ge" * 60])
def test_any_text_is_a_word(word: str) -> None:
    """Readers type anything."""
    assert isinstance(bases(fold(word)), list)
    assert isinstance(relations_of(fold(word)), list)
