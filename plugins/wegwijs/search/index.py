"""Index: how well each word says what each page is about. Built once; the files and the Python query both use it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

from wegwijs.catalogue import Catalogue
from wegwijs.search.language import STOP, TOKEN, words_of
from wegwijs.search.lexicon import Lexicon, build_lexicon
from wegwijs.search.records import Record, records, texts
from wegwijs.search.synonyms import different, synonyms

LEVELS = 32
"""Steps of an impact. A posting is the number of a page times this, plus the impact."""
FIELDS = {"title": 10.0, "keywords": 7.0, "summary": 5.0, "questions": 3.5, "headings": 3.0, "facets": 2.5}
"""What a word counts for in a short field, however often it stands there."""
BODY = 3.5
"""What a word counts for in running text at most."""
HALF_BODY, HALF = 2.5, 8.0
"""Where counting more begins to matter less: times in the text, and points in all."""
TAIL, HEAD = 0.6, 0.4
"""What a compound counts for the words it is made of: *cultuur* says more about *kwaliteitscultuur* than *kwaliteit* does."""
RARITY = 2.5
"""Steps per halving of the number of pages a word stands on."""

KINDS = {"instrument": 115, "element": 110, "situatie": 110, "thema": 110, "werkblad": 85, "pagina": 85, "laag": 90}
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


def build_index(catalogue: Catalogue) -> Index:
    """Read every record once."""
    found = records(catalogue)
    seen: dict[str, tuple[str, ...]] = {}
    counts = [_counts(record, seen) for record in found]
    alike = synonyms(catalogue)
    vocabulary = {word for words in seen.values() for word in words}
    vocabulary.update(word for group in alike for phrase in group for word in phrase)
    lexicon = build_lexicon(vocabulary, different(catalogue))
    postings = _postings(counts, seen, lexicon)
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


def _counts(record: Record, seen: dict[str, tuple[str, ...]]) -> dict[str, Counter[str]]:
    """Per field how often each token stands there. `seen` gathers the words of each new token."""
    found = {}
    for name, text in texts(record):
        counter = Counter(TOKEN.findall(text.lower()))
        for token in [token for token in counter if token not in seen]:
            seen[token] = tuple(word for word in words_of(token) if word not in STOP)
        found[name] = counter
    return found


def _postings(
    counts: list[dict[str, Counter[str]]], seen: Mapping[str, tuple[str, ...]], lexicon: Lexicon
) -> tuple[tuple[int, ...], ...]:
    shares = {token: _shares(words, lexicon) for token, words in seen.items()}
    lengths = [sum(row["body"].values()) for row in counts]
    average = sum(lengths) / len(lengths) if lengths else 1
    found: list[list[int]] = [[] for _ in lexicon.groups]
    for number, (row, length) in enumerate(zip(counts, lengths, strict=True)):
        points: dict[int, float] = defaultdict(float)
        long = HALF_BODY * (0.6 + 0.4 * length / (average or 1))
        worths = [BODY * count / (count + long) for count in range(max(row["body"].values(), default=0) + 1)]
        for token, count in row["body"].items():
            for group, share in shares[token]:
                points[group] += worths[count] * share
        for name, worth in FIELDS.items():
            worth *= _title_share(row[name], seen) if name == "title" else 1
            for token in row[name]:
                for group, share in shares[token]:
                    points[group] += worth * share
        base = number * LEVELS
        for group, sum_ in points.items():
            # A low share of a compound in a long text says next to nothing.
            impact = int((LEVELS - 1) * sum_ / (sum_ + HALF) + 0.5)
            if impact:
                found[group].append(base + impact)
    return tuple(map(tuple, found))


def _title_share(title: Mapping[str, int], seen: Mapping[str, tuple[str, ...]]) -> float:
    """A word in a long title says less: 1 for one word, 0.7 for three."""
    size = sum(1 for token in title if seen[token])
    return float((2 / (1 + max(size, 1))) ** 0.5)


def _shares(words: tuple[str, ...], lexicon: Lexicon) -> tuple[tuple[int, float], ...]:
    """What one token counts for: its own group, and the parts of a compound."""
    found: dict[int, float] = {}
    for word in words:
        own = lexicon.words[word]
        found[own] = 1.0
        parts = lexicon.groups[own].parts
        for part in parts:
            found.setdefault(part, TAIL if part == parts[-1] else HEAD)
    return tuple(found.items())
