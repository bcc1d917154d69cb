"""Reading: what a word of a query may stand for: its group, its relatives, what begins or ends with it, and what was meant by a slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.search.distance import distance
from wegwijs.search.index import Index
from wegwijs.search.language import PARTICLES, STOP, bases, relations_of
from wegwijs.search.lexicon import NO_HEAD, NO_TAIL

KIN, SYNONYM, PARTS, LAST_PART = 0.55, 0.75, 0.6, 0.35
"""What a relative of a word counts for beside the word itself."""
NEW_PARTS, NEW_PART = 0.85, 0.45
"""The same, for a compound that no page has."""
BEGIN_KNOWN, BEGIN_NEW, BEGIN_STEM, END_NEW = 0.6, 0.75, 0.5, 0.6
LINKED, LOOSE_VERB = 0.95, 0.6
PIECE, LONG_PIECE, LONG_BEGIN = 0.4, 4, 6
"""A word that nobody knows may hold one that is known; a shorter piece counts only when several compounds begin with it."""
LONG = 7
"""Letters of a word in which somebody easily makes two slips, and that is hardly ever another word with one."""
LINKS = ("", "s", "en")
ONE_SLIP, TWO_SLIPS = 0.7, 0.5
MOST_BEGIN, MOST_END, MOST_SLIPS = 12, 8, 4


@dataclass(frozen=True)
class Option:
    """One way to read a part of the query: groups that a page must all have, and what it counts for."""

    groups: tuple[int, ...]
    factor: float


Term = tuple[Option, ...]
"""A part of the query: the reading that the page answers best counts. The first sets what the part weighs at most."""


def is_used(index: Index, word: str) -> bool:
    """Whether the word stands on a page."""
    group = index.lexicon.words.get(word)
    return group is not None and index.rarity[group] > 0


def read_word(index: Index, word: str, group: int | None, *, typing: bool) -> Term:
    """The ways to read a word, the likeliest first."""
    if group is not None:
        begun = _begins(index, word, BEGIN_KNOWN, group) if typing else []
        return (Option((group,), 1.0), *relatives(index, group, 1.0), *begun)
    linked = _linked(index, word)
    if linked is not None:
        return (Option((linked,), LINKED), *relatives(index, linked, LINKED))
    kin = next(
        (kin for other in relations_of(word) if (kin := index.lexicon.find(other)) is not None and index.rarity[kin]),
        None,
    )
    if kin is not None:
        return (Option((kin,), KIN), *relatives(index, kin, KIN))
    begun = _begins(index, word, BEGIN_NEW, None)
    slip = _slips(index, word, 1, from_first=word[0]) if len(word) >= LONG and not (typing and begun) else ()
    if slip:
        return slip
    parts = index.lexicon.split(word)
    found = [Option(parts, NEW_PARTS), *(Option((part,), NEW_PART) for part in parts)] if parts else []
    found += begun
    found += _ends(index, word)
    if not found:
        found = [
            option for base, _ in bases(word) if len(base) > 4 for option in _begins(index, base, BEGIN_STEM, None)
        ]
    return (
        tuple(found)
        or _slips(index, word, 2 if len(word) >= LONG else 1 if len(word) > 3 else 0)
        or _pieces(index, word)
    )


def _linked(index: Index, word: str) -> int | None:
    """The compound that somebody wrote with another link: *studenttafel*, *kwaliteitcultuur*."""
    for cut in range(3, len(word) - 2):
        head, tail = word[:cut], word[cut:]
        if head not in NO_HEAD and index.lexicon.find_head(head) is not None:
            for link in LINKS:
                for stem in (head, head.removesuffix("s"), head.removesuffix("en")):
                    if is_used(index, stem + link + tail):
                        return index.lexicon.words[stem + link + tail]
    return None


def _pieces(index: Index, word: str) -> Term:
    """What is known of a word: the verb after a particle, the end and the beginning of a compound, or what other words begin with."""
    found = []
    for cut in range(2, len(word) - 3):
        head, tail = word[:cut], word[cut:]
        group = index.lexicon.find(tail) if head in PARTICLES or (cut > 2 and len(tail) > LONG_PIECE) else None
        if group is not None and index.rarity[group] and tail not in STOP and not tail.startswith(NO_TAIL):
            found.append(Option((group,), LOOSE_VERB if head in PARTICLES else PIECE))
            break
    for cut in range(len(word) - 3, 2, -1):
        group = index.lexicon.find_head(word[:cut]) if word[:cut] not in NO_HEAD else None
        if group is not None and index.rarity[group] and (cut >= LONG_PIECE or group in index.heads):
            return (*found, Option((group,), PIECE))
    for cut in range(len(word) - 3, LONG_BEGIN - 1, -1):
        begun = _begins(index, word[:cut], PIECE, None)
        if begun:
            return (*found, *begun)
    return tuple(found)


def relatives(index: Index, group: int, factor: float) -> list[Option]:
    """Synonyms, kin, and the parts of a compound."""
    known = index.lexicon.groups[group]
    found = synonyms_of(index, (group,), factor)
    found += [Option((kin,), KIN * factor) for kin in known.kin]
    if known.parts:
        found += [Option(known.parts, PARTS * factor), Option(known.parts[-1:], LAST_PART * factor)]
    return found


def synonyms_of(index: Index, phrase: tuple[int, ...], factor: float) -> list[Option]:
    """What else is said for a word or a phrase."""
    return [
        Option(other, SYNONYM * factor)
        for place in index.by_phrase.get(phrase, ())
        for other in index.synonyms[place]
        if other != phrase
    ]


def _begins(index: Index, word: str, factor: float, known: int | None) -> list[Option]:
    if len(word) < 2:
        return []
    return _options(
        index, (other for other in index.lexicon.words if other.startswith(word)), factor, MOST_BEGIN, known
    )


def _ends(index: Index, word: str) -> list[Option]:
    """Words that end in it, such as *commissie*."""
    if len(word) < 4:
        return []
    longer = (other for other in index.lexicon.words if len(other) > len(word) + 2 and other.endswith(word))
    return _options(index, longer, END_NEW, MOST_END, None)


def _options(index: Index, words: Iterator[str], factor: float, most: int, known: int | None) -> list[Option]:
    """The groups of some words, the commonest first."""
    groups = {index.lexicon.words[word] for word in words}
    kept = sorted(
        (group for group in groups if index.rarity[group] and group != known),
        key=lambda group: (index.rarity[group], group),
    )
    return [Option((group,), factor) for group in kept[:most]]


def _slips(index: Index, word: str, most: int, *, from_first: str = "") -> Term:
    """The words that were probably meant, with as few slips as possible and at most so many."""
    for slips in range(1, most + 1):
        groups = {
            index.lexicon.words[other]
            for other in index.lexicon.words
            if other.startswith(from_first)
            and abs(len(other) - len(word)) <= slips
            and index.rarity[index.lexicon.words[other]]
            and distance(word, other, slips) == slips
        }
        if groups:
            factor = ONE_SLIP if slips == 1 else TWO_SLIPS
            kept = sorted(groups, key=lambda group: (index.rarity[group], group))[:MOST_SLIPS]
            options = [Option((group,), factor) for group in kept]
            return (*options, *(option for group in kept for option in relatives(index, group, factor)))
    return ()
