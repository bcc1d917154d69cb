"""Files: the pages of the site as files that MkDocs can build, and the files of readers that may go along."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from wegwijs.catalogue import CONTENT
from wegwijs.views.page import SitePage


def all_files(
    pages: Mapping[str, SitePage],
    attachments: Iterable[str],
    found: Files,
    config: MkDocsConfig,
) -> Files:
    """The files to build: our pages, the attachments that passed every check, and our theme's assets.

    Whatever else MkDocs found is left out: it follows symlinks, and Material brings scripts that no page of ours loads.
    """
    wanted = {path.removeprefix(f"{CONTENT}/") for path in attachments}
    ours = Path(config.theme.custom_dir or "")
    kept = [file for file in found if file.src_uri in wanted or _is_below(file, ours)]
    fresh = [
        File.generated(config, page.path, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        for page in pages.values()
    ]
    return Files([*kept, *fresh])


def write(made: Mapping[str, bytes], folder: Path) -> None:
    """Write files that MkDocs need not know. There are hundreds of small ones; as MkDocs' own files they take three times as long."""
    root = os.fspath(folder)
    for parent in {path.rpartition("/")[0] for path in made}:
        os.makedirs(f"{root}/{parent}", exist_ok=True)  # noqa: PTH103 - as texts: paths as objects cost as much as the writing
    for path, content in made.items():
        with open(f"{root}/{path}", "wb") as file:  # noqa: PTH123 - the same
            file.write(content)


def _is_below(file: File, folder: Path) -> bool:
    return bool(file.abs_src_path) and Path(str(file.abs_src_path)).is_relative_to(folder)
