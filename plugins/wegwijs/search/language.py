"""Language: how Dutch words are read: signs folded, endings taken off. The other half is `zoek.js`, which does the same to a query.

Rules are tried against the words the site really uses, so that *lessen* finds *les* and *lezen* finds *lees*: a stemmer that
knows no words must choose (docs/besluiten/0001-zoeken.md has the measured comparison with Snowball).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path

TOKEN = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
"""A word as it stands in a text, in lower case: `foto's` and `O&K` are one."""

STRONG = {
    form: row[0]
    for row in map(str.split, Path(__file__).with_name("werkwoorden.txt").read_text(encoding="utf-8").splitlines())
    for form in row[1:]
}
"""The past of strong verbs: *sprak*, *gesproken* → *spreken*. Forms that are also another common word stand not there."""

STOP = frozenset(Path(__file__).with_name("stopwoorden.txt").read_text(encoding="utf-8").split())
STOP |= {form for form, base in STRONG.items() if base in STOP} - {"gegeven"}
"""Words that say nothing about what somebody looks for. They are not indexed, and left out of a query that has other words."""

IRREGULAR = {
    **STRONG,
    "leden": "lid", "steden": "stad", "schepen": "schip", "kinderen": "kind", "eieren": "ei", "koeien": "koe",
    "musea": "museum", "criteria": "criterium", "media": "medium", "collegae": "collega", "crises": "crisis",
    "plannen": "plan", "banen": "baan", "bestanden": "bestand", "gemeenten": "gemeente", "gevallen": "geval", "gevolgen": "gevolg",
    "plaatsen": "plaats", "wensen": "wens", "rekenen": "reken", "tekenen": "teken", "auditoren": "auditor",
}  # fmt: skip
"""Forms that no rule reaches."""

FIXED = frozenset(
    "bestand buurt data doorstroom gegeven gebied gebouw gemeente geval gevolg gewoonte internet plaats praktijk "
    "reken teken tijdens uitkomst wens".split()
)
"""Words that look like a form of another word and are not; *gemeente* is no form of *gemeen*."""

PARTICLES = (
    "achter", "aan", "af", "bij", "binnen", "door", "in", "los", "mee", "na", "om", "onder", "op", "over", "rond", "samen",
    "terug", "tegen", "toe", "uit", "voort", "voor", "vast", "vooruit", "weg", "weer",
)  # fmt: skip
"""What a separable verb begins with: *aangesproken* is *aan* + *gesproken*."""
BETWEEN = frozenset("te laten kunnen willen gaan blijven moeten mogen".split())
"""What may stand between a particle and its verb: *mee laten denken*, *aan te spreken*."""
PREFIXES = ("be", "her", "mis", "ont", "ver")
"""What a verb begins with whose participle has no *ge*: *besproken* is *be* + *gesproken*."""

_VOWELS = re.compile(r"[aeiouy]+")
_LONG = re.compile(r"([aeou])\1(?=[^aeiouy]+$)")
_OPEN = re.compile(r"^(?:.*[^aeiouy])?([aeou])[^aeiouywx]$")
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
_WIDE = re.compile(r"([aeou])\1([^aeiouy]?)$")
_VERB = re.compile(rf"^({'|'.join((*PARTICLES, *PREFIXES))})(.{{3,}})$")
_PARTICIPLE = re.compile(rf"^({'|'.join(PARTICLES)})?ge(.{{2,}}(?:[dt]|en))$")


def fold(text: str) -> str:
    """Lower case without accents: *Coördinatie* → *coordinatie*."""
    text = text.lower()
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign)[0] != "M").replace(
        "’", "'"
    )


@cache
def words_of(token: str) -> tuple[str, ...]:
    """The words to look up for a token: *foto's* → *fotos*; *slb'er* → *slber* and *slb*; *O&K* → *oenk*; a single letter → none."""
    word = fold(token).replace("&", "en")
    head, mark, tail = word.partition("'")
    joined = head + tail.replace("'", "")
    found = [joined] if len(joined) > 1 or joined.isdigit() else []
    if mark and tail in ("er", "ers") and len(head) > 1:
        found.append(head)
    return tuple(found)


def tokens(text: str) -> list[str]:
    """The words of a text in reading order, stop words included."""
    return [word for token in TOKEN.findall(text.lower()) for word in words_of(token)]


def is_short(word: str) -> bool:
    """Whether a word has one syllable: only there does a long vowel make another word (*les*, *lees*)."""
    return len(_VOWELS.findall(word)) < 2


@cache
def skeleton(word: str) -> str:
    """The word with the long vowel of its last syllable written once: *afspraak*, *afsprak(en)* → *afsprak*."""
    return word if is_short(word) else _LONG.sub(r"\1", word)


def _voiceless(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _closed(stem: str) -> list[str]:
    """What a stem was before an ending with a vowel: *gesprekk* → *gesprek*, *lez* → *lees*, *bedrijv* → *bedrijf*."""
    if _DOUBLE.search(stem):
        return [stem[:-1]]
    opened = _OPEN.match(stem)
    if opened:
        long = stem[:-1] + opened[1] + stem[-1]
        return [_voiceless(long), _voiceless(stem)]
    return [_voiceless(stem)]


def bases(word: str) -> list[tuple[str, bool]]:
    """The words this may be a form of, best first, each with whether the rule may be trusted for words nobody knows."""
    if word in IRREGULAR:
        return [(IRREGULAR[word], True)]
    if len(word) < 4 or word.isdigit() or word in FIXED:
        return []
    found: list[tuple[str, bool]] = []
    for ending, trusted, stems in _ENDINGS.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            if _VOWELS.search(stem):
                found += [(base, trusted) for base in stems(stem) if len(base) > 1]
    prefixed = _VERB.match(word)
    if prefixed:
        strong = STRONG.get(prefixed[2], STRONG.get(f"ge{prefixed[2]}"))
        found += [(prefixed[1] + strong, False)] if strong else []
    participle = _PARTICIPLE.match(word) if "ge" in word else None
    if participle:
        particle, rest = participle[1] or "", participle[2]
        if f"ge{rest}" in STRONG:
            return [(particle + STRONG[f"ge{rest}"], True)]
        stems_of = _closed(rest[:-2]) if rest.endswith("en") else [rest[:-1], rest]
        found += [(particle + base, base.endswith("eer")) for base in stems_of if len(base) > 2]
    return found


def _diminutive(stem: str) -> list[str]:
    """*tafelt(je)* → *tafel*, *kaart(je)* → *kaart*, *filmp(je)* → *film*, *plannet(je)* → *plan*, *fotoot(je)* → *foto*."""
    found = [stem]
    if stem.endswith("ink"):
        found = [stem[:-1] + "g", stem]
    elif stem.endswith("inget") or (stem.endswith("et") and _DOUBLE.search(stem[:-2])):
        found = [stem[:-2] if stem.endswith("inget") else stem[:-3], stem]
    elif stem[-1] in "tp":
        found = [stem[:-1], stem] if stem[-2] in "aeioulmnrw" else [stem, stem[:-1]]
    wide = _WIDE.search(stem[:-1] if stem[-1] == "t" and stem[-2] in "aou" else stem)
    if wide:
        # *collegaat(je)*, *blaad(je)*
        found.insert(0 if not wide[2] and stem[-1] == "t" else len(found), stem[: wide.start()] + wide[1] + wide[2])
    return [*found, *([stem[:-1]] if _DOUBLE.search(stem) else [])]


def _same(stem: str) -> list[str]:
    return [stem]


_ENDINGS: Mapping[str, tuple[tuple[str, bool, Callable[[str], list[str]]], ...]] = {
    "d": (("end", False, lambda stem: [stem + "en"]), ("d", False, lambda stem: [] if is_short(stem) else [stem])),
    "e": (
        ("je", True, _diminutive),
        ("e", True, _closed),
        ("de", False, _same),
        ("te", False, _same),
        ("ende", False, lambda stem: [stem + "en"]),
    ),
    "n": (
        ("heden", True, lambda stem: [stem + "heid"]),
        ("ieen", True, lambda stem: [stem + "ie"]),
        ("en", True, lambda stem: [*_closed(stem), stem + "e"]),
        ("den", False, _same),
        ("ten", False, _same),
        ("eren", False, _same),
    ),
    "s": (
        ("jes", True, _diminutive),
        ("es", False, _same),
        ("ers", True, lambda stem: [stem + "er"]),
        ("els", True, lambda stem: [stem + "el"]),
        ("s", False, lambda stem: [] if stem[-1] == "s" else [stem]),
    ),
    "t": (("t", False, _same),),
}
"""Endings of inflection by their last letter: of nouns, adjectives and verbs. An untrusted rule counts only for a known word."""


def root_of(word: str, known: Callable[[str], bool], *, depth: int = 3) -> str:
    """The word that stands for all forms of a word. `known` tells of a skeleton whether it is one of the site's words."""
    found = [(base, is_trusted) for base, is_trusted in bases(word) if base != word]
    for base, _ in found:
        if known(skeleton(base)):
            return root_of(base, known, depth=depth - 1) if depth else skeleton(base)
    # A short word keeps its long vowel, a longer one is written with the short one.
    trusted = next((base for base, is_trusted in found if is_trusted), "")
    if trusted and depth:
        # *uitgevoerde* → *uitgevoerd* → *uitvoeren*, also when nobody wrote the middle one.
        deeper = root_of(trusted, known, depth=0)
        return deeper if known(deeper) else skeleton(trusted)
    return skeleton(trusted or word)


def kin_of(word: str, verbs: Collection[str]) -> str:
    """The verb or adjective a noun was made from, as a skeleton: *begeleiding*, *begeleider* → *begeleid*; empty when there is none."""
    for ending, build in _KIN:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            for base in build(word[: -len(ending)]):
                if skeleton(base) in verbs:
                    return skeleton(base)
    return ""


_KIN: tuple[tuple[str, Callable[[str], list[str]]], ...] = (
    ("isatie", lambda stem: [stem + "iseer"]),
    ("atie", lambda stem: [stem + "eer"]),
    ("ing", _closed),
    ("der", _same),
    ("er", _closed),
    ("aar", _closed),
    ("heid", _same),
)


def relations_of(word: str) -> list[str]:
    """The words that a word nobody used may be made from, or that may be made from it: *innoveren* and *innovatie*."""
    made_from = [
        base
        for ending, build in _KIN
        if word.endswith(ending) and len(word) - len(ending) > 2
        for base in build(word[: -len(ending)])
    ]
    found = list(made_from)
    for base in (*made_from, *(base for base, _ in bases(word))):
        found += [f"{base[:-3]}atie", f"{base[:-3]}ie"] if base.endswith("eer") else []
        found += [f"{base}ing", f"{base}er"] if len(base) > 3 else []
    return found
