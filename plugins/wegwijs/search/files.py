"""Files: the index as small scripts. A script hands over its part with `wegwijsZoek.deel(name, version, data)`; nothing is fetched.

`kern.js` is read when somebody begins to search: words, pages and synonyms. `p<n>.js` has postings and `t<n>.js` texts; the query
decides which of them are read. All parts carry the version of the whole, so that a browser never mixes an old part with a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from wegwijs.catalogue import Catalogue
from wegwijs.search.index import LEVELS, Index, build_index
from wegwijs.search.language import FIXED, IRREGULAR, PARTICLES, STOP
from wegwijs.search.lexicon import NO_HEAD, NO_TAIL, Group
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
    postings, posting_starts = _parts(list(map(_encoded, index.postings)), POSTINGS_SIZE)
    texts, text_starts = _parts([_text_json(record) for record in index.records], TEXTS_SIZE)
    kinds = sorted({(record.kind, record.kind_title) for record in index.records})
    bodies = {f"p{number}": part for number, part in enumerate(postings)}
    bodies |= {f"t{number}": part for number, part in enumerate(texts)}
    kern = _json(
        {
            "mappen": directories,
            "woorden": _letters(index),
            "groepen": [len(index.lexicon.groups), len(index.records)],
            "synoniemen": [[".".join(map(_base36, phrase)) for phrase in group] for group in index.synonyms],
            "p": posting_starts,
            "t": text_starts,
            "soorten": [list(kind) for kind in kinds],
            "bladen": "\n".join(
                _page_row(record, kinds.index((record.kind, record.kind_title)), weight)
                for record, weight in zip(index.records, index.weights, strict=True)
            ),
            "taal": {
                "stop": " ".join(sorted(STOP)),
                "vast": " ".join(sorted(FIXED)),
                "vormen": " ".join(f"{form}:{base}" for form, base in sorted(IRREGULAR.items())),
                "deeltjes": "|".join(PARTICLES),
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
        f"{FOLDER}/{name}.js": f'wegwijsZoek.deel("{name}","{version}",{body});\n'.encode() for name, body in bodies.items()
    }


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


def _encoded(rows: tuple[int, ...]) -> str:
    """Postings as a string: each the distance to the page before, times `LEVELS`, plus the impact."""
    if not rows:
        return '""'
    gaps = [rows[0], *(after - (before & -LEVELS) for before, after in pairwise(rows))]
    return '"' + "".join([_SMALL[gap] if gap < len(_SMALL) else _number(gap) for gap in gaps]) + '"'


def _number(value: int) -> str:
    signs = ""
    while value >= _HALF:
        signs += _DIGITS[_HALF + value % _HALF]
        value //= _HALF
    return signs + _DIGITS[value]


_SMALL = [_number(value) for value in range(4096)]


def _base36(value: int) -> str:
    signs = ""
    while True:
        signs = _BASE36[value % 36] + signs
        value //= 36
        if not value:
            return signs


def _letters(index: Index) -> list[list[object]]:
    """The words by first letter: letter, number of its first group, and the words, each written after what it shares with the one before.

    `3ken` is in the group of the word before; `0gesprek.8+1a+2b~3c` begins a group with its rarity, parts and kin; `2d=1a` is a form
    of a group that stands elsewhere; `!` marks a stem that is no word.
    """
    lexicon = index.lexicon
    found: list[tuple[str, int, list[str]]] = []
    entries: list[str] = []
    before, last, known = "", -1, 0
    for word, group in lexicon.words.items():
        if not found or word[0] != before[:1]:
            entries, before, last = [], "", -1
            found.append((word[0], known, entries))
        shared = _shared(before, word)
        mark = "!" if word in lexicon.hidden else ""
        if group == known:
            mark += "." + _BASE36[index.rarity[group]] + _relations(lexicon.groups[group])
            known += 1
        elif group != last:
            mark += "=" + _base36(group)
        entries.append(_BASE36[shared] + word[shared:] + mark)
        before, last = word, group
    return [[letter, start, ",".join(words)] for letter, start, words in found]


def _relations(group: Group) -> str:
    return "".join([f"+{_base36(part)}" for part in group.parts] + [f"~{_base36(kin)}" for kin in group.kin])


def _shared(one: str, other: str) -> int:
    """How many signs two words begin with alike, at most what one sign can tell."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right or count == 35:
            return count
    return min(len(one), len(other), 35)


def _page_row(record: Record, kind: int, weight: int) -> str:
    return "\t".join((record.path, _flat(record.title), str(kind), record.status, str(weight)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text_json(record: Record) -> str:
    rows: Iterable[tuple[str, str, str]] = (
        (("?" if section.is_question else "") + section.anchor, section.title, section.text) for section in record.sections
    )
    return _json([record.summary, [list(row) for row in rows]])
