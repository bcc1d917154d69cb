"""Reactie: puts the verslag of a contribution under its pull request, in one comment that is kept up to date.

Runs with rights, after the check has run without any. It takes data only: it never sees a file of the contribution, and which
pull request it is about is asked from the host, not read from the data.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wegwijs.cli.host import Host, HostError, ours
from wegwijs.cli.verslag import site_address
from wegwijs.verslag.gegevens import MOST_BYTES, Verslag, read
from wegwijs.verslag.tekst import Where, as_markdown
from wegwijs.words import t

MARK = "<!-- wegwijs-verslag"
ARTIFACT, FILE = "verslag", "verslag.json"
_SHA = re.compile(r"[0-9a-f]{40,64}")


def reactie(options: argparse.Namespace) -> int:
    """Find the pull request and the data, and write the comment."""
    try:
        run = json.loads(Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_bytes())["workflow_run"]
        print(_react(Host.from_runner(), run, site_address(Path(options.root))))
    except HostError as fault:
        print(fault, file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError):
        print(t("reactie.geen_gebeurtenis"), file=sys.stderr)
        return 1
    return 0


def _react(host: Host, run: dict[str, Any], site: str) -> str:
    sha = str(run["head_sha"])
    number = pull_request(host, run, sha) if _SHA.fullmatch(sha) else None
    if number is None:
        return t("reactie.geen_voorstel")
    found = data_of(host, int(run["id"]))
    where = Where(site, str(run["html_url"]))
    text = as_markdown(found, where) if found else t("reactie.geen_verslag", adres=where.run)
    return put(host, number, f"{MARK} {sha} -->\n{text}")


def pull_request(host: Host, run: dict[str, Any], sha: str) -> int | None:
    """The open pull request whose last commit was checked; None when there is none, or when a newer version is on its way."""
    owner = ((run.get("head_repository") or {}).get("owner") or {}).get("login")
    if not owner or run.get("event") != "pull_request":
        return None
    head = quote(f"{owner}:{run['head_branch']}", safe="")
    for row in host.ask("GET", f"pulls?state=open&head={head}"):
        if row["head"]["sha"] == sha and row["base"]["repo"]["full_name"] == host.repository:
            return int(row["number"])
    return None


def data_of(host: Host, run: int) -> Verslag | None:
    """The data that the check left behind; None when there is none, or when it is not what we make."""
    rows = host.ask("GET", f"actions/runs/{run}/artifacts?name={ARTIFACT}")["artifacts"]
    found = next((row for row in rows if row["name"] == ARTIFACT and not row["expired"]), None)
    if found is None or int(found["size_in_bytes"]) > MOST_BYTES:
        return None
    packed = host.fetch("GET", f"actions/artifacts/{int(found['id'])}/zip", most=MOST_BYTES)
    data = unpacked(packed)
    return read(data) if data is not None else None


def unpacked(packed: bytes) -> bytes | None:
    """The one file of the package, in memory: nothing of it ever comes on the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as package:
            if package.namelist() != [FILE] or package.getinfo(FILE).file_size > MOST_BYTES:
                return None
            with package.open(FILE) as file:
                return file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return None


def put(host: Host, number: int, body: str) -> str:
    """Write the comment, or bring the one that is there up to date."""
    before = next((row for row in host.rows(f"issues/{number}/comments") if ours(row, MARK)), None)
    if before is None:
        host.ask("POST", f"issues/{number}/comments", {"body": body})
        return t("reactie.geplaatst", nummer=number)
    body = with_ticks(body, str(before["body"]))
    if body.strip() != str(before["body"]).replace("\r\n", "\n").strip():
        host.ask("PATCH", f"issues/comments/{int(before['id'])}", {"body": body})
    return t("reactie.bijgewerkt", nummer=number)


def with_ticks(body: str, before: str) -> str:
    """What an editor ticked stays ticked while the version is the same; for another version everything must be seen again."""
    lines = before.replace("\r\n", "\n").split("\n")
    if lines[0] != body.split("\n", 1)[0]:
        return body
    done = {line.replace("- [x] ", "- [ ] ", 1) for line in lines if line.startswith("- [x] ")}
    return "\n".join(line.replace("- [ ] ", "- [x] ", 1) if line in done else line for line in body.split("\n"))
