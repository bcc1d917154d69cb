"""Memory: Python looks now and then through everything for rings to throw away. While a whole site is read there are none to speak of."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of rings stands still. It would look some hundred times through everything that was read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep() -> None:
    """What there is now stays to the end of this process, so that the collector passes over it. Not for a process that reads again."""
    gc.freeze()
