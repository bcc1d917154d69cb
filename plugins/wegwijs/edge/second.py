"""Second: every other page is made by a second process that goes through the same events of MkDocs, from `on_nav` on."""

from __future__ import annotations

import logging
import os
import signal
import sys
import traceback
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import get_plugin_logger

from wegwijs.edge.beside import can_copy, ends_with
from wegwijs.edge.files import SharedFiles
from wegwijs.memory import keep

PLUGIN = "wegwijs"
WARNED = 3
"""How the second process ends when all is made and there were warnings."""
log = get_plugin_logger(__name__)


class Second:
    """A copy of this process, made when it is known which pages there are and none has been rendered.

    Both go on with MkDocs' own loops; `SharedFiles` gives each its pages. The copy never gets past its last page: `leave` ends it.
    Another plugin would see half of the pages, and MkDocs could not look for an anchor in a page that another process rendered:
    whoever asks for one of these has all pages made by one process.
    """

    def __init__(self, files: SharedFiles, config: MkDocsConfig, *, apart: bool) -> None:
        self._pid: int | None = None
        self._warnings = _Warnings()
        self.is_here = False
        """Whether this is the copy."""
        looks_elsewhere = list(config.plugins) != [PLUGIN] or config.validation.links.anchors > logging.DEBUG
        if apart and can_copy() and not looks_elsewhere:
            self._copy(files, config)

    def _copy(self, files: SharedFiles, config: MkDocsConfig) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        keep()
        first = os.getpid()
        self._pid = os.fork()
        self.is_here = self._pid == 0
        files.divide(int(self.is_here))
        if self.is_here:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if not ends_with(first):
                self._end(1)
            config.theme.static_templates = set()
            config.extra_templates = []
            logging.getLogger("mkdocs").addHandler(self._warnings)

    def leave(self, error: Exception | None = None) -> NoReturn:
        """End the copy, without whatever would follow in the process that it is a copy of. An error is told first, as MkDocs would."""
        if isinstance(error, BuildError):
            log.error(str(error))
        elif error:
            traceback.print_exception(error)
        self._end(1 if error else WARNED if self._warnings.count else 0)

    def _end(self, how: int) -> NoReturn:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(how)

    def finish(self) -> None:
        """Wait until its pages are made. Raises PluginError when it failed; what went wrong has been printed by then."""
        if self._pid is None:
            return
        pid, self._pid = self._pid, None
        how = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if how == WARNED:
            log.warning("Bij het maken van de bladzijden is gewaarschuwd. Hierboven staat waarvoor.")
        elif how:
            raise PluginError("Een deel van de bladzijden kon niet gemaakt worden. Hierboven staat waarom.")

    def stop(self) -> None:
        """The build failed elsewhere; nobody needs these pages any more."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None


class _Warnings(logging.Handler):
    """Counts what a strict build must stop for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - how many is enough
        self.count += 1
