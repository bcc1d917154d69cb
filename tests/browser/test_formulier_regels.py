"""The form's scripts beside the check: the same verdict in the same words on the sample of every message, and the same file back."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import wegwijs
from tests.sites import ITEM, Site
from wegwijs.checks import check_site
from wegwijs.formulier import ELSEWHERE, FORMS, form_data
from wegwijs.problems import Problem, Problems
from wegwijs.samples import base_site, samples
from wegwijs.source import read_document
from wegwijs.tree import Tree, read_tree

pytestmark = pytest.mark.browser

SCRIPTS = Path(wegwijs.__file__).parent / "theme" / "assets" / "js"
PARTS = ("bestand", "tekst", "velden", "regels", "bijlagen")
KINDS = {form.folder: form.id for form in FORMS}
PAIRS = frozenset({"K067", "K101"})
"""Messages about two items that name the other one: the check tells it at the later of the two, the form at the draft."""

CHECK = """async (cases) => Promise.all(cases.map(async (given) => {
  const opened = wegwijsBestand.open(given.tekst);
  const bestanden = {};
  for (const [name, [content, size]] of Object.entries(given.bestanden)) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    bestanden[name] = { ...(await wegwijsBijlagen.inspect(name, bytes, given.data)), grootte: size };
  }
  const { soort, naam, was, tekst: bestand } = given;
  const draft = { soort, naam, was, bestand, bestanden, velden: opened.values, tekst: opened.body };
  const found = wegwijsRegels.check(given.data, draft);
  const isSame = wegwijsBestand.write(opened.values, opened.body, given.data.soorten[given.soort].velden, opened) === given.tekst;
  return { values: opened.values, isSame, problems: found.map((each) => [each.code, each.bericht, each.uitweg, each.fout]) };
}))"""
WRITE = """([documents, order]) => documents.map((values) => {
  const text = wegwijsBestand.write(values, "\\n## In het kort\\n", order);
  const opened = wegwijsBestand.open(text);
  const again = wegwijsBestand.write(opened.values, opened.body, order, opened);
  const fresh = wegwijsBestand.write(opened.values, opened.body, order);
  return { text, isSame: again === text && fresh === text };
})"""


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """An empty page with the scripts of the form."""
    page = browser.new_page()
    page.goto("about:blank")
    for part in PARTS:
        page.add_script_tag(path=SCRIPTS / f"formulier-{part}.js")
    yield page
    page.close()


def text_of(tree: Tree, path: str) -> str:
    return tree.entries[path].read(1_000_000).decode("utf-8")


def case(tree: Tree, path: str, data: dict[str, Any]) -> dict[str, Any]:
    """An item as the form has it after opening its file."""
    folder = path.removesuffix(".md") + "/"
    files = {
        entry.path.removeprefix(folder): [base64.b64encode(entry.read(1_000_000)).decode(), entry.size]
        for entry in tree.below(folder)
    }
    return {
        "tekst": text_of(tree, path),
        "soort": KINDS[path.split("/")[1]],
        "naam": path.rsplit("/", 1)[1].removesuffix(".md"),
        "was": path if path in tree else "",
        "bestanden": files,
        "data": data,
    }


def told(problems: Iterator[Problem] | Problems) -> list[tuple[object, ...]]:
    """What the check says, as far as it can come from the form."""
    rows = {
        (row.code, *(() if row.code in PAIRS else (row.text, row.way_out)), row.severity.value == "fout")
        for row in problems
    }
    return sorted(row for row in rows if row[0] not in ELSEWHERE)


def said(problems: list[list[object]]) -> list[tuple[object, ...]]:
    """What the form says, in the same shape."""
    return sorted({(row[0], *(() if row[0] in PAIRS else row[1:3]), row[3]) for row in problems})


def test_the_form_says_of_every_sample_what_the_check_says(script: Page) -> None:
    found, wanted = [], []
    shown = [sample for sample in samples() if sample.code not in ELSEWHERE]
    for sample in shown:
        is_form = sample.path.split("/")[1] in KINDS and sample.path.endswith(".md") and sample.code not in PAIRS
        catalogue, problems = check_site(sample.wrong)
        if sample.code == "K065":  # its sample is a werkblad, for which there is no form
            sample_tree = Site(base_site()).copy(ITEM, "content/publicaties/tweede-gesprek.md").tree
            found.append(
                {**case(sample_tree, ITEM, form_data(check_site(base_site())[0])), "naam": "tweede-gesprek", "was": ""}
            )
            wanted.append({"K065"})
            continue
        found.append(case(sample.wrong, sample.path if is_form else ITEM, form_data(catalogue)))
        wanted.append(told(problems))
    answers = script.evaluate(CHECK, found)
    for sample, answer, told_by_check in zip(shown, answers, wanted, strict=True):
        if sample.code == "K065":
            assert "K065" in {row[0] for row in answer["problems"]}
        else:
            assert said(answer["problems"]) == told_by_check, sample.code
        assert sample.code in {row[0] for row in answer["problems"]}
        assert answer["isSame"], sample.code


def test_every_item_of_the_site_opens_is_judged_alike_and_is_saved_byte_for_byte(script: Page) -> None:
    tree = read_tree(Path(__file__).resolve().parents[2])
    catalogue, problems = check_site(tree)
    pages = [page for page in catalogue.pages if page.is_item and page.kind.folder in KINDS]
    assert len(pages) > 50
    data = form_data(catalogue)
    cases = [{key: value for key, value in case(tree, page.path, data).items() if key != "data"} for page in pages]
    answers = script.evaluate(
        f"([data, cases]) => ({CHECK})(cases.map((each) => ({{ ...each, data }})))", [data, cases]
    )
    for page, answer in zip(pages, answers, strict=True):
        assert answer["values"] == dict(page.source.meta), page.path
        assert answer["isSame"], page.path
        assert said(answer["problems"]) == told(iter(problems.at(page.path))), page.path


SIGNS = "abcdeé ïXYZ 0129 -:#'\"“”[]{},&*!|>%@`~?.;/\\()=<>€…–😀\n\t_"


def some_text(chance: random.Random) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(chance.randrange(1, 40))).strip(" ") or "x"


def some_values(chance: random.Random) -> dict[str, Any]:
    words = [
        "null",
        "~",
        "no",
        "12:30",
        "2026-11-21",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "---",
        "...",
        "<<",
        "é",
        "x" * 300,
        " a",
        "a ",
    ]

    def text() -> str:
        return chance.choice(words) if chance.random() < 0.3 else some_text(chance)

    return {
        "titel": text(),
        "doel": text(),
        "zoekwoorden": [text() for _ in range(chance.randrange(1, 5))],
        "herkomst": {"soort": text(), "naam": text()},
        "facetten": {"soort": text(), "rol": [text(), text()]},
        "stappen": [{"titel": text(), "minuten": "5", "uitleg": text()} for _ in range(chance.randrange(1, 4))],
        "licentie": "CC BY 4.0",
    }


def test_whatever_people_type_python_reads_back(script: Page) -> None:
    """The browser writes three hundred strange items; the one reader of the project reads the same values, and opening changes no byte."""
    chance = random.Random(6)
    documents = [some_values(chance) for _ in range(300)]
    order = form_data(check_site(base_site())[0])["soorten"]["instrument"]["velden"]
    for values, answer in zip(documents, script.evaluate(WRITE, [documents, order]), strict=True):
        problems = Problems()
        read = read_document("content/instruments/x.md", answer["text"].encode("utf-8"), problems)
        assert read is not None, answer["text"]
        assert dict(read.meta) == values, answer["text"]
        assert answer["isSame"], answer["text"]
        assert not problems, answer["text"]
