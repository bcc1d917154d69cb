"""The workflows: right by the host's own schemas, safe by a linter that knows the attacks, and true to the rules of this house."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.projects import project
from wegwijs.cli import main
from wegwijs.cli.main import command_line

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONS = sorted((GITHUB / "actions").glob("*/action.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
TOOLS = Path(sys.executable).parent

WITH_RIGHTS = {"reactie.yml", "links.yml", "onderhoud.yml", "publiceren.yml", "uitgave.yml"}
"""The workflows of which a job may write something; none of them runs on the files of a contribution."""


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def triggers(path: Path) -> set[str]:
    found = read(path)[True]  # YAML 1.1 reads `on` as true
    return {found} if isinstance(found, str) else set(found)


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in [read(path)["runs"]] if path in ACTIONS else jobs(path).values():
        yield from job["steps"]


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-actions", ACTIONS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_they_follow_the_schema(schema: str, paths: list[Path]) -> None:
    """The schemas come with the tool, so nothing is asked of the network."""
    assert paths
    done = subprocess.run(
        [TOOLS / "check-jsonschema", "--builtin-schema", schema, *paths], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_security_linter_finds_nothing() -> None:
    command = [TOOLS / "zizmor", "--offline", "--no-progress", "--persona=pedantic", "--strict-collection", GITHUB]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def test_the_security_linter_would_find_something(tmp_path: Path) -> None:
    text = (GITHUB / "workflows/controle.yml").read_text(encoding="utf-8")
    bad = text.replace("pull_request:\n", "pull_request_target:\n").replace(
        "run: .venv/bin/wegwijs build", "run: echo ${{ github.head_ref }}"
    )
    (tmp_path / "controle.yml").write_text(bad, encoding="utf-8")
    done = subprocess.run(
        [TOOLS / "zizmor", "--offline", "--no-progress", tmp_path / "controle.yml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "dangerous-triggers" in done.stdout
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.stem)
def test_an_action_is_named_by_its_commit_with_the_version_beside_it(path: Path) -> None:
    for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8")):
        assert line.startswith("./.github/actions/") or re.fullmatch(
            r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line
        ), line


def test_an_action_has_the_same_commit_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for path in (*WORKFLOWS, *ACTIONS):
        for name, commit in re.findall(r"uses: ([\w/-]+)@(.*)", path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(commit)
    assert len(found) >= 6
    assert all(len(commits) == 1 for commits in found.values()), found


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.stem)
def test_no_step_is_a_script(path: Path) -> None:
    """What a workflow does is Python with tests; a step is one command, and nobody's text is put into it."""
    for step in steps(path):
        command = step.get("run", "")
        assert "\n" not in command.strip()
        assert "${{" not in command
        assert not re.search(r"[;|]|&&|\$\(", command), command


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_command_of_ours_exists_with_these_options(path: Path) -> None:
    for step in steps(path):
        words = shlex.split(step.get("run", ""))
        if words and words[0] == ".venv/bin/wegwijs":
            command_line().parse_args(words[1:])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_one_by_one(path: Path) -> None:
    assert read(path)["permissions"] == {}
    for job in jobs(path).values():
        assert "secrets." not in str(job)
        given = {name for name, level in job["permissions"].items() if level == "write"}
        assert not given or path.name in WITH_RIGHTS
        assert job["timeout-minutes"] <= 45
    for step in steps(path):
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_what_runs_on_a_contribution_may_only_read() -> None:
    on_contributions = {path.name for path in WORKFLOWS if "pull_request" in triggers(path)}
    assert on_contributions == {"controle.yml", "tests.yml"}
    assert not on_contributions & WITH_RIGHTS
    assert not any("pull_request_target" in triggers(path) for path in WORKFLOWS)
    for name in on_contributions:
        for job in jobs(GITHUB / "workflows" / name).values():
            assert job["permissions"] == {"contents": "read"}


def test_what_writes_under_a_contribution_never_sees_its_files() -> None:
    (path,) = [path for path in WORKFLOWS if "workflow_run" in triggers(path)]
    assert path.name == "reactie.yml"
    for step in steps(path):
        if "checkout@" in step.get("uses", ""):
            assert set(step["with"]) == {"persist-credentials"}, "the main branch, and nothing else"
        assert "download-artifact" not in step.get("uses", ""), "the data is read in memory"
    assert read(path)[True]["workflow_run"]["workflows"] == [read(GITHUB / "workflows/controle.yml")["name"]]
    assert "head_" not in path.read_text(encoding="utf-8")


def test_a_form_asks_for_the_fields_of_the_knowledge_base() -> None:
    """What somebody fills in has the name it gets in the metadata, so that an editor can take it over."""
    from_form = {row["id"] for row in read(FORMS[0])["body"] if "id" in row}
    assert from_form >= {"school", "jaar", "context", "aangepast", "opbrengst"}
    for path in FORMS:
        words = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"\b(?:gelieve|ongeldig\w*|verplicht\w*|u|uw|issue|bug)\b", words), path


def test_owners_are_teams_and_every_path_they_have_exists() -> None:
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        path, *owners = line.partition("#")[0].split() or [""]
        if path and path != "*":
            assert (ROOT / path.lstrip("/")).exists(), path
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners), line


def test_a_proposal_may_come_without_a_code_and_the_site_may_not(tmp_path: Path) -> None:
    """Who proposes something cannot give it a code: the check of a proposal builds all the same, and publishing is what refuses."""
    root = project(tmp_path)
    assert main(["--root", str(root), "codes"]) == 0
    assert main(["--root", str(root), "codes", "--check"]) == 0
    text = (root / "content/instruments/tweede-gesprek.md").read_text(encoding="utf-8")
    fresh = re.sub(r"(?m)^code: .*\n", "", text).replace("Tweede gesprek", "Een nieuw gesprek")
    (root / "content/instruments/een-nieuw-gesprek.md").write_text(fresh, encoding="utf-8")
    assert main(["--root", str(root), "codes", "--check"]) == 1
    assert main(["--root", str(root), "check"]) == 0
    assert main(["--root", str(root), "build", "--zonder-kopie"]) == 0
    asked = {
        path: " ".join(step.get("run", "") for step in steps(GITHUB / "workflows" / path))
        for path in ("controle.yml", "publiceren.yml")
    }
    assert "wegwijs codes --check" in asked["publiceren.yml"]
    assert "wegwijs build" in asked["controle.yml"]
    assert not re.search(r"make site|codes --check", asked["controle.yml"])
