"""One page for each template: what the browser tests open when they must see every kind of page.

The catalogue, its facets and the keuzehulp have states of their own; test_catalogus.py and test_keuzehulp.py see to those.
"""

TEMPLATES = {
    "home": "",
    "toolbox": "toolbox/",
    "laag": "toolbox/standaarden/",
    "element": "toolbox/standaarden/begeleiding/",
    "eerder element": "toolbox/waarden/continuiteit/",
    "sectie": "instruments/",
    "instrument": "instruments/peerreview/",
    "historisch instrument": "instruments/instellingsaudit/",
    "coalitie": "coalities/data-2/",
    "publicatie": "publicaties/koers-2025-2029/",
    "training": "trainingen/de-kunst-van-de-dialoog/",
    "werkblad": "werkbladen/onderzoeksvraag-canvas/",
    "begeleidersblad": "bladen/42mm/begeleidersblad/",
    "deelnemersblad": "bladen/42mm/deelnemersblad/",
    "thema": "themas/uitval/",
    "rol": "rollen/docent/",
    "verzameling": "verzameling/",
    "kit": "verzameling/kit/",
    "verzameling van de redactie": "verzamelingen/met-data-in-gesprek/",
    "pagina": "over/",
    "lange pagina": "over/gedachtegoed/",
    "velden": "bijdragen/velden/",
    "onderhoud": "bijdragen/onderhoud/",
    "in ontwikkeling": "instruments/in-ontwikkeling/",
    "formulier kiezen": "bijdragen/formulier/",
    "formulier": "bijdragen/formulier/instrument/",
    "verbetering": "bijdragen/formulier/verbetering/",
    "hulp": "hulp/",
    "melding": "hulp/k012/",
    "zonder internet": "over/zonder-internet/",
    "versie": "over/deze-versie/",
    "insluiten": "insluiten/42mm/",
    "kijkrichting": "toolbox/kijkrichtingen/vanuit-de-standaarden/",
    "stap": "toolbox/kijkrichtingen/vanuit-de-standaarden/begeleiding/",
    "niveau": "toolbox/niveaus/instellingsniveau/",
    "gesprekskaarten": "toolbox/standaarden/begeleiding/kaarten/",
    "kaarten kiezen": "gesprekskaarten/",
    "inzichten": "toolbox/inzichten/",
    "keuzemenu": "toolbox/keuzemenu/",
    "witte vlekken": "toolbox/witte-vlekken/",
    "tijdlijn": "coalities/tijdlijn/",
    "begrippen": "begrippen/",
    "situaties": "situaties/",
    "situatie": "situaties/afspraken-verdwijnen/",
}

ONLINE_ONLY = frozenset({"insluiten"})
"""Templates that a copy on disk does without: they are for somebody else's page on the web."""

ON_DISK = {name: path for name, path in TEMPLATES.items() if name not in ONLINE_ONLY}
