"""Gegevens: everything the form's script must know of this site and of the rules, as one object of plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wegwijs import attachments, body, outline, source
from wegwijs.addresses import anchors_of, generated
from wegwijs.catalogue import CONTENT, Catalogue
from wegwijs.checks import beheer, bodies, consistency, language, references
from wegwijs.fields import SLUG
from wegwijs.formulier.elders import ELSEWHERE
from wegwijs.formulier.patronen import as_javascript
from wegwijs.formulier.stappen import FORMS, Form
from wegwijs.ledger.holders import register_of
from wegwijs.problems import LISTS
from wegwijs.tree import Sort
from wegwijs.words import messages


def form_data(catalogue: Catalogue) -> dict[str, Any]:
    """The data of the form for one site; nothing in it is about who fills it in."""
    return {
        "berichten": _messages(),
        "soorten": {form.id: _form(form) for form in FORMS},
        "regels": _rules(catalogue),
        **_site(catalogue),
    }


def _messages() -> dict[str, dict[str, object]]:
    """The messages that the form can give, with the places that are filled in."""
    return {
        code: {"bericht": message.text, "uitweg": message.way_out, "fout": message.is_error}
        for code, message in messages().items()
        if code not in ELSEWHERE
    }


def _form(form: Form) -> dict[str, object]:
    return {
        "map": form.folder,
        "velden": [field.data for field in form.fields],
        "koppen": form.sections,
        "historisch": form.historic,
        "actueel": form.when_current,
        "kenmerken": form.facets,
    }


def _rules(catalogue: Catalogue) -> dict[str, object]:
    """Limits, tables and expressions of the checks."""
    patterns = {
        **{f"tekst_{name}": found for name, found in body.PATTERNS.items()},
        **{f"regel_{name}": found for name, found in outline.PATTERNS.items()},
        "schema": bodies.SCHEME,
        "naam": attachments.NAME,
        "windows": attachments.WINDOWS_NAMES,
        "macro": attachments.MACROS,
        "stil": attachments.INERT,
        "buiten": attachments.OUTSIDE,
        "stijl": attachments.STYLE,
        "pdf": re.compile(attachments.PDF_ACTION.pattern.decode()),
        "proeftitel": consistency.TEST_TITLE,
        "zin": language.SENTENCE,
        "opmaak": language.MARKUP,
        "hoofdletters": language.CAPITALS,
        "voor_wie": language.FOR_WHOM,
        "rollen": language.roles_in_words(catalogue.model),
        "stuurteken": source.CONTROL,
        "slug": re.compile(SLUG),
        "tijdelijk": beheer.TEMPORARY,
    }
    return {
        "patronen": {name: as_javascript(found) for name, found in patterns.items()},
        "lijsten": sorted(LISTS),
        "veilig": sorted(bodies.SAFE_SCHEMES),
        "afbeeldingen": sorted(attachments.IMAGES),
        "eigen_koppen": bodies.GENERATED_SECTIONS,
        "dagen": consistency.DATES,
        "levend": beheer.ALIVE,
        "hoort_bij": dict(references.EXPECTED_KIND),
        "kleine_woorden": sorted(consistency.SMALL_WORDS),
        "zin_woorden": language.LONGEST,
        "bekend": sorted(language.explained(catalogue.model)),
        "heeft_begrippen": bool(catalogue.model.terms),
        "soorten_bestand": {name: _signs(found) for name, found in attachments.TYPES.items()},
        "doet": sorted(attachments.ACTIVE_ELEMENTS),
        "grens_bestand": attachments.MAX_FILE,
        "grens_item": attachments.MAX_ITEM,
        "grens_gegevens": source.MAX_META,
        "grens_tekst": source.MAX_TEXT,
    }


def _signs(found: attachments.Signs) -> dict[str, object]:
    """The bytes as signs of Latin-1, which a script can compare."""
    return {
        "begin": [head.decode("latin-1") for head in found.heads],
        "bevat": found.part.decode("latin-1"),
        "tussen": found.within,
        "tekst": found.is_text,
    }


def _site(catalogue: Catalogue) -> dict[str, Any]:
    """What there is already, and what can be pointed at."""
    model = catalogue.model
    register = register_of(catalogue)
    return {
        "kenmerken": {
            facet.id: {
                "titel": facet.title,
                "enkel": facet.is_single,
                "waarden": {value.id: [value.title, *value.aliases] for value in facet.values.values()},
            }
            for facet in model.facets.values()
        },
        "delen": {element.id: element.title for element in model.everything},
        "bronnen": {id: row.titel for id, row in model.sources.items()},
        "items": _items(catalogue),
        "coalities": sorted(beheer.groups_of(catalogue)),
        "producten": sorted(beheer.products_of(catalogue)),
        "bladzijden": _pages(catalogue),
        "bestanden": {
            entry.path: entry.size
            for entry in catalogue.tree.below(CONTENT)
            if entry.sort is Sort.FILE and not entry.path.endswith(".md")
        },
        "codes": {holder.code: holder.path for holder in register.holders if holder.code},
        "adressen": {
            address: [code, register.ledger.last[code].title]
            for address, code in register.ledger.owners.items()
            if code not in register.present or register.present[code].address != address
        },
    }


def _items(catalogue: Catalogue) -> Mapping[str, dict[str, object]]:
    return {
        slug: {
            "titel": page.title,
            "soort": page.kind.id,
            "status": page.item.status,
            "pad": page.path,
            "code": page.item.code or "",
            "vervangt": list(page.item.verwant.vervangt) if page.item.verwant else [],
        }
        for slug, page in sorted(catalogue.known.items())
    }


def _pages(catalogue: Catalogue) -> dict[str, list[str]]:
    found = {path: sorted(anchors) for path, anchors in generated(catalogue).items()}
    return found | {page.site_path: sorted(anchors_of(page)) for page in catalogue.everything}
