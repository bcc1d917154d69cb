"""Query: the same questions as in the browser, put to the index in Python: for the editors' report and for tests.

`theme/assets/js/zoek.js` is the original that readers use; a browser test holds the two against each other, scores included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.search.index import LEVELS, Index
from wegwijs.search.language import BETWEEN, PARTICLES, STOP, tokens
from wegwijs.search.reading import (
    KIN,
    LINKS,
    LOOSE_VERB,
    NEW_PARTS,
    Option,
    Term,
    is_used,
    read_word,
    relatives,
    synonyms_of,
)

MOST_WORDS, LONGEST_PHRASE = 30, 4

HALF_COVERED = 4
"""The impact at which a page answers a part of the query for half: a word in passing is no answer to a question of four words."""
LEAST_COVERED, LEAST_SCORE = 0.25, 0.1
"""Of the best result: pages that answer less of the query, or score less, are left out."""
RERANKED = 60


@dataclass(frozen=True)
class Hit:
    """A page that answers the query."""

    path: str
    score: float


def search(index: Index, query: str, *, typing: bool = False) -> list[Hit]:
    """The pages that answer a query, best first. `typing`: the last word may be a beginning."""
    words, particles = read_query(index, query)
    terms = list(_terms(index, words, particles, typing=typing))
    weights = [_weight(index, term) for term in terms]
    total = sum(weights)
    if not total:
        return []
    sums: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(float)
    for term, weight in zip(terms, weights, strict=True):
        for page, score in _pages(index, term, weight).items():
            sums[page] += score
            covered[page] += weight * (score / (score + weight * HALF_COVERED))
    best = max(covered.values(), default=0)
    scores = {
        page: score * (covered[page] / total) * index.weights[page]
        for page, score in sums.items()
        if covered[page] >= best * LEAST_COVERED
    }
    ordered = sorted(scores, key=lambda page: (-scores[page], page))
    groups = tuple(map(index.lexicon.find, words))
    for page in ordered[:RERANKED]:
        scores[page] *= _title_bonus(index, page, groups, terms, weights)
    ordered.sort(key=lambda page: (-scores[page], page))
    least = scores[ordered[0]] * LEAST_SCORE if ordered else 0
    return [Hit(index.records[page].path, scores[page]) for page in ordered if scores[page] >= least]


def read_query(index: Index, query: str) -> tuple[list[str], list[list[str]]]:
    """The words that count, and for each the particles around it: *spreek … aan* may be *aanspreken*.

    Stop words are left out, unless there is nothing else or the site writes one of them and its neighbour as one word: *zelf evaluatie*.
    """
    typed = [word for word in tokens(query) if len(word) > 1 or word.isdigit()][:MOST_WORDS]
    kept: list[tuple[str, int]] = []
    at = 0
    while at < len(typed):
        pair = typed[at : at + 2]
        both = "".join(pair)
        if len(pair) == 2 and (pair[0] in STOP) != (pair[1] in STOP) and is_used(index, both):
            kept.append((both, at + 1))
            at += 1
        elif typed[at] not in STOP:
            kept.append((typed[at], at))
        at += 1
    if not kept:
        return typed, [[] for _ in typed]
    return [word for word, _ in kept], [_particles(typed, place) for _, place in kept]


def _particles(typed: list[str], place: int) -> list[str]:
    """The particles that may belong to the word at a place: the one just before it, and those after it."""
    is_apart = place > 1 and typed[place - 1] in BETWEEN and typed[place - 2] in PARTICLES
    return [*typed[place - 2 : place - 1][: int(is_apart)], *(word for word in typed[place + 1 :] if word in PARTICLES)]


def _terms(index: Index, words: list[str], particles: list[list[str]], *, typing: bool) -> Iterator[Term]:
    groups = [index.lexicon.find(word) for word in words]
    at = 0
    while at < len(words):
        size, term = _phrase(index, groups, at)
        if not size and at + 1 < len(words):
            size, term = _joined(index, words, groups, at)
        if not size:
            size, term = 1, read_word(index, words[at], groups[at], typing=typing and at == len(words) - 1)
            term = _separable(index, words[at], particles[at], term)
        yield term
        at += size


def _separable(index: Index, word: str, particles: list[str], term: Term) -> Term:
    """A verb whose particle stands further on comes first; the loose verb says less."""
    for particle in particles:
        group = index.lexicon.find(particle + word)
        if group is not None and index.rarity[group]:
            loose = (Option(option.groups, option.factor * LOOSE_VERB) for option in term)
            return (Option((group,), 1.0), *relatives(index, group, 1.0), *loose)
    return term


def _phrase(index: Index, groups: list[int | None], at: int) -> tuple[int, Term]:
    """The longest term of more words with synonyms, such as *college van bestuur*."""
    for size in range(min(LONGEST_PHRASE, len(groups) - at), 1, -1):
        found = groups[at : at + size]
        if None not in found:
            phrase = tuple(group for group in found if group is not None)
            if phrase in index.by_phrase:
                return size, (Option(phrase, 1.0), *synonyms_of(index, phrase, 1.0))
    return 0, ()


def _joined(index: Index, words: list[str], groups: list[int | None], at: int) -> tuple[int, Term]:
    """Two words that the site writes as one: *peer review*, *kwaliteit cultuur*."""
    for link in LINKS:
        group = index.lexicon.words.get(words[at] + link + words[at + 1])
        if group is not None and index.rarity[group]:
            one, other = groups[at], groups[at + 1]
            loose = (Option((one, other), NEW_PARTS),) if one is not None and other is not None else ()
            return 2, (Option((group,), 1.0), *loose, *relatives(index, group, 1.0))
    return 0, ()


def _weight(index: Index, term: Term) -> int:
    """What a part of the query weighs: the rarity of its first reading, or of the rarest when that stands nowhere."""
    if not term:
        return 0
    return rarity(index, term[0]) or max(rarity(index, option) for option in term)


def rarity(index: Index, option: Option) -> int:
    """The rarest word of a reading; 0 when one of them stands nowhere."""
    found = [index.rarity[group] for group in option.groups]
    return max(found) if all(found) else 0


def _pages(index: Index, term: Term, weight: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for option in term:
        worth = min(rarity(index, option), weight) * option.factor
        if not worth:
            continue
        for page, impact in _impacts(index, option.groups).items():
            score = worth * impact
            if score > best.get(page, 0):
                best[page] = score
    return best


def _impacts(index: Index, groups: tuple[int, ...]) -> dict[int, int]:
    """The pages that have all groups, with the impact of the weakest."""
    found: dict[int, int] | None = None
    for group in groups:
        rows = {posting // LEVELS: posting % LEVELS for posting in index.postings[group]}
        found = (
            rows if found is None else {page: min(impact, rows[page]) for page, impact in found.items() if page in rows}
        )
    return found or {}


def _title_bonus(
    index: Index, page: int, groups: tuple[int | None, ...], terms: list[Term], weights: list[int]
) -> float:
    """More for a title that says what is asked and little else; most for the title itself."""
    title = index.titles[page]
    there = frozenset(title)
    wanted = {group for term in terms for option in term if option.factor >= KIN for group in option.groups}
    asked = sum(
        weight
        for term, weight in zip(terms, weights, strict=True)
        if any(option.factor >= KIN and there.issuperset(option.groups) for option in term)
    )
    said = sum(1 for group in title if group in wanted) / len(title) if title else 0
    bonus = 1 + 0.8 * (asked / sum(weights)) * (0.4 + 0.6 * said)
    return bonus * 1.5 if title == groups else bonus
