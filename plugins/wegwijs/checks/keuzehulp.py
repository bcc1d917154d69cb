"""Keuzehulp: the weights of the keuzehulp can be read, and what one can answer exists."""

from __future__ import annotations

from wegwijs.catalogue import Catalogue
from wegwijs.checks.references import check_value
from wegwijs.keuzehulp import read_helper
from wegwijs.problems import Problems
from wegwijs.validation import did_you_mean


def check_helper(catalogue: Catalogue, problems: Problems) -> None:
    """The file with weights, when there is one."""
    helper, source = read_helper(catalogue.tree, problems)
    for index, role in enumerate(helper.rollen if helper else ()):
        assert source is not None
        check_value(catalogue, "rol", role, source.place("rollen", index), problems)
    for index, slug in enumerate(helper.alleen_genoemd if helper else ()):
        assert source is not None
        if slug not in catalogue.known:
            hint = did_you_mean(slug, catalogue.known)
            problems.add("K060", source.place("alleen_genoemd", index), naam=slug, bedoelde=hint)
