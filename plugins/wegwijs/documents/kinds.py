"""Kinds: the table of content types. A new type is a class and a row here."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.documents.coalitie import Coalitie
from wegwijs.documents.ingang import Ingang
from wegwijs.documents.instrument import Instrument
from wegwijs.documents.pagina import Pagina
from wegwijs.documents.publicatie import Publicatie
from wegwijs.documents.shared import Document
from wegwijs.documents.situatie import Situatie
from wegwijs.documents.training import Training
from wegwijs.documents.verzameling import Verzameling
from wegwijs.documents.werkblad import Werkblad


@dataclass(frozen=True)
class Kind:
    """A content type: its class, and the folder that makes a file one of its documents."""

    id: str
    folder: str
    """Below `content/`, and the first part of the address."""
    shape: type[Document]
    required_facets: tuple[str, ...] = ()
    template: str = "main.html"
    facet: str = ""
    """For a way in: the facet of which each file is a value."""


KINDS: tuple[Kind, ...] = (
    Kind("instrument", "instruments", Instrument, ("soort", "rol", "niveau", "fase", "thema"), "item.html"),
    Kind("coalitie", "coalities", Coalitie, ("thema",), "item.html"),
    Kind("publicatie", "publicaties", Publicatie, ("soort", "rol", "thema"), "item.html"),
    Kind("training", "trainingen", Training, ("rol", "thema"), "item.html"),
    Kind("werkblad", "werkbladen", Werkblad, (), "werkblad.html"),
    Kind("thema", "themas", Ingang, (), "ingang.html", "thema"),
    Kind("rol", "rollen", Ingang, (), "ingang.html", "rol"),
    Kind("situatie", "situaties", Situatie, (), "situatie.html"),
    Kind("verzameling", "verzamelingen", Verzameling, (), "verzameling-redactie.html"),
)
PAGE = Kind("pagina", "", Pagina)
"""Every other Markdown file of `content/`, and the `index.md` of a folder."""


def kind_of(path: str) -> Kind:
    """The content type of a file of `content/`, by its folder: `content/instruments/x.md` is an instrument."""
    parts = path.split("/")
    if len(parts) == 3 and parts[2] != "index.md":
        for kind in KINDS:
            if parts[1] == kind.folder:
                return kind
    return PAGE
