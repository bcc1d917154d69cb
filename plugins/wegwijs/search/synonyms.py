"""Synonyms: words that mean the same when searching, from `toolbox/synoniemen.yml` and the begrippenlijst. The editors' data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wegwijs.catalogue import Catalogue
from wegwijs.problems import Problems
from wegwijs.search.language import STOP, tokens
from wegwijs.source import read_data
from wegwijs.tree import READ_LIMIT, Sort

SYNONYMS = "toolbox/synoniemen.yml"

Phrase = tuple[str, ...]


def synonyms(catalogue: Catalogue) -> tuple[tuple[Phrase, ...], ...]:
    """Groups of phrases with one meaning, each phrase as its words without stop words."""
    found = []
    for group in _groups(catalogue):
        phrases = tuple(dict.fromkeys(phrase for text in group if (phrase := _phrase(text))))
        if len(phrases) > 1:
            found.append(phrases)
    return tuple(found)


def different(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Pairs of words that look alike and must not be taken for each other."""
    pairs = set()
    for group in _lists(_meta(catalogue).get("niet")):
        words = [phrase[0] for text in group if len(phrase := _phrase(text)) == 1]
        pairs |= {(one, other) for one in words for other in words if one != other}
    return frozenset(pairs)


def _phrase(text: str) -> Phrase:
    """The telling words of a term. A term that keeps only one of its words says something else: *leren van elkaar* is not *leren*."""
    words = tuple(tokens(text))
    telling = tuple(word for word in words if word not in STOP)
    return telling if len(telling) > 1 or telling == words else ()


def _groups(catalogue: Catalogue) -> Iterator[list[str]]:
    yield from _lists(_meta(catalogue).get("groepen"))
    for row in catalogue.model.terms.values():
        yield [row.term, *row.ook]


def _lists(value: object) -> list[list[str]]:
    return [_texts(group) for group in value] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _meta(catalogue: Catalogue) -> Mapping[str, object]:
    """The editors' file. That it is well written is for a check to say; here a fault is passed over."""
    entry = catalogue.tree.entries.get(SYNONYMS)
    source = read_data(SYNONYMS, entry.read(READ_LIMIT), Problems()) if entry and entry.sort is Sort.FILE else None
    return source.meta if source else {}
