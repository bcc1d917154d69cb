"""The small pages behind codes and earlier addresses, what can be shared, and what is said of what is gone."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.ledger.test_check import published
from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.ledger.rows import LEDGER
from wegwijs.samples import ITEM, SHEET
from wegwijs.views import bladen, insluiten, korte_codes
from wegwijs.views.context import Context
from wegwijs.views.delen import share_of
from wegwijs.views.site import site_pages

ONLINE = "https://voorbeeld.nl/"


def context_of(site: Site, *, directories: bool = True, policy: bool = False) -> Context:
    address = partial(url_of, directories=directories)
    return Context(site.catalogue, address, site_title="Proef", site_url=ONLINE, has_policy=policy)


@pytest.fixture
def after(site: Site) -> Site:
    """A published site of which the item got another name, and the sheet was taken away with a reason."""
    site = published(site)
    row = next(line for line in site.text(LEDGER).splitlines() if "blad-voor-de-kring" in line)
    gone = f"{row[:4]};werkbladen/blad-voor-de-kring/;ingetrokken;bcdf;Niemand <gebruikte> het.;Blad voor de kring\n"
    return site.copy(ITEM, "content/instruments/kringgesprek.md").without(ITEM, SHEET).append(gone, LEDGER)


def test_a_code_and_an_earlier_address_lead_to_where_the_item_is_now(after: Site) -> None:
    made = korte_codes.files(context_of(after))
    for path, url in (
        ("k/bcdf/index.html", "../../instruments/kringgesprek/"),
        ("instruments/gesprek-in-een-kring/index.html", "../kringgesprek/"),
    ):
        text = made[path].decode()
        assert f'<noscript><meta http-equiv="refresh" content="0; url={url}"></noscript>' in text
        assert f'<a href="{url}">Ga naar: Gesprek in een kring</a>' in text
        assert f'<link rel="canonical" href="{ONLINE}instruments/kringgesprek/">' in text
        assert '<html lang="nl">' in text
        assert '<meta name="robots" content="noindex">' in text


def test_from_disk_the_same_pages_are_files_beside_the_others(after: Site) -> None:
    made = korte_codes.files(context_of(after, directories=False))
    assert "content=\"0; url=../instruments/kringgesprek.html\"" in made["k/bcdf.html"].decode()
    assert "content=\"0; url=kringgesprek.html\"" in made["instruments/gesprek-in-een-kring.html"].decode()


def test_no_page_of_the_site_is_overwritten(after: Site) -> None:
    context = context_of(after)
    pages = {korte_codes.file_of(context, path) for path in site_pages(context)}
    assert not pages & {*korte_codes.files(context), *insluiten.files(context), *bladen.files(context)}


def test_what_was_taken_away_says_why_and_what_came_in_its_place(after: Site) -> None:
    pages = site_pages(context_of(after))
    page = pages["werkbladen/blad-voor-de-kring.md"]
    view = page.view("")
    assert isinstance(view, korte_codes.WithdrawnView)
    assert (page.title, view.reason) == ("Blad voor de kring", "Niemand <gebruikte> het.")
    assert view.successor
    assert view.successor.title == "Gesprek in een kring"


def test_a_withdrawn_item_shows_its_reason_its_successor_and_its_last_version(site: Site) -> None:
    site = site.change("status: actueel", "status: ingetrokken\nreden_ingetrokken: Het ging niet.", ITEM)
    site = site.change("doel:", "verwant: {vervangt: [gesprek-in-een-kring]}\ndoel:", "content/instruments/tweede-gesprek.md")
    page = site_pages(context_of(site))["instruments/gesprek-in-een-kring.md"]
    view = page.view("<p>Zo was het.</p>")
    assert page.template == "ingetrokken.html"
    assert isinstance(view, korte_codes.WithdrawnView)
    assert view.reason == "Het ging niet."
    assert view.successor
    assert view.successor.title == "Tweede gesprek"
    assert "Zo was het." in view.text


def test_everything_that_ever_had_a_code_can_stay_in_a_frame(after: Site) -> None:
    made = insluiten.files(context_of(after))
    assert set(made) == {f"insluiten/{code}/index.html" for code in context_of(after).register.routes.codes}
    text = made["insluiten/bcdf/index.html"].decode()
    assert 'href="../../k/bcdf/" target="_blank" rel="noopener"' in text
    assert "<script" not in text
    gone = next(text.decode() for text in made.values() if b"Blad voor de kring" in text)
    assert "Dit gebruiken we niet meer." in gone


@pytest.mark.parametrize("make", [korte_codes.files, insluiten.files])
def test_a_title_is_text_and_never_html(site: Site, make: object) -> None:
    title = '"><script>alert(1)</script>'
    site = published(site.change("titel: Gesprek in een kring", f"titel: '{title}'", ITEM))
    for text in make(context_of(site)).values():  # type: ignore[operator]
        assert b"<script>alert" not in text
    share = share_of(context_of(site), site_pages(context_of(site))["instruments/gesprek-in-een-kring.md"])
    assert share
    parser = _Tags()
    parser.feed(share.frame)
    assert parser.tags == ["iframe"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def test_the_policy_stands_on_these_pages_too(after: Site) -> None:
    made = {**korte_codes.files(context_of(after, policy=True)), **insluiten.files(context_of(after, policy=True))}
    assert all("script-src 'self';" in unescape(text.decode()) for text in made.values())


@pytest.mark.parametrize("directories", [True, False])
def test_what_is_shared_is_the_lasting_address_online_also_in_a_copy(after: Site, directories: bool) -> None:
    context = context_of(after, directories=directories)
    share = share_of(context, site_pages(context)["instruments/kringgesprek.md"])
    assert share
    assert share.address == share.qr.text == f"{ONLINE}k/bcdf/"
    assert share.short == "voorbeeld.nl/k/bcdf"
    assert share.newsletter.splitlines() == ["Gesprek in een kring", share.sentence, share.address]
    assert f'src="{ONLINE}insluiten/bcdf/"' in unescape(share.frame)


def test_a_mail_is_written_already(after: Site) -> None:
    share = share_of(context_of(after), site_pages(context_of(after))["instruments/kringgesprek.md"])
    assert share
    fields = parse_qs(urlsplit(share.mail).query)
    assert fields["subject"] == ["Gesprek in een kring"]
    assert fields["body"] == [f"{share.sentence}\n\n{share.address}\n"]


def test_a_page_without_a_code_is_shared_by_its_own_address(after: Site) -> None:
    share = share_of(context_of(after), site_pages(context_of(after))["toolbox/index.md"])
    assert share
    assert (share.address, share.frame) == (f"{ONLINE}toolbox/", "")


def test_nothing_is_shared_when_nobody_knows_where_the_site_will_stand(site: Site) -> None:
    context = Context(site.catalogue, url_of)
    assert share_of(context, site_pages(context)["toolbox/index.md"]) is None


def test_addresses_in_these_pages_stay_within_the_site(after: Site) -> None:
    for text in korte_codes.files(context_of(after)).values():
        for address in re.findall(r'(?:href|src|data-naar)="([^"]+)"', text.decode()):
            assert address.startswith((ONLINE, "../")), address
