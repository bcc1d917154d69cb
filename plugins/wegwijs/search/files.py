"""Files: the index as small scripts. A script hands over its part with `wegwijsZoek.deel(name, version, data)`; nothing is fetched.

`kern.js` is read when somebody begins to search: words, pages and synonyms. `p<n>.js` has postings and `t<n>.js` texts; the query
decides which of them are read. All parts carry the version of the whole, so that a browser never mixes an old part with a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby, pairwise

from wegwijs.catalogue import Catalogue
from wegwijs.search.index import LEVELS, Index, build_index
from wegwijs.search.language import BETWEEN, FIXED, IRREGULAR, PARTICLES, PREFIXES, STOP, STRONG
from wegwijs.search.lexicon import NO_HEAD, NO_TAIL
from wegwijs.search.records import Generated, Record

FOLDER = "assets/zoek"
POSTINGS_SIZE, TEXTS_SIZE = 24_000, 24_000
"""Characters in a part: read at once from a disk or a network, and parsed well within a frame."""

_DIGITS = [chr(code) for code in range(35, 126) if code != 92]
"""Ninety signs that stand in a script without escapes: the first half ends a number, the second half says that it goes on."""
_HALF = len(_DIGITS) // 2
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def search_files(
    catalogue: Catalogue, address: Callable[[str], str], generated: Iterable[Generated] = ()
) -> Mapping[str, bytes]:
    """The search index of a site, by path below the site root. `address` tells whether pages are folders or files."""
    return index_files(build_index(catalogue, generated), directories=not address("x.md").endswith(".html"))


def index_files(index: Index, *, directories: bool = True) -> Mapping[str, bytes]:
    """The files of an index."""
    numbers = _Numbers()
    postings, posting_starts = _parts([_encoded(rows, numbers) for rows in index.postings], POSTINGS_SIZE)
    texts, text_starts = _parts([_text_json(record) for record in index.records], TEXTS_SIZE)
    kinds = sorted({(record.kind, record.kind_title) for record in index.records})
    bodies = {f"p{number}": part for number, part in enumerate(postings)}
    bodies |= {f"t{number}": part for number, part in enumerate(texts)}
    kern = _json(
        {
            "mappen": directories,
            "woorden": _letters(index),
            "zeldzaam": "".join(_BASE36[rarity] for rarity in index.rarity),
            "delen": {number: group.parts for number, group in enumerate(index.lexicon.groups) if group.parts},
            "familie": {number: group.kin for number, group in enumerate(index.lexicon.groups) if group.kin},
            "synoniemen": [[".".join(map(_base36, phrase)) for phrase in group] for group in index.synonyms],
            "p": posting_starts,
            "t": text_starts,
            "soorten": [list(kind) for kind in kinds],
            "bladen": "\n".join(
                _page_row(record, kinds.index((record.kind, record.kind_title)), weight, title)
                for record, weight, title in zip(index.records, index.weights, index.titles, strict=True)
            ),
            "taal": {
                "stop": " ".join(sorted(STOP)),
                "vast": " ".join(sorted(FIXED)),
                "vormen": _pairs(IRREGULAR),
                "sterk": _pairs(STRONG),
                "deeltjes": "|".join(PARTICLES),
                "tussen": " ".join(sorted(BETWEEN)),
                "voorvoegsels": "|".join(PREFIXES),
                "geenkop": " ".join(sorted(NO_HEAD)),
                "geenstaart": "|".join(NO_TAIL),
            },
        }
    )
    bodies["kern"] = kern
    digest = hashlib.sha256()
    for name in sorted(bodies):
        digest.update(f"{name}\n{bodies[name]}\n".encode())
    version = digest.hexdigest()[:12]
    return {
        f"{FOLDER}/{name}.js": f'wegwijsZoek.deel("{name}","{version}",{body});\n'.encode()
        for name, body in bodies.items()
    }


def _pairs(forms: Mapping[str, str]) -> str:
    return " ".join(f"{form}:{base}" for form, base in sorted(forms.items()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(rows: list[str], size: int) -> tuple[list[str], list[int]]:
    """Rows of JSON in parts of about a size, and the number of the first row of each part."""
    starts, lengths = [0], 0
    for number, row in enumerate(rows):
        if lengths > size:
            starts.append(number)
            lengths = 0
        lengths += len(row)
    return [f"[{','.join(rows[start:end])}]" for start, end in pairwise([*starts, len(rows)])], starts


class _Numbers(dict[int, str]):
    """Numbers as signs, each worked out once."""

    def __missing__(self, value: int) -> str:
        signs, rest = "", value
        while rest >= _HALF:
            signs += _DIGITS[_HALF + rest % _HALF]
            rest //= _HALF
        self[value] = signs + _DIGITS[rest]
        return self[value]


def _encoded(rows: tuple[int, ...], numbers: _Numbers) -> str:
    """Postings as a string: each the distance to the page before, times `LEVELS`, plus the impact."""
    return '"' + "".join([numbers[after - (before & -LEVELS)] for before, after in pairwise((0, *rows))]) + '"'


def _base36(value: int) -> str:
    signs = ""
    while True:
        signs = _BASE36[value % 36] + signs
        value //= 36
        if not value:
            return signs


def _letters(index: Index) -> list[tuple[str, int, str, str, list[int]]]:
    """The words by first letter: the letter, the number of its first group, the words, a sign for each word, and groups elsewhere.

    The signs: `n` begins the next group, `s` is a form of the word before, `o` a form of the next group elsewhere; a capital is for a
    stem that stands in no text.
    """
    found = []
    known = 0
    for letter, words in groupby(index.lexicon.words.items(), key=lambda row: row[0][0]):
        start, last, signs, others, texts = known, -1, [], [], []
        for word, group in words:
            sign = "n" if group == known else "s" if group == last else "o"
            known += sign == "n"
            if sign == "o":
                others.append(group)
            signs.append(sign.upper() if word in index.lexicon.hidden else sign)
            texts.append(word)
            last = group
        found.append((letter, start, " ".join(texts), "".join(signs), others))
    return found


def _page_row(record: Record, kind: int, weight: int, title: tuple[int, ...]) -> str:
    return "\t".join(
        (record.path, _flat(record.title), str(kind), record.status, str(weight), ".".join(map(_base36, title)))
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text_json(record: Record) -> str:
    rows: Iterable[tuple[str, str, str]] = (
        (("?" if section.is_question else "") + section.anchor, section.title, section.text)
        for section in record.sections
    )
    return _json([record.summary, [list(row) for row in rows]])
