"""Schema: the content types as JSON Schema, for editors' programs and for the form. Written from the classes, never by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(id: str, shape: type[BaseModel], facets: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The JSON Schema of a class, with the values of the facets filled in. `facets` is facet → value → title."""
    made = shape.model_json_schema()
    made = {"$schema": DRAFT, "$id": f"{id}.json", **made}
    properties = made.get("properties", {})
    if "facetten" in properties and facets:
        properties["facetten"] = {
            "type": "object",
            "description": properties["facetten"].get("description", ""),
            "additionalProperties": False,
            "properties": {
                name: {
                    "oneOf": [
                        {"type": "array", "items": {"enum": list(values)}, "uniqueItems": True},
                        {"enum": list(values)},
                    ]
                }
                for name, values in facets.items()
            },
        }
    return made
