"""`wegwijs verslag` makes the data without rights; `wegwijs reactie` tells it with rights, in one comment."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.fakehost import KEY, REPOSITORY, FakeHost, running
from tests.sites import ITEM, Site, write
from tests.verslag.contributions import report
from wegwijs.cli import main
from wegwijs.cli.reactie import unpacked, with_ticks
from wegwijs.verslag.gegevens import MOST_BYTES, as_json

SHA, LATER = "a" * 40, "b" * 40
React = Callable[..., int]


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """A host with one open pull request from a fork, checked at its last commit."""
    with running() as found:
        found.pulls = [pull(7, SHA)]
        yield found


def pull(number: int, sha: str, **other: Any) -> dict[str, Any]:
    base = {"repo": {"full_name": REPOSITORY}}
    return {"number": number, "label": "vonk:mijn-tak", "state": "open", "head": {"sha": sha}, "base": base, **other}


def event(sha: str = SHA, **other: Any) -> dict[str, Any]:
    run = {
        "id": 11,
        "event": "pull_request",
        "head_sha": sha,
        "head_branch": "mijn-tak",
        "head_repository": {"owner": {"login": "vonk"}},
        "html_url": "https://host.voorbeeld/werk/11",
    }
    return {"workflow_run": {**run, **other}}


@pytest.fixture
def react(host: FakeHost, tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> React:
    root = write(site, tmp_path / "project")
    (root / "mkdocs.yml").write_text("site_url: https://voorbeeld.nl\n", encoding="utf-8")

    def run(**changes: Any) -> int:
        (tmp_path / "event.json").write_text(json.dumps(event(**changes)), encoding="utf-8")
        return main(["--root", str(root), "reactie"])

    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setenv("GITHUB_API_URL", host.api)
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_TOKEN", KEY)
    return run


def packed(data: bytes, name: str = "verslag.json") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return made.getvalue()


def leave(host: FakeHost, data: bytes) -> None:
    """What the check left behind."""
    host.packed = data
    host.artifacts = [{"id": 5, "name": "verslag", "expired": False, "size_in_bytes": len(data)}]


@pytest.fixture
def flawed(site: Site) -> bytes:
    return packed(as_json(report(site, site.change("fase: [verkennen]", "fase: [verkenen]"))))


def test_the_comment_is_written_once_and_then_kept_up_to_date(
    host: FakeHost, react: React, site: Site, flawed: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    leave(host, flawed)
    assert react() == 0
    assert capsys.readouterr().out == "De reactie staat bij voorstel 7.\n"
    (comment,) = host.comments
    assert comment["body"].startswith(f"<!-- wegwijs-verslag {SHA} -->\n### Dank je wel, het is bijna zover")
    assert "[K012](https://voorbeeld.nl/hulp/k012/)" in comment["body"]
    assert "(https://host.voorbeeld/werk/11)" in comment["body"]
    assert react() == 0
    assert host.wrote == ["POST issues/7/comments"], "nothing changed, so nothing is written"

    host.pulls = [pull(7, LATER)]
    leave(host, packed(as_json(report(site, site.change("zoekwoorden: [kring]", "zoekwoorden: [cirkel]")))))
    assert react(sha=LATER) == 0
    (comment,) = host.comments
    assert comment["body"].startswith(f"<!-- wegwijs-verslag {LATER} -->\n### Dank je wel, dit ziet er goed uit")
    assert host.wrote[1:] == ["PATCH issues/comments/1"]


def test_somebody_who_writes_the_mark_does_not_get_our_comment(host: FakeHost, react: React, flawed: bytes) -> None:
    host.comments = [{"id": 1, "body": f"<!-- wegwijs-verslag {SHA} -->\nnep", "user": {"login": "iemand"}}] * 120
    leave(host, flawed)
    assert react() == 0
    assert len(host.comments) == 121
    assert host.comments[-1]["user"]["login"] == "github-actions[bot]"
    assert react() == 0
    assert len(host.comments) == 121, "ours is found on the second page"


@pytest.mark.parametrize(
    "changes",
    [
        {"sha": LATER},
        {"sha": "niet-hexadecimaal"},
        {"event": "push"},
        {"head_repository": None},
        {"head_branch": "andere-tak"},
    ],
)
def test_without_an_open_pull_request_at_this_version_nothing_is_written(
    host: FakeHost, react: React, flawed: bytes, changes: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    leave(host, flawed)
    assert react(**changes) == 0
    assert capsys.readouterr().out.startswith("Bij deze versie hoort geen open voorstel")
    assert not host.wrote


def test_a_pull_request_to_another_repository_is_not_ours(host: FakeHost, react: React, flawed: bytes) -> None:
    leave(host, flawed)
    host.pulls = [pull(7, SHA, base={"repo": {"full_name": "vonk/wegwijs"}})]
    assert react() == 0
    assert not host.wrote


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen zip",
        packed(b"{}"),
        packed(b'{"formaat": "wegwijs-verslag", "versie": 1}', name="../verslag.json"),
        packed(b"0" * (MOST_BYTES * 20)),
        packed(b"{}")[:-9],
    ],
    ids=["leeg", "geen zip", "geen verslag", "ander pad", "bom", "afgebroken"],
)
def test_a_package_that_is_not_ours_gives_a_comment_without_anything_of_it(
    host: FakeHost, react: React, data: bytes
) -> None:
    leave(host, data)
    assert react() == 0
    (comment,) = host.comments
    assert comment["body"].split("\n")[1] == "### De controle maakte geen verslag"


def test_without_a_package_the_comment_says_so(host: FakeHost, react: React) -> None:
    assert react() == 0
    assert "De controle maakte geen verslag" in host.comments[0]["body"]


def test_a_package_is_refused_by_its_size_before_it_is_fetched(host: FakeHost, react: React, flawed: bytes) -> None:
    leave(host, flawed)
    host.artifacts[0]["size_in_bytes"] = MOST_BYTES + 1
    assert react() == 0
    assert not host.stored_with_key


def test_the_key_stays_with_the_host(host: FakeHost, react: React, flawed: bytes) -> None:
    leave(host, flawed)
    assert react() == 0
    assert host.stored_with_key == [None]


def test_two_files_or_a_locked_one_are_not_opened() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("verslag.json", b"{}")
        package.writestr("nog-een.json", b"{}")
    assert unpacked(made.getvalue()) is None
    locked = bytearray(packed(b"{}"))
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert unpacked(bytes(locked)) is None


def test_a_tick_of_an_editor_stays_with_the_version_it_was_for() -> None:
    same, other = f"<!-- wegwijs-verslag {SHA} -->", f"<!-- wegwijs-verslag {LATER} -->"
    body = "\n- [ ] Gelezen\n- [ ] Geprint\n"
    ticked = f"{same}\r\n- [x] Gelezen\r\n- [ ] Geprint\r\n"
    assert with_ticks(same + body, ticked) == f"{same}\n- [x] Gelezen\n- [ ] Geprint\n"
    assert with_ticks(other + body, ticked) == other + body


@pytest.mark.parametrize("missing", ["GITHUB_TOKEN", "GITHUB_API_URL", "GITHUB_EVENT_PATH"])
def test_outside_a_workflow_it_says_where_it_belongs(
    react: React, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(missing)
    assert react() == 1
    said = capsys.readouterr().err
    assert "workflow" in said
    assert "Traceback" not in said


def test_a_host_that_refuses_is_named_and_its_key_is_not(
    react: React, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "verkeerd")
    assert react() == 1
    said = capsys.readouterr().err
    assert said.startswith("De host weigerde: GET pulls")
    assert "verkeerd" not in said


def test_the_verslag_of_two_folders(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = write(site, tmp_path / "voor")
    after = write(site.change("fase: [verkennen]", "fase: [verkenen]", ITEM), tmp_path / "na")
    (after / "mkdocs.yml").write_text('site_url: "https://voorbeeld.nl/wegwijs/"\n', encoding="utf-8")
    (tmp_path / "lijst").write_text(f"{ITEM}\nplugins/wegwijs/tree.py\n", encoding="utf-8")
    command = ["--root", str(after), "verslag", "--voor", str(before), "--gewijzigd", str(tmp_path / "lijst")]
    assert main([*command, "--gegevens", str(tmp_path / "verslag.json")]) == 0
    assert "[K012](https://voorbeeld.nl/wegwijs/hulp/k012/)" in capsys.readouterr().out
    data = json.loads((tmp_path / "verslag.json").read_bytes())
    assert (data["formaat"], data["versie"], data["raakt"]) == ("wegwijs-verslag", 1, ["techniek"])
    (tmp_path / "samenvatting").write_text("Al iets.\n", encoding="utf-8")
    assert main([*command, "--samenvatting", str(tmp_path / "samenvatting")]) == 0
    assert (tmp_path / "samenvatting").read_text(encoding="utf-8").startswith("Al iets.\n### Dank je wel")
    assert capsys.readouterr().out == ""


def test_a_folder_that_is_no_knowledge_base_is_named(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(site, tmp_path / "na")
    assert main(["--root", str(root), "verslag", "--voor", str(tmp_path / "nergens")]) == 2
    assert "nergens staat geen map content" in capsys.readouterr().err
