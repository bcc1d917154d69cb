"""The lexicon: forms in groups, and compounds that know their parts."""

from __future__ import annotations

from wegwijs.search.lexicon import Lexicon, build_lexicon


def parts(lexicon: Lexicon, word: str) -> list[str]:
    """The parts of a compound, each by its longest form."""
    return [max(lexicon.groups[part].forms, key=len) for part in lexicon.groups[lexicon.words[word]].parts]


def test_a_compound_knows_its_parts() -> None:
    """With the letters that Dutch puts between them."""
    lexicon = build_lexicon("kwaliteit cultuur kwaliteitscultuur studenten tafel studententafel".split())
    assert parts(lexicon, "kwaliteitscultuur") == ["kwaliteit", "cultuur"]
    assert parts(lexicon, "studententafel") == ["studenten", "tafel"]


def test_a_long_compound_is_taken_apart_further() -> None:
    """Also when its middle stands nowhere alone."""
    lexicon = build_lexicon("team kwaliteit portret teamkwaliteitsportret".split())
    assert parts(lexicon, "teamkwaliteitsportret") == ["team", "kwaliteit", "portret"]


def test_what_several_compounds_end_in_is_a_word() -> None:
    """Nobody wrote *commissie* alone."""
    lexicon = build_lexicon("examen validatie examencommissie validatiecommissie".split())
    assert parts(lexicon, "examencommissie") == ["examen", "commissie"]


def test_the_link_of_a_compound_is_no_letter_of_a_word() -> None:
    """Three sorts of *tafel*, and none of *stafel*; a *stelling* is not a *telling* either."""
    lexicon = build_lexicon(
        "bestuur kwaliteit gesprek studenten tafel bestuurstafel kwaliteitstafel gesprekstafel studententafel".split()
    )
    assert parts(lexicon, "bestuurstafel") == ["bestuur", "tafel"]
    assert parts(lexicon, "studententafel") == ["studenten", "tafel"]
    assert parts(build_lexicon("vraag stelling telling vraagstelling".split()), "vraagstelling") == [
        "vraag",
        "stelling",
    ]


def test_a_word_that_begins_with_a_small_word_is_no_compound() -> None:
    """*Voorbeeld* is no sort of *beeld*."""
    lexicon = build_lexicon("beeld voorbeeld stelling instelling".split())
    assert parts(lexicon, "voorbeeld") == parts(lexicon, "instelling") == []


def test_a_form_that_nobody_wrote_is_found() -> None:
    """By the rules of the language and the words of the site."""
    lexicon = build_lexicon("gesprek evalueren instuurt uitvoeren plaats".split())
    assert lexicon.find("insturen") == lexicon.words["instuurt"]
    assert lexicon.find("uitgevoerde") == lexicon.words["uitvoeren"]
    assert lexicon.find("plaat") is None
    assert lexicon.find("gesprekjes") == lexicon.words["gesprek"]
    assert lexicon.find("evalueert") == lexicon.words["evalueren"]
    assert lexicon.find("kwantum") is None


def test_editors_keep_words_apart() -> None:
    """`niet` in synoniemen.yml."""
    words = "dialoog model dialoogmodel".split()
    assert parts(build_lexicon(words), "dialoogmodel") == ["dialoog", "model"]
    assert parts(build_lexicon(words, {("dialoog", "dialoogmodel"), ("dialoogmodel", "dialoog")}), "dialoogmodel") == []


def test_the_order_of_the_words_does_not_matter() -> None:
    """The same words give the same lexicon."""
    words = "team teams gesprek gesprekken teamgesprek begeleiden begeleiding begeleider".split()
    assert build_lexicon(words) == build_lexicon(list(reversed(words)))
