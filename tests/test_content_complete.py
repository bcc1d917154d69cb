"""Everything the sources name has a place: each row of the overview of facts (sections 2 to 5) with the page that carries it, or why not.

The other way round too: every instrument, coalitie, publicatie and training on the site stands in a row, so that nothing is made up.
"""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.views.seen import context_of
from wegwijs.views.site import site_pages

KINDS = {"instrument": "instruments", "coalitie": "coalities", "publicatie": "publicaties", "training": "trainingen"}

INSTRUMENTS = {
    "2.1 peerreview": "instruments/peerreview",
    "2.1 peerreview, sheets to run it": (
        "werkbladen/peerreview-begeleidersblad",
        "werkbladen/peerreview-deelnemersblad",
        "werkbladen/peerreview-agenda",
        "werkbladen/onderzoeksvraag-canvas",
        "werkbladen/opbrengstblad",
    ),
    "2.2 kwaliteitstafel": "instruments/kwaliteitstafel",
    "2.2 kwaliteitstafel, sheets to run it": (
        "werkbladen/kwaliteitstafel-begeleidersblad",
        "werkbladen/kwaliteitstafel-deelnemersblad",
        "werkbladen/kwaliteitstafel-agenda",
    ),
    "2.3 bestuurstafel (opleidingsmanagers in positie, corona, masterclass crisis)": "instruments/bestuurstafel",
    "2.3 docententafel (aanspreken van collega's)": "instruments/docententafel",
    "2.3 studententafels (kwaliteitszorg in het mbo 2025)": "instruments/studententafel",
    "2.4 studentenarena": "instruments/studentenarena",
    "2.5 instellingsdialoog": "instruments/instellingsdialoog",
    "2.5 Dialoogmodel, its method": "instruments/dialoogmodel",
    "2.6 instellingsaudit": "instruments/instellingsaudit",
    "2.6 thema-audit": "instruments/thema-audit",
    "2.7 zelfevaluatie team": "instruments/zelfevaluatie-team",
    "2.8 zelfevaluatie instelling": "instruments/zelfevaluatie-instelling",
    "2.9 panelreview": "instruments/panelreview",
    "2.10 teamkwaliteitsportret": "instruments/teamkwaliteitsportret",
    "2.11 scan visie op onderwijskwaliteit": "instruments/scan-visie-op-onderwijskwaliteit",
    "2.11 scan kwaliteitscultuur": "instruments/scan-kwaliteitscultuur",
    "2.11 teamscans and 360-gradenfeedback": "instruments/teamscan-en-360-feedback",
    "2.11 medewerkerstevredenheidsonderzoek": "instruments/mto-als-gespreksstarter",
    "2.11 JOB-monitor and BPV-monitor": "instruments/data-uit-monitors",
    "2.11 bespreektool of ecbo": "instruments/bespreektool-ontwikkelcultuur",
    "2.12 dialoogmethodiek data": "instruments/speelse-dialoogmethodiek-data",
    "2.13 efficient datagebruik": "instruments/efficient-datagebruik",
    "2.14 checklist afstandsleren": "instruments/checklist-afstandsleren",
    "2.15 praatplaat and participatiepalet": "instruments/praatplaat-studentenparticipatie",
    "2.15 studentevaluaties, plan and feed back": "instruments/studentevaluatie-met-terugkoppeling",
    "2.16 tien inzichten": ("instruments/10-inzichten", "toolbox/inzichten"),
    "2.17 10 inzichten x 4 rollen": ("instruments/10-inzichten-x-4-rollen", "toolbox/inzichten"),
    "2.17 the game": "instruments/spel-10-inzichten-x-4-rollen",
    "2.18 ontwikkeltraject onderwijskundig leiderschap": "instruments/ontwikkeltraject-onderwijskundig-leiderschap",
    "2.19 onderwijsinnovatie en kwaliteit": "instruments/onderwijsinnovatie-en-kwaliteit-gesprek",
    "2.20 professionaliseringstraject for a team": "instruments/professionaliseringstraject-team",
    "2.21 intervisie": "instruments/intervisie",
    "2.21 teamactiviteitenplan": "instruments/teamactiviteitenplan",
    "2.21 studiedag with two teams": "instruments/peerreview",
    "2.21 vragenlijst kwaliteitscultuur vooraf": "instruments/vragenlijst-kwaliteitscultuur-vooraf",
    "2.21 fotosafari": "instruments/fotosafari",
    "2.21 gespreksrondvaart": "instruments/gespreksrondvaart",
    "2.21 event good practices": "instruments/goede-voorbeelden-bijeenkomst",
    "2.21 routekaart and longread": "publicaties/webartikelen-referentiewaarden",
    "2.21 stage abroad, tips": "instruments/buitenlandse-stage-in-beeld",
}
COALITIES = {
    "3 what a coalitie is, and how to propose one": "coalities/index",
    "3 the years": "coalities/tijdlijn",
    "3 Teams aan Zet, films": "coalities/teams-aan-zet-films",
    "3 Teams aan Zet 1.0": "coalities/teams-aan-zet-1",
    "3 Teams aan Zet 2.0": "coalities/teams-aan-zet-2",
    "3 Teams aan Zet 3.0": "coalities/teams-aan-zet-3",
    "3 Data 1.0": "coalities/data-1",
    "3 Data 2.0": "coalities/data-2",
    "3 Data 3.0": "coalities/data-3",
    "3 Afstandsleren": "coalities/afstandsleren",
    "3 Onderwijsinnovatie": "coalities/onderwijsinnovatie",
    "3 Referentiewaarden": "coalities/referentiewaarden",
    "3 Flexibilisering": "coalities/flexibilisering",
    "3 werkgroep Expertise": "coalities/werkgroep-expertise",
    "3 werkgroep Instrumenten": "coalities/werkgroep-instrumenten",
    "3 werkgroep Kennisdeling, with the yearly conferences": "coalities/werkgroep-kennisdeling",
}
PUBLICATIES = {
    "4 Kwaliteitscultuur versterken": "publicaties/kwaliteitscultuur-versterken",
    "4 Verslag Q-dagen": "publicaties/verslag-q-dagen-2017",
    "4 Het Dialoogmodel": "publicaties/dialoogmodel-boekje",
    "4 Kwaliteit in Kleur deel 1": "publicaties/kwaliteit-in-kleur-1",
    "4 Kwaliteit in Kleur deel 2": "publicaties/kwaliteit-in-kleur-2",
    "4 Hybride leren ontleed": "publicaties/hybride-leren-ontleed",
    "4 Animatie Het Referentiewaardenmodel": "publicaties/animatie-referentiewaardenmodel",
    "4 Campagne Afstandsleren": "publicaties/campagne-afstandsleren",
    "4 Wegwijsinkwaliteit.nl of 2021": "publicaties/wegwijs-2021",
    "4 10 inzichten x 4 rollen": "publicaties/10-inzichten-x-4-rollen-publicatie",
    "4 Spel 10 inzichten x vier rollen": "instruments/spel-10-inzichten-x-4-rollen",
    "4 Efficient datagebruik": "publicaties/handreiking-efficient-datagebruik",
    "4 Onderwijsinnovatie en kwaliteit: vriend of vijand?": "publicaties/onderwijsinnovatie-en-kwaliteit",
    "4 Speelse dialoogmethodiek data": "instruments/speelse-dialoogmethodiek-data",
    "4 Met de instellingsaudit op weg": "publicaties/onderzoek-instellingsaudit",
    "4 Naar een eigen kwaliteitsmodel in het mbo": "publicaties/naar-een-eigen-kwaliteitsmodel",
    "4 web articles of the network": "publicaties/webartikelen-referentiewaarden",
    "4 jubileummagazine": "publicaties/jubileummagazine-10-jaar",
    "4 Praatplaat Studentenparticipatie": "publicaties/praatplaat-vista",
    "4 evaluation by Berenschot": "publicaties/evaluatie-berenschot-2024",
    "4 Koers 2025-2029 with its Bijlagen": "publicaties/koers-2025-2029",
    "4 Tweejaarlijkse publicatie": "publicaties/tweejaarlijkse-publicatie",
    "4 Columns": "publicaties/columns",
    "4 Werkdruk, factsheet": "publicaties/factsheet-werkdruk-2017",
}
TRAININGEN = {
    "5.1 Gedachtegoed Referentiewaarden": "trainingen/gedachtegoed-referentiewaarden",
    "5.2 De kunst van de dialoog": "trainingen/de-kunst-van-de-dialoog",
    "5.2 an open first set for it": (
        "werkbladen/dialoog-programma",
        "werkbladen/dialoog-oefening-luisteren",
        "werkbladen/dialoog-oefening-vragen",
    ),
    "5.3 Dialogische werkvormen en onderzoeksvraag": "trainingen/dialogische-werkvormen-en-onderzoeksvraag",
    "5.3 an open first set for it": ("werkbladen/werkvormen-programma", "werkbladen/onderzoeksvraag-oefening"),
    "5.4 Begeleiden van een zelfevaluatie": "trainingen/begeleiden-van-een-zelfevaluatie",
    "5.5 Waardengerichte kwaliteitszorg": "trainingen/waardengerichte-kwaliteitszorg",
    "5.6 Panelreview": "trainingen/training-panelreview",
    "5.7 Instellingsdialoog": "trainingen/training-instellingsdialoog",
    "5.8 Basis auditorentraining": "trainingen/basis-auditorentraining",
    "5 activities around the Referentiewaarden (2023)": "trainingen/gedachtegoed-referentiewaarden",
    "5 Training Dialoogmodel (2023)": "trainingen/training-dialoogmodel",
    "5 Leergang Lerend veranderen (2023)": "trainingen/leergang-lerend-veranderen",
}
CARRIED: dict[str, str | tuple[str, ...]] = {**INSTRUMENTS, **COALITIES, **PUBLICATIES, **TRAININGEN}
NOT_CARRIED = {
    "2.11 MBO Onderwijsscan": "a product for sale; named at teamscan-en-360-feedback as one of its kind",
    "2.10 ECBO teamportret and UPD Teamportret": "other products with nearly the same name; teamkwaliteitsportret tells them apart",
    "2.21 hulpkaarten peer review": "the sources name them and do not say what is on them; the project made its own sheets",
    "2.21 Teamdashboard": "not of the network and not used by the sources either; only a search hit with a confusing name",
    "4 leestip about team frustrations": "a trade book that no source describes",
    "4 conferences as items": "past meetings; they stand at werkgroep-kennisdeling, fotosafari and gespreksrondvaart",
    "3 yields of Data 3.0, Flexibilisering and Teams aan Zet 3.0": "still in the making in the sources; the coalities say so",
    "In beweging (old site)": "no source says what is in it; only its address is known, and nothing may be invented",
}


def paths(row: str) -> tuple[str, ...]:
    """The pages of a row."""
    found = CARRIED[row]
    return (found,) if isinstance(found, str) else found


@pytest.fixture(scope="module")
def shown(real: Site) -> frozenset[str]:
    return frozenset(path.removesuffix(".md") for path in site_pages(context_of(real)))


@pytest.mark.parametrize("row", CARRIED)
def test_what_the_sources_name_has_its_page(row: str, shown: frozenset[str]) -> None:
    assert set(paths(row)) <= shown


def test_what_has_no_page_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in NOT_CARRIED.values())
    assert not set(NOT_CARRIED) & set(CARRIED)


@pytest.mark.parametrize("kind", KINDS)
def test_no_item_is_without_a_row(kind: str, real: Site) -> None:
    named = {path for row in CARRIED for path in paths(row)}
    items = {page.site_path.removesuffix(".md") for page in real.catalogue.of_kind(kind)}
    assert items <= named


def test_history_is_marked_as_history(real: Site) -> None:
    items = real.catalogue.items
    past = ("instellingsaudit", "thema-audit", "dialoogmodel", "training-dialoogmodel", "leergang-lerend-veranderen")
    assert {slug: items[slug].item.status for slug in past} == dict.fromkeys(past, "historisch")
    assert items["panelreview"].item.status == "in-ontwikkeling"


def test_a_coalitie_and_what_it_made_know_each_other(real: Site) -> None:
    for coalitie in real.catalogue.of_kind("coalitie"):
        for slug in getattr(coalitie.meta, "producten"):  # noqa: B009 - only coalities have products
            assert ("producten", coalitie) in real.catalogue.referring[slug], slug
