"""Index: how well each word says what each page is about. Built once; the files and the Python query both use it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from math import log2

from wegwijs.catalogue import Catalogue
from wegwijs.search.language import STOP, TOKEN, words_of
from wegwijs.search.lexicon import Lexicon, build_lexicon
from wegwijs.search.records import Generated, Record, records, texts
from wegwijs.search.synonyms import different, synonyms

LEVELS = 32
"""Steps of an impact. A posting is the number of a page times this, plus the impact."""
FIELDS = {"title": 12.0, "keywords": 8.0, "summary": 6.0, "questions": 3.0, "headings": 3.0, "facets": 2.0}
"""What a word counts for in a short field, however often it stands there."""
BODY = 2.5
"""What a word counts for in running text at most."""
HALF_BODY, HALF = 2.5, 8.0
"""Where counting more begins to matter less: times in the text, and points in all."""
SHARES = (1.0, 0.45, 0.65)
"""What a word counts for itself, and a compound for its first and last part: *kwaliteitscultuur* is a sort of *cultuur*."""
RARITY = 2.5
"""Steps per halving of the number of pages a word stands on."""

KINDS = {"instrument": 115, "thema": 120, "rol": 115, "element": 110, "situatie": 110, "werkblad": 85, "pagina": 85, "laag": 90}
STATUSES = {"historisch": 60, "ingetrokken": 40, "in-ontwikkeling": 95}
"""What a page counts for beside others, in percents; what is not named counts for 100."""


@dataclass(frozen=True)
class Index:
    """Pages, words, and the postings that join them."""

    records: tuple[Record, ...]
    lexicon: Lexicon
    postings: tuple[tuple[int, ...], ...]
    """For each group its pages with their impact, by page."""
    rarity: tuple[int, ...]
    """How much a group tells apart, from 1 for a word on every page; 0 for a word that stands nowhere."""
    weights: tuple[int, ...]
    """What each page counts for, in percents."""
    synonyms: tuple[tuple[tuple[int, ...], ...], ...] = ()
    """Groups of phrases with one meaning, as numbers of word groups."""
    by_phrase: Mapping[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    """Where in `synonyms` a phrase stands."""


def build_index(catalogue: Catalogue, generated: Iterable[Generated] = ()) -> Index:
    """Read every record once."""
    found = records(catalogue, generated)
    seen: dict[str, tuple[str, ...]] = {}
    cut = [_chunks(record, seen) for record in found]
    alike = synonyms(catalogue)
    vocabulary = {word for words in seen.values() for word in words}
    vocabulary.update(word for group in alike for phrase in group for word in phrase)
    lexicon = build_lexicon(vocabulary, different(catalogue))
    postings = _postings(cut, seen, lexicon)
    rarity = tuple(max(1, round(RARITY * log2(1 + len(found) / len(rows)))) if rows else 0 for rows in postings)
    weights = tuple(KINDS.get(record.kind, 100) * STATUSES.get(record.status, 100) // 100 for record in found)
    numbered = _numbered(alike, lexicon)
    by_phrase: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, group in enumerate(numbered):
        for phrase in group:
            by_phrase[phrase].append(index)
    places = {phrase: tuple(indexes) for phrase, indexes in by_phrase.items()}
    return Index(found, lexicon, postings, rarity, weights, numbered, places)


def _numbered(alike: tuple[tuple[tuple[str, ...], ...], ...], lexicon: Lexicon) -> tuple[tuple[tuple[int, ...], ...], ...]:
    found = []
    for group in alike:
        phrases = tuple(dict.fromkeys(tuple(lexicon.words[word] for word in phrase) for phrase in group))
        if len(phrases) > 1:
            found.append(phrases)
    return tuple(found)


Chunks = dict[str, list[str]]
"""Per field its chunks: words with the signs around them, so that only chunks nobody saw before need be looked at closely."""


def _chunks(record: Record, seen: dict[str, tuple[str, ...]]) -> Chunks:
    """Cut the fields, and gather the words of each new chunk in `seen`."""
    found = {name: text.lower().split() for name, text in texts(record)}
    for chunk in set(chain.from_iterable(found.values())).difference(seen):
        words = (word for token in TOKEN.findall(chunk) for word in words_of(token))
        seen[chunk] = tuple(word for word in words if word not in STOP)
    return found


def _postings(cut: list[Chunks], seen: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> tuple[tuple[int, ...], ...]:
    keys = {chunk: _keys(words, lexicon) for chunk, words in seen.items()}
    average = sum(len(row["body"]) for row in cut) / max(len(cut), 1) or 1
    found: list[list[int]] = [[] for _ in lexicon.groups]
    for number, row in enumerate(cut):
        times: dict[int, float] = defaultdict(float)
        for key, count in Counter(chain.from_iterable(map(keys.__getitem__, row["body"]))).items():
            times[key // 3] += count * SHARES[key % 3]
        long = HALF_BODY * (0.6 + 0.4 * len(row["body"]) / average)
        points = {group: BODY * count / (count + long) for group, count in times.items()}
        for name, worth in FIELDS.items():
            best: dict[int, float] = {}
            for key in chain.from_iterable(map(keys.__getitem__, row[name])):
                best[key // 3] = max(SHARES[key % 3], best.get(key // 3, 0.0))
            # A word in a long title says less: 1 for one word, 0.7 for three.
            worth *= (2 / (1 + max(1, sum(1 for chunk in row[name] if keys[chunk])))) ** 0.5 if name == "title" else 1
            for group, share in best.items():
                points[group] = points.get(group, 0.0) + worth * share
        base = number * LEVELS
        for group, sum_ in points.items():
            # A low share of a compound in a long text says next to nothing.
            impact = int((LEVELS - 1) * sum_ / (sum_ + HALF) + 0.5)
            if impact:
                found[group].append(base + impact)
    return tuple(map(tuple, found))


def _keys(words: tuple[str, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """What a chunk counts for: three times a group, plus which of `SHARES` it gets."""
    found: dict[int, int] = {}
    for word in words:
        own = lexicon.words[word]
        found[own] = 0
        parts = lexicon.groups[own].parts
        for part in parts:
            found.setdefault(part, 2 if part == parts[-1] else 1)
    return tuple(group * 3 + share for group, share in found.items())
