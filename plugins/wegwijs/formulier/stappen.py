"""Stappen: in which order a form asks its questions. Only the order: which fields there are, the classes say."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from wegwijs.documents import KINDS, Item
from wegwijs.formulier.gebruik import FOLDER, Gebruik
from wegwijs.formulier.velden import FormField, fields_of

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("begin", ("titel", "samenvatting", "vorm", "ronde", "doel", "vraag", "voor_wie")),
    (
        "feiten",
        ("je_leert", "vooraf", "aanmelden", "makers", "uitgever", "jaar", "omvang", "url", "periode", "deelnemers"),
    ),
    ("kenmerken", ("facetten",)),
    ("tijd", ("duur", "spreiding", "voorbereiding", "groep", "begeleider")),
    ("stappen", ("stappen", "programma", "aan_tafel")),
    ("opbrengst", ("levert_op", "nodig")),
    ("tekst", ()),
    ("samenhang", ("elementen", "verwant", "producten", "voedt", "vereist_voor")),
    ("bijlagen", ("bijlagen",)),
    ("bronnen", ("bronnen", "ervaringen", "zoekwoorden")),
    ("afspraken", ("herkomst", "beheerder", "licentie", "status", "reden_ingetrokken")),
)
"""The steps with the fields that each asks. A field that no step names is asked in the last: a new field is never lost."""
STEPS_OF_USE = (("gebruik", ("item", "school", "jaar")), ("ervaring", ("context", "aangepast", "opbrengst")))
"""The steps of the form for an experience."""
TEXT = "tekst"
"""The step that asks the running text, section by section."""
NOT_ASKED = frozenset({"code", "voorstel_redactie"})
"""What only editors fill in; in an item that has it, it stays."""


@dataclass(frozen=True)
class Form:
    """A form: what it makes, and the class it is made from."""

    id: str
    folder: str
    shape: type[BaseModel]
    sections: tuple[str, ...] = ()
    historic: tuple[str, ...] = ()
    """The sections of an item that is history."""
    when_current: tuple[str, ...] = ()
    steps: tuple[tuple[str, tuple[str, ...]], ...] = STEPS
    facets: tuple[str, ...] = ()
    """The facets that must have a value."""

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Every field of the class."""
        return fields_of(self.shape)


@dataclass(frozen=True)
class Step:
    """Questions that belong together."""

    id: str
    fields: tuple[FormField, ...]


FORMS: tuple[Form, ...] = (
    *(
        Form(
            kind.id,
            kind.folder,
            kind.shape,
            kind.shape.SECTIONS,
            getattr(kind.shape, "HISTORIC_SECTIONS", ()),
            kind.shape.WHEN_CURRENT,
            facets=kind.required_facets,
        )
        for kind in KINDS
        if issubclass(kind.shape, Item) and kind.shape.SECTIONS
    ),
    Form("ervaring", FOLDER, Gebruik, steps=STEPS_OF_USE),
)
"""One form for each content type with a fixed rhythm, and one for an experience."""


def form_steps(form: Form) -> tuple[Step, ...]:
    """The steps of a form, without those that have nothing to ask."""
    known = {field.name: field for field in form.fields if field.name not in NOT_ASKED}
    named = [(id, [known.pop(name) for name in names if name in known]) for id, names in form.steps]
    last = max((index for index, (_id, fields) in enumerate(named) if fields), default=0)
    named[last][1].extend(known.values())
    return tuple(Step(id, tuple(fields)) for id, fields in named if fields or (id == TEXT and form.sections))
