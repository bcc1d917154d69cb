"""Tekst: the comment on a pull request, in plain Dutch, from the data of a verslag and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wegwijs.addresses import of_help, url_of
from wegwijs.documents import KINDS
from wegwijs.validation import field_names
from wegwijs.verslag.gegevens import Melding, Stuk, Verslag, Wijziging
from wegwijs.verslag.veilig import filled, quoted
from wegwijs.views import formats
from wegwijs.words import message, messages, plural, t

SHOWN = 20
"""How many of each sort of problem the comment tells; the whole list stands in the summary of the check."""
MOST = 60_000
"""Signs of a comment; the host takes 65,536."""


@dataclass(frozen=True)
class Where:
    """Where readers of the comment can go; what is not known is empty."""

    site: str = ""
    """The address of the published site, for the help pages."""
    run: str = ""
    """The page of the check, with the preview and the sheets to download."""


def as_markdown(verslag: Verslag, where: Where, *, whole: bool = False) -> str:
    """The comment. `whole` tells every problem, for the summary of the check itself."""
    most = len(verslag.meldingen) if whole else SHOWN
    must = [row for row in verslag.meldingen if is_error(row)]
    may = [row for row in verslag.meldingen if not is_error(row)]
    lines = [f"### {_heading(verslag, must)}", "", _opening(verslag, must), ""]
    if verslag.stukken:
        lines += [f"**{t('verslag.kop.wat')}**", "", *(line for piece in verslag.stukken for line in _piece(piece))]
        if verslag.meer_stukken:
            lines.append(f"- {plural('verslag.meer_stukken', verslag.meer_stukken)}")
        lines.append("")
    lines += _block("goed", [f"- {t(f'verslag.goed.{good}')}" for good in verslag.goed])
    lines += _block("moet", _problems(must, where, most, "1."))
    lines += _block("mag", _problems(may, where, most, "-"))
    lines += _remarks(verslag)
    lines += _block("bekijk", [t("verslag.bekijk", adres=where.run)] if where.run and verslag.stukken else [])
    lines += _checklist(verslag)
    text = "\n".join(lines).rstrip() + "\n"
    return text if whole or len(text) <= MOST else _shorter(verslag, where)


def _shorter(verslag: Verslag, where: Where) -> str:
    """A very long comment without the changes in each field and without the list of what may."""
    pieces = tuple(piece.model_copy(update={"wijzigingen": ()}) for piece in verslag.stukken)
    errors = tuple(row for row in verslag.meldingen if is_error(row))
    more = verslag.meer_meldingen + len(verslag.meldingen) - len(errors)
    shorter = {"stukken": pieces, "meldingen": errors, "meer_meldingen": more}
    return as_markdown(verslag.model_copy(update=shorter), where)


def is_error(row: Melding) -> bool:
    """Whether the check says this must be put right; a code we do not know counts as one."""
    return row.code not in messages() or message(row.code).is_error


def _heading(verslag: Verslag, must: Sequence[Melding]) -> str:
    if not verslag.stukken and not must:
        return t("verslag.titel.leeg")
    return t("verslag.titel.bijna") if must else t("verslag.titel.goed")


def _opening(verslag: Verslag, must: Sequence[Melding]) -> str:
    if not verslag.stukken and not must:
        return t("verslag.opening.anders") if verslag.raakt else t("verslag.opening.leeg")
    return plural("verslag.opening.bijna", len(must)) if must else t("verslag.opening.goed")


def _block(name: str, lines: Sequence[str]) -> list[str]:
    return [f"**{t(f'verslag.kop.{name}')}**", "", *lines, ""] if lines else []


def _piece(piece: Stuk) -> Iterator[str]:
    kind = t(f"soort_item.{piece.soort}.een").lower() if piece.soort != "pagina" else t("verslag.pagina")
    yield f"- {t(f'verslag.wat.{piece.wat}', soort=kind, titel=quoted(piece.titel), pad=quoted(piece.pad, 200))}"
    yield from (f"  - {change(row)}" for row in piece.wijzigingen)
    if piece.tekst:
        yield f"  - {t('verslag.tekst_veranderd')}"
    if piece.bijlagen:
        yield f"  - {t('verslag.bijlagen', namen=_listing(piece.bijlagen))}"


def change(row: Wijziging) -> str:
    """What changed in one field: `duur van 60 naar 90 minuten`."""
    part = f" ({_field(row.deel)})" if row.deel else ""
    what = _listing(row.wat) if row.wat else ""
    told = t(f"verslag.anders.{row.soort}", van=_value(row.van), naar=_value(row.naar), wat=what)
    return f"{_field(row.veld)}{part} {told}"


FIELDS = frozenset(field for kind in KINDS for field in field_names(kind.shape))
"""Every field there is; a name that is none of these is the contributor's own."""
SAID_OTHERWISE = frozenset(
    "aan_tafel bij elementen facetten herzien_voor hulp_gevraagd je_leert levert_op op_start past_bij reden_ingetrokken "
    "vereist_voor vervangt verwant voedt volgt_op voor_wie voorstel_redactie".split()
)
"""Fields whose name reads badly in a sentence."""


def _field(name: str) -> str:
    if name in SAID_OTHERWISE:
        return t(f"verslag.veld.{name}")
    return name if name in FIELDS else quoted(name)


_PLAIN = re.compile(rf"[\d–,]{{1,12}}(?: (?:minuten|uur|dag|dagen|mensen|(?:{'|'.join(formats.MONTHS)}) \d{{4}}))?")


def _value(text: str) -> str:
    """Numbers, times and days stand as they are; anything else is quoted."""
    return text if _PLAIN.fullmatch(text) else quoted(text)


def _listing(words: Sequence[str]) -> str:
    shown = [quoted(word, 80) for word in words if word]
    return t("en", eerste=", ".join(shown[:-1]), laatste=shown[-1]) if len(shown) > 1 else "".join(shown)


def _problems(rows: Sequence[Melding], where: Where, most: int, bullet: str) -> list[str]:
    """The problems of each file below its name."""
    lines: list[str] = []
    for path, own in groupby(rows[:most], key=lambda row: row.pad):
        lines += [quoted(path, 200), "", *(f"{bullet} {_problem(row, where)}" for row in own), ""]
    if len(rows) > most:
        lines += [plural("verslag.meer_meldingen", len(rows) - most), ""]
    return lines[:-1]


def _problem(row: Melding, where: Where) -> str:
    place = t("verslag.plaats", regel=row.regel)
    if row.code not in messages():
        return f"{place}: {t('verslag.onbekende_code', code=row.code)}"
    known = message(row.code)
    try:
        sentence = f"{filled(known.text, row.waarden)} {filled(known.way_out, row.waarden)}".strip()
    except KeyError:
        sentence = f"{known.title}."
    help = f"[{row.code}]({where.site}{url_of(of_help(row.code))})" if where.site else row.code
    return f"{place}: {sentence} {help}"


def _remarks(verslag: Verslag) -> list[str]:
    found = [plural("verslag.elders", verslag.elders)] if verslag.elders else []
    if verslag.meer_meldingen:
        found.append(plural("verslag.meer_meldingen", verslag.meer_meldingen))
    return [line for remark in found for line in (remark, "")]


CHECKLIST: tuple[tuple[str, frozenset[str]], ...] = (
    ("lezen", frozenset()),
    ("past", frozenset({"nieuw"})),
    ("dubbel", frozenset({"nieuw"})),
    ("namen", frozenset({"nieuw", "veranderd", "verplaatst"})),
    ("rechten", frozenset({"nieuw", "bijlage"})),
    ("voorstel", frozenset({"nieuw"})),
    ("afdruk", frozenset({"nieuw", "veranderd"})),
    ("code", frozenset({"nieuw", "verplaatst"})),
    ("weg", frozenset({"weg"})),
    ("verplaatst", frozenset({"verplaatst"})),
    ("model", frozenset({"model"})),
    ("techniek", frozenset({"techniek", "werkwijze"})),
    ("gezien", frozenset({"nieuw", "veranderd"})),
)
"""What an editor goes through, and for which contributions; without a mark for all."""


def _checklist(verslag: Verslag) -> list[str]:
    """Boxes for who decides, folded so that the contributor need not read them."""
    marks: set[str] = {piece.wat for piece in verslag.stukken} | set(verslag.raakt)
    if any(piece.bijlagen for piece in verslag.stukken):
        marks.add("bijlage")
    rows = [name for name, when in CHECKLIST if not when or when & marks]
    if not marks:
        return []
    boxes = (f"- [ ] {t(f'verslag.redactie.{name}')}" for name in rows)
    return ["<details>", f"<summary>{t('verslag.kop.redactie')}</summary>", "", *boxes, "", "</details>"]
