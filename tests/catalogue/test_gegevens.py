"""Data for others: a documented and versioned format, a safe table, a valid feed, and JSON-LD after a schema of our own."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel, ConfigDict, Field

from tests.catalogue.shelves import context
from tests.conftest import ROOT
from tests.sites import ITEM, Site
from wegwijs.views.context import Context
from wegwijs.views.csvfile import csv_file
from wegwijs.views.feed import feed_files, last_changes
from wegwijs.views.gegevens import VERSION, catalogue_files, item_files
from wegwijs.views.linked_data import linked_data, resource

ATOM = "{http://www.w3.org/2005/Atom}"
MANUAL = ROOT / "content/over/gegevens.md"


def all_files(of: Context) -> Mapping[str, bytes]:
    return {**catalogue_files(of), **item_files(of)}


@pytest.fixture(scope="module")
def made(real: Site) -> Mapping[str, bytes]:
    return all_files(context(real))


def test_the_catalogue_has_every_item_with_the_same_fields(made: Mapping[str, bytes], real: Site) -> None:
    found = json.loads(made["catalogus.json"])
    assert (found["formaat"], found["versie"]) == ("wegwijs-catalogus", VERSION)
    assert {item["id"] for item in found["items"]} == set(real.catalogue.items)
    assert len({tuple(item) for item in found["items"]}) == 1


def test_every_item_has_its_own_file(made: Mapping[str, bytes], real: Site) -> None:
    for slug in real.catalogue.items:
        whole = json.loads(made[f"gegevens/{slug}.json"])
        assert (whole["formaat"], whole["id"]) == ("wegwijs-item", slug)
    peerreview = json.loads(made["gegevens/peerreview.json"])
    assert peerreview["adres"] == "https://voorbeeld.nl/instruments/peerreview/"
    assert sum(step["minuten"] for step in peerreview["stappen"]) > 0


def test_every_field_is_in_the_manual(made: Mapping[str, bytes]) -> None:
    """A field that nobody described is not public; one that was described is there."""
    text = MANUAL.read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_]+)`", text))
    used = {name for path, content in made.items() if path.endswith(".json") for name in json.loads(content)}
    assert used - described - {"items"} == set()
    assert f"Dit is versie {VERSION}." in text


def test_the_public_format_changes_only_on_purpose(site: Site, golden: Callable[[str, str], None]) -> None:
    golden("gegevens-item.json", all_files(context(site))["gegevens/gesprek-in-een-kring.json"].decode())


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_table_opens_well_in_a_dutch_excel(made: Mapping[str, bytes], real: Site) -> None:
    content = made["catalogus.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(real.catalogue.items) + 1
    table = rows(content)
    assert len({len(row) for row in table}) == 1
    peerreview = dict(zip(table[0], next(row for row in table if row[0] == "peerreview"), strict=True))
    assert (peerreview["titel"], peerreview["duur_min"].isdigit()) == ("Peerreview", True)
    assert "Onderwijsteam" in peerreview["rol"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        # What a spreadsheet would calculate
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        # What stays as it is
        (-2, "-2"),
        ("a=b; c", "a=b; c"),
        ('hij zei "nee"', 'hij zei "nee"'),
        ("twee\nregels", "twee\nregels"),
        (None, ""),
    ],
)
def test_a_cell_never_becomes_a_formula(value: object, cell: str) -> None:
    assert rows(csv_file([["kop", value]])) == [["kop", cell]]


def test_a_title_that_is_a_formula_stays_a_text(site: Site) -> None:
    wrong = site.change("titel: Gesprek in een kring", "titel: '=HYPERLINK(\"https://x.nl\")'")
    cells = [cell for row in rows(all_files(context(wrong))["catalogus.csv"]) for cell in row]
    assert "'=HYPERLINK(\"https://x.nl\")" in cells


def test_the_feed_tells_what_is_new(real: Site) -> None:
    feed = ElementTree.fromstring(feed_files(context(real))["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 50
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    for entry in entries:
        assert {f"{ATOM}title", f"{ATOM}summary", f"{ATOM}link"} <= {part.tag for part in entry}


def test_a_change_comes_on_top_and_history_is_no_news(site: Site) -> None:
    changed = site.change("gepubliceerd:", "bijgewerkt: 2027-05-05\ngepubliceerd:")
    feed = ElementTree.fromstring(feed_files(context(changed))["feed.xml"])
    first = feed.find(f"{ATOM}entry")
    assert first is not None
    assert (first.findtext(f"{ATOM}title"), first.findtext(f"{ATOM}updated")) == ("Gesprek in een kring", "2027-05-05T00:00:00Z")
    old = site.change("status: actueel", "status: ingetrokken")
    assert "Gesprek in een kring" not in feed_files(context(old))["feed.xml"].decode()


def test_signs_in_a_title_do_not_break_the_feed(site: Site) -> None:
    odd = site.change("titel: Gesprek in een kring", 'titel: "Vraag & <antwoord> \'nu\'"')
    feed = ElementTree.fromstring(feed_files(context(odd))["feed.xml"])
    assert "Vraag & <antwoord> 'nu'" in [title.text for title in feed.iter(f"{ATOM}title")]


def test_a_site_that_does_not_know_its_address_has_no_feed(site: Site) -> None:
    assert feed_files(context(site, "")) == {}


def test_the_days_of_the_sitemap_are_real(site: Site) -> None:
    changed = site.change("gepubliceerd:", "bijgewerkt: 2027-05-05\ngepubliceerd:")
    days = last_changes(context(changed))
    path = ITEM.removeprefix("content/")
    assert days[path] == days["instruments/index.md"] == days["catalogus/index.md"] == "2027-05-05"
    assert "toolbox/index.md" not in days


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Organization(Closed):
    type: Literal["Organization", "Thing"] = Field(alias="@type")
    name: str = Field(min_length=1)


class Audience(Closed):
    type: Literal["EducationalAudience"] = Field(alias="@type")
    educationalRole: str = Field(min_length=1)  # noqa: N815 - a name of schema.org


class Term(Closed):
    type: Literal["DefinedTerm"] = Field(alias="@type")
    name: str = Field(min_length=1)
    inDefinedTermSet: str  # noqa: N815


class LearningResource(Closed):
    """What an item says to search engines and collections. Every name is a property of schema.org."""

    context: Literal["https://schema.org"] = Field(alias="@context")
    type: Literal["LearningResource"] = Field(alias="@type")
    id: str = Field(alias="@id", pattern=r"^https://")
    url: str = Field(pattern=r"^https://.*/$")
    name: str
    description: str = Field(min_length=40)
    inLanguage: Literal["nl"]  # noqa: N815
    educationalLevel: str  # noqa: N815
    isAccessibleForFree: Literal[True]  # noqa: N815
    creativeWorkStatus: str  # noqa: N815
    datePublished: date  # noqa: N815
    dateModified: date | None = None  # noqa: N815
    publisher: Organization
    sourceOrganization: Organization  # noqa: N815
    creator: list[Organization] | None = None
    copyrightYear: int | None = None  # noqa: N815
    learningResourceType: list[str] = Field(min_length=1)  # noqa: N815
    audience: list[Audience] | None = Field(None, min_length=1)
    keywords: list[str] | None = Field(None, min_length=1)
    about: list[Term] | None = Field(None, min_length=1)
    license: str | None = Field(None, pattern=r"^https://creativecommons\.org/")
    timeRequired: str | None = Field(None, pattern=r"^PT\d+M$")  # noqa: N815


def test_every_item_is_a_learning_resource_after_our_schema(real: Site) -> None:
    for page in real.catalogue.items.values():
        LearningResource.model_validate(resource(context(real), page), by_alias=True)


def test_no_text_can_end_the_script_it_stands_in(site: Site) -> None:
    evil = site.change("titel: Gesprek in een kring", 'titel: "</script><script>alert(1)</script> & meer"')
    text = linked_data(context(evil), ITEM.removeprefix("content/"))
    assert text is not None
    assert not re.search("[<>&]", text)
    assert json.loads(text)["name"] == "</script><script>alert(1)</script> & meer"


def test_other_pages_and_withdrawn_items_are_no_learning_resource(site: Site) -> None:
    withdrawn = site.change("status: actueel", "status: ingetrokken")
    assert linked_data(context(site), "index.md") is None
    assert linked_data(context(withdrawn), ITEM.removeprefix("content/")) is None
