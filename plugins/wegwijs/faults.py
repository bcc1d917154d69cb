"""Faults: what is wrong with a built site, as values: which page or file, what, and the way out. For whoever builds, not for authors."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.words import t


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that must not be published like this."""

    path: str
    """The file, below the root of the built site."""
    code: str
    """Public and stable: `B001`."""
    text: str

    def line(self) -> str:
        """The one line that a terminal shows."""
        return f"{self.path} {self.code}: {self.text}"


def fault(code: str, path: str, **values: object) -> Fault:
    """The fault with this code, its sentence filled in; KeyError for a code that does not exist."""
    shown = {name: _short(str(value)) for name, value in values.items()}
    return Fault(path, code, t(f"nabouw.{code}", **shown))


def _short(text: str, most: int = 160) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
