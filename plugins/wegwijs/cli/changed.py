"""Changed: which files a contribution touches, as the code host or git told it."""

from __future__ import annotations

from pathlib import Path


def changed_paths(path: Path | None) -> frozenset[str]:
    """The paths of a file with one path a line, such as `git diff --name-only` writes."""
    if path is None or not path.is_file():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8", errors="surrogateescape").splitlines())
