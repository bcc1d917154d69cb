"""Zoekvragen: whether people find what they look for, and what an editor can do where they do not."""

from __future__ import annotations

import argparse
from pathlib import Path

from wegwijs.catalogue import load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import misses
from wegwijs.tree import read_tree


def zoekvragen(options: argparse.Namespace) -> int:
    """Print the list; 1 when a query misses its page."""
    report = misses(load_catalogue(read_tree(Path(options.root)), Problems()))
    for line in report.lines():
        print(line)
    return 1 if report.tasks else 0
