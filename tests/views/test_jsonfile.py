"""JSON files: the quick way writes what `json.dumps` writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from wegwijs.views.jsonfile import json_file

LEAVES = st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(blacklist_categories=("Cs",)))
VALUES = st.recursive(LEAVES, lambda below: st.lists(below, max_size=4) | st.dictionaries(st.sampled_from("abé\"x"), below, max_size=4))


@given(VALUES)
def test_any_value_is_written_as_json_dumps_writes_it(value: object) -> None:
    assert json_file(value) == (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
