"""Files: the pages of the site as files that MkDocs can build, and the files of readers that may go along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from wegwijs.catalogue import CONTENT
from wegwijs.views.site import SitePage

THEME = Path(__file__).parent.parent / "theme"


def site_files(pages: Mapping[str, SitePage], attachments: Iterable[str], found: Files, config: MkDocsConfig) -> Files:
    """The files to build: our pages, the attachments that passed every check, and the assets of our own theme.

    Whatever else MkDocs found is left out: it follows symlinks, and Material brings scripts that no page of ours loads.
    """
    wanted = {path.removeprefix(f"{CONTENT}/") for path in attachments}
    kept = [file for file in found if file.src_uri in wanted or _is_ours(file)]
    made = [
        File.generated(config, page.path, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        for page in pages.values()
    ]
    return Files([*kept, *made])


def _is_ours(file: File) -> bool:
    return bool(file.abs_src_path) and Path(str(file.abs_src_path)).is_relative_to(THEME)
