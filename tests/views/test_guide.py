"""The manual about messages: an author finds each of them under one heading."""

from __future__ import annotations

from collections import Counter

from tests.sites import Site
from tests.views.seen import page_of
from wegwijs.views import pagedata
from wegwijs.views.guide import help_views
from wegwijs.words import messages


def test_every_message_stands_under_one_heading_of_the_help(site: Site) -> None:
    groups = page_of(site, "hulp/index.md", pagedata.HelpIndexView).groups
    counted = Counter(link.title.split(" ")[0] for _heading, links in groups for link in links)
    assert counted == dict.fromkeys(messages(), 1)
    found = {heading: {link.title.split(" ")[0] for link in links} for heading, links in groups}
    assert {"K165", "K169"} <= found["Zoekvragen en synoniemen"]
    assert "K161" in found["Wie het bijhoudt"]


def test_the_help_shows_what_was_written_and_what_it_should_be() -> None:
    """Not the name of a file alone, where the mistake is in the text of that file."""
    found = help_views()
    assert found["K168"].wrong.startswith("minstens: 2")
    assert found["K169"].wrong.splitlines()[1:] == ["  - [kring, cirkel]", "  - [rondje, kring]"]
    assert found["K169"].right.splitlines()[1:] == ["  - [kring, cirkel, rondje]"]
    assert found["K085"].wrong.startswith("content/")
    assert (found["K011"].wrong, found["K011"].right) == ("", "doel: Samen leren van één vraag.")
    # How a file was saved, and how long it is, cannot be shown in a few lines.
    assert {code for code, view in found.items() if view.message and not view.wrong + view.right} == {"K005", "K006", "K007", "K008"}
