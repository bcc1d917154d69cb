"""Onderhoud: what is due to be looked at again, and for whom."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from wegwijs.catalogue import load_catalogue
from wegwijs.cli.verslag import site_address
from wegwijs.onderhoud import due, reviews, soon
from wegwijs.problems import Problems
from wegwijs.tree import read_tree
from wegwijs.verslag.onderhoud import as_markdown
from wegwijs.words import t


def onderhoud(options: argparse.Namespace) -> int:
    """Write the list. Something being due is no failure: it is what the list is for."""
    try:
        today = date.fromisoformat(options.dag) if options.dag else date.today()
    except ValueError:
        print(t("onderhoud.verkeerde_dag"), file=sys.stderr)
        return 2
    root = Path(options.root)
    rows = reviews(load_catalogue(read_tree(root), Problems()))
    text = as_markdown(rows, today, site_address(root))
    if options.uit:
        Path(options.uit).write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    print(t("onderhoud.slot", nu=len(due(rows, today)), straks=len(soon(rows, today))))
    return 0
