"""The proof: what the code says, signed, read back from paper, and refused when touched."""

import datetime as dt
import io

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from forms.paper import draw
from forms.paper.blocks import Foot, Paper, Printed, Seal
from forms.paper.errors import BadCode
from forms.paper.proof import (
    NoProof,
    Proof,
    check_words,
    decode,
    encode,
    from_base45,
    to_base45,
    verify,
)
from forms.paper.qr import boxes, matrix
from forms.paper.raster import page_image
from forms.paper.readcode import read
from tests.unit.forms.paper import specimens

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
PROOF = Proof(
    "01995a3e-7c00-7000-8000-0123456789ab", b"\x07\x01\x02\x03", dt.date(2026, 9, 16), 38,
    bytes.fromhex("9f3c71a8e05d00112233"),
)  # fmt: skip
TEXT = encode(PROOF, KEY.sign)


def test_a_proof_comes_back_as_it_was_and_its_signature_holds() -> None:
    """Anyone with the public key can check, with no network."""
    assert decode(TEXT)[0] == PROOF
    assert verify(TEXT, PUBLIC)


def test_the_text_fills_version_6_exactly() -> None:
    """154 characters are what version 6, level M, holds; 41 modules fit 30 mm."""
    assert len(TEXT) == 154
    assert len(matrix(TEXT)) == 41


@given(st.integers(4, 153), st.sampled_from("0123456789ABCDEFXYZ $%*+-./:"))
def test_one_changed_letter_is_refused(place: int, letter: str) -> None:
    """A number or a day changed by hand must never verify."""
    changed = TEXT[:place] + letter + TEXT[place + 1 :]

    assert verify(changed, PUBLIC) == (changed == TEXT)


def test_another_key_is_refused() -> None:
    """A forger has a key, not the bureau's."""
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()

    assert not verify(TEXT, other)


@pytest.mark.parametrize("text", ["", "XJ1:", "XJ2:" + TEXT[4:], TEXT[:-1], TEXT[:-1] + "汉"])
def test_what_is_no_proof_says_so(text: str) -> None:
    """Scanners meet all sorts of codes."""
    with pytest.raises(NoProof):
        decode(text)


@given(st.binary(max_size=120))
def test_base45_comes_back(raw: bytes) -> None:
    """RFC 9285, both ways."""
    assert raw == from_base45(to_base45(raw))


def test_base45_agrees_with_the_examples_of_its_standard() -> None:
    """RFC 9285 4.3 and 4.4."""
    assert to_base45(b"AB") == "BB8"
    assert to_base45(b"Hello!!") == "%69 VD92EX0"
    assert from_base45("QED8WEX0") == b"ietf!"


def test_check_words_are_read_aloud_in_fours() -> None:
    """From bytes or from hexadecimal text."""
    assert "9F3C-71A8-E05D" == check_words(PROOF.content_head) == check_words("9f3c71a8e05d99")


def test_the_vector_boxes_are_the_modules() -> None:
    """Merged runs cover each dark module once and no light one."""
    modules = matrix(TEXT)
    covered = [
        (y, x) for left, top, w, h in boxes(modules) for y in range(top, top + h)
        for x in range(left, left + w)
    ]  # fmt: skip

    assert len(covered) == len(set(covered))
    assert set(covered) == {
        (y, x) for y, r in enumerate(modules) for x, dark in enumerate(r) if dark
    }
    assert len(boxes(modules)) < sum(map(sum, modules)) / 2


def test_a_text_too_long_for_any_code_is_refused() -> None:
    """One clear reason instead of a crash in a library."""
    with pytest.raises(BadCode):
        matrix("A" * 9000)


def notice() -> Printed:
    seal = Seal(specimens.BUREAU, "2026年9月16日")
    return draw(Paper("letter", "通知", (seal, Foot("一式三份。", TEXT, "9F3C-71A8-E05D"))))


def cropped(printed: Printed, dots: int = 200) -> Image.Image:
    """The lower right part of the page as a scanner at ``dots`` an inch sees it."""
    width, height, rgb = page_image(printed.pdf, 0, round(210 / 25.4 * dots))
    (code,) = [place for place in printed.places if place.name == "qr"]
    mm = dots / 25.4
    box = (code.x - 12) * mm, (code.y - 12) * mm, (code.x + 42) * mm, (code.y + 42) * mm
    return Image.frombytes("RGB", (width, height), rgb).crop(tuple(map(round, box)))


def sealed(picture: Image.Image) -> Image.Image:
    """A wet seal across the code: translucent red ink, a ring and bars of words.

    Ink takes light away from paper and toner alike, so its colour multiplies.
    """
    ink = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ink)
    w, h = picture.size
    red, pale = (214, 8, 16), (236, 96, 100)
    pen.ellipse((w * 0.05, h * 0.05, w * 0.8, h * 0.8), fill=pale, outline=red, width=14)
    for n in range(6):
        pen.rectangle((w * 0.2, h * (0.2 + n * 0.09), w * 0.7, h * (0.23 + n * 0.09)), fill=red)
    return ImageChops.multiply(picture, ink)


def found(picture: Image.Image) -> tuple[str, ...]:
    return read(picture.tobytes(), *picture.size)


WAYS = {
    "straight": lambda p: p,
    "blurred": lambda p: p.filter(ImageFilter.GaussianBlur(2.2)),
    "turned": lambda p: p.rotate(
        17, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC
    ),
    "sealed": sealed,
    "sealed, turned and blurred": lambda p: (
        sealed(p)
        .rotate(-8, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
        .filter(ImageFilter.GaussianBlur(1.8))
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_printed_code_is_read_back(way: str) -> None:
    """From a rendered page, as paper is in life: soft, askew, under the seal."""
    texts = found(WAYS[way](cropped(notice())))

    assert texts == (TEXT,)
    assert verify(texts[0], PUBLIC)


def test_the_code_of_the_whole_page_is_found() -> None:
    """A photo of the sheet, not only of the code."""
    printed = notice()
    width, height, rgb = page_image(printed.pdf, 0, 1240)

    assert read(rgb, width, height) == (TEXT,)


def test_a_code_of_an_older_printer_is_read_as_gb18030() -> None:
    """Third parties write Chinese without saying in which encoding."""
    import qrcode

    code = qrcode.QRCode(border=4)
    code.add_data(qrcode.util.QRData("小白杨童车".encode("gb18030"), mode=4))
    picture = io.BytesIO()
    code.make_image().save(picture, "PNG")

    assert found(Image.open(picture).convert("RGB")) == ("小白杨童车",)


def test_bytes_of_the_wrong_size_are_refused() -> None:
    """A mistake of the caller, said at once."""
    with pytest.raises(ValueError, match="RGB"):
        read(b"123", 4, 4)
