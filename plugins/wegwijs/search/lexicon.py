"""Lexicon: the words of the site, grouped by form, with the parts of compounds and the kin of verbs and nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from wegwijs.search.language import FIXED, PARTICLES, STOP, bases, is_short, kin_of, root_of, skeleton

NO_HEAD = frozenset({*STOP, *PARTICLES, "her", "mis", "ont", "ver", "hoofd"})
"""What a compound does not begin with: *voorbeeld* is no sort of *beeld*."""
NO_TAIL = (
    "acht",
    "atie",
    "baar",
    "chapp",
    "elijk",
    "eling",
    "ende",
    "erij",
    "hed",
    "heid",
    "ing",
    "isch",
    "lijk",
    "ling",
    "loos",
    "matig",
    "schap",
    "ster",
    "tje",
)
"""Endings that make another word, and are no word themselves."""
ENDINGS = ("t", "s", "d")
"""What a form that the site does use may have at its end: who types *insturen* finds *instuurt*."""
MOST_KIN = 6


@dataclass(frozen=True)
class Group:
    """All forms of one word. Groups refer to each other by their number."""

    forms: tuple[str, ...]
    parts: tuple[int, ...] = ()
    """The words a compound is made of, in order: *kwaliteitscultuur* → *kwaliteit*, *cultuur*."""
    kin: tuple[int, ...] = ()
    """Words of the same verb: *begeleiden*, *begeleiding*, *begeleider*."""


@dataclass(frozen=True)
class Lexicon:
    """Every word with its group. The order of the words and the numbers of the groups are fixed by the alphabet."""

    groups: tuple[Group, ...]
    words: Mapping[str, int]
    """All forms in alphabetical order, each with the number of its group."""
    hidden: frozenset[str] = frozenset()
    """Stems that stand in no text; they help to find forms, and are never shown."""
    skeletons: Mapping[str, int] = field(default_factory=dict)

    def find(self, word: str) -> int | None:
        """The group of a word, of a form nobody used yet, or None."""
        if word in self.words:
            return self.words[word]
        nearest = [base for base, _ in bases(word)]
        further = (base for near in nearest for base, _ in bases(near))
        for base in (word, *nearest, *further):
            group = self.skeletons.get(skeleton(base))
            if group is not None:
                return group
        forms = (base + ending for base in (word, *nearest) if len(base) > 3 for ending in ENDINGS)
        return next((self.words[form] for form in forms if form in self.words and form not in FIXED), None)

    def find_head(self, word: str) -> int | None:
        """The group of what a compound begins with: a word as it is, or with the *s* of *kwaliteitscultuur*."""
        linked = self.words.get(word[:-1]) if word[-1] == "s" and word[:-1] not in NO_HEAD else None
        return self.words.get(word, linked)

    def split(self, word: str) -> tuple[int, ...]:
        """The parts of a compound: the two that divide it most evenly, or the first and the parts of the rest; () when it is none."""
        best: tuple[int, ...] = ()
        evenness = 0
        longer: list[int] = []
        for cut in range(3, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            first = self.find_head(head) if head not in NO_HEAD and min(cut, len(tail)) > evenness else None
            if first is None:
                continue
            # *vraag+stelling* and not *vraags+telling*
            is_link = head not in self.words and f"s{tail}" in self.words
            second = self.find(tail) if not is_link and _may_end(tail, cut) else None
            if second is not None:
                best, evenness = (first, second), min(cut, len(tail))
            elif len(tail) > 7:
                longer.append(cut)
        for cut in reversed(longer if not best else []):
            rest = self.split(word[cut:])
            first = self.find_head(word[:cut])
            if rest and first is not None:
                return (first, *rest)
        return best


def _may_end(tail: str, cut: int) -> bool:
    return (len(tail) > 3 or cut > 3) and tail not in STOP and not tail.startswith(NO_TAIL)


def build_lexicon(vocabulary: Collection[str], different: Collection[tuple[str, str]] = ()) -> Lexicon:
    """Group the words of the site. `different` are pairs that must not be kin or part of each other."""
    words = sorted(vocabulary)
    roots = _roots(words)
    tails = _shared_tails(words, roots)
    stems = frozenset(roots.values())
    roots |= {tail: root_of(tail, stems.__contains__) for tail in sorted(tails)}
    entries = sorted({*roots, *roots.values()})
    numbers: dict[str, int] = {}
    numbered: dict[str, int] = {}
    for word in entries:
        root = roots.get(word, word)
        numbered[word] = numbers.setdefault(root, len(numbers))
    skeletons: dict[str, int] = {}
    for word in entries:
        skeletons.setdefault(skeleton(word), numbered[word])
    hidden = frozenset(entries) - frozenset(vocabulary)
    plain = Lexicon((), numbered, hidden, skeletons)
    forms: dict[int, list[str]] = defaultdict(list)
    for word in entries:
        forms[numbered[word]].append(word)
    apart = {(numbered.get(one), numbered.get(other)) for one, other in different}
    parts = {number: _parts(forms[number], number, plain, apart) for number in forms}
    kin = _kin(numbered, numbers, apart)
    groups = tuple(Group(tuple(forms[number]), parts[number], kin.get(number, ())) for number in range(len(numbers)))
    return Lexicon(groups, numbered, hidden, skeletons)


def _roots(words: Iterable[str]) -> dict[str, str]:
    """The stem of every word. A second round knows the stems that the first round made."""
    words = list(words)
    real = {skeleton(word) for word in words}
    first = {word: root_of(word, real.__contains__) for word in words}
    known = real | set(first.values())
    settled = {word for word, root in first.items() if root in real and root != skeleton(word)}
    second = {word: first[word] if word in settled else root_of(word, known.__contains__) for word in words}
    by_skeleton = {skeleton(word): root for word, root in second.items()}
    return {word: _last(root, by_skeleton) for word, root in second.items()}


def _last(root: str, roots: Mapping[str, str]) -> str:
    """Where a chain of forms ends: *uitgewerkte* is of *uitgewerkt*, and that of *uitwerk*."""
    for _ in range(3):
        root = roots.get(root, root)
    return root


def _shared_tails(words: Iterable[str], roots: Mapping[str, str]) -> set[str]:
    """What several compounds end in though it stands nowhere alone: *commissie*, of *examencommissie* and *validatiecommissie*."""
    heads: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for cut in range(4, len(word) - 5):
            head, tail = word[:cut], word[cut:]
            if any(tail.startswith(link) and tail.removeprefix(link) in roots for link in ("s", "en")):
                continue
            stem = head if head in roots else head[:-1] if head[-1] == "s" and head[:-1] in roots else ""
            if (
                stem
                and stem not in NO_HEAD
                and tail not in roots
                and not tail.startswith(NO_TAIL)
                and not is_short(tail)
            ):
                heads[tail].add(roots[stem])
    return {tail for tail, found in heads.items() if len(found) > 1}


def _parts(
    forms: list[str], number: int, lexicon: Lexicon, apart: Collection[tuple[int | None, int | None]]
) -> tuple[int, ...]:
    word = min(forms, key=lambda form: (form in lexicon.hidden, len(form), form))
    if len(word) < 7 or word.isdigit():
        return ()
    found = lexicon.split(word)
    return () if number in found or any((number, part) in apart for part in found) else found


def _kin(
    words: Mapping[str, int], roots: Mapping[str, int], apart: Collection[tuple[int | None, int | None]]
) -> dict[int, tuple[int, ...]]:
    families: dict[int, set[int]] = defaultdict(set)
    for word, number in words.items():
        base = kin_of(word, roots)
        if base and roots[base] != number:
            families[roots[base]] |= {number, roots[base]}
    found: dict[int, set[int]] = defaultdict(set)
    for family in families.values():
        for number in family:
            found[number] |= {other for other in family if other != number and (number, other) not in apart}
    return {number: tuple(sorted(others)[:MOST_KIN]) for number, others in found.items()}
