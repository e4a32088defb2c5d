"""The place of the wet seal: whole on one page, however far down the text before it reaches."""

import pytest

from forms.paper import draw, letter
from forms.paper.seal import DIAMETER
from tests.unit.forms.library.test_papers import page

LINE = "证据的存放情况和可能灭失的情形写在这一行。"


@pytest.mark.parametrize("lines", range(1, 24, 4))
def test_no_page_break_cuts_the_seal_of_a_notice(lines):
    """Two lines more each time: somewhere among them the ring meets the foot of its page."""
    paper = page("evidence-preservation-notice", {"matter": LINE * lines})
    drawn = draw(paper)
    (seal,) = [place for place in drawn.places if place.name == "seal"]
    assert seal.height == DIAMETER
    assert letter.TOP <= seal.y <= letter.TOP + letter.HEIGHT - DIAMETER
