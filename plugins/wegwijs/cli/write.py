"""Write: everything the core makes as plain files in a folder, for another generator, or for a day without one."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from wegwijs import __version__
from wegwijs.addresses import url_of
from wegwijs.checks import check_site
from wegwijs.cli.making import write as write_files
from wegwijs.cli.place import put, workplace
from wegwijs.edition import Edition
from wegwijs.tree import read_tree
from wegwijs.views.context import Context
from wegwijs.views.feed import newest
from wegwijs.words import plural, t
from wegwijs.writing.settings import read_settings
from wegwijs.writing.written import written


def write(options: argparse.Namespace) -> int:
    """Write beside the folder and swap; refuses with every error that the check finds, and never empties a folder it did not make."""
    root = Path(options.root).resolve()
    target = (root / options.naar).resolve()
    catalogue, problems = check_site(read_tree(root))
    if problems.errors:
        print("\n".join(problem.line() for problem in problems.errors), file=sys.stderr)
        return 1
    if target.exists() and not (target / "mkdocs.yml").is_file() and any(target.iterdir()):
        print(t("schrijf.niet_leeg", map=options.naar), file=sys.stderr)
        return 1
    config = root / "mkdocs.yml"
    settings = read_settings(config.read_bytes() if config.is_file() else b"{}")
    context = Context(
        catalogue,
        partial(url_of, directories=True),
        site_title=settings.title,
        site_url=settings.url,
        edit_url=settings.edit_url,
        edition=Edition(version=__version__, day=newest(catalogue)),
    )
    with workplace(target, lambda: print(t("bouw.wacht", map=options.naar), file=sys.stderr)) as place:
        files = dict(written(context, settings))
        write_files(files, place / "nieuw")
        put(place / "nieuw", target)
    print(plural("schrijf.klaar", len(files), map=target))
    return 0
