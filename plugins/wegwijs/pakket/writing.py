"""Writing: a list of files into a project, all of them or none; a failure puts back what was there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from wegwijs.pakket.laying import Change


def write_all(root: Path, changes: Iterable[Change]) -> None:
    """Write every change. Raises OSError, after putting everything back, when one of them cannot be written."""
    with tempfile.TemporaryDirectory(prefix=".wegwijs-import-", dir=root) as place:
        staged = [_stage(root, Path(place), number, change) for number, change in enumerate(changes)]
        undo: list[Callable[[], object]] = []
        try:
            for target, fresh, old in staged:
                _place(root, target, fresh, old, undo)
        except OSError:
            for step in reversed(undo):
                step()
            raise


def _stage(root: Path, place: Path, number: int, change: Change) -> tuple[Path, Path, Path]:
    """The bytes on the same disk as their target, so that putting them there is one step."""
    target = root / change.path
    for parent in (target, *target.parents):
        if parent == root:
            break
        if parent.is_symlink():
            raise OSError(f"a link: {parent}")
    fresh = place / f"{number}.new"
    fresh.write_bytes(change.data)
    fresh.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
    return target, fresh, place / f"{number}.old"


def _place(root: Path, target: Path, fresh: Path, old: Path, undo: list[Callable[[], object]]) -> None:
    for parent in reversed([parent for parent in target.parents if parent != root and root in parent.parents]):
        if not parent.exists():
            parent.mkdir()
            undo.append(parent.rmdir)
    if target.exists():
        shutil.copy2(target, old)
        undo.append(lambda: old.replace(target))
    else:
        undo.append(lambda: target.unlink(missing_ok=True))
    fresh.replace(target)
