"""New: a correct skeleton for who works with files."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from markdown.extensions.toc import slugify

from wegwijs.catalogue import CONTENT
from wegwijs.documents import KINDS, Kind
from wegwijs.fields import Shape
from wegwijs.validation import inner
from wegwijs.words import t


def new(options: argparse.Namespace) -> int:
    """Write `content/<folder>/<slug>.md`; refuse when it is there already or the title gives no name."""
    kind = next(kind for kind in KINDS if kind.id == options.soort)
    slug = "-".join(re.findall(r"[a-z0-9]+", slugify(options.titel, "-")))[:80].strip("-")
    path = Path(options.root) / CONTENT / kind.folder / f"{slug}.md"
    if not slug or slug == "index":
        print(t("nieuw.geen_naam", titel=options.titel), file=sys.stderr)
        return 1
    if path.exists():
        print(t("nieuw.bestaat", pad=path), file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(kind, options.titel, date.today()), encoding="utf-8")
    print(t("nieuw.klaar", pad=path))
    return 0


def skeleton(kind: Kind, title: str, today: date) -> str:
    """A file in which every field that is needed stands with an example, ready to be overwritten."""
    lines = ["---", f"titel: {_quoted(title)}"]
    for name, field in kind.shape.model_fields.items():
        wanted = field.is_required() or name in kind.shape.WHEN_CURRENT or (name == "facetten" and kind.required_facets)
        if name == "titel" or not wanted:
            continue
        if name == "gepubliceerd":
            lines.append(f"{name}: {today.isoformat()}")
        elif name == "herzien_voor":
            lines.append(f"{name}: {today.replace(year=today.year + 1, day=1).isoformat()}")
        elif name == "status":
            lines.append("status: in-ontwikkeling")
        elif field.examples:
            lines.append(f"{name}: {field.examples[0]}")
        else:
            lines += _nested(name, field.annotation)
    lines += ["---", ""]
    for section in kind.shape.SECTIONS:
        lines += [f"## {section}", "", t("nieuw.schrijf_hier"), ""]
    return "\n".join(lines)


def _nested(name: str, annotation: object) -> list[str]:
    shape = inner(annotation)
    if not (isinstance(shape, type) and issubclass(shape, Shape)):
        return [f"{name}: []"]
    shown = {key: field for key, field in shape.model_fields.items() if field.examples}
    # Where nothing is required, the first field shows how it is done.
    needed = [key for key, field in shown.items() if field.is_required()] or list(shown)[:1]
    rows = [f"{key}: {(shown[key].examples or [''])[0]}" for key in needed]
    is_list = "tuple" in str(annotation)
    return [
        f"{name}:",
        *(f"  {'- ' if is_list and not index else '  ' if is_list else ''}{row}" for index, row in enumerate(rows)),
    ]


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "/").replace('"', "'")
    return f'"{plain}"'
