"""Built: the files of a built site, its pages read once, and where an address in one of them leads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import unquote, urlsplit

from wegwijs.postbuild.tags import Reference, Tags, read_tags

_OUTSIDE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_OWN = r"{site}([^\s\"'<>&)\\,;?#]*)"
APART = "downloads/"
"""Files of which each stands on its own; they are offered, not part of the site's pages."""


@lru_cache(maxsize=100_000)
def _plain(address: str) -> str | None:
    """An address without what stands after the path; None for one outside the site."""
    plain = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    return None if _OUTSIDE.match(plain) else plain


@dataclass(frozen=True)
class Built:
    """A site as files."""

    files: Mapping[str, bytes]
    pages: Mapping[str, Tags]
    texts: Mapping[str, str] = field(repr=False)
    site_url: str = ""
    is_copy: bool = False

    @classmethod
    def of(cls, files: Mapping[str, bytes], *, site_url: str = "", is_copy: bool = False) -> Built:
        """Read every page once."""
        paths = sorted(path for path in files if path.endswith(".html") and not path.startswith(APART))
        texts = {path: files[path].decode("utf-8", errors="replace") for path in paths}
        return cls(files, {path: read_tags(text) for path, text in texts.items()}, texts, site_url, is_copy)

    @cached_property
    def by_lower(self) -> Mapping[str, str]:
        """Files by their name in lower case: on Windows and a Mac a wrong capital still works, on a server it does not."""
        return {path.lower(): path for path in self.files}

    @cached_property
    def base(self) -> str:
        """The path of the site on its server: `/`, or `/kwaliteit/`."""
        return urlsplit(self.site_url).path or "/"

    def target(self, page: str, address: str) -> str:
        """The file an address leads to, which need not be there. Empty for an address outside the site."""
        plain = _plain(address)
        if plain is None:
            return ""
        if not plain:
            return page
        found = (
            plain.removeprefix(self.base) if plain.startswith("/") else f"{page.rpartition('/')[0] or '.'}/{plain}"
        )
        found = posixpath.normpath(found) if found else "."
        if plain.endswith("/") or found == ".":
            return "index.html" if found == "." else f"{found}/index.html"
        return found

    @cached_property
    def links(self) -> Mapping[str, tuple[tuple[Reference, str], ...]]:
        """For each page its references with the file they lead to; those to other sites left out."""
        return {path: tuple(self._links(path, tags)) for path, tags in self.pages.items()}

    def _links(self, path: str, tags: Tags) -> Iterator[tuple[Reference, str]]:
        known: dict[str, str] = {}
        for reference in tags.references:
            if reference.address not in known:
                known[reference.address] = self.target(path, reference.address)
            if known[reference.address]:
                yield reference, known[reference.address]

    @cached_property
    def addresses(self) -> Mapping[str, frozenset[str]]:
        """The whole addresses of the site itself in pages, data and feeds, as files: what stands on paper and in other programs."""
        if not self.site_url:
            return {}
        pattern = re.compile(_OWN.format(site=re.escape(self.site_url)))
        texts = dict(self.texts)
        for path in self.files:
            if path.rpartition(".")[2] in ("json", "xml", "csv"):
                texts[path] = self.files[path].decode("utf-8", errors="replace")
        return {path: frozenset(map(self._online, pattern.findall(text))) for path, text in texts.items()}

    def _online(self, below: str) -> str:
        """The file of an address on the web; in a copy pages are files of their own."""
        below = unquote(below)
        if not below.endswith("/") and below:
            return below
        if self.is_copy and below and f"{below}index.html" not in self.files:
            return f"{below.rstrip('/')}.html"
        return f"{below}index.html"
