"""Index: how well each word says what each page is about. Built once; the files and the Python query both use it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from math import log2

from wegwijs.catalogue import Catalogue
from wegwijs.search.language import STOP, TOKEN, tokens, words_of
from wegwijs.search.lexicon import Group, Lexicon, build_lexicon
from wegwijs.search.records import Generated, Record, records, texts
from wegwijs.search.synonyms import Phrase, different, synonyms

LEVELS = 32
"""Steps of an impact. A posting is the number of a page times this, plus the impact."""
FIELDS = {"title": 12.0, "keywords": 8.0, "summary": 6.0, "questions": 3.0, "headings": 3.0, "facets": 2.0}
"""What a word counts for in a short field, however often it stands there."""
BODY = 2.5
"""What a word counts for in running text at most."""
HALF_BODY, HALF = 2.5, 8.0
"""Where counting more begins to matter less: times in the text, and points in all."""
HEAD, TAIL = 0.45, 0.65
"""What a compound counts for the words it is made of: *kwaliteitscultuur* is first of all a sort of *cultuur*."""
RARITY = 2.5
"""Steps per halving of the number of pages a word stands on."""

KINDS = {"instrument": 115, "thema": 120, "rol": 115, "element": 110, "situatie": 110, "verzameling": 100,
         "werkblad": 85, "pagina": 85, "laag": 90}
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
    titles: tuple[tuple[int, ...], ...]
    """The groups of the telling words of each title, in order."""
    synonyms: tuple[tuple[tuple[int, ...], ...], ...] = ()
    """Groups of phrases with one meaning, as numbers of word groups."""
    by_phrase: Mapping[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    """Where in `synonyms` a phrase stands."""


def build_index(catalogue: Catalogue, generated: Iterable[Generated] = ()) -> Index:
    """The index of a site."""
    return index_of(records(catalogue, generated), synonyms(catalogue), different(catalogue))


def index_of(
    found: tuple[Record, ...], alike: tuple[tuple[Phrase, ...], ...] = (), apart: Collection[tuple[str, str]] = ()
) -> Index:
    """The index of some records. Each is read once."""
    seen: dict[str, tuple[str, ...]] = {}
    cut = [_chunks(record, seen) for record in found]
    vocabulary = {word for words in seen.values() for word in words}
    vocabulary.update(word for group in alike for phrase in group for word in phrase)
    lexicon = build_lexicon(vocabulary, apart)
    postings = _postings(cut, seen, lexicon)
    rarity = tuple(max(1, round(RARITY * log2(1 + len(found) / len(rows)))) if rows else 0 for rows in postings)
    weights = tuple(KINDS.get(record.kind, 100) * STATUSES.get(record.status, 100) // 100 for record in found)
    numbered = _numbered(alike, lexicon)
    by_phrase: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, group in enumerate(numbered):
        for phrase in group:
            by_phrase[phrase].append(index)
    places = {phrase: tuple(indexes) for phrase, indexes in by_phrase.items()}
    titles = tuple(
        tuple(lexicon.words[word] for word in dict.fromkeys(tokens(record.title)) if word not in STOP) for record in found
    )
    return Index(found, lexicon, postings, rarity, weights, titles, numbered, places)


def _numbered(alike: tuple[tuple[Phrase, ...], ...], lexicon: Lexicon) -> tuple[tuple[tuple[int, ...], ...], ...]:
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
    """Half the time of the whole index goes by here, so what can be counted at once is counted at once."""
    groups = {chunk: tuple(lexicon.words[word] for word in words) for chunk, words in seen.items()}
    parts = {number: _shares(group) for number, group in enumerate(lexicon.groups) if group.parts}
    compounds = frozenset(parts)
    average = sum(len(row["body"]) for row in cut) / max(len(cut), 1) or 1
    found: list[list[int]] = [[] for _ in lexicon.groups]
    for number, row in enumerate(cut):
        short: dict[int, float] = defaultdict(float)
        for name, worth in FIELDS.items():
            own = dict.fromkeys(chain.from_iterable(map(groups.__getitem__, row[name])), 1.0)
            for compound in compounds.intersection(own):
                for part, share in parts[compound]:
                    own[part] = max(share, own.get(part, 0.0))
            # A word in a long title says less: 1 for one word, 0.7 for three.
            worth *= (2 / (1 + max(1, len(own)))) ** 0.5 if name == "title" else 1
            for group, share in own.items():
                short[group] += worth * share
        times: dict[int, float] = Counter(chain.from_iterable(map(groups.__getitem__, row["body"])))  # type: ignore[assignment]
        for compound, count in [(compound, times[compound]) for compound in compounds.intersection(times)]:
            for part, share in parts[compound]:
                times[part] = times.get(part, 0.0) + count * share
        half = HALF_BODY * (0.6 + 0.4 * len(row["body"]) / average)
        base = number * LEVELS
        impacts: dict[float, int] = {}
        for group, count in times.items():
            if group in short:
                short[group] += BODY * count / (count + half)
                continue
            if count not in impacts:
                impacts[count] = _impact(BODY * count / (count + half))
            if impacts[count]:
                found[group].append(base + impacts[count])
        for group, points in short.items():
            found[group].append(base + _impact(points))
    return tuple(map(tuple, found))


def _impact(points: float) -> int:
    """Points on a scale that flattens; 0 for next to nothing, such as a part of a compound in a long text."""
    return int((LEVELS - 1) * points / (points + HALF) + 0.5)


def _shares(group: Group) -> tuple[tuple[int, float], ...]:
    return tuple((part, TAIL if part == group.parts[-1] else HEAD) for part in dict.fromkeys(group.parts))
