"""Single: a page of a built copy as one file: styles, typeface, images and QR code inside, links complete, no scripts.

For places where a folder of pages does not open, such as Teams and SharePoint. The pages come from the project's own templates,
so their tags can be found by pattern; what an author wrote was sanitised before.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import unquote

from wegwijs.words import t

SINGLE = re.compile(r'<details class="share"[^>]*\sdata-single="([^"]+)"')
"""Which pages can be had as one file: the share panel says so."""
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
TYPES = {
    "css": "text/css",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "woff2": "font/woff2",
}

_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"(?: media="([^"]+)")?>\s*')
_ICON = re.compile(r'<link rel="icon"[^>]*>\s*')
_SCRIPT = re.compile(r"<script\b.*?</script>\s*", re.DOTALL)
_HEADER = re.compile(r'<header class="header">.*?</header>', re.DOTALL)
_FOOTER = re.compile(r'<footer class="footer">.*?</footer>', re.DOTALL)
_UNPACK = re.compile(r'\s*<p class="unpack">.*?</p>', re.DOTALL)
_IMAGE = re.compile(r'(<img\b[^>]*?\ssrc=")([^"]+)(")')
_SRCSET = re.compile(r'(<img\b[^>]*?)\ssrcset="[^"]*"')
_HREF = re.compile(r'(<a\b[^>]*?)(\shref=")([^"]+)(")')
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_WIDE = re.compile(r"\s*\n\s*")


class Singles:
    """Turns pages of a copy into single files; what they have in common is made once."""

    def __init__(self, files: Mapping[str, bytes], site_url: str) -> None:
        self.files = files
        self.site_url = site_url
        self._styles: dict[str, str] = {}

    def all(self) -> Mapping[str, bytes]:
        """Every page that can be had as one file, by path below the root."""
        found = {}
        for path in self.files:
            if path.endswith(".html"):
                page = self.files[path].decode("utf-8")
                name = SINGLE.search(page)
                if name:
                    found[unescape(name[1])] = self.single(path, page).encode("utf-8")
        return found

    def single(self, path: str, page: str) -> str:
        """The page as one file."""
        page = _SCRIPT.sub("", _UNPACK.sub("", _FOOTER.sub("", page)))
        page = _HEADER.sub(lambda _found: self._from(path), page, count=1)
        # Parts of a page may link a stylesheet of their own; as text it must stand in the head.
        styles = "".join(self._style(path, found[1], found[2]) for found in _STYLESHEET.finditer(page))
        page = _STYLESHEET.sub("", page).replace("</head>", f"{styles}</head>", 1)
        page = _ICON.sub("", page)
        page = _SRCSET.sub(r"\1", page)
        page = _IMAGE.sub(lambda found: f"{found[1]}{self._inside(path, found[2])}{found[3]}", page)
        page = _HREF.sub(lambda found: self._link(path, *found.groups()), page)
        return page.replace("<head>", f'<head>\n    <meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)

    def _from(self, path: str) -> str:
        """Where this page comes from, in the place of the menu."""
        link = f'<a href="{escape(self._online(path))}">{escape(t("los.nieuwste"))}</a>'
        return f'<header class="single-from"><p>{escape(t("los.uit"))} {link}</p></header>'

    def _below(self, path: str, address: str) -> str:
        """A relative address as a path below the root."""
        plain = unquote(unescape(address).partition("#")[0].partition("?")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))

    def _style(self, path: str, address: str, media: str | None) -> str:
        below = self._below(path, address)
        if below not in self._styles:
            self._styles[below] = self._sheet(below)
        start = f'<style media="{media}">' if media else "<style>"
        return f"{start}{self._styles[below]}</style>\n    "

    def _sheet(self, path: str) -> str:
        plain = _WIDE.sub("\n", _COMMENT.sub("", self.files[path].decode("utf-8"))).replace("</", "<\\/")
        return _URL.sub(lambda found: f'url("{self._inside(path, found[1])}")', plain)

    def _inside(self, path: str, address: str) -> str:
        """What stood in another file, in this one. What is in it already stays."""
        return address if address.startswith(("data:", "#")) else self._data(self._below(path, address))

    def _data(self, path: str) -> str:
        """A file as a data address."""
        kind = TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
        return f"data:{kind};base64,{base64.b64encode(self.files[path]).decode('ascii')}"

    def _link(self, path: str, tag: str, start: str, address: str, end: str) -> str:
        """A link as it must be in a file that stands on its own: complete, and known as ours, so that paper does not spell it out."""
        if re.match(r"[a-z][a-z0-9+.-]*:|#|//", address):
            return f"{tag}{start}{address}{end}"
        return f"{tag} data-own{start}{self._whole(path, address)}{end}"

    def _whole(self, path: str, address: str) -> str:
        found = self._online(self._below(path, address))
        rest = re.search(r"[?#].*$", address)
        return f"{escape(found)}{rest[0] if rest else ''}"

    def _online(self, path: str) -> str:
        """Where a file of the copy stands on the web."""
        if path == "index.html":
            return self.site_url
        if path.endswith("/index.html"):
            path = path.removesuffix("index.html")
        elif path.endswith(".html"):
            path = f"{path.removesuffix('.html')}/"
        return f"{self.site_url}{path}"
