"""Files: the pages of the site as files that MkDocs can build, and the files of readers that may go along."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from wegwijs.catalogue import CONTENT
from wegwijs.views.page import SitePage


class SharedFiles(Files):
    """The files of a site that two processes can share: each makes every other page, and the first everything that is no page."""

    _part: int | None = None

    def divide(self, part: int) -> None:
        """From now on this process sees the pages of one part only: 0 for the first process, 1 for the second."""
        self._part = part

    def is_mine(self, path: str) -> bool:
        """Whether this process makes a page; the first has whatever is no page too."""
        return self._part is None or (path in self._of_second) == (self._part == 1)

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages that this process makes."""
        return [file for file in super().documentation_pages(inclusion=inclusion) if self.is_mine(file.src_uri)]

    def copy_static_files(
        self,
        dirty: bool = False,  # noqa: FBT001, FBT002 - as MkDocs has it
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        """Once, by the first process."""
        if self._part != 1:
            super().copy_static_files(dirty, inclusion=inclusion)

    @cached_property
    def _of_second(self) -> frozenset[str]:
        return frozenset(file.src_uri for file in super().documentation_pages()[1::2])


def all_files(
    pages: Mapping[str, SitePage],
    attachments: Iterable[str],
    found: Files,
    config: MkDocsConfig,
) -> SharedFiles:
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
    return SharedFiles([*kept, *fresh])


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
