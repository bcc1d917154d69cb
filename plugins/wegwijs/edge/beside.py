"""Beside: the files that are no pages are made by a second process, while MkDocs makes the pages in the first."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable

from mkdocs.exceptions import PluginError

PR_SET_PDEATHSIG = 1
"""From Linux' <sys/prctl.h>: the signal a process gets when the one that made it ends."""


class Beside:
    """Work that needs nothing of what follows, and of which only files are left.

    It gets a copy of this process where there is a second processor and copying is safe: on Linux, without threads. Elsewhere it
    is done in this process, at the end. The files are the same.
    """

    def __init__(self, work: Callable[[], None], *, apart: bool) -> None:
        self._work = work
        self._here = os.getpid()
        self._process = None
        if apart and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
            self._process = multiprocessing.get_context("fork").Process(target=self._apart, daemon=True)
            self._process.start()

    def _apart(self) -> None:
        # Who kills a build kills this too, or it would go on writing in a folder that the next build clears away.
        # As a daemon it ends only with a process that can still say goodbye.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == self._here:  # the other may have ended before the system knew what to do then
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
