"""The manual about messages: an author finds each of them under one heading."""

from __future__ import annotations

from collections import Counter

from tests.sites import Site
from tests.views.seen import page_of
from wegwijs.views import pagedata
from wegwijs.words import messages


def test_every_message_stands_under_one_heading_of_the_help(site: Site) -> None:
    groups = page_of(site, "hulp/index.md", pagedata.HelpIndexView).groups
    counted = Counter(link.title.split(" ")[0] for _heading, links in groups for link in links)
    assert counted == dict.fromkeys(messages(), 1)
    found = {heading: {link.title.split(" ")[0] for link in links} for heading, links in groups}
    assert {"K165", "K169"} <= found["Zoekvragen en synoniemen"]
    assert "K161" in found["Wie het bijhoudt"]
