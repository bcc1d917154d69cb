"""Guide: the pages for who writes: the help page of each message and the manual of all fields, both made from the code."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wegwijs.addresses import FORM, of_help
from wegwijs.checks import check_site
from wegwijs.documents import KINDS
from wegwijs.model import ElementShape
from wegwijs.samples import Sample, samples
from wegwijs.validation import inner
from wegwijs.views import data, pagedata
from wegwijs.views.context import Context
from wegwijs.words import Message, example_lines, messages, t

GROUPS = (
    ("bestand", "K00"),
    ("velden", "K01 K02 K03"),
    ("schrijfwijze", "K04 K05"),
    ("verwijzingen", "K06 K15"),
    ("samenhang", "K07"),
    ("bijlagen", "K08"),
    ("tekst", "K09 K10 K13"),
    ("model", "K11 K12"),
    ("codes", "K14"),
    ("beheer", "K160 K161 K162"),
    ("zoeken", "K165 K166 K167 K168 K169"),
)
"""The messages as authors look for them, by the first signs of their codes."""


def help_views() -> dict[str, pagedata.HelpView]:
    """A help page for each message. The line it shows is the one that checking its sample gives (`sample_lines`)."""
    shown = {sample.code: sample for sample in samples()}
    return {code: _help(message, shown.get(code)) for code, message in messages().items()}


def _help(message: Message, sample: Sample | None) -> pagedata.HelpView:
    if sample is None:
        return pagedata.HelpView(message.code, message.title, message.explanation, "", message.way_out, "", "")
    found = example_lines()[message.code]
    return pagedata.HelpView(
        message.code,
        message.title,
        message.explanation,
        found.line,
        found.way_out,
        _visible(sample.wrong_text),
        _visible(sample.right_text),
    )


def sample_lines() -> dict[str, dict[str, str]]:
    """What checking each sample says: the line and the way out. Half a second of work, so it is kept in `words/meldingen.yml`."""
    found = {}
    for sample in samples():
        problem = next(problem for problem in check_site(sample.wrong)[1] if problem.code == sample.code)
        found[sample.code] = {"regel": problem.line(), "uitweg": problem.way_out}
    return found


def _visible(text: str) -> str:
    """The lines of a sample, with the signs that nobody sees made visible."""
    table = {"\t": "→ ", "\u00a0": "␣", "\u0007": "␇"}
    return "".join(table.get(sign, sign) for sign in text).strip("\n")


def help_index(context: Context) -> pagedata.HelpIndexView:
    """All messages, grouped as authors look for them."""
    groups = []
    for name, starts in GROUPS:
        links = tuple(
            data.Link(f"{code} {message.title}", context.address(of_help(code)))
            for code, message in messages().items()
            if code.startswith(tuple(starts.split()))
        )
        groups.append((t(f"hulp.groep.{name}"), links))
    return pagedata.HelpIndexView(t("hulp.titel"), t("hulp.samenvatting"), tuple(groups))


def manual_view(context: Context) -> pagedata.ManualView:
    """Every field of every content type, from the classes."""
    shapes: list[tuple[str, type[BaseModel]]] = [*((kind.id, kind.shape) for kind in KINDS), ("element", ElementShape)]
    kinds = tuple(
        pagedata.KindFields(id, t(f"soort_item.{id}.een"), shape.__doc__ or "", field_rows(shape)) for id, shape in shapes
    )
    form = data.Link(t("velden.formulier"), context.address(FORM))
    return pagedata.ManualView(t("velden.titel"), t("velden.samenvatting"), kinds, form)


def field_rows(shape: type[BaseModel]) -> tuple[pagedata.FieldRow, ...]:
    """The fields of a class as the manual explains them."""
    return tuple(_row(name, field) for name, field in shape.model_fields.items())


def _row(name: str, field: FieldInfo) -> pagedata.FieldRow:
    within = inner(field.annotation)
    nested = field_rows(within) if isinstance(within, type) and issubclass(within, BaseModel) else ()
    example = str(field.examples[0]) if field.examples else ""
    return pagedata.FieldRow(name, (field.description or "") + _choices(field), field.is_required(), example, nested)


def _choices(field: FieldInfo) -> str:
    annotation = field.annotation
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) is Literal:
            return " " + t("velden.kies", keuzes=", ".join(get_args(part)))
    return ""
