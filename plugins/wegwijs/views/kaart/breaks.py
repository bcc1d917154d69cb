"""Breaks: where a long Dutch word may be cut when no line can hold it whole. Not a hyphenation dictionary."""

from __future__ import annotations

import re
from itertools import pairwise

PIECES = {
    "verantwoordelijkheid": "ver ant woor de lijk heid",
    "verantwoordelijk": "ver ant woor de lijk",
    "maatschappelijke": "maat schap pe lij ke",
    "maatschappelijk": "maat schap pe lijk",
    "arbeidsmarkt": "arbeids markt",
    "beroepspraktijkvorming": "beroeps praktijk vorming",
    "bespreekbaar": "bespreek baar",
    "burgerschapsonderwijs": "burgerschaps onderwijs",
    "eigenaarschap": "eige naar schap",
    "innovatievermogen": "innovatie vermogen",
    "kwaliteitscultuur": "kwaliteits cultuur",
    "kwaliteitsontwikkeling": "kwaliteits ont wikke ling",
    "leerlingbegeleiding": "leerling bege leiding",
    "onderwijsontwikkeling": "onderwijs ont wikke ling",
    "onderwijskundig": "onderwijs kundig",
    "professionalisering": "profes sio nali se ring",
    "professioneel": "profes sio neel",
    "samenwerkingspartners": "samen werkings partners",
    "studentenparticipatie": "studenten parti ci pa tie",
    "studentenbegeleiding": "studenten bege leiding",
    "zelfstandigheid": "zelf standig heid",
}
"""Words of the field, with a space at each place where a hyphen may come. Add a word when it is cut badly."""

_SYLLABLE = re.compile(r"(?<=[a-z])(?<!c)(?=[bcdfghjklmnpqrstvwxz][aeiouy])")
_SHORTEST = 3


def pieces(word: str) -> tuple[str, ...]:
    """The parts between which a word may be cut: from the table, otherwise before a consonant with a vowel.

    A word that has no such place comes back in pieces of a few letters: ugly, but it stays inside its frame.
    """
    core = word.strip("(),.:;!?")
    known = PIECES.get(core.lower())
    if known is not None and core:
        start = word.index(core)
        cuts, place = [], start
        for piece in known.split(" ")[:-1]:
            place += len(piece)
            cuts.append(place)
    else:
        cuts = [found.start() for found in _SYLLABLE.finditer(word.lower())]
        cuts = [cut for cut in cuts if _SHORTEST <= cut <= len(word) - _SHORTEST]
        cuts = cuts or list(range(_SHORTEST + 1, len(word) - _SHORTEST, _SHORTEST + 1))
    edges = [0, *cuts, len(word)]
    return tuple(word[begin:end] for begin, end in pairwise(edges))
