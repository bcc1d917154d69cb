"""CLI: the commands of editors and CI, in plain Dutch. The exit status says how it went: 0 good, 1 problems, 2 wrong use."""

from wegwijs.cli.main import main

__all__ = ["main"]
