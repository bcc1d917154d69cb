"""Tree: the names below the folders of a site; a link is named and never followed."""

from __future__ import annotations

import os
from pathlib import Path

from tests.sites import Site
from wegwijs.checks import check_site
from wegwijs.problems import Problems
from wegwijs.tree import READ_LIMIT, Sort, Tree, read_tree, whole


def test_files_of_both_folders_are_found_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("content/b.md", "content/a/c.md", "toolbox/model.yml", "elders/x.md", "los.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    tree = read_tree(tmp_path)
    assert list(tree.entries) == ["content/a/c.md", "content/b.md", "toolbox/model.yml"]
    assert [entry.path for entry in tree.below("content/")] == ["content/a/c.md", "content/b.md"]
    assert tree.entries["content/b.md"].read(7) == b"content"
    assert tree.entries["content/b.md"].size == len("content/b.md")
    assert "content/b.md" in tree


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert not read_tree(tmp_path).entries
    (tmp_path / "content").write_text("een bestand", encoding="utf-8")
    assert not read_tree(tmp_path).entries


def test_what_an_operating_system_leaves_behind_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"):
        (tmp_path / "content" / name).write_bytes(b"x")
    assert not read_tree(tmp_path).entries


def test_links_and_devices_are_kept_as_what_they_are_and_never_entered(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "wachtwoord.md").write_text("geheim", encoding="utf-8")
    content = tmp_path / "site" / "content"
    content.mkdir(parents=True)
    (content / "map").symlink_to(secret)
    (content / "bestand.md").symlink_to(secret / "wachtwoord.md")
    (content / "nergens.md").symlink_to(tmp_path / "niets")
    os.mkfifo(content / "pijp.md")
    tree = read_tree(tmp_path / "site")
    assert {path: entry.sort for path, entry in tree.entries.items()} == {
        "content/bestand.md": Sort.LINK,
        "content/map": Sort.LINK,
        "content/nergens.md": Sort.LINK,
        "content/pijp.md": Sort.OTHER,
    }
    assert all(entry.read(100) == b"" for entry in tree.entries.values())
    _catalogue, problems = check_site(tree)
    assert [p.place.path for p in problems if p.code == "K086"] == list(tree.entries)


def test_a_whole_folder_that_is_a_link_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "index.md").write_text("geheim", encoding="utf-8")
    (tmp_path / "content").symlink_to(tmp_path / "elders")
    (tmp_path / "toolbox").symlink_to("/etc")
    tree = read_tree(tmp_path)
    assert list(tree.entries) == ["content", "toolbox"]
    catalogue, problems = check_site(tree)
    assert [p.place.path for p in problems if p.code == "K086"] == ["content", "toolbox"]
    assert not catalogue.pages


def test_a_tree_of_texts_reads_like_one_from_disk(tmp_path: Path) -> None:
    made = Tree.of({"content/é.md": "één", "content/a.bin": b"\x00\x01"})
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "é.md").write_text("één", encoding="utf-8")
    (tmp_path / "content" / "a.bin").write_bytes(b"\x00\x01")
    assert made == read_tree(tmp_path)
    assert [entry.read(100) for entry in made.entries.values()] == [b"\x00\x01", "één".encode()]


def test_other_entries_take_a_place_or_come_beside() -> None:
    tree = Tree.of({"content/b.md": "b"}).with_entries(
        *Tree.of({"content/a.md": "a", "content/b.md": "B"}).entries.values()
    )
    assert [(path, entry.read(9)) for path, entry in tree.entries.items()] == [
        ("content/a.md", b"a"),
        ("content/b.md", b"B"),
    ]


def test_a_text_that_is_too_long_is_refused_by_its_size_and_not_read(site: Site) -> None:
    for path in ("content/over.md", "toolbox/waarden/dialoog.md", "toolbox/facets.yml"):
        huge = site.bytes(path, b"---\n", size=READ_LIMIT + 1)
        assert [p.code for p in huge.problems.at(path)] == ["K008"]
    problems = Problems()
    assert whole(Tree.of({"a.md": "x" * READ_LIMIT}).entries["a.md"], problems) == b"x" * READ_LIMIT
    assert not problems


def test_names_that_are_no_text_give_a_problem_and_no_traceback(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/content"
    os.mkdir(folder)  # noqa: PTH102 - pathlib takes no bytes
    for name in (b"\xff\xfe.md", b"a\nb.md", b"\xffmap"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(b"---\ntitel: X\n---\n")
    catalogue, problems = check_site(read_tree(tmp_path))
    found = [p for p in problems if p.place.path.startswith("content/")]
    assert not catalogue.pages
    # two pages with a name that cannot be, and a file that has no sort and no place either
    assert sorted(p.code for p in found) == ["K082", "K089", "K089", "K089", "K120"]
    assert all(p.line().isprintable() for p in found)


def test_below_a_folder_is_what_stands_in_it_and_not_what_is_called_nearly_the_same() -> None:
    names = ("content/a-b.md", "content/a.md", "content/a/x.md", "content/a/y/z.md", "content/a0.md", "content/b/x.md", "contenta/x.md")
    tree = Tree.of(dict.fromkeys(reversed(names), ""))
    assert [entry.path for entry in tree.below("content/a")] == ["content/a/x.md", "content/a/y/z.md"]
    assert [entry.path for entry in tree.below("content")] == list(names[:-1])
    assert list(tree.below("elders")) == []
