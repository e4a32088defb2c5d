"""The proof as an address: read back whole, still readable in 30 mm, and nobody else's address."""

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from forms.paper import draw, link
from forms.paper.blocks import Foot, Paper
from forms.paper.foot import CODE
from forms.paper.proof import Proof, encode, to_base45
from forms.paper.qr import matrix
from forms.paper.raster import page_image
from forms.paper.readcode import read
from tests.unit.forms.paper.test_proof import PROOF, TEXT

HUB = "https://zhijian.dongyuan.gov.cn:8443"
LEAST = 0.5  # mm of a module: what phones read from a printed page without trying


@given(st.binary(min_size=100, max_size=100))
def test_every_proof_comes_back_out_of_its_address(raw: bytes) -> None:
    """A proof may hold a slash, a space, a percent sign, a plus."""
    proof = link.PREFIX + to_base45(raw)
    address = link.address(HUB, proof)

    assert link.bare(address) == proof
    assert link.bare(f" {address}\n") == proof
    assert address.removeprefix(f"{HUB}/v/").count("/") == 0
    assert " " not in address


@pytest.mark.parametrize(
    "text",
    [
        "", "https://", "https://hub.cn/v/", "https://hub.cn/v/XJ2:ABC", "https://hub.cn/x/XJ1:A",
        "javascript:/v/XJ1:A", "http://hub.cn/v/XJ1:A", "https://hub.cn/v/" + "%2" * 500,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_paper_stays_as_it_is(text: str) -> None:
    """A scanner meets all sorts of addresses."""
    assert link.bare(text) == text


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        (HUB, True),
        ("https://hub.cn/xunjian", True),
        ("https://hub.cn/" + "x" * 80, False),
        ("http://hub.cn", False),
        ("https://", False),
        ("https://hub.cn/?a=1", False),
        ("https://bureau.cn@evil.cn", False),
        ("https://市监.cn", False),
        ("https://hub.cn:0", False),
        ("https://hub.cn:x", False),
        ("https://hub.cn/\n", False),
    ],
)
def test_only_an_address_a_phone_may_be_sent_to_is_printed(url: str, *, is_one: bool) -> None:
    """The hub told it, so it is looked at."""
    assert link.is_hub(url) == is_one


def test_proofs_stay_readable_in_thirty_millimetres() -> None:
    """How many signs are encoded differs from proof to proof; the module stays wide enough."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    sizes = set()
    for number in range(40):
        proof = Proof(PROOF.document_id, PROOF.key_id, dt.date(2026, 9, 16), number, bytes(10))
        sizes.add(len(matrix(link.address(HUB, encode(proof, key.sign)))))

    assert max(sizes) <= 57, sizes
    assert CODE / max(sizes) >= LEAST


def test_the_address_is_read_from_a_printed_page() -> None:
    """At 150 dots an inch, as an old copier sees it."""
    address = link.address(HUB, TEXT)
    printed = draw(
        Paper("letter", "责令改正通知书", (Foot("一式三份。", address, "9F3C-71A8-E05D"),))
    )
    wide, high, rgb = page_image(printed.pdf, 0, 1240)

    assert read(rgb, wide, high) == (address,)
