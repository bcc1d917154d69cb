"""Schema: writes what is made from the code and kept in the repository, or says that it is stale."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import yaml
from pydantic import BaseModel

from wegwijs.documents import KINDS
from wegwijs.documents.schema import schema_of
from wegwijs.model import ElementShape, Model, load_model
from wegwijs.problems import Problems
from wegwijs.tree import read_tree
from wegwijs.views.guide import sample_lines
from wegwijs.words import HERE, t

FOLDER = "toolbox/schema"


def schema(options: argparse.Namespace) -> int:
    """Write every schema; with `--check` only compare, and answer 1 when one is stale."""
    stale = []
    model = load_model(read_tree(options.root), Problems())
    files = {Path(options.root) / FOLDER / name: text for name, text in schemas(model).items()}
    files[HERE / "meldingen.yml"] = examples()
    for path, text in files.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not options.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if options.check and stale:
        print(t("schema.verouderd", bestanden=", ".join(stale)), file=sys.stderr)
        return 1
    print(t("schema.klaar", map=FOLDER))
    return 0


def examples() -> str:
    """The text of `words/meldingen.yml`: what the check says about each sample."""
    note = "# Gemaakt uit de voorbeelden in berichten.yml met `wegwijs schema`. Verander dit bestand niet met de hand.\n"
    return note + yaml.safe_dump(sample_lines(), allow_unicode=True, sort_keys=True, width=1000)


def schemas(model: Model) -> dict[str, str]:
    """The text of each schema file."""
    facets = {id: {value.id: value.title for value in facet.values.values()} for id, facet in model.facets.items()}
    shapes: list[tuple[str, type[BaseModel]]] = [*((kind.id, kind.shape) for kind in KINDS), ("element", ElementShape)]
    return {
        f"{id}.json": json.dumps(schema_of(id, shape, facets), ensure_ascii=False, indent=1, sort_keys=False) + "\n"
        for id, shape in shapes
    }
