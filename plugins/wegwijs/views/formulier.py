"""Formulier: the pages of the form and the data its scripts read. Every question comes from `wegwijs.formulier`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from wegwijs import attachments
from wegwijs.addresses import FORM, IMPROVE, MANUAL, of_form, of_help
from wegwijs.catalogue import Page
from wegwijs.documents import KINDS
from wegwijs.documents.skeleton import skeleton
from wegwijs.formulier import FORMS, Form, FormField, Step, form_data, form_steps
from wegwijs.formulier.deuren import MOST_ADDRESS
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.figure import figure_of
from wegwijs.views.formuliervragen import (
    Choice,
    ChooseView,
    FacetChoice,
    FormStep,
    FormView,
    ImproveView,
    LayerChoice,
    Option,
    Question,
    Section,
)
from wegwijs.views.kaart import Picker, picker
from wegwijs.views.page import SitePage
from wegwijs.words import interface_keys, t

FOLDER = "assets/formulier"
DATA = re.compile(r"assets/formulier/gegevens-\w+\.js")
LONG = 200
"""From how many characters on an answer gets a larger box."""


def form_pages(context: Context) -> Iterator[SitePage]:
    """The page to choose, the page to find what to improve, and one page for each form."""
    choose = _choose(context)
    yield SitePage(FORM, choose.title, choose.summary, "", "formulier-kies.html", lambda _html: choose)
    improve = _improve(context)
    yield SitePage(IMPROVE, improve.title, improve.summary, "", "formulier-verbeter.html", lambda _html: improve)
    for form in FORMS:
        title, summary = t(f"formulier.soort.{form.id}.titel"), t(f"formulier.soort.{form.id}.uitleg")
        made = partial(_form_view, context, form)
        yield SitePage(of_form(form.id), title, summary, "", "formulier.html", lambda _html, made=made: made())  # type: ignore[misc]


@lru_cache(maxsize=2)
def form_files(context: Context) -> Mapping[str, bytes]:
    """The data of the form, and each item as it is now, to be opened for a correction."""
    script = f"window.wegwijsFormulier={_json(_data(context))};\n".encode()
    files = {f"{FOLDER}/gegevens-{hashlib.sha256(script).hexdigest()[:10]}.js": script}
    for page in _improvable(context):
        text = context.catalogue.tree.entries[page.path].read(1_000_000).decode("utf-8")
        folder = f"{page.folder}/"
        found = [entry for entry in context.catalogue.tree.below(page.folder) if not entry.path.endswith(".md")]
        item = {
            "pad": page.path,
            "tekst": text,
            "bestanden": {entry.path.removeprefix(folder): entry.size for entry in found},
        }
        files[f"{FOLDER}/items/{page.slug}.js"] = f"window.wegwijsItem={_json(item)};\n".encode()
    return files


def _json(found: object) -> str:
    return (
        json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _data(context: Context) -> dict[str, object]:
    doors = context.doors
    found = form_data(context.catalogue)
    return {
        **found,
        "hulp": {code: context.address(of_help(code)) for code in found["berichten"]},
        "deuren": {"nieuw": doors.new_url, "bewerk": doors.edit_url, "adres": doors.mail, "meeste": MOST_ADDRESS},
    }


def _improvable(context: Context) -> Iterator[Page]:
    kinds = {form.id for form in FORMS}
    return (page for page in context.catalogue.items.values() if page.kind.id in kinds)


def _choose(context: Context) -> ChooseView:
    choices = [
        Choice(
            t(f"formulier.soort.{form.id}.titel"),
            t(f"formulier.soort.{form.id}.uitleg"),
            context.address(of_form(form.id)),
        )
        for form in sorted(FORMS, key=lambda form: form.id != "ervaring")
    ]
    choices.insert(
        2, Choice(t("formulier.kies.verbetering"), t("formulier.kies.verbetering_uitleg"), context.address(IMPROVE))
    )
    return ChooseView(t("formulier.kies.titel"), t("formulier.kies.samenvatting"), tuple(choices))


def _improve(context: Context) -> ImproveView:
    groups = []
    for form in FORMS:
        pages = [page for page in context.catalogue.of_kind(form.id) if page.item.status != "ingetrokken"]
        links = tuple(data.Link(page.title, f"{context.address(of_form(form.id))}?item={page.slug}") for page in pages)
        if links:
            groups.append((t(f"soort_item.{form.id}.meer"), links))
    return ImproveView(t("formulier.verbeter.titel"), t("formulier.verbeter.samenvatting"), tuple(groups))


def _form_view(context: Context, form: Form) -> FormView:
    types = ", ".join(attachments.TYPES)
    most, together = attachments.MAX_FILE // 1_000_000, attachments.MAX_ITEM // 1_000_000
    (script_url,) = (path for path in form_files(context) if DATA.fullmatch(path))
    return FormView(
        id=form.id,
        title=t(f"formulier.soort.{form.id}.titel"),
        summary=t(f"formulier.soort.{form.id}.uitleg"),
        kind_title=_word("soort_item.{}.een", form.id) or t("formulier.naar_ervaring"),
        folder=form.folder,
        steps=tuple(_step(form, step) for step in form_steps(form)),
        sections=tuple(_section(title) for title in dict.fromkeys((*form.sections, *form.historic))),
        facets=tuple(_facets(context, form)),
        layers=tuple(_layers(context)),
        picker=_picker(context),
        skeleton=_skeleton(form),
        file_rules=t("formulier.bestandsregels", soorten=types, mb=most, samen=together),
        accept=",".join(f".{name}" for name in attachments.TYPES),
        doors=context.doors,
        script_url=script_url,
        manual_url=context.address(MANUAL),
        words=json.dumps(WORDS, ensure_ascii=False),
    )


def _skeleton(form: Form) -> str:
    """What `wegwijs new` writes; the day is filled in by who uses it."""
    kind = next((kind for kind in KINDS if kind.id == form.id), None)
    return skeleton(kind, t("formulier.label.titel"), date(2026, 1, 1)) if kind else ""


def _step(form: Form, step: Step) -> FormStep:
    asked = (_question(field, (field.name,)) for field in step.fields)
    questions = tuple(replace(each, when_current=each.field.name in form.when_current) for each in asked)
    return FormStep(step.id, t(f"formulier.stap.{step.id}"), t(f"formulier.stap_uitleg.{step.id}"), questions)


def _question(field: FormField, path: tuple[str, ...]) -> Question:
    label = _word("formulier.label.{}", "_".join(path)) or _word("formulier.label.{}", path[-1])
    return Question(
        field,
        "-".join(path),
        label or path[-1].replace("_", " ").capitalize(),
        field.sort == "tekst" or (field.sort == "regel" and (field.most or 0) > LONG),
        options=tuple(
            Option(value, _word("formulier.keuze.{}", f"{field.name}-{_plain(value)}") or value)
            for value in field.choices
        ),
        parts=tuple(_question(part, (*path, part.name)) for part in field.fields),
        row=_question(field.row, path) if field.row else None,
    )


def _plain(value: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", value.lower()))


def _word(place: str, name: str) -> str:
    """A word that need not be there: a new field has none yet."""
    key = place.format(name)
    return t(key) if key in interface_keys() else ""


def _section(title: str) -> Section:
    return Section(title, _plain(title), _word("formulier.kop.{}", _plain(title)))


def _facets(context: Context, form: Form) -> Iterable[FacetChoice]:
    for facet in context.catalogue.model.facets.values():
        options = tuple(Option(value.id, value.title) for value in facet.values.values())
        yield FacetChoice(facet.id, facet.title, facet.question, facet.is_single, facet.id in form.facets, options)


def _layers(context: Context) -> Iterable[LayerChoice]:
    for id, layer in context.catalogue.model.layers.items():
        options = tuple(Option(element.id, element.title) for element in layer.elements if element.is_current)
        if options:
            yield LayerChoice(context.marks[id], options)


@lru_cache(maxsize=2)
def _picker(context: Context) -> Picker | None:
    """Drawn once for all forms."""
    return picker(figure_of(context.catalogue, context.address, counted=False)) if context.small_map else None


_SCRIPT = sorted(key.split(".")[-1] for key in interface_keys() if key.startswith("formulier.script."))

WORDS = {
    **{key: t(f"formulier.script.{key}") for key in _SCRIPT},
    **{key: t(f"formulier.{key}") for key in ("erbij", "weg", "omhoog", "omlaag")},
    "tijd": {unit: [t(f"tijd.{unit}.een"), t(f"tijd.{unit}.meer")] for unit in ("minuut", "uur", "dag")},
    "groep": [t("groep.een"), t("groep.meer")],
    "en": t("en"),
    "geen_voorbereiding": t("feit.geen_voorbereiding"),
    "begeleider": {level: t(f"begeleider.nodig.{level}") for level in ("nodig", "handig", "niet-nodig")},
    "begeleider_ervaring": {level: t(f"begeleider.ervaring.{level}") for level in ("geen", "enige", "veel")},
    "begeleider_met": t("begeleider.met"),
}
"""The words that the scripts need."""
