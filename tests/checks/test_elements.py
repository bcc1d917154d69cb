"""Elements: every part of the model has what `eisen` in `toolbox/model.yml` asks for."""

from __future__ import annotations

from tests.sites import Site

MODEL = "toolbox/model.yml"
DIALOOG, VERTROUWEN = "toolbox/waarden/dialoog.md", "toolbox/waarden/vertrouwen.md"
DIRECTION = "toolbox/kijkrichtingen/vanuit-de-waarden.md"
ALL = [DIRECTION, DIALOOG, VERTROUWEN]


def places(site: Site, code: str) -> list[str]:
    return [problem.place.path for problem in site.problems if problem.code == code]


def test_questions_are_enough_for_every_role_and_from_enough_sides(site: Site) -> None:
    more = site.change("  vragen: 1", "  vragen: 2", MODEL)
    assert (
        more.lines[0]
        == f"{DIRECTION}:6:1 K114 fout: Hier staan 1 vragen; het moeten er ten minste 2 zijn. Voeg vragen toe die een gesprek openen."
    )
    assert places(more, "K114") == ALL
    assert places(site.change("rollen: [docent]", "rollen: [docent, student]", MODEL), "K115") == ALL
    assert places(site.change("  kijkrichtingen: 1", "  kijkrichtingen: 2", MODEL), "K121") == ALL


def test_without_requirements_an_element_needs_no_questions(site: Site) -> None:
    free = site.change("eisen:\n  vragen: 1\n  rollen: [docent]\n  kijkrichtingen: 1\n", "", MODEL)
    free.is_fine()
    assert free.catalogue.model.requirements.vragen == 0


def test_an_earlier_element_needs_no_new_questions(site: Site) -> None:
    more = site.change("  vragen: 1", "  vragen: 2", MODEL).change(
        "volgorde: 1", "volgorde: 1\nstatus: eerder", DIALOOG
    )
    assert places(more, "K114") == [DIRECTION, VERTROUWEN]


def test_a_question_has_its_own_name_on_its_page(site: Site) -> None:
    question = (
        "  - {id: luisteren, vraag: Wie hoor je niet?, doel: Stille stemmen., "
        "kijkrichting: vanuit-de-waarden, rol: docent, niveau: leerroute}\n"
    )
    site.change("bronnen:", f"{question}bronnen:", DIALOOG).says(
        f'{DIALOOG}:12:10 K119 fout: De id "luisteren" is al van een andere vraag op deze bladzijde. …'
    )


def test_only_a_kijkrichting_has_a_route_and_every_kijkrichting_has_one(site: Site) -> None:
    site.change("volgorde: 1", "volgorde: 1\nroute: [vertrouwen]", DIALOOG).says(
        f'{DIALOOG}:5:1 K116 fout: "Dialoog" is geen kijkrichting, maar heeft wel een route. …'
    )
    site.change("route: [dialoog, vertrouwen]\n", "", DIRECTION).says(
        f'{DIRECTION}:2:8 K118 fout: De kijkrichting "Vanuit de waarden" heeft geen route. …'
    )


def test_an_element_stands_in_one_of_its_own_layer_that_stands_in_nothing(site: Site) -> None:
    def below(parent: str) -> Site:
        return site.change("volgorde: 2", f"volgorde: 2\ndeel_van: {parent}", VERTROUWEN)

    below("dialoog").is_fine()
    below("vanuit-de-waarden").says(
        f'{VERTROUWEN}:5:11 K122 fout: "vanuit-de-waarden" kan hier niet het bovenliggende deel zijn. …'
    )
    below("vertrouwen").says(f"{VERTROUWEN}:5:11 K122 …")
    assert places(below("dialoog").change("volgorde: 1", "volgorde: 1\ndeel_van: vertrouwen", DIALOOG), "K122") == [
        DIALOOG,
        VERTROUWEN,
    ]


def test_a_layer_has_parts(site: Site) -> None:
    empty = (
        "  leeg:\n    titel: Lege laag\n    enkelvoud: Leeg deel\n    letter: Z\n"
        "    kleur: geel\n    vorm: band\n    vraag: Wat hoort hier?\neisen:"
    )
    site.change("eisen:", empty, MODEL).says(
        f'{MODEL}:1:1 K111 let op: De laag "Lege laag" heeft geen delen. Zet een bestand in toolbox/leeg/, of haal de laag weg.'
    )


def test_a_name_belongs_to_one_element(site: Site) -> None:
    text = site.text(VERTROUWEN).replace("volgorde: 2", "volgorde: 2\nroute: [dialoog]").encode()
    site.bytes("toolbox/kijkrichtingen/vertrouwen.md", text).says(
        f'{VERTROUWEN}:1:1 K112 fout: De naam "vertrouwen" is al van toolbox/kijkrichtingen/vertrouwen.md. …'
    )
