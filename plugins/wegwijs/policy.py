"""Policy: the Content-Security-Policy of an online page, computed from the page itself."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")[^>]*>(.*?)</script>", re.DOTALL
)

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
)
"""Nothing but files of the site itself. `frame-ancestors` does not work in a meta element; the README names the header for it."""


def content_security_policy(html: str) -> str:
    """The policy that allows just the inline scripts this page has, each by the SHA-256 of its text (CSP level 3)."""
    hashes = ""
    for script in dict.fromkeys(_INLINE.findall(html)):
        digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
        hashes += f" 'sha256-{digest}'"
    return "; ".join(directive.format(hashes=hashes) for directive in DIRECTIVES)


def with_policy(html: str) -> str:
    """The page with its policy as the first thing in its head."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(html)}">'
    return html.replace("<head>", f"<head>\n    {meta}", 1)
