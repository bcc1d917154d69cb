"""The keuzehulp: what fits, why, what to mind; weights are data and nobody sees a sum."""

from __future__ import annotations

import json

import pytest

from tests.catalogue.shelves import context
from tests.sites import Site
from wegwijs.catalogue import facet_values
from wegwijs.documents import Situatie
from wegwijs.keuzehulp import EXPERIENCE, KIND, Advice, Answers, advise, candidates, read_helper
from wegwijs.problems import Problems
from wegwijs.views.keuzehulp import HelperPage, helper_pages, why

FILE = "toolbox/keuzehulp.yml"


def advice(site: Site, situation: str, **answers: object) -> tuple[Advice, ...]:
    helper, _source = read_helper(site.tree, Problems())
    assert helper
    page = next(page for page in site.catalogue.of_kind(KIND) if page.slug == situation)
    return advise(candidates(site.catalogue, helper, page), helper, Answers(**answers))  # type: ignore[arg-type]


def slugs(found: tuple[Advice, ...]) -> list[str]:
    return [row.candidate.page.slug for row in found]


def test_there_are_enough_situations_in_peoples_own_words(real: Site) -> None:
    found = real.catalogue.of_kind(KIND)
    assert len(found) >= 20
    for page in found:
        assert isinstance(page.meta, Situatie)
        assert len(page.meta.woorden) >= 5, page.slug
        assert len(page.meta.instrumenten) >= 3, page.slug


def test_every_situation_gives_what_its_editors_named_first(real: Site) -> None:
    for page in real.catalogue.of_kind(KIND):
        assert isinstance(page.meta, Situatie)
        named = [row.item for row in page.meta.instrumenten]
        found = slugs(advice(real, page.slug))
        assert 3 <= len(found) <= 5
        assert found[0] in named[:2], page.slug
        assert len(set(named) & set(found)) >= min(3, len(named)), page.slug


@pytest.mark.parametrize("minutes", [60, 90, 240, 480])
def test_what_takes_too_long_comes_after_what_fits_and_says_so(real: Site, minutes: int) -> None:
    for page in real.catalogue.of_kind(KIND):
        reasons = [reason for row in advice(real, page.slug, minutes=minutes) for reason in row.reasons]
        told = [reason.matched for reason in reasons if reason.key in ("tijd", "krap")]
        durations = [getattr(row.candidate.page.meta, "duur", None) for row in advice(real, page.slug, minutes=minutes)]
        assert told == [duration is not None and duration.min <= minutes for duration in durations]
        assert told == sorted(told, reverse=True), page.slug


def test_what_one_does_not_choose_for_an_afternoon_only_comes_when_it_is_named(real: Site) -> None:
    for page in real.catalogue.of_kind(KIND):
        assert isinstance(page.meta, Situatie)
        named = {row.item for row in page.meta.instrumenten}
        found = set(slugs(advice(real, page.slug)))
        assert "instellingsdialoog" in named or "instellingsdialoog" not in found


def test_who_has_no_facilitator_hears_who_is_needed(real: Site) -> None:
    found = {row.candidate.page.slug: row for row in advice(real, "leren-van-een-ander-team", experience="niemand")}
    reasons = {reason.key for row in found.values() for reason in row.reasons if not reason.matched}
    assert "handig" in reasons
    without = advice(real, "leren-van-een-ander-team")
    peerreview = next(row for row in without if row.candidate.page.slug == "peerreview")
    assert [(reason.matched, reason.key) for reason in peerreview.reasons] == [(False, "nodig_enige")]


@pytest.mark.parametrize(
    ("situation", "role", "better"),
    [("te-veel-studenten-stoppen", "student", "studententafel"), ("het-komt-van-bovenaf", "bestuurder", "bestuurstafel")],
)
def test_with_whom_makes_a_difference(real: Site, situation: str, role: str, better: str) -> None:
    found = advice(real, situation, role=role)
    assert better in slugs(found)
    for row in found:
        assert row.reasons[0].matched == (role in facet_values(row.candidate.page, "rol"))


def test_history_is_never_advised(real: Site) -> None:
    for page in real.catalogue.of_kind(KIND):
        for row in advice(real, page.slug):
            assert row.candidate.page.item.status in ("actueel", "in-ontwikkeling")


def test_every_advice_says_why(real: Site) -> None:
    for page in real.catalogue.of_kind(KIND):
        for row in advice(real, page.slug):
            sentence = why(context(real), row.candidate)
            assert sentence.endswith((".", "?", "!")), sentence


def test_the_weights_are_data(real: Site) -> None:
    """Who makes time weigh more, gets nothing that takes longer."""
    changed = real.change("te_lang: {punten: -8", "te_lang: {punten: -50", FILE)
    before, after = (slugs(advice(site, "iedereen-is-druk", minutes=60)) for site in (real, changed))
    assert before != after


def test_the_page_explains_every_weight_and_has_no_sum(real: Site) -> None:
    helper, _source = read_helper(real.tree, Problems())
    assert helper
    page = HelperPage(context(real), helper)
    assert len(page.view().weights) == len(helper.points)
    data = json.loads(next(iter(page.files.values())).decode().split("=", 1)[1].rstrip(";\n"))
    assert set(data["situaties"]) == {page.slug for page in real.catalogue.of_kind(KIND)}
    assert [answer.value for answer in page.view().experience] == list(EXPERIENCE)


def test_a_site_without_situations_has_no_keuzehulp(site: Site) -> None:
    assert list(helper_pages(context(site))) == []


def test_a_role_that_does_not_exist_is_told(real: Site) -> None:
    wrong = real.change("rollen: [onderwijsteam, docent,", "rollen: [onderwijsteam, docant,", FILE)
    assert [(problem.code, problem.place.path, problem.place.column) for problem in wrong.problems.errors] == [("K012", FILE, 25)]


def test_a_weight_that_is_no_number_is_told_and_the_site_goes_on(real: Site) -> None:
    wrong = real.change("thema: {punten: 3", "thema: {punten: veel", FILE)
    assert [problem.code for problem in wrong.problems.errors] == ["K018"]
    assert [page.path for page in helper_pages(context(wrong))] == ["situaties/index.md"]


def test_an_instrument_that_does_not_exist_is_told(real: Site) -> None:
    wrong = real.change("alleen_genoemd: [vragenlijst-", "alleen_genoemd: [vragelijst-", FILE)
    assert [(problem.code, problem.place.path) for problem in wrong.problems.errors] == [("K060", FILE)]
