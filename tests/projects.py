"""A project on disk: the small sample site with the configuration of the real one."""

from __future__ import annotations

import os
import re
from pathlib import Path

from wegwijs.samples import base_site

ROOT = Path(__file__).resolve().parents[1]


def project(place: Path) -> Path:
    """Write it into a folder."""
    for path, entry in base_site().entries.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(entry.read(1_000_000))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("plugins/wegwijs/theme", os.fspath(ROOT / "plugins/wegwijs/theme"))
    config = re.sub(r"\nnav:\n(?:  - .*\n)+", "\nnav:\n  - Toolbox: toolbox/index.md\n", config)
    config = re.sub(r"\n +voet:\n(?: +- .*\n?)+", "\n", config)
    (place / "mkdocs.yml").write_text(config, encoding="utf-8")
    return place
