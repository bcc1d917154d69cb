"""A package is hostile until it has shown otherwise: each trick is refused in Dutch, and nothing is written anywhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pakket.packages import HOSTILE, NAME, NEW, TEXT, USE, good, made
from tests.sites import BASE, write
from wegwijs.cli import main
from wegwijs.pakket import RefusedError, open_package
from wegwijs.words import interface_keys, t


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_nothing_is_written(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, key = HOSTILE[name]
    root = write(BASE, tmp_path / "diep" / "project")
    (tmp_path / "pakket.zip").write_bytes(make())
    before = everything(tmp_path)
    assert main(["--root", str(root), "import", str(tmp_path / "pakket.zip")]) == 1
    assert everything(tmp_path) == before
    told = capsys.readouterr()
    with pytest.raises(RefusedError) as fault:
        open_package(make())
    assert fault.value.key == key
    assert told.out == ""
    assert told.err.splitlines() == [
        t(f"importeren.weiger.{key}", **fault.value.values),
        t("importeren.niets_geschreven"),
    ]


def test_every_reason_is_met_by_a_package() -> None:
    reasons = {
        key.removeprefix("importeren.weiger.") for key in interface_keys() if key.startswith("importeren.weiger.")
    }
    elsewhere = {"geen_bestand", "geen_item", "met_de_hand"}  # about the project, in test_import
    assert reasons == {key for _make, key in HOSTILE.values()} | elsewhere


def test_a_good_one_is_opened() -> None:
    found = open_package(good())
    assert found.pages == {NEW: TEXT.encode()}
    assert not found.files
    assert not found.uses


def test_everything_the_form_can_put_in_is_known() -> None:
    files = {
        "voorblad.html": "<p>",
        NEW: TEXT,
        NEW.replace("content", "origineel"): TEXT,
        f"{NAME}/canvas.pdf": b"%PDF-",
        "ervaringen/peerreview-mbo-2026.md": USE,
    }
    found = open_package(made(files))
    assert set(found.files) == {f"{NAME}/canvas.pdf"}
    assert set(found.before) == {NEW}
    assert set(found.uses) == {"ervaringen/peerreview-mbo-2026.md"}


def test_what_a_mac_leaves_behind_does_no_harm() -> None:
    assert open_package(made({NEW: TEXT, "__MACOSX/._x": "a", ".DS_Store": "b", "content/": ""})).pages.keys() == {NEW}


def test_packed_or_stored_is_the_same() -> None:
    assert open_package(made({NEW: TEXT}, packed=True)) == open_package(made({NEW: TEXT}))


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_no_bytes_make_it_fall(data: st.DataObject) -> None:
    """A good package with some of its bytes changed, cut or doubled: opened or refused, never a traceback."""
    found = bytearray(good())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(found) - 1))
        found[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(found)))
    for attempt in (bytes(found), bytes(found[:cut]), bytes(found[cut:])):
        reason = ""
        try:
            assert open_package(attempt).pages
        except RefusedError as fault:
            reason = fault.key
        assert not reason or f"importeren.weiger.{reason}" in interface_keys()


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_no_name_comes_outside(name: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(NEW, TEXT)
        try:
            archive.writestr(name, "x")
        except (ValueError, UnicodeEncodeError):
            return
    try:
        found = open_package(target.getvalue())
    except RefusedError:
        return
    assert set(found.pages) == {NEW}
    assert not found.files
