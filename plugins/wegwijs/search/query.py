"""Query: the same questions as in the browser, put to the index in Python: for the editors' report and for tests.

`theme/assets/js/zoek.js` is the original that readers use; a browser test holds the two against each other, scores included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.search.distance import distance
from wegwijs.search.index import LEVELS, Index
from wegwijs.search.language import PARTICLES, STOP, bases, relations_of, tokens
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
MOST_BEGIN, MOST_END, MOST_SLIPS, MOST_WORDS, LONGEST_PHRASE = 12, 8, 4, 30, 4
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


@dataclass(frozen=True)
class Option:
    """One way to read a part of the query: groups that a page must all have, and what it counts for."""

    groups: tuple[int, ...]
    factor: float


Term = tuple[Option, ...]
"""A part of the query: the reading that the page answers best counts. The first sets what the part weighs at most."""


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
    """The words that count, and for each the particles after it: *spreek … aan* may be *aanspreken*.

    Stop words are left out, unless there is nothing else or the site writes one of them and its neighbour as one word: *zelf evaluatie*.
    """
    typed = [word for word in tokens(query) if len(word) > 1 or word.isdigit()][:MOST_WORDS]
    kept: list[tuple[str, int]] = []
    at = 0
    while at < len(typed):
        pair = typed[at : at + 2]
        both = "".join(pair)
        if len(pair) == 2 and (pair[0] in STOP) != (pair[1] in STOP) and _is_used(index, both):
            kept.append((both, at + 1))
            at += 1
        elif typed[at] not in STOP:
            kept.append((typed[at], at))
        at += 1
    if not kept:
        return typed, [[] for _ in typed]
    return [word for word, _ in kept], [[word for word in typed[place + 1 :] if word in PARTICLES] for _, place in kept]


def _is_used(index: Index, word: str) -> bool:
    group = index.lexicon.words.get(word)
    return group is not None and index.rarity[group] > 0


def _terms(index: Index, words: list[str], particles: list[list[str]], *, typing: bool) -> Iterator[Term]:
    groups = [index.lexicon.find(word) for word in words]
    at = 0
    while at < len(words):
        size, term = _phrase(index, groups, at)
        if not size and at + 1 < len(words):
            size, term = _joined(index, words, groups, at)
        if not size:
            size, term = 1, _single(index, words[at], groups[at], typing=typing and at == len(words) - 1)
            term = _separable(index, words[at], particles[at], term)
        yield term
        at += size


def _separable(index: Index, word: str, particles: list[str], term: Term) -> Term:
    """A verb whose particle stands further on comes first; the loose verb says less."""
    for particle in particles:
        group = index.lexicon.find(particle + word)
        if group is not None and index.rarity[group]:
            loose = (Option(option.groups, option.factor * LOOSE_VERB) for option in term)
            return (Option((group,), 1.0), *_relatives(index, group, 1.0), *loose)
    return term


def _phrase(index: Index, groups: list[int | None], at: int) -> tuple[int, Term]:
    """The longest term of more words with synonyms, such as *college van bestuur*."""
    for size in range(min(LONGEST_PHRASE, len(groups) - at), 1, -1):
        found = groups[at : at + size]
        if None not in found:
            phrase = tuple(group for group in found if group is not None)
            if phrase in index.by_phrase:
                return size, (Option(phrase, 1.0), *_synonyms(index, phrase, 1.0))
    return 0, ()


def _joined(index: Index, words: list[str], groups: list[int | None], at: int) -> tuple[int, Term]:
    """Two words that the site writes as one: *peer review*, *kwaliteit cultuur*."""
    for link in LINKS:
        group = index.lexicon.words.get(words[at] + link + words[at + 1])
        if group is not None and index.rarity[group]:
            one, other = groups[at], groups[at + 1]
            loose = (Option((one, other), NEW_PARTS),) if one is not None and other is not None else ()
            return 2, (Option((group,), 1.0), *loose, *_relatives(index, group, 1.0))
    return 0, ()


def _single(index: Index, word: str, group: int | None, *, typing: bool) -> Term:
    if group is not None:
        begun = _begins(index, word, BEGIN_KNOWN, group) if typing else []
        return (Option((group,), 1.0), *_relatives(index, group, 1.0), *begun)
    linked = _linked(index, word)
    if linked is not None:
        return (Option((linked,), LINKED), *_relatives(index, linked, LINKED))
    kin = next(
        (kin for other in relations_of(word) if (kin := index.lexicon.find(other)) is not None and index.rarity[kin]),
        None,
    )
    if kin is not None:
        return (Option((kin,), KIN), *_relatives(index, kin, KIN))
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
                    if _is_used(index, stem + link + tail):
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


def _relatives(index: Index, group: int, factor: float) -> list[Option]:
    """Synonyms, kin, and the parts of a compound."""
    known = index.lexicon.groups[group]
    found = _synonyms(index, (group,), factor)
    found += [Option((kin,), KIN * factor) for kin in known.kin]
    if known.parts:
        found += [Option(known.parts, PARTS * factor), Option(known.parts[-1:], LAST_PART * factor)]
    return found


def _synonyms(index: Index, phrase: tuple[int, ...], factor: float) -> list[Option]:
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
            return (*options, *(option for group in kept for option in _relatives(index, group, factor)))
    return ()


def _weight(index: Index, term: Term) -> int:
    """What a part of the query weighs: the rarity of its first reading, or of the rarest when that stands nowhere."""
    if not term:
        return 0
    return _rarity(index, term[0]) or max(_rarity(index, option) for option in term)


def _rarity(index: Index, option: Option) -> int:
    """The rarest word of a reading; 0 when one of them stands nowhere."""
    found = [index.rarity[group] for group in option.groups]
    return max(found) if all(found) else 0


def _pages(index: Index, term: Term, weight: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for option in term:
        worth = min(_rarity(index, option), weight) * option.factor
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
