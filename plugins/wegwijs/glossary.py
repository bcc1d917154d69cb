"""Glossary: puts a link under the first use of each term on a page, so that authors need not. Reads and gives back sanitised HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

_PIECES = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*", re.UNICODE)
_TAG = re.compile(r"</?([a-z0-9]+)")
CLOSED = frozenset({"a", "code", "pre", "h2", "h3", "h4", "summary", "label", "th", "figcaption"})
"""Elements in which no link is put: they are links themselves, or names of things."""


@dataclass(frozen=True)
class Term:
    """A way to write a term, as the words it consists of."""

    id: str
    words: tuple[str, ...]
    is_exact: bool
    """Whether capitals matter: `JOB` is a term, `job` is a word."""


class Glossary:
    """The terms of a site, ready to be found word by word: the work does not grow with the number of terms."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for id, writings in forms.items():
            for writing in writings:
                words = tuple(_WORD.findall(writing))
                if words:
                    is_exact = any(word.isupper() and len(word) > 1 for word in words)
                    folded = tuple(word if is_exact else word.casefold() for word in words)
                    self._by_first.setdefault(folded[0].casefold(), []).append(Term(id, folded, is_exact))
        for terms in self._by_first.values():
            terms.sort(key=lambda term: -len(term.words))

    def link(self, html: str, address: str, *, without: frozenset[str] = frozenset()) -> str:
        """The page with a link to `address#id` under the first use of each term, except the terms `without`."""
        if not self._by_first:
            return html
        seen = set(without)
        closed = 0
        pieces = _PIECES.split(html)
        for index, piece in enumerate(pieces):
            if piece.startswith("<"):
                tag = _TAG.match(piece)
                if tag and tag[1] in CLOSED and not piece.endswith("/>"):
                    closed += -1 if piece.startswith("</") else 1
            elif not closed and piece:
                pieces[index] = self._text(piece, address, seen)
        return "".join(pieces)

    def _text(self, text: str, address: str, seen: set[str]) -> str:
        # Most texts have no word that begins a term; this finds that out without looking at each word in Python.
        if self._by_first.keys().isdisjoint(map(str.casefold, _WORD.findall(text))):
            return text
        words = list(_WORD.finditer(text))
        made, done = [], 0
        for index, word in enumerate(words):
            if word.start() < done:
                continue
            term = self._term_at(text, words, index, seen)
            if term:
                end = words[index + len(term.words) - 1].end()
                link = f'<a class="begrip" href="{escape(address)}#{term.id}">{text[word.start() : end]}</a>'
                made += [text[done : word.start()], link]
                done = end
                seen.add(term.id)
        return "".join((*made, text[done:])) if made else text

    def _term_at(self, text: str, words: list[re.Match[str]], index: int, seen: set[str]) -> Term | None:
        for term in self._by_first.get(words[index][0].casefold(), ()):
            found = words[index : index + len(term.words)]
            shown = tuple(word[0] if term.is_exact else word[0].casefold() for word in found)
            is_joined = len(found) < 2 or not re.search(r"[.;:,()\n]", text[found[0].end() : found[-1].start()])
            if shown == term.words and is_joined and term.id not in seen:
                return term
        return None
