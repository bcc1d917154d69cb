"""Report: problems in MkDocs' own log, so that a preview shows them and a strict build stops on errors."""

from __future__ import annotations

from mkdocs.plugins import get_plugin_logger

from wegwijs.problems import Problems, Severity

log = get_plugin_logger("wegwijs")


def report(problems: Problems) -> None:
    """Write every problem, in the words of `wegwijs check`: errors as warnings (strict stops on those), the rest as information."""
    for problem in problems:
        write = log.warning if problem.severity is Severity.ERROR else log.info
        write("%s", problem.line())
