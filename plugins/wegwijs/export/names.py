"""Names: whether every path of a copy fits on Windows, in SharePoint and on a stick. A path that does not is refused, never renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wegwijs.faults import Fault, fault

MOST = 120
"""Signs of a path inside the folder. Windows stops at 260, SharePoint at 400, and the folders of a school stand before it."""
FORBIDDEN = frozenset('<>:"|?*\\')
"""Signs that Windows and SharePoint refuse in a name."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "forms", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for devices, whatever the extension, and one of SharePoint's own."""


def name_faults(paths: Iterable[str]) -> Iterator[Fault]:
    """Every path that would get lost on the way."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        if len(path) > MOST:
            yield fault("B030", path, lengte=len(path), grens=MOST)
        if not all(33 <= ord(sign) <= 126 and sign not in FORBIDDEN for sign in path):
            yield fault("B031", path)
        for part in path.split("/"):
            if part.split(".")[0].lower() in RESERVED or part.endswith(".") or part.startswith("~"):
                yield fault("B032", path, naam=part)
        twin = seen.setdefault(path.lower(), path)
        if twin != path:
            yield fault("B033", path, ander=twin)
