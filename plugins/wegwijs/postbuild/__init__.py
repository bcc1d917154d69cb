"""Postbuild: looks at a built site as a stranger would: only files. A new rule is a function and a row in RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from wegwijs.export.names import name_faults
from wegwijs.faults import Fault
from wegwijs.postbuild.budget import check_budget
from wegwijs.postbuild.built import Built
from wegwijs.postbuild.copies import check_copy
from wegwijs.postbuild.links import check_addresses, check_links, check_styles
from wegwijs.postbuild.needed import check_needed
from wegwijs.postbuild.pages import check_ids, check_pages, check_strangers


def _check_names(built: Built) -> Iterator[Fault]:
    return name_faults(built.files)


RULES: tuple[Callable[[Built], Iterable[Fault]], ...] = (
    check_pages,
    check_ids,
    check_links,
    check_styles,
    check_addresses,
    check_strangers,
    check_needed,
    check_budget,
    _check_names,
    check_copy,
)


def check_built(files: Mapping[str, bytes], *, site_url: str = "", is_copy: bool = False) -> tuple[Fault, ...]:
    """All faults of a built site, in reading order. `files` are its files by path; each page is read once."""
    built = Built.of(files, site_url=site_url, is_copy=is_copy)
    return tuple(sorted({fault for rule in RULES for fault in rule(built)}))
