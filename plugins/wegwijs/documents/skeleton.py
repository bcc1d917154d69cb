"""Skeleton: a file of a content type in which everything that is needed stands ready to be overwritten."""

from __future__ import annotations

from datetime import date

from wegwijs.documents.kinds import Kind
from wegwijs.fields import Shape
from wegwijs.validation import inner
from wegwijs.words import t


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
