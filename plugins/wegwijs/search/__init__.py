"""Search: the index of the site, made at build time for Dutch, and the same questions put to it in Python for editors and tests.

The browser's half is `theme/assets/js/zoek.js`. docs/besluiten/0001-zoeken.md says why it is made this way, with measurements.
"""

from wegwijs.search.files import search_files
from wegwijs.search.index import Index, build_index
from wegwijs.search.query import search
from wegwijs.search.report import golden_queries, misses

__all__ = ["Index", "build_index", "golden_queries", "misses", "search", "search_files"]
