"""Dossier: one issue per subject that stays: made when there is something to do, kept up to date, closed when it is done."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from wegwijs.cli.host import Host, HostError, ours
from wegwijs.words import t

MOST = 60_000


def dossier(options: argparse.Namespace) -> int:
    """Bring the issue about a subject in line with a text; an empty text or a missing file means that nothing is left to do."""
    if not re.fullmatch(r"[a-z-]{2,30}", options.over):
        print(t("dossier.onderwerp"), file=sys.stderr)
        return 2
    path = Path(options.tekst)
    text = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    try:
        print(_keep(Host.from_runner(), options.over, options.titel, text))
    except HostError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _keep(host: Host, subject: str, title: str, text: str) -> str:
    mark = f"<!-- wegwijs-dossier {subject} -->"
    rows = (row for row in host.rows("issues?state=open") if "pull_request" not in row)
    found = next((row for row in rows if ours(row, mark)), None)
    if len(text) > MOST:
        text = f"{text[:MOST].rpartition(chr(10))[0]}\n\n{t('dossier.langer')}"
    body = f"{mark}\n{text}"
    if not text:
        if found:
            number = int(found["number"])
            host.ask("POST", f"issues/{number}/comments", {"body": t("dossier.klaar")})
            host.ask("PATCH", f"issues/{number}", {"state": "closed"})
        return t("dossier.niets_te_doen")
    if found is None:
        made = host.ask("POST", "issues", {"title": title, "body": body})
        return t("dossier.gemaakt", nummer=made["number"])
    if str(found["body"]).replace("\r\n", "\n").strip() != body.strip():
        host.ask("PATCH", f"issues/{int(found['number'])}", {"title": title, "body": body})
    return t("dossier.bijgewerkt", nummer=found["number"])
