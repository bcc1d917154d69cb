"""Beside: the files that are no pages are made by a second process, while MkDocs makes the pages in the first."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable

from mkdocs.exceptions import PluginError

PR_SET_PDEATHSIG = 1
"""From Linux' <sys/prctl.h>: the signal a process gets when the one that made it ends."""


def can_copy() -> bool:
    """Whether a copy of this process is safe and gains something: on Linux, without threads, with a second processor."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def ends_with(other: int) -> bool:
    """Who kills a build kills its copy too, or it would go on writing in a folder that the next build clears away.

    A daemon of multiprocessing ends only with a process that can still say goodbye. False when the other had ended before.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == other  # it may have ended before the system knew what to do then


class Beside:
    """Work that needs nothing of what follows, and of which only files are left.

    It gets a copy of this process where that can be. Elsewhere it is done in this process, at the end. The files are the same.
    """

    def __init__(self, work: Callable[[], None], *, apart: bool) -> None:
        self._work = work
        self._here = os.getpid()
        self._process = None
        if apart and can_copy():
            self._process = multiprocessing.get_context("fork").Process(target=self._apart, daemon=True)
            self._process.start()

    def _apart(self) -> None:
        if ends_with(self._here):
            self._work()

    def finish(self) -> None:
        """Wait until it is done. Raises PluginError when it failed; what went wrong has been printed by then."""
        if self._process is None:
            self._work()
            return
        self._process.join()
        if self._process.exitcode:
            raise PluginError("De bestanden naast de bladzijden konden niet gemaakt worden. Hierboven staat waarom.")

    def stop(self) -> None:
        """The build failed elsewhere; nobody needs this any more."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
