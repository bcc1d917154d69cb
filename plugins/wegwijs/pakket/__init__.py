"""Pakket: a contribution that came by mail, treated as hostile: opened within limits, cleaned of names, laid beside what there is."""

from wegwijs.pakket.cleaning import Cleaned, clean
from wegwijs.pakket.laying import Change, Laid, lay
from wegwijs.pakket.likeness import alike
from wegwijs.pakket.opening import Package, RefusedError, open_package

__all__ = ["Change", "Cleaned", "Laid", "Package", "RefusedError", "alike", "clean", "lay", "open_package"]
