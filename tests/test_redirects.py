"""Redirects: whatever editors do over the years, an address that was published leads to a page, at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as some

from wegwijs.ledger.holders import Holder, Register
from wegwijs.ledger.ledger import Ledger
from wegwijs.ledger.recording import additions
from wegwijs.ledger.rows import STATES, Row
from wegwijs.redirects import Routes, find_routes
from wegwijs.source import Source

SECTIONS = ("instruments/", "over/")


def routes(rows: list[Row], present: dict[str, str], *pages: str, old: dict[str, str] | None = None) -> Routes:
    return find_routes(Ledger(tuple(rows)), present, {*SECTIONS, *present.values(), *pages}, old)


def test_a_renamed_item_is_found_at_its_earlier_address() -> None:
    found = routes([Row("pr4x", "instruments/oud/")], {"pr4x": "instruments/nieuw/"})
    assert found.codes == {"pr4x": "instruments/nieuw/"}
    assert found.addresses == {"instruments/oud/": "instruments/nieuw/"}


def test_twice_renamed_is_still_one_step() -> None:
    rows = [Row("pr4x", "instruments/een/"), Row("pr4x", "instruments/twee/")]
    found = routes(rows, {"pr4x": "instruments/drie/"})
    assert set(found.addresses.values()) == {"instruments/drie/"}


def test_renamed_and_back_leaves_no_redirect_over_the_page() -> None:
    rows = [Row("pr4x", "instruments/een/"), Row("pr4x", "instruments/twee/"), Row("pr4x", "instruments/een/")]
    assert routes(rows, {"pr4x": "instruments/een/"}).addresses == {"instruments/twee/": "instruments/een/"}


def test_what_was_taken_away_has_a_tombstone_where_it_last_stood() -> None:
    rows = [
        Row("pr4x", "instruments/een/"),
        Row("pr4x", "instruments/twee/"),
        Row("pr4x", "instruments/twee/", "ingetrokken", "", "Bestaat niet meer.", "Een"),
    ]
    found = routes(rows, {})
    assert set(found.tombs) == {"instruments/twee/"}
    assert found.addresses == {"instruments/een/": "instruments/twee/"}
    assert found.codes == {"pr4x": "instruments/twee/"}


def test_a_successor_is_reached_at_once_also_over_several() -> None:
    rows = [
        Row("pr4x", "instruments/een/", "doorverwezen", "kt7n"),
        Row("kt7n", "instruments/twee/", "doorverwezen", "bs3k"),
    ]
    found = routes(rows, {"bs3k": "instruments/drie/"})
    assert set(found.codes.values()) == {"instruments/drie/"}
    assert set(found.addresses.values()) == {"instruments/drie/"}


def test_successors_in_a_circle_are_noticed_and_lead_to_the_section() -> None:
    rows = [
        Row("pr4x", "instruments/een/", "doorverwezen", "kt7n"),
        Row("kt7n", "instruments/twee/", "doorverwezen", "pr4x"),
    ]
    found = routes(rows, {})
    assert found.circles >= {"pr4x", "kt7n"}
    assert set(found.codes.values()) == {"instruments/"}


def test_a_file_that_is_gone_without_a_word_is_lost() -> None:
    found = routes([Row("pr4x", "instruments/een/")], {})
    assert found.lost == {"pr4x"}
    assert found.codes == {"pr4x": "instruments/"}


def test_what_stood_below_moves_along() -> None:
    rows = [Row("bg7h", "toolbox/standaarden/begeleiding/"), Row("", "toolbox/standaarden/begeleiding/kaarten/")]
    found = routes(rows, {"bg7h": "toolbox/standaarden/steun/"}, "toolbox/standaarden/steun/kaarten/")
    assert found.addresses["toolbox/standaarden/begeleiding/kaarten/"] == "toolbox/standaarden/steun/kaarten/"


def test_a_page_that_vanishes_leads_to_what_it_stood_in() -> None:
    assert routes([Row("", "over/privacy/")], {}).addresses == {"over/privacy/": "over/"}


def test_a_page_that_vanishes_leads_where_the_editors_say() -> None:
    rows = [Row("", "over/privacy/"), Row("", "over/privacy/", "doorverwezen", "over/gegevens/")]
    assert routes(rows, {}, "over/gegevens/").addresses == {"over/privacy/": "over/gegevens/"}


def test_an_address_of_the_old_site_leads_on_unless_a_page_of_ours_is_there() -> None:
    old = {"document/een/": "pr4x", "instruments/nieuw/": "pr4x"}
    found = routes([], {"pr4x": "instruments/nieuw/"}, old=old)
    assert found.addresses == {"document/een/": "instruments/nieuw/"}


CODES = some.sampled_from(["bcdf", "ghjk", "mnpq", "rstv"])
PLACES = some.sampled_from([f"{section}{name}/" for section in SECTIONS for name in ("een", "twee", "drie", "een/vier")])
ROWS = some.builds(
    Row, code=CODES | some.just(""), address=PLACES, state=some.sampled_from(STATES), successor=CODES | PLACES, reason=some.just("Weg.")
)


@settings(max_examples=250)
@given(some.lists(ROWS, max_size=14), some.dictionaries(CODES, PLACES, max_size=3), some.sets(PLACES), some.dictionaries(PLACES, CODES))
def test_any_ledger_at_all_gives_no_chain_no_circle_and_nothing_overwritten(
    rows: list[Row], present: dict[str, str], pages: set[str], old: dict[str, str]
) -> None:
    found = routes(rows, present, *pages, old=old)
    there = {*SECTIONS, *present.values(), *pages, *found.tombs}
    assert not set(found.addresses) & there
    assert {*found.addresses.values(), *found.codes.values()} <= there | {""}
    assert {row.address for row in rows} <= there | set(found.addresses)
    assert {row.code for row in rows} - {""} <= set(found.codes)


# --- Years of work by editors ---


@dataclass
class Years:
    """A site over many builds: what there is, what was ever published, and the ledger that `wegwijs codes` keeps."""

    items: dict[str, str] = field(default_factory=dict)
    """Code → address."""
    pages: set[str] = field(default_factory=lambda: set(SECTIONS))
    withdrawn: dict[str, str] = field(default_factory=dict)
    """Code → code of the successor, of items whose file says that they are withdrawn."""
    rows: list[Row] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def register(self) -> Register:
        holders = tuple(
            Holder(code, address, code, Source(address, {}), code in self.withdrawn, "Weg.", self.withdrawn.get(code, ""))
            for code, address in self.items.items()
        )
        pages = {address: address for address in {*self.pages, *self.items.values()}}
        return Register(Ledger(tuple(self.rows)), holders, pages, has_ledger=True)

    def build(self) -> None:
        """What an editor does before publishing, then a build; everything it shows may be on paper from now on."""
        self.rows += additions(self.register())
        register = self.register()
        assert not additions(register)
        found = register.routes
        self.codes |= set(self.items)
        self.addresses |= {*register.pages, *found.tombs, *found.addresses}
        there = {*register.pages, *found.tombs}
        assert not found.lost
        assert not found.circles
        for code in self.codes:
            assert found.codes[code] in there
        for address in self.addresses:
            assert address in there or found.addresses[address] in there
        for row in self.rows:
            where = {**found.addresses, **{address: address for address in there}}[row.address]
            assert not row.code or where == found.codes[row.code]
        for code, address in self.items.items():
            assert found.codes[code] == address
        for code in self.codes - set(self.items):
            last = register.ledger.last[code]
            if last.state == "ingetrokken":
                assert found.codes[code] == last.address
                assert last.address in found.tombs
            else:
                assert found.codes[code] == found.codes[last.successor]


@settings(max_examples=120)
@given(some.data())
def test_years_of_renaming_moving_and_withdrawing_leave_no_dead_address(data: some.DataObject) -> None:
    years = Years()
    names = iter(f"naam-{number}" for number in range(1000))
    codes = iter(f"{a}{b}2k" for a in "bcdfghjkmnpqrstvwxz" for b in "bcdfghjkmnpqrstvwxz")
    for _build in range(data.draw(some.integers(1, 8))):
        for _work in range(data.draw(some.integers(1, 5))):
            work = data.draw(some.sampled_from(["new", "new", "rename", "back", "withdraw", "remove", "merge", "page", "no page"]))
            section = data.draw(some.sampled_from(SECTIONS))
            free = f"{section}{next(names)}/"
            one = data.draw(some.sampled_from(sorted(years.items))) if years.items else ""
            other = data.draw(some.sampled_from(sorted(years.codes))) if years.codes else ""
            if work == "new":
                years.items[next(codes)] = free
            elif work == "page":
                years.pages.add(free)
            elif work == "no page" and len(years.pages) > 2:
                years.pages.discard(data.draw(some.sampled_from(sorted(years.pages - set(SECTIONS)))))
            elif one and work == "rename":
                years.items[one] = free
            elif one and work == "back":
                earlier = [row.address for row in years.rows if row.code == one and row.address not in years.items.values()]
                years.items[one] = earlier[0] if earlier else free
            elif one and work == "withdraw":
                years.withdrawn[one] = other if other != one else ""
            elif one in years.codes and work == "remove":
                last = Ledger(tuple(years.rows)).last[one]
                years.rows.append(Row(one, last.address, "ingetrokken", "", "Weg.", one))
                del years.items[one]
            elif one in years.codes and work == "merge" and other in years.items and other != one:
                last = Ledger(tuple(years.rows)).last[one]
                years.rows.append(Row(one, last.address, "doorverwezen", other))
                del years.items[one]
        years.build()
