"""Place: where a build comes: one build at a time, made beside the site, and put in its place in one move.

Who is killed halfway leaves the site as it was, and a folder beside it that the next build clears away.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


@contextmanager
def workplace(target: Path, waiting: Callable[[], None]) -> Iterator[Path]:
    """A folder beside `target` that is nobody else's. A second build of the same site waits, and `waiting` may say so."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target.parent / f".{target.name}.bezig", waiting):
        _recover(target)
        with tempfile.TemporaryDirectory(
            prefix=_prefix(target), dir=target.parent, ignore_cleanup_errors=True
        ) as folder:
            yield Path(folder)


def put(fresh: Path, target: Path) -> None:
    """Put what was made in the place of what was there. The system exchanges the two names at once where it can."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        old = fresh.with_name("vorige")
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise


def _prefix(target: Path) -> str:
    return f".{target.name}.bouw-"


def _recover(target: Path) -> None:
    """Nobody else is at work here, so every folder of a build is what a killed one left. The last good site may be in it."""
    for left in sorted(target.parent.glob(f"{_prefix(target)}*")):
        old = left / "vorige"
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(left, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step (renameat2 of Linux, renamex_np of macOS). False where the system or the disk cannot."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(first, second, RENAME_SWAP) == 0)
    return False


@contextmanager
def _locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a file as a lock. The system lets go of it when the process ends, however it ends; so a killed build blocks nobody."""
    file = _open(path, waiting)
    try:
        yield
    finally:
        if sys.platform != "win32":
            path.unlink(missing_ok=True)
        os.close(file)
        if sys.platform == "win32":
            path.unlink(missing_ok=True)


def _open(path: Path, waiting: Callable[[], None]) -> int:
    """The lock file, held. Who held it before may have taken the name away, so look whether it is still this file."""
    said = False
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not _hold(file, wait=False):
            if not said:
                waiting()
                said = True
            _hold(file, wait=True)
        try:
            if os.path.samestat(os.fstat(file), path.stat()):
                return file
        except FileNotFoundError:
            pass
        os.close(file)


def _hold(file: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
