"""Naming: which code something gets: always the same for the same address, never one that was given before, never a word."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

from wegwijs.fields import CODE_ALPHABET
from wegwijs.ledger.holders import Holder
from wegwijs.ledger.ledger import Ledger

LENGTH = 4
"""27 signs in four places: half a million codes."""

AVOIDED = (
    "88 bdsm fck fgt gvd hh jdn kkk kkr klt knkr krg kt kz mf ngr nkr nsb nsd nzi pns rkt sdf sht sjw sks slt ss stf tbs tfs tyf wtf xxx"
).split()
"""What people read as a word or a sign that hurts, even without vowels."""


def code_for(seed: str, taken: Collection[str]) -> str:
    """A free code. It depends on nothing but the seed and on what is taken, so two editors get the same one."""
    attempt = 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{seed}#{attempt}".encode()).digest())
        code = ""
        for _place in range(LENGTH):
            number, sign = divmod(number, len(CODE_ALPHABET))
            code += CODE_ALPHABET[sign]
        if code not in taken and is_decent(code):
            return code
        attempt += 1


def is_decent(code: str) -> bool:
    """Whether nobody takes offence at it or takes it for a number: two letters at least, one figure at least."""
    letters = sum(sign.isalpha() for sign in code)
    return 2 <= letters < len(code) and not any(part in code for part in AVOIDED)


def assign(holders: Iterable[Holder], ledger: Ledger) -> Mapping[str, str]:
    """File → code for everything that has none. What lost its code gets the same one back."""
    holders = tuple(holders)
    present = {holder.code for holder in holders if holder.code}
    taken = present | set(ledger.last)
    found: dict[str, str] = {}
    for holder in sorted(holders, key=lambda holder: holder.path):
        if holder.code or holder.path in found:
            continue
        lost = ledger.owners.get(holder.address, "")
        code = lost if lost and lost not in present else code_for(holder.address, taken)
        taken.add(code)
        present.add(code)
        found[holder.path] = code
    return found
