"""Sanitise: the guarantee that nothing of a contributor acts in a reader's browser, whatever the Markdown says.

Two locks on one door: raw HTML is shown as text while rendering, and what was rendered passes an allow-list (nh3, ammonia).
The check `K094` tells the author; this module does not need the author to listen.
"""

from __future__ import annotations

import re
from functools import cache

import nh3
from markdown import Extension, Markdown
from markupsafe import escape

from wegwijs.words import t

TAGS = frozenset(
    "a abbr aside b blockquote br caption code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd "
    "label li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split()
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "checked", "disabled", "name", "id"},
    "label": {"for"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

INPUT_TYPES = frozenset({"checkbox", "radio"})
"""A tick in a task list and the handle of a tab: the only controls that running text can have."""

CLASSES = frozenset(
    "admonition admonition-title note tip info warning danger example question quote abstract success failure bug important "
    "tabbed-set tabbed-alternate tabbed-labels tabbed-content tabbed-block task-list task-list-item task-list-control "
    "task-list-indicator footnote footnote-ref footnote-backref".split()
)
"""Classes that the extensions of the project make; another class could dress a link up as a button of the site."""


def _attribute(element: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        kept = [name for name in value.split() if name in CLASSES]
        return " ".join(kept) or None
    if element == "input" and attribute == "type":
        return value if value in INPUT_TYPES else "checkbox"
    if element == "img" and attribute == "src":
        # Images are files of the site: an address elsewhere would tell others who reads. A browser leaves out spaces
        # and line ends, and reads a backslash as a slash.
        plain = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")
        return None if plain.startswith("//") or ":" in plain.split("/")[0] else value
    return value


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def sanitise(html: str) -> str:
    """Rendered HTML with everything taken out that is not on the lists."""
    cleaned = str(_cleaner().clean(html))
    return _INPUT.sub(_control, cleaned) if "<input" in cleaned else cleaned


def _control(found: re.Match[str]) -> str:
    """A tick or the handle of a tab; nothing for a field to type in. A tick stands before its text without a label, so it gets a name."""
    kind = _TICK.search(found[1])
    if kind is None:
        return ""
    return f'<input{found[1]} aria-label="{escape(t("lopende_tekst.taak"))}">' if kind[1] == "checkbox" else found[0]


# The cleaner writes every value between double quotes, so a tag can be taken whole. Without a type an input is a field to type in.
_INPUT = re.compile(r'<input((?: [^\s=>"]+(?:="[^"]*")?)*)>')
_TICK = re.compile(rf' type="({"|".join(sorted(INPUT_TYPES))})"')


class PlainMarkdown(Extension):
    """Markdown without HTML: tags of an author come out as the text they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take away the two places where Python-Markdown lets HTML through."""
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
