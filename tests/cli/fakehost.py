"""A code host on this machine, as far as the workflows use one: it remembers what is written and refuses who has no key."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "proefsleutel"
REPOSITORY = "netwerk/wegwijs"
BOT = {"login": "github-actions[bot]"}


@dataclass
class FakeHost:
    """What stands on the host. Lists are handed out in pages, like the real one does."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    packed: bytes = b""
    comments: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    wrote: list[str] = field(default_factory=list)
    stored_with_key: list[str | None] = field(default_factory=list)
    api: str = ""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Any:
        parts = path.strip("/").split("/")[3:]
        if method != "GET":
            self.wrote.append(f"{method} {'/'.join(parts)}")
        match method, parts:
            case "GET", ["pulls"]:
                wanted = query["head"][0]
                return [row for row in self.pulls if row["label"] == wanted and row["state"] in query["state"]]
            case "GET", ["actions", "runs", _id, "artifacts"]:
                return {"artifacts": [row for row in self.artifacts if row["name"] == query["name"][0]]}
            case "GET", ["issues", _number, "comments"]:
                return _paged(self.comments, query)
            case "GET", ["issues"]:
                return _paged([row for row in self.issues if row["state"] == query["state"][0]], query)
            case "POST", ["issues", _number, "comments"]:
                self.comments.append({"id": len(self.comments) + 1, "body": body["body"], "user": BOT})
                return self.comments[-1]
            case "PATCH", ["issues", "comments", id]:
                row = next(row for row in self.comments if row["id"] == int(id))
                row["body"] = body["body"]
                return row
            case "POST", ["issues"]:
                self.issues.append({"number": len(self.issues) + 1, "state": "open", "user": BOT, **body})
                return self.issues[-1]
            case "PATCH", ["issues", number]:
                row = next(row for row in self.issues if row["number"] == int(number))
                row.update(body)
                return row
        return None


def _paged(rows: list[dict[str, Any]], query: dict[str, list[str]]) -> list[dict[str, Any]]:
    size, page = int(query["per_page"][0]), int(query["page"][0])
    return rows[size * (page - 1) : size * page]


@contextmanager
def running() -> Iterator[FakeHost]:
    """The host on a free port."""
    host = FakeHost()

    class Handler(BaseHTTPRequestHandler):
        def _go(self) -> None:
            address = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            if address.path == "/opslag":
                host.stored_with_key.append(self.headers.get("Authorization"))
                self._send(200, host.packed)
            elif self.headers.get("Authorization") != f"Bearer {KEY}" or not address.path.startswith(
                f"/api/repos/{REPOSITORY}/"
            ):
                self._send(403, b"{}")
            elif address.path.endswith("/zip"):
                self.send_response(302)
                self.send_header("Location", "/opslag")
                self.end_headers()
            else:
                found = host.answer(self.command, address.path.removeprefix("/api"), parse_qs(address.query), body)
                self._send(404 if found is None else 200, json.dumps(found).encode())

        do_GET = do_POST = do_PATCH = _go  # noqa: N815 - the names of the server

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_parts: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    host.api = f"http://127.0.0.1:{server.server_port}/api"
    yield host
    server.shutdown()
    server.server_close()
