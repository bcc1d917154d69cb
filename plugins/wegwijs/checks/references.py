"""References: everything that points at something else by name points at something that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wegwijs.addresses import generated, of_element, url_of
from wegwijs.catalogue import Catalogue, Page, elements_touched, facet_values, relations_of
from wegwijs.model import Element, Model
from wegwijs.model.loading import FACETS, MODEL, SOURCES, TERMS
from wegwijs.problems import Place, Problems
from wegwijs.source import Source
from wegwijs.validation import did_you_mean

EXPECTED_KIND: Mapping[str, str] = {"voedt": "instrument", "vereist_voor": "instrument"}
"""Relations that only make sense to one content type."""


FACET_FIELDS = ("thema", "rol")
"""Fields of a situatie that hold values of the facet with the same name."""


def check_facets(catalogue: Catalogue, problems: Problems) -> None:
    """Facets and their values are those of `toolbox/facets.yml`, and what a content type needs is there."""
    facets = catalogue.model.facets
    if FACETS in catalogue.model.unread:
        return
    for page in catalogue.looked_at:
        for name in page.item.facetten:
            place = page.source.key_place("facetten", name)
            if name not in facets:
                problems.add("K013", place, naam=name, keuzes=", ".join(facets), bedoelde=did_you_mean(name, facets))
                continue
            values = facet_values(page, name)
            if facets[name].is_single and len(values) > 1:
                problems.add("K026", place, facet=facets[name].title, aantal=len(values))
            for index, value in enumerate(values):
                if value not in facets[name].values:
                    check_value(catalogue, name, value, page.source.place("facetten", name, index), problems)
        for name in page.kind.required_facets:
            if name in facets and not facet_values(page, name) and "facetten" not in page.faulty:
                problems.add("K032", page.source.key_place("facetten"), facet=name, titel=facets[name].title)
    for page in catalogue.everything:
        for facet in FACET_FIELDS:
            for index, value in enumerate(getattr(page.meta, facet, None) or ()):
                check_value(catalogue, facet, value, page.source.place(facet, index), problems)
        if page.kind.facet:
            check_value(catalogue, page.kind.facet, page.slug, Place(page.path), problems)


def check_value(catalogue: Catalogue, facet: str, value: str, place: Place, problems: Problems) -> None:
    """One value of one facet exists. The nearest is looked for among ids, titles and aliases."""
    found = catalogue.model.facets.get(facet)
    if found is None or value in found.values or FACETS in catalogue.model.unread:
        return
    words = {id: id for id in found.values}
    for id, known in found.values.items():
        words.update({alias.lower(): id for alias in (known.title, *known.aliases)})
    hint = f'Bedoelde je "{words[value.lower()]}"?' if value.lower() in words else did_you_mean(value, found.values)
    problems.add("K012", place, facet=found.title, waarde=value, bedoelde=hint, keuzes=", ".join(found.values))


def check_elements(catalogue: Catalogue, problems: Problems) -> None:
    """Elements that items touch, and every reference inside the model, exist."""
    model = catalogue.model
    known = model.elements
    if MODEL in model.unread:
        return
    for page in catalogue.everything:
        _exist(model, ((id, path) for id, _basis, path in elements_touched(page)), page.source, problems)
    for element in model.everything:
        _exist(model, _model_references(element), element.source, problems)
        for index, question in enumerate(element.questions):
            for facet in ("rol", "niveau"):
                value = getattr(question, facet)
                check_value(catalogue, facet, value, element.source.place("vragen", index, facet), problems)
            found = known.get(question.kijkrichting)
            if found and catalogue.model.layers[found.layer].shape.betekenis != "kijkrichting":
                place = element.source.place("vragen", index, "kijkrichting")
                ways = [direction.id for direction in catalogue.model.directions]
                problems.add("K117", place, naam=question.kijkrichting, keuzes=", ".join(ways))
    for role in model.requirements.rollen:
        check_value(catalogue, "rol", role, Place(MODEL), problems)
    for known_facet in catalogue.model.facets.values():
        if known_facet.layer and known_facet.layer not in catalogue.model.layers:
            hint = did_you_mean(known_facet.layer, catalogue.model.layers)
            problems.add("K113", Place(FACETS), naam=known_facet.layer, bedoelde=hint)
        for known_value in known_facet.values.values():
            if known_value.element and not model.knows(known_value.element):
                hint = did_you_mean(known_value.element, known)
                problems.add("K014", Place(FACETS), naam=known_value.element, bedoelde=hint)


def _model_references(element: Element) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    shape = element.shape
    if shape.deel_van:
        yield shape.deel_van, ("deel_van",)
    for index, id in enumerate(shape.route):
        yield id, ("route", index)
    for index, relation in enumerate(shape.relaties):
        yield relation.naar, ("relaties", index, "naar")
    for index, question in enumerate(shape.vragen or ()):
        yield question.kijkrichting, ("vragen", index, "kijkrichting")


def _exist(
    model: Model, references: Iterable[tuple[str, tuple[str | int, ...]]], source: Source, problems: Problems
) -> None:
    known = model.elements
    for id, path in references:
        if not model.knows(id):
            words = {element.title.lower(): element.id for element in known.values()}
            hint = f'Bedoelde je "{words[id.lower()]}"?' if id.lower() in words else did_you_mean(id, known)
            problems.add("K014", source.place(*path), naam=id, bedoelde=hint)


def check_relations(catalogue: Catalogue, problems: Problems) -> None:
    """Items that are referred to exist, are not withdrawn, are of the right type, and are not the item itself."""
    items = catalogue.known
    broken = _names(catalogue.broken)
    for page in catalogue.everything:
        for relation, slug, path in relations_of(page):
            place = page.source.place(*path)
            if slug == page.slug and page.is_item:
                problems.add("K063", place, relatie=relation)
            elif slug not in items:
                if slug not in broken:
                    problems.add("K060", place, naam=slug, bedoelde=did_you_mean(slug, items))
            elif items[slug].item.status == "ingetrokken" and relation != "vervangt":
                problems.add("K061", place, naam=slug, titel=items[slug].title)
            elif relation in EXPECTED_KIND and items[slug].kind.id != EXPECTED_KIND[relation]:
                problems.add("K069", place, naam=slug, relatie=relation, soort=EXPECTED_KIND[relation])
    for cycle in _cycles(items):
        page = items[cycle[0]]
        problems.add("K062", page.source.key_place("verwant", "vervangt"), keten=" → ".join((*cycle, cycle[0])))


def _cycles(items: Mapping[str, Page]) -> Iterator[tuple[str, ...]]:
    """Each ring of `vervangt`, once, from its alphabetically first member."""
    seen: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(items):
        trail: list[tuple[str, Iterator[str]]] = [(start, iter(items[start].item.verwant.vervangt))]
        on_trail = [start]
        while trail and start not in done:
            slug, following = trail[-1]
            step = next(following, None)
            if step is None:
                trail.pop()
                on_trail.pop()
                done.add(slug)
            elif step in on_trail:
                ring = tuple(on_trail[on_trail.index(step) :])
                first = ring.index(min(ring))
                ring = ring[first:] + ring[:first]
                if len(ring) > 1 and ring not in seen:
                    seen.add(ring)
                    yield ring
            elif step in items and step not in done:
                trail.append((step, iter(items[step].item.verwant.vervangt)))
                on_trail.append(step)


def _names(paths: Iterable[str]) -> frozenset[str]:
    """The names by which items refer to these files."""
    return frozenset(path.rsplit("/", 1)[1].removesuffix(".md") for path in paths)


def check_sources(catalogue: Catalogue, problems: Problems) -> None:
    """A source is in the list, or is written out with its title."""
    known = catalogue.model.sources
    owners: list[tuple[Source, object]] = [(page.source, page.meta) for page in catalogue.everything]
    owners += [(element.source, element.shape) for element in catalogue.model.everything]
    if SOURCES in catalogue.model.unread:
        return
    for source, meta in owners:
        for field in ("bronnen", "ervaringen"):
            for index, row in enumerate(getattr(meta, field, None) or ()):
                if row.bron and row.bron not in known:
                    place = source.place(field, index, "bron")
                    problems.add("K064", place, naam=row.bron, bedoelde=did_you_mean(row.bron, known))
                elif field == "bronnen" and not row.bron and not row.titel:
                    problems.add("K031", source.place(field, index))
    broken = _names(catalogue.broken)
    for id, row in known.items():
        if row.publicatie and row.publicatie not in catalogue.known and row.publicatie not in broken:
            hint = did_you_mean(row.publicatie, catalogue.known)
            problems.add("K060", Place(SOURCES), naam=f"{row.publicatie}' bij '{id}", bedoelde=hint)


def check_terms(catalogue: Catalogue, problems: Problems) -> None:
    """A term of the glossary names parts and sources that exist, and no two terms are written the same."""
    written: dict[str, str] = {}
    model = catalogue.model
    for id, term in model.terms.items():
        place = Place(TERMS)
        for form in (term.term, *term.ook):
            if written.setdefault(form.casefold(), id) != id:
                problems.add("K123", place, vorm=form, ander=written[form.casefold()], naam=id)
        if term.element and not model.knows(term.element):
            problems.add("K014", place, naam=term.element, bedoelde=did_you_mean(term.element, model.elements))
        for source in term.bronnen:
            if source not in model.sources and SOURCES not in model.unread:
                problems.add("K064", place, naam=source, bedoelde=did_you_mean(source, model.sources))


def check_names(catalogue: Catalogue, problems: Problems) -> None:
    """No two items share a slug, no two pages an address, and nothing shares its code."""
    slugs: dict[str, Page] = {}
    codes: dict[str, str] = {}
    for page in catalogue.everything:
        if page.is_item and slugs.setdefault(page.slug, page) is not page:
            problems.add("K065", Place(page.path), naam=page.slug, ander=slugs[page.slug].path)
    _addresses(catalogue, problems)
    coded: list[tuple[Source, str | None]] = [
        (page.source, getattr(page.meta, "code", None)) for page in catalogue.everything
    ]
    coded += [(element.source, element.shape.code) for element in catalogue.model.everything]
    for source, code in coded:
        if code and codes.setdefault(code, source.path) != source.path:
            problems.add("K067", source.place("code"), korte_code=code, ander=codes[code])
    folded: dict[str, str] = {}
    # Lower case first: the name with capitals is the one to change.
    for path in sorted(catalogue.tree.entries, key=str.swapcase):
        if folded.setdefault(path.casefold(), path) != path:
            problems.add("K066", Place(path), ander=folded[path.casefold()])


def _addresses(catalogue: Catalogue, problems: Problems) -> None:
    """`x.md` and `x/index.md` get the same address. A written page may take the place of a generated one, but not of an element."""
    made = {url_of(path): path for path in generated(catalogue)}
    taken = {url_of(of_element(element)): element.path for element in catalogue.model.everything}
    for page in catalogue.everything:
        address = url_of(page.site_path)
        other = taken.setdefault(address, page.path)
        if other == page.path and made.get(address, page.site_path) != page.site_path:
            other = made[address]
        if other != page.path:
            problems.add("K065", Place(page.path), naam=address, ander=other)
