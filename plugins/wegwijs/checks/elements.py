"""Elements: every part of the model has what a good conversation needs, as `eisen` in `toolbox/model.yml` asks."""

from __future__ import annotations

from collections import Counter

from wegwijs.catalogue import Catalogue
from wegwijs.model import Element
from wegwijs.model.loading import MODEL
from wegwijs.problems import Place, Problems


def check_model(catalogue: Catalogue, problems: Problems) -> None:
    """Questions are enough and spread, ids are single, a kijkrichting has a route, and no layer is empty."""
    model = catalogue.model
    for layer in model.layers.values():
        if not layer.elements and not any(path.startswith(f"toolbox/{layer.id}/") for path in model.unread):
            problems.add("K111", Place(MODEL), laag=layer.title, map=f"toolbox/{layer.id}/")
        for element in layer.elements:
            _questions(catalogue, element, problems)
            is_direction = layer.shape.betekenis == "kijkrichting"
            if is_direction and not element.shape.route:
                problems.add("K118", element.source.place("titel"), titel=element.title)
            elif element.shape.route and not is_direction:
                problems.add("K116", element.source.key_place("route"), titel=element.title)
            parent = model.elements.get(element.shape.deel_van or "")
            if parent and (parent.layer != layer.id or parent.shape.deel_van):
                problems.add("K122", element.source.place("deel_van"), naam=parent.id)


def _questions(catalogue: Catalogue, element: Element, problems: Problems) -> None:
    wanted = catalogue.model.requirements
    place = element.source.key_place("vragen")
    for id, count in Counter(question.id for question in element.questions).items():
        if count > 1:
            index = max(i for i, question in enumerate(element.questions) if question.id == id)
            problems.add("K119", element.source.place("vragen", index, "id"), naam=id)
    if not element.is_current:
        return
    if len(element.questions) < wanted.vragen:
        problems.add("K114", place, aantal=len(element.questions), eis=wanted.vragen)
    for role in wanted.rollen:
        if not any(question.rol == role for question in element.questions):
            problems.add("K115", place, rol=role)
    directions = {question.kijkrichting for question in element.questions}
    if len(directions) < wanted.kijkrichtingen:
        problems.add("K121", place, aantal=len(directions), eis=wanted.kijkrichtingen)
