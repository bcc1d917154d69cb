"""Documents: what `content/` means. One class per content type; the description of a field is what the author's manual says."""

from wegwijs.documents.coalitie import Coalitie
from wegwijs.documents.ingang import Ingang
from wegwijs.documents.instrument import Instrument
from wegwijs.documents.kinds import KINDS, PAGE, Kind, kind_of
from wegwijs.documents.pagina import Pagina
from wegwijs.documents.publicatie import Publicatie
from wegwijs.documents.shared import Bron, Document, Item, Stap
from wegwijs.documents.situatie import Situatie
from wegwijs.documents.training import Training
from wegwijs.documents.verzameling import Verzameling
from wegwijs.documents.werkblad import Werkblad

__all__ = [
    "KINDS",
    "PAGE",
    "Bron",
    "Coalitie",
    "Document",
    "Ingang",
    "Instrument",
    "Item",
    "Kind",
    "Pagina",
    "Publicatie",
    "Situatie",
    "Stap",
    "Training",
    "Verzameling",
    "Werkblad",
    "kind_of",
]
