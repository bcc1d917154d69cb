"""Onderhoud in words, for the issue that stays: what is due today, by keeper, and how much comes soon."""

from __future__ import annotations

from datetime import date

from wegwijs.addresses import url_of
from wegwijs.onderhoud import Review, by_keeper, due, soon
from wegwijs.verslag.veilig import quoted
from wegwijs.views import formats
from wegwijs.words import plural, t


def as_markdown(rows: tuple[Review, ...], today: date, site: str) -> str:
    """A list with a box for each item that is due; empty when none is."""
    late = due(rows, today)
    if not late:
        return ""
    lines = [t("onderhoud.melding"), ""]
    for keeper, own in by_keeper(late).items():
        lines += [f"### {quoted(keeper)}", "", *(_line(row, site) for row in own), ""]
    near = len(soon(rows, today))
    if near:
        lines.append(plural("onderhoud.melding_binnenkort", near))
    return "\n".join(lines).rstrip() + "\n"


def _line(row: Review, site: str) -> str:
    page = row.page
    assert row.day
    address = f" [{url_of(page.site_path)}]({site}{url_of(page.site_path)})" if site else ""
    return f"- [ ] {quoted(page.title)} {t('onderhoud.voor', dag=formats.day(row.day))}{address}"
