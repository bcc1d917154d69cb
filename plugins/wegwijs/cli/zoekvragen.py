"""Zoekvragen: whether people find what they look for, and what an editor can do where they do not."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from wegwijs.addresses import url_of
from wegwijs.catalogue import load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import misses
from wegwijs.tree import read_tree
from wegwijs.views.context import Context
from wegwijs.views.site import searchable


def zoekvragen(options: argparse.Namespace) -> int:
    """Print the list; 1 when a query misses its page."""
    catalogue = load_catalogue(read_tree(Path(options.root)), Problems())
    report = misses(catalogue, searchable(Context(catalogue, partial(url_of, directories=True))))
    for line in report.lines():
        print(line)
    return 1 if report.tasks else 0
