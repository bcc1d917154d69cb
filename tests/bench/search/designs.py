"""Designs: the search of this site and that of stock Material over the same pages, each as a folder with a page that a browser can open.

A page defines `first(query)`: everything from the moment a reader puts the cursor in the field, up to the addresses of the results.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import shutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from wegwijs.search.files import index_files
from wegwijs.search.index import Index
from wegwijs.search.language import STOP, tokens
from wegwijs.search.records import Record, texts

ENGINE = Path(__file__).resolve().parents[3] / "plugins/wegwijs/theme/assets/js/zoek.js"

OURS = """
window.first = async (query) => (await window.wegwijsZoek.search(query, { limit: 6 })).map((hit) => hit.id);
"""

LUNR = """
let ready;
const start = () => new Promise((done, fail) =>
  document.head.append(Object.assign(document.createElement("script"), { src: "index.js", onload: done, onerror: fail })))
  .then(() => lunr.Index.load(window.prebuilt));
window.first = async (query) => {
  const index = await (ready ||= start());
  const words = query.toLowerCase().normalize("NFD").replace(/\\p{M}|['’]/gu, "").match(/[\\p{L}\\p{N}]+/gu) || [];
  const telling = words.filter((word) => !window.stop.includes(word));
  // The word, its beginning, and one slip in a longer word: the best that lunr does with Dutch.
  return index.query((found) => (telling.length ? telling : words).forEach((word) => {
    found.term(word, { boost: 10 });
    found.term(word, { boost: 3, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    if (word.length > 5) found.term(word, { editDistance: 1 });
  })).map((hit) => hit.ref);
};
"""

MATERIAL = """
const script = (src) => new Promise((done, fail) =>
  document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail })));
// Online Material asks a worker; on a disk its shim runs that worker in the page itself.
async function worker() {
  if (location.protocol !== "file:") {
    const index = await (await fetch("search/search_index.json")).json();
    const made = new Worker("workers/search.js");
    return { index, ask: (data) => new Promise((done) => { made.onmessage = (event) => done(event.data); made.postMessage(data); }) };
  }
  await script("search/search_index.js");
  window.importScripts = (...sources) => Promise.all(sources.map((source) => script(source.replace("../", ""))));
  let answer;
  window.postMessage = (data) => answer(data);
  await script("workers/search.js");
  return { index: window.__index, ask: (data) => new Promise((done) => {
    answer = done;
    window.dispatchEvent(new MessageEvent("message", { data }));
  }) };
}
let ready;
window.first = async (query) => {
  ready ||= worker().then(async (found) => {
    await found.ask({ type: 0, data: { ...found.index, options: { suggest: false } } });
    return found;
  });
  const { data } = await (await ready).ask({ type: 2, data: query });
  return data.items.map((group) => group[0].location.split("#")[0]);
};
"""


FIELDS = {"title": 10, "keywords": 8, "summary": 5, "headings": 3, "body": 1, "extra": 1}
"""What lunr's fields count for."""


def write_ours(folder: Path, index: Index) -> int:
    """Our search; answers how many bytes its index has when compressed."""
    files = index_files(index)
    for path, content in files.items():
        _write(folder / path, content)
    (folder / "assets/js").mkdir(parents=True, exist_ok=True)
    shutil.copy(ENGINE, folder / "assets/js/zoek.js")
    _page(folder, OURS, "assets/js/zoek.js")
    return sum(map(compressed, files.values()))


def write_material_extra(folder: Path, index: Index) -> int:
    """Stock Material with one more field for parts of compounds and synonyms."""
    return write_material(folder, index, extra_words(index))


def write_material(folder: Path, index: Index, extra: Mapping[str, str] | None = None) -> int:
    """Stock Material: its own worker, with the rows that MkDocs' search plugin writes. `extra` is text for one more field, by path."""
    assets = Path(os.fspath(find_spec("material").submodule_search_locations[0])) / "templates/assets/javascripts"  # type: ignore[union-attr, index]
    shutil.copytree(assets / "lunr", folder / "lunr", dirs_exist_ok=True)
    (folder / "workers").mkdir(parents=True, exist_ok=True)
    shutil.copy(next((assets / "workers").glob("search.*.min.js")), folder / "workers/search.js")
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}} | (
        {"extra": {"boost": 0.5}} if extra else {}
    )
    config = {"lang": ["nl"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    docs = [row for record in index.records for row in _rows(record, (extra or {}).get(record.path, ""))]
    text = json.dumps({"config": config, "docs": docs}, ensure_ascii=False)
    _write(folder / "search/search_index.json", text.encode())
    _write(folder / "search/search_index.js", f"var __index = {text}".encode())
    _page(folder, MATERIAL)
    return compressed(text.encode())


def write_lunr(folder: Path, index: Index) -> int:
    """A lunr index made beforehand by the package of that name, as one script. It stems as lunr.nl does and knows our stop words."""
    lunr = import_module("lunr.builder").Builder()
    pipeline = import_module("lunr.pipeline").Pipeline
    stem = cache(import_module("snowballstemmer").stemmer("dutch_porter").stemWord)

    def stemmer(token: Any, _place: int, _tokens: object) -> Any:
        return token.update(lambda word, _metadata: stem(word))

    pipeline.register_function(stemmer, "stemmer-nl")
    lunr.pipeline.add(stemmer)
    lunr.search_pipeline.add(stemmer)
    lunr.ref("path")
    for name, boost in FIELDS.items():
        lunr.field(name, boost)
    extra = extra_words(index)
    for record in index.records:
        row = dict(texts(record)) | {"extra": extra[record.path]}
        told = {name: " ".join(word for word in tokens(row[name]) if word not in STOP) for name in FIELDS}
        lunr.add({"path": record.path, **told})
    seen = {record.path: [record.title, record.summary] for record in index.records}
    made = json.dumps(lunr.build().serialize(), ensure_ascii=False, separators=(",", ":"))
    script = f"window.seen={json.dumps(seen, ensure_ascii=False)};window.prebuilt={made};"
    _write(folder / "index.js", script.encode())
    _write(folder / "stop.js", f"window.stop={json.dumps(sorted(STOP))}".encode())
    contrib = Path(os.fspath(find_spec("mkdocs").submodule_search_locations[0])) / "contrib/search"  # type: ignore[union-attr, index]
    for source in ("templates/search/lunr.js", "lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.nl.js"):
        shutil.copy(contrib / source, folder / Path(source).name)
    _page(folder, LUNR, "lunr.js", "lunr.stemmer.support.js", "lunr.nl.js", "stop.js")
    return compressed(script.encode())


def extra_words(index: Index) -> Mapping[str, str]:
    """Per page the words that stand not on it: the parts of its compounds and its synonyms, for one more field of lunr."""
    lexicon = index.lexicon
    shown = {
        number: next((form for form in group.forms if form not in lexicon.hidden), "")
        for number, group in enumerate(lexicon.groups)
    }
    found: dict[str, str] = {}
    for record in index.records:
        own = {lexicon.words[word] for _, text in texts(record) for word in tokens(text) if word in lexicon.words}
        more = {part for group in own for part in lexicon.groups[group].parts}
        for group in own | more:
            for place in index.by_phrase.get((group,), ()):
                more.update(chain.from_iterable(index.synonyms[place]))
        found[record.path] = " ".join(sorted(shown[group] for group in more - own))
    return found


def _rows(record: Record, extra: str) -> list[dict[str, str]]:
    """A page and its sections, as the search plugin cuts them."""
    more = {"extra": extra} if extra else {}
    lead = [record.summary, record.keywords, *(section.text for section in record.sections if not section.anchor)]
    rows = [{"location": record.path, "title": record.title, "text": _paragraphs(lead), **more}]
    for anchor, sections in groupby(record.sections, key=lambda section: section.anchor):
        if anchor:
            found = list(sections)
            rows.append(
                {
                    "location": f"{record.path}#{anchor}",
                    "title": found[0].title,
                    "text": _paragraphs([row.text for row in found]),
                }
            )
    return rows


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for text in texts for line in text.split("\n") if line)


def _page(folder: Path, script: str, *before: str) -> None:
    """What a page has loaded already when somebody puts the cursor in the field stands in `before`."""
    _write(folder / "page.js", script.encode())
    scripts = "".join(f'<script src="{source}"></script>' for source in (*before, "page.js"))
    page = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title><ol></ol>{scripts}'
    _write(folder / "index.html", page.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def compressed(content: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(content, 6, mtime=0))
