"""Elders: the messages that the form cannot give, because what they are about cannot come from it; each with the reason."""

from __future__ import annotations

from collections.abc import Mapping

_WRITES = "the form writes the file itself, with its encoding, line ends and three dashes"
_YAML = "the form writes the metadata itself; every text that could be misread stands between quotes"
_NAMES = "the form makes file names itself, in lower case"
_MODEL = "about the files of toolbox/, which a contribution does not hold"
_LEDGER = "about the ledger of codes and addresses, which only editors write"

ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(("K001", "K002", "K003", "K004", "K005", "K006", "K007"), _WRITES),
    "K030": "a safety net: no field of now ends there",
    **dict.fromkeys(("K040", "K041", "K042", "K043", "K044", "K045", "K046", "K047", "K048"), _YAML),
    **dict.fromkeys((f"K{number:03}" for number in range(50, 60)), _YAML),
    "K066": _NAMES,
    "K086": "a browser gives bytes, never a link or a device",
    "K089": _NAMES,
    **dict.fromkeys((f"K{number}" for number in (*range(110, 120), 121, 122, 123)), _MODEL),
    "K120": "a package holds nothing but the item and the folder of its attachments",
    **dict.fromkeys(("K140", "K141"), "the editor gives the code when the contribution comes in"),
    **dict.fromkeys(("K142", "K145", "K146", "K147", "K149"), _LEDGER),
    **dict.fromkeys(("K155", "K156"), "about the collections of the editors, for which there is no form"),
    **dict.fromkeys(("K165", "K166", "K167", "K168", "K169"), _MODEL),
    "K148": "the form keeps the code of an item as it is",
}
"""Message code → why it does not come up in the form. Every other message does, with the same words."""
