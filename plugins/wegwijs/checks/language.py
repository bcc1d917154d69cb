"""Language: what makes a text hard to read. Advice to an author, never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijs.body import Body
from wegwijs.catalogue import Catalogue
from wegwijs.documents import PAGE
from wegwijs.model import Model
from wegwijs.model.loading import FACETS, TERMS
from wegwijs.problems import Place, Problems
from wegwijs.source import Source

LONGEST = 30
"""Words of a sentence that most people still read in one go; the editors' guide aims at eighteen."""

END = re.compile(r"[.!?…]+")
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^)]*\)|[*_`#>|]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
FOR_WHOM = re.compile(
    r"\b(?:je|jij|jullie|iedereen|mensen|wie|team\w*|school|scholen|collega\w*|opleiding\w*|instelling\w*|bestuur|groep\w*|professional\w*|"
    r"leden|deelnemers|drietal\w*|netwerk\w*)\b",
    re.IGNORECASE,
)


def check_sentences(catalogue: Catalogue, problems: Problems) -> None:
    """Sentences that are too long to read aloud."""
    for source, body in _texts(catalogue):
        for number, line in enumerate(source.body.split("\n"), start=source.body_line):
            # A sentence of more than thirty words does not fit in fewer signs; most lines are passed over by this.
            if len(line) < LONGEST * 4 or line.lstrip().startswith("|") or number in body.code or _is_short(line):
                continue
            for found in SENTENCE.finditer(MARKUP.sub(r"\1", line)):
                count = len(found[0].split())
                if count > LONGEST:
                    problems.add("K130", Place(source.path, number), aantal=count, begin=" ".join(found[0].split()[:6]))


def _is_short(line: str) -> bool:
    """Whether no sentence is too long even with its markup, which never makes it shorter; a link may have the end of a sentence in it."""
    return "](" not in line and all(len(part.split()) <= LONGEST for part in END.split(line) if len(part) > 2 * LONGEST)


def check_abbreviations(catalogue: Catalogue, problems: Problems) -> None:
    """Abbreviations that the glossary does not explain; each once a page. Without a glossary there is nothing to compare with."""
    model = catalogue.model
    if not model.terms or TERMS in model.unread:
        return
    known = explained(model)
    texts = [(page.source, page.body) for page in catalogue.everything if page.kind is not PAGE]
    texts += [(element.source, element.body) for element in model.everything]
    for source, body in texts:
        if known.issuperset(CAPITALS.findall(source.body)):
            continue  # as in most texts: no need to know where
        seen = set(known)
        for number, line in enumerate(source.body.split("\n"), start=source.body_line):
            for found in CAPITALS.finditer(line) if number not in body.code else ():
                if found[0] not in seen and "](" not in line[found.end() : found.end() + 2]:
                    seen.add(found[0])
                    problems.add("K131", Place(source.path, number, found.start() + 1), woord=found[0])


def explained(model: Model) -> frozenset[str]:
    """The abbreviations that the glossary or the list of sources has."""
    names = [name for term in model.terms.values() for name in (term.term, *term.ook)]
    names += [name for source in model.sources.values() for name in (source.titel, source.uitgever)]
    return frozenset(word for name in names for word in CAPITALS.findall(name.upper()))


def check_summaries(catalogue: Catalogue, problems: Problems) -> None:
    """A summary that does not say for whom, in the words for roles that the facets know."""
    if FACETS in catalogue.model.unread:
        return
    people = roles_in_words(catalogue.model)
    for page in catalogue.looked_at:
        summary = page.item.samenvatting
        if summary and not FOR_WHOM.search(summary) and not people.search(summary):
            problems.add("K132", page.source.place("samenvatting"))


def roles_in_words(model: Model) -> re.Pattern[str]:
    """The words for roles that the facets know, as the beginning of a word."""
    roles = model.facets.get("rol")
    words = [word for value in roles.values.values() for word in (value.title, *value.aliases)] if roles else []
    stems = [re.escape(word.lower().removesuffix("medewerker")) for word in words if len(word) > 2]
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE) if stems else FOR_WHOM


def _texts(catalogue: Catalogue) -> Iterator[tuple[Source, Body]]:
    yield from ((page.source, page.body) for page in catalogue.everything)
    yield from ((element.source, element.body) for element in catalogue.model.everything)
