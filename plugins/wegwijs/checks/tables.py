"""Tables: the two tables beside the model can be read, are whole, and point at what exists."""

from __future__ import annotations

from wegwijs.catalogue import Catalogue
from wegwijs.model.inzichten import load_inzichten, load_keuzemenu
from wegwijs.model.loading import SOURCES
from wegwijs.problems import Problems


def check_tables(catalogue: Catalogue, problems: Problems) -> None:
    """Without this a fault in such a file would only show as a page that is not there."""
    sources = None if SOURCES in catalogue.model.unread else catalogue.model.sources
    items = None if catalogue.broken else catalogue.known
    load_inzichten(catalogue.tree, problems, sources=sources, items=items)
    load_keuzemenu(catalogue.tree, problems, sources=sources, items=items)
