"""`wegwijs links`: which addresses outside the site no longer work, without blaming who is only slow."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.sites import ITEM, Site, write
from wegwijs.cli import main
from wegwijs.cli.links import ask
from wegwijs.problems import Place
from wegwijs.verslag.links import Answer, State, addresses, as_markdown


class World(BaseHTTPRequestHandler):
    """A few pages of somebody else."""

    PAGES = {  # noqa: RUF012 - never changed
        "/goed.html": (200, ""),
        "/weg.html": (404, ""),
        "/opgeheven.html": (410, ""),
        "/stuk.html": (503, ""),
        "/besloten.html": (403, ""),
        "/verhuisd.html": (301, "/goed.html"),
        "/even-elders.html": (302, "/goed.html"),
        "/verhuisd-naar-niets.html": (301, "/weg.html"),
        "/map.html": (301, "/map.html/"),
        "/map.html/": (200, ""),
        "/rondje.html": (301, "/rondje.html?x"),
        "/rondje.html?x": (301, "/rondje.html"),
        "/vreemd.html": (301, "file:///etc/passwd"),
    }

    def do_HEAD(self) -> None:
        self._go(405 if self.path == "/liever-heel.html" else 0)

    def do_GET(self) -> None:
        self._go(200 if self.path == "/liever-heel.html" else 0)

    def _go(self, status: int) -> None:
        known, to = self.PAGES.get(self.path, (404, ""))
        self.send_response(status or known)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_parts: object) -> None:
        pass


@pytest.fixture(scope="module")
def world() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), World)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("/goed.html", State.FINE),
        ("/liever-heel.html", State.FINE),
        ("/even-elders.html", State.FINE),
        ("/map.html", State.FINE),
        ("/verhuisd.html", State.MOVED),
        ("/weg.html", State.GONE),
        ("/opgeheven.html", State.GONE),
        ("/verhuisd-naar-niets.html", State.GONE),
        ("/stuk.html", State.UNKNOWN),
        ("/besloten.html", State.UNKNOWN),
        ("/rondje.html", State.UNKNOWN),
        ("/vreemd.html", State.UNKNOWN),
    ],
)
def test_what_became_of_an_address(world: str, page: str, state: State) -> None:
    assert ask(world + page).state is state


def test_a_name_that_nobody_has_is_gone_and_a_closed_door_is_not_known() -> None:
    assert Answer(0, no_such_host=True).state is State.GONE
    assert ask("http://127.0.0.1:1/dicht.html").state is State.UNKNOWN


def test_where_it_moved_to_is_told(world: str) -> None:
    assert ask(world + "/verhuisd.html").moved_to == f"{world}/goed.html"
    assert ask(world + "/map.html").moved_to == "", "a slash at the end is no reason to change a text"


def test_addresses_are_found_in_texts_in_fields_and_in_the_list_of_sources(site: Site) -> None:
    site = site.change("Laat stiltes vallen.", "Zie [dit](https://a.nl/x#deel), <https://b.nl> en `[c](https://c.nl)`.")
    site = site.change("  - bron: koers", "  - bron: koers\n  - {titel: Boek, url: 'https://a.nl/x'}")
    site = site.bytes(
        "toolbox/bronnen.yml", b"koers:\n  titel: Koers\n  uitgever: Netwerk\n  url: https://d.nl/koers\n"
    )
    found = addresses(site.catalogue)
    assert list(found) == ["https://a.nl/x", "https://b.nl", "https://d.nl/koers"]
    assert [place.path for place in found["https://a.nl/x"]] == [ITEM, ITEM]
    assert found["https://d.nl/koers"] == (Place("toolbox/bronnen.yml"),)


def test_the_issue_names_what_to_do_and_folds_what_nobody_knows() -> None:
    place = (Place("content/a.md", 3, 1),) * 5
    places = {f"https://voorbeeld.nl/{name}": place for name in ("weg", "verhuisd", "traag", "goed")}
    answers = dict(zip(places, (Answer(404), Answer(200, "https://nieuw.nl/"), Answer(0), Answer(200)), strict=True))
    text = as_markdown(places, answers)
    assert "### 1 adres dat niet meer bestaat\n\n- [ ] `https://voorbeeld.nl/weg` (staat in `content/a.md:3`" in text
    assert "en op nog 2 plaatsen" in text
    assert "- [ ] `https://voorbeeld.nl/verhuisd` staat nu op `https://nieuw.nl/`" in text
    assert "<details>" in text.partition("https://voorbeeld.nl/traag")[0]
    assert "https://voorbeeld.nl/goed" not in text


def test_without_anything_to_do_there_is_no_text_at_all() -> None:
    places = {"https://voorbeeld.nl/traag": (Place("content/a.md"),)}
    assert as_markdown(places, {"https://voorbeeld.nl/traag": Answer(503)}) == ""


def test_the_command_writes_the_issue(
    site: Site, world: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site.change("Laat stiltes vallen.", f"Zie [dit]({world}/weg.html) en [dat]({world}/goed.html).")
    root = write(site, tmp_path / "project")
    assert main(["--root", str(root), "links", "--pauze", "0", "--uit", str(tmp_path / "links.md")]) == 0
    assert capsys.readouterr().out == "2 adressen nagevraagd: 1 weg, 0 verhuisd, 0 niet na te gaan.\n"
    assert f"{world}/weg.html" in (tmp_path / "links.md").read_text(encoding="utf-8")
