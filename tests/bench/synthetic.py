"""Synthetic: sites of any size with realistic Dutch text, the same for the same number."""

from __future__ import annotations

import random
import re
import shutil
from itertools import count
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
KIND = "instruments"

META = """---
titel: {title}
samenvatting: {summary}
status: {status}
herkomst: {{soort: netwerk, naam: Kwaliteitsnetwerk mbo, jaar: {year}}}
elementen:
  bron: [{sourced}]
  redactie: [{edited}]
facetten:
  soort: {sort}
  rol: [{roles}]
  niveau: [{level}]
  fase: [{phase}]
  thema: [{themes}]
doel: {goal}
duur: {{min: {short}, max: {long}}}
voorbereiding: {prepare}
groep: {{min: {least}, max: {most}}}
begeleider: {{nodig: handig, ervaring: enige}}
stappen:
  - titel: Begin met een rondje
    minuten: {first}
    uitleg: {step}
  - titel: Voer het gesprek
    minuten: {second}
    uitleg: {step}
levert_op:
  - {goal}
bronnen:
  - {{bron: koers-2025-2029, plaats: Inleiding}}
beheerder: Bureau Kwaliteitsnetwerk mbo
gepubliceerd: 2026-{month:02d}-{day:02d}
herzien_voor: 2027-11-01
licentie: CC BY 4.0
voorstel_redactie: [duur, stappen]
---
"""
SECTIONS = ("In het kort", "Wanneer wel, wanneer niet", "Voorbereiding", "Zo doe je het", "Wat het oplevert", "Tips en valkuilen")
NOUNS = "gesprek kring tafel ronde vraag spiegel wandeling kaart verhaal dialoog blik stap oogst schets".split()
FIRSTS = "open stil scherp warm kort lang eerste tweede gedeeld eigen nieuw oud samen rustig moedig licht".split()
ABOUT = "begeleiding leerproces leeromgeving toetsing vertrouwen rekenschap cijfers stage uitval motivatie cultuur ambitie".split()


class Writer:
    """Writes items from sentences of the real content, shuffled: real words, real lengths, no real item."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.sentences = _sentences()
        facets = yaml.safe_load((ROOT / "toolbox/facets.yml").read_text(encoding="utf-8"))
        self.values = {name: list(facet["waarden"]) for name, facet in facets.items()}
        self.elements = sorted(path.stem for path in (ROOT / "toolbox").glob("[lsvwo]*/*.md"))

    def item(self, number: int) -> str:
        """One instrument, about 450 words."""
        pick = self.random
        first = pick.randint(2, 12) * 5
        second = pick.randint(2, 24) * 5
        meta = META.format(
            title=self.title(number),
            summary=self._summary(),
            status=pick.choices(("actueel", "in-ontwikkeling"), (9, 1))[0],
            year=pick.randint(2013, 2026),
            sourced=", ".join(pick.sample(self.elements, 2)),
            edited=", ".join(pick.sample(self.elements, 3)),
            sort=pick.choice(self.values["soort"]),
            roles=", ".join(pick.sample(self.values["rol"], 3)),
            level=pick.choice(self.values["niveau"]),
            phase=", ".join(pick.sample(self.values["fase"], 2)),
            themes=", ".join(pick.sample(self.values["thema"], 2)),
            goal=_quoted(self._text(1)),
            short=first + second - 5,
            long=first + second + 10,
            prepare=pick.randint(0, 12) * 15,
            least=pick.randint(2, 6),
            most=pick.randint(7, 30),
            first=first,
            second=second,
            step=_quoted(self._text(2)),
            month=pick.randint(1, 11),
            day=pick.randint(1, 28),
        )
        body = [f"## {section}\n\n{self._text(4)}\n\n- {self._text(1)}\n- {self._text(1)}\n" for section in SECTIONS]
        return meta + "\n" + "\n".join(body)

    def title(self, number: int) -> str:
        """A title that no other number has, and that is not nearly another."""
        base = f"{FIRSTS[number % 16]} {NOUNS[number // 16 % 14]} over {ABOUT[number // 224 % 12]}"
        return f"{base.capitalize()} {number}"

    def _summary(self) -> str:
        text = self._text(1)
        while not 40 <= len(text) <= 230:
            text = self._text(2)[:230]
        return _quoted(text)

    def _text(self, count: int) -> str:
        return " ".join(self.random.choice(self.sentences) for _ in range(count))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "").replace("\\", "") + '"'


def _sentences() -> list[str]:
    found = set()
    for path in sorted((ROOT / "content" / KIND).glob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for line in body.split("\n"):
            if line[:1].isalpha() and "[" not in line and "|" not in line:
                found.update(re.findall(r"[A-Z][^.!?:*`<]{30,160}[.!?]", line))
    return sorted(found)


REAL_ONLY = ("codes.csv", "oude-adressen.csv", "keuzehulp.yml", "zoekvragen.yml")
"""Files of the toolbox that speak of the real items."""


def write_site(place: Path, size: int) -> Path:
    """A whole project with `size` synthetic instruments, built by the project's own configuration."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "content" / KIND).mkdir(parents=True)
    shutil.copytree(ROOT / "toolbox", place / "toolbox", ignore=shutil.ignore_patterns(*REAL_ONLY))
    sources = (place / "toolbox/bronnen.yml").read_text(encoding="utf-8")
    # The sources' own publications and the addresses of the old site are not part of this site.
    sources = re.sub(r"\n  publicatie: .*", "", sources).replace("www.wegwijsinkwaliteit.nl/", "voorbeeld.nl/")
    (place / "toolbox/bronnen.yml").write_text(sources, encoding="utf-8")
    for name in ("inzichten.yml", "keuzemenu.yml"):
        _point_at_items(place / "toolbox" / name)
    for path in (place / "toolbox").glob("*/*.md"):
        path.write_text(_without_links(path.read_text(encoding="utf-8")), encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("plugins/wegwijs/theme", str(ROOT / "plugins/wegwijs/theme"))
    config = re.sub(r"\nnav:\n(?:  - .*\n)+", "\nnav:\n  - Instrumenten: instruments/index.md\n", config)
    config = re.sub(r"\n +voet:\n(?: +- .*\n?)+", "\n", config)
    (place / "mkdocs.yml").write_text(config, encoding="utf-8")
    (place / "content/index.md").write_text("---\ntitel: Wegwijs in kwaliteit\n---\n\nWelkom.\n", encoding="utf-8")
    (place / f"content/{KIND}/index.md").write_text("---\ntitel: Instrumenten\n---\n\nAlle instrumenten.\n", encoding="utf-8")
    write_items(place / "content" / KIND, size)
    return place


def _point_at_items(path: Path) -> None:
    """What names real items names synthetic ones, each another."""
    numbers = count()
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(\binstrument: )\S+", lambda found: f"{found[1]}item-{next(numbers):05d}", text), encoding="utf-8")


def _without_links(text: str) -> str:
    return re.sub(r"\[([^\]]+)\]\((?:\.\./)+(?:instruments|coalities|publicaties|trainingen|werkbladen)/[^)]*\)", r"\1", text)


def write_items(folder: Path, size: int) -> None:
    """The same items for the same size, whoever builds them."""
    writer = Writer()
    for number in range(size):
        (folder / f"item-{number:05d}.md").write_text(writer.item(number), encoding="utf-8")


PLAIN = """site_name: Gewoon Material
site_url: https://voorbeeld.nl/
theme: {name: material, language: nl, font: false}
nav:
  - Start: index.md
not_in_nav: "*"
markdown_extensions: [admonition, def_list, footnotes, sane_lists, tables, toc, pymdownx.details, pymdownx.tasklist]
"""


def write_plain(place: Path, size: int) -> Path:
    """The same Markdown in a site of stock Material, items outside the navigation."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "docs" / KIND).mkdir(parents=True)
    (place / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (place / "docs/index.md").write_text("# Welkom\n", encoding="utf-8")
    write_items(place / "docs" / KIND, size)
    return place
