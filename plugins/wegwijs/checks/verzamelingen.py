"""Verzamelingen: each piece of a collection is one thing that exists. Items are looked at with the other relations."""

from __future__ import annotations

from wegwijs.catalogue import Catalogue, Page
from wegwijs.documents import Verzameling
from wegwijs.documents.verzameling import Stuk
from wegwijs.problems import Problems
from wegwijs.validation import did_you_mean


def check_collections(catalogue: Catalogue, problems: Problems) -> None:
    """Parts of the model and questions of a collection exist, and every piece is just one of them."""
    for page in catalogue.everything:
        if isinstance(page.meta, Verzameling) and "stukken" not in page.faulty:
            for index, row in enumerate(page.meta.stukken):
                _check(catalogue, page, index, row, problems)


def _check(catalogue: Catalogue, page: Page, index: int, row: Stuk, problems: Problems) -> None:
    if (row.item is None) == (row.element is None) or (row.vraag and not row.element):
        problems.add("K155", page.source.place("stukken", index))
    elif row.element:
        model = catalogue.model
        element = model.elements.get(row.element)
        if element is None:
            if not model.knows(row.element):
                hint = did_you_mean(row.element, model.elements)
                problems.add("K014", page.source.place("stukken", index, "element"), naam=row.element, bedoelde=hint)
            return
        questions = [question.id for question in element.questions]
        if row.vraag and row.vraag not in questions:
            place = page.source.place("stukken", index, "vraag")
            hint = did_you_mean(row.vraag, questions)
            problems.add("K156", place, naam=row.vraag, deel=element.title, bedoelde=hint)
