"""The bench measures sites without a fault: one that stops at an error would be quick for the wrong reason."""

from __future__ import annotations

from pathlib import Path

from tests.bench.synthetic import write_site
from wegwijs.checks import check_site
from wegwijs.problems import Severity
from wegwijs.tree import read_tree


def test_the_synthetic_site_has_no_error(tmp_path: Path) -> None:
    catalogue, problems = check_site(read_tree(write_site(tmp_path / "site", 5)))
    assert len(catalogue.items) == 5
    assert [problem.line() for problem in problems if problem.severity is Severity.ERROR] == []
