"""QR: what is drawn can be read, by a decoder that knows nothing of us."""

from __future__ import annotations

import random
import re

import pytest
import segno
import zxingcpp
from PIL import Image

from tests.sites import Site
from wegwijs.addresses import of_code, url_of
from wegwijs.fields import CODE_ALPHABET
from wegwijs.ledger.holders import register_of
from wegwijs.qr import LEVEL, MASK, QUIET, QrCode, QrCodes

ONLINE = "https://www.wegwijsinkwaliteit.nl/"


def picture(code: QrCode, unit: int = 4) -> Image.Image:
    """The drawing as a browser makes it: each stroke one unit wide."""
    image = Image.new("L", (code.side * unit, code.side * unit), 255)
    x = y = 0
    for letter, first, second in re.findall(r"([Mmh])(\d+)(?: ([\d.]+))?", code.path):
        length = int(first)
        if letter == "M":
            x, y = length, int(float(second))
            continue
        if letter == "h":
            image.paste(0, (x * unit, y * unit, (x + length) * unit, (y + 1) * unit))
        x += length
    return image


def read(image: Image.Image) -> list[str]:
    """What a real decoder reads."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_the_codes_of_the_whole_site_lead_to_their_addresses(real: Site) -> None:
    codes = QrCodes()
    addresses = [ONLINE + url_of(of_code(code)) for code in register_of(real.catalogue).present]
    assert len(addresses) > 150
    for address in addresses:
        assert read(picture(codes.of(address))) == [address]


@pytest.mark.parametrize("length", [1, 14, 15, 26, 41, 42, 43, 62, 63, 84, 85, 120, 213, 400])
def test_a_text_of_any_length_can_be_read(length: int) -> None:
    text = "".join(random.Random(length).choices("abcdefghijk/-#?=0123456789", k=length))
    assert read(picture(QrCodes().of(text))) == [text]


def test_what_is_made_by_flipping_is_what_encoding_from_the_start_makes() -> None:
    codes = QrCodes()
    pick = random.Random(1)
    for _time in range(200):
        text = f"{ONLINE}k/{''.join(pick.choices(CODE_ALPHABET, k=4))}/"
        matrix = segno.make(text, error=LEVEL, mode="byte", mask=MASK, micro=False, boost_error=False).matrix
        image = picture(codes.of(text), unit=1)
        drawn = [[image.getpixel((x + QUIET, y + QUIET)) == 0 for x in range(len(matrix))] for y in range(len(matrix))]
        assert drawn == [[bool(module) for module in row] for row in matrix]


def test_addresses_of_one_length_and_many_shapes_each_lead_to_themselves() -> None:
    codes = QrCodes()
    words = ("kring", "tafel", "ronde", "vraag", "kaart", "stage")
    rows = [f"{ONLINE}{word}/{number:03d}/" for word in words for number in range(0, 40, 7)]
    for text in (*rows, *reversed(rows)):
        assert read(picture(codes.of(text))) == [text]


def test_there_is_a_white_edge_of_four_modules() -> None:
    image = picture(QrCodes().of(ONLINE), unit=1)
    assert image.point(lambda grey: 255 - grey).getbbox() == (QUIET, QUIET, image.width - QUIET, image.height - QUIET)


def test_a_code_survives_a_stain() -> None:
    image = picture(QrCodes().of(f"{ONLINE}k/pr4x/"))
    image.paste(255, (70, 70, 92, 92))
    assert read(image) == [f"{ONLINE}k/pr4x/"]


def test_two_builds_draw_the_same() -> None:
    texts = [f"{ONLINE}k/{code}/" for code in ("pr4x", "kt7n", "zzz9")]
    assert [QrCodes().of(text) for text in texts] == [QrCodes().of(text) for text in texts]
