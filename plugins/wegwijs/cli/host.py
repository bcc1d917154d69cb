"""Host: the code host as a workflow reaches it: its address and key come from the runner, and nothing it says is trusted blindly."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wegwijs.words import t

MOST_BYTES = 10_000_000
PAGES = 10
"""How many pages of a list are asked for; a hundred rows each."""


class HostError(Exception):
    """The host did not do what was asked; the text is for the log of the workflow."""


@dataclass(frozen=True)
class Host:
    """One repository on one host."""

    api: str
    repository: str
    token: str = field(repr=False)

    @classmethod
    def from_runner(cls) -> Host:
        """The repository in whose workflow this runs."""
        names = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
        api, repository, token = (os.environ.get(name, "") for name in names)
        if not (api and repository and token):
            raise HostError(t("host.geen_runner", namen=", ".join(names)))
        return cls(api.rstrip("/"), repository, token)

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """What the host answers to a question about this repository."""
        return json.loads(self.fetch(method, path, body) or b"null")

    def fetch(self, method: str, path: str, body: object = None, *, most: int = MOST_BYTES) -> bytes:
        """The bytes of an answer. The key goes to the host alone: not to where it may send us for a file."""
        url = f"{self.api}/repos/{self.repository}/{path}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data=data, method=method)  # noqa: S310 - the runner's own address
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("User-Agent", "wegwijs")
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                found: bytes = answer.read(most + 1)
        except urllib.error.HTTPError as fault:
            with fault:
                raise HostError(t("host.geweigerd", vraag=f"{method} {path}", antwoord=fault.code)) from fault
        except OSError as fault:
            raise HostError(t("host.onbereikbaar", vraag=f"{method} {path}")) from fault
        if len(found) > most:
            raise HostError(t("host.te_groot", vraag=f"{method} {path}"))
        return found

    def rows(self, path: str) -> Iterator[dict[str, Any]]:
        """Every row of a list, page after page."""
        sign = "&" if "?" in path else "?"
        for page in range(1, PAGES + 1):
            found = self.ask("GET", f"{path}{sign}per_page=100&page={page}")
            yield from found
            if len(found) < 100:
                return


BOT = "github-actions[bot]"
"""Under which name a workflow writes."""


def ours(row: dict[str, Any], mark: str) -> bool:
    """Whether a comment or an issue was written by a workflow of ours: anybody can write the mark, not everybody is the bot."""
    return str(row.get("body") or "").startswith(mark) and (row.get("user") or {}).get("login") == BOT
