"""Pagina: an ordinary page of the site, such as Over or Privacy, and the introduction of a section."""

from __future__ import annotations

from pydantic import Field

from wegwijs.documents.shared import Document
from wegwijs.fields import Sentence


class Pagina(Document):
    """Een gewone bladzijde van de site."""

    samenvatting: Sentence | None = Field(
        None,
        description="Eén zin die zegt wat je op de bladzijde vindt. Zoekmachines laten hem zien.",
        examples=["Wat deze kennisbank is, wie haar maakt en hoe je meedoet."],
    )
