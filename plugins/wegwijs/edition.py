"""Edition: which edition of the site this is: its version, its commit, its day, and whether it is the site or a copy to take along.

Values only: the clock, git and the environment are read at the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Copy:
    """The zip that the online site offers: its address below the root, its size and its checksum."""

    url: str
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.url.rpartition("/")[2]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Copy:
        """What the build command told of it."""
        return cls(str(told["url"]), int(told["bytes"]), str(told["sha256"]))


@dataclass(frozen=True)
class Edition:
    """What stands on the page about this version. An empty value: nobody knows."""

    version: str = ""
    """The version of the software."""
    commit: str = ""
    is_changed: bool = False
    """Whether files were changed after the commit."""
    day: date | None = None
    is_copy: bool = False
    """Whether it is made to be opened from disk."""
    copy: Copy | None = None
    has_singles: bool = False
    """Whether each item can be had as one file."""
