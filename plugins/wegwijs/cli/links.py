"""Links: asks every address outside the site whether it still works, calmly: one question at a time to each host."""

from __future__ import annotations

import argparse
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from wegwijs.catalogue import load_catalogue
from wegwijs.problems import Problems
from wegwijs.tree import read_tree
from wegwijs.verslag.links import Answer, State, addresses, as_markdown
from wegwijs.words import t

HOSTS_AT_ONCE, TIMEOUT, HOPS = 8, 20, 6
NO_HEAD = frozenset({400, 403, 405, 406, 429, 500, 501, 503})
"""Answers of hosts that only like to be asked for the whole page."""
LASTING = frozenset({301, 308})
NAME = "Mozilla/5.0 (compatible; wegwijs-linkcontrole)"


def links(options: argparse.Namespace) -> int:
    """Write which addresses are gone or moved. That is no failure: the world changes without us."""
    places = addresses(load_catalogue(read_tree(options.root), Problems()))
    answers = ask_all(places, pause=options.pauze)
    text = as_markdown(places, answers)
    if options.uit:
        Path(options.uit).write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    counted = {state: sum(answer.state is state for answer in answers.values()) for state in State}
    print(
        t(
            "links.slot",
            aantal=len(answers),
            weg=counted[State.GONE],
            verhuisd=counted[State.MOVED],
            onbekend=counted[State.UNKNOWN],
        )
    )
    return 0


def ask_all(places: Iterable[str], *, pause: float) -> dict[str, Answer]:
    """Ask all addresses, several hosts at a time but each host one by one."""

    def host(address: str) -> str:
        return urlsplit(address).netloc.lower()

    groups = [
        list(rows) for _host, rows in groupby(sorted(places, key=lambda address: (host(address), address)), key=host)
    ]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda rows: [(address, _patiently(address, pause)) for address in rows], groups)
        return dict(sorted(row for rows in found for row in rows))


def _patiently(address: str, pause: float) -> Answer:
    """An address that does not work is asked a second time, a while later; a moment's trouble is nobody's mistake."""
    answer = ask(address)
    time.sleep(pause)
    if answer.state in (State.GONE, State.UNKNOWN):
        time.sleep(3 * pause)
        answer = ask(address)
    return answer


def ask(address: str) -> Answer:
    """Follow an address to where it ends."""
    here, moved, lasting = address, "", True
    for _hop in range(HOPS):
        status, to = _once(here, "HEAD")
        if status in NO_HEAD:
            status, to = _once(here, "GET")
        if not to:
            return Answer(max(status, 0), moved, no_such_host=status == NO_HOST)
        here = urljoin(here, to)
        if not here.startswith(("http://", "https://")):
            return Answer(0)
        # Only what has moved for good, from the first step on, is worth changing.
        lasting = lasting and status in LASTING
        moved = here if lasting and not _same(address, here) else moved
    return Answer(0)


def _same(first: str, second: str) -> bool:
    """Whether two addresses differ in nothing that a writer would change: http or https, www, a slash at the end."""
    one, other = urlsplit(first.rstrip("/")), urlsplit(second.rstrip("/"))
    hosts = {part.netloc.lower().removeprefix("www.") for part in (one, other)}
    return len(hosts) == 1 and (one.path.rstrip("/"), one.query) == (other.path.rstrip("/"), other.query)


NO_HOST = -1


class _Stay(urllib.request.HTTPRedirectHandler):
    """Do not follow: we want to know where to."""

    def redirect_request(self, *_parts: Any) -> None:
        return None


def _once(address: str, method: str) -> tuple[int, str]:
    """The status of one question and where it sends us; 0 when there was no answer, NO_HOST when nobody has that name."""
    plain = quote(address, safe=":/?#[]@!$&'()*+,;=%~")
    request = urllib.request.Request(plain, method=method, headers={"User-Agent": NAME, "Accept-Language": "nl"})  # noqa: S310
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=TIMEOUT) as answer:
            return int(answer.status), ""
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.headers.get("Location") or "" if 300 <= fault.code < 400 else ""
    except urllib.error.URLError as fault:
        return (NO_HOST if isinstance(fault.reason, socket.gaierror) else 0), ""
    except (OSError, HTTPException, ValueError):
        return 0, ""
