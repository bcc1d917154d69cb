"""Deuren: where a contribution can go. Every host name and address of the project comes from here, and here from the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

MOST_ADDRESS = 6000
"""Bytes of an address with a whole text in it; beyond about 8,000 a code host refuses it."""


@dataclass(frozen=True)
class Doors:
    """The ways out of the form. What is empty is not offered."""

    store: str = ""
    """The project at its code host, without a slash at the end: `https://…/netwerk/wegwijs`."""
    branch: str = "main"
    mail: str = ""
    """The functional address of the editors; never that of a person."""

    @property
    def new_url(self) -> str:
        """The page for a new file, up to the folder; the code host fills it with `?filename=…&value=…`."""
        return f"{self.store}/new/{quote(self.branch)}/" if self.store else ""

    @property
    def edit_url(self) -> str:
        """The page to edit a file, up to its path in the project."""
        return f"{self.store}/edit/{quote(self.branch)}/" if self.store else ""
