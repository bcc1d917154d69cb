"""`wegwijs dossier`: one issue per subject, made, kept up to date, and closed when nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.fakehost import KEY, REPOSITORY, FakeHost, running
from tests.sites import Site, write
from wegwijs.cli import main


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHost]:
    with running() as found:
        monkeypatch.setenv("GITHUB_API_URL", found.api)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", KEY)
        yield found


@pytest.fixture
def keep(site: Site, tmp_path: Path) -> Callable[[str | None], int]:
    root = write(site, tmp_path / "project")

    def run(text: str | None, over: str = "links") -> int:
        path = tmp_path / "tekst.md"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
        return main(
            ["--root", str(root), "dossier", "--over", over, "--titel", "Links die niet werken", "--tekst", str(path)]
        )

    return run


def test_from_something_to_do_to_nothing_left(host: FakeHost, keep: Callable[..., int]) -> None:
    assert keep("- een\n") == 0
    assert keep("- een\n") == 0
    assert keep("- een\n- twee\n") == 0
    (issue,) = host.issues
    assert issue["body"] == "<!-- wegwijs-dossier links -->\n- een\n- twee"
    assert host.wrote == ["POST issues", "PATCH issues/1"]
    assert keep("") == 0
    assert issue["state"] == "closed"
    assert host.comments[0]["body"].startswith("Er is niets meer te doen.")
    assert keep(None) == 0
    assert keep("- drie\n") == 0
    assert [row["state"] for row in host.issues] == ["closed", "open"]


def test_each_subject_has_its_own_and_nobody_elses_is_touched(host: FakeHost, keep: Callable[..., int]) -> None:
    marked = {"state": "open", "body": "<!-- wegwijs-dossier links -->\nnep"}
    host.issues = [
        {"number": 1, "user": {"login": "iemand"}, **marked},
        {"number": 2, "user": {"login": "github-actions[bot]"}, "pull_request": {}, **marked},
    ]
    assert keep("- een") == 0
    assert keep("- een", over="onderhoud") == 0
    assert host.wrote == ["POST issues", "POST issues"]


def test_a_very_long_list_is_cut_at_a_line(host: FakeHost, keep: Callable[..., int]) -> None:
    assert keep("- een regel\n" * 10_000) == 0
    body = host.issues[0]["body"]
    assert len(body) < 61_000
    assert body.endswith(
        "- een regel\n\nDe lijst is langer dan hier past. De hele lijst staat bij de laatste keer dat deze controle liep."
    )


def test_an_odd_subject_is_refused(
    host: FakeHost, keep: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert keep("x", over="--> <b>") == 2
    assert "kleine letters" in capsys.readouterr().err
    assert not host.wrote
