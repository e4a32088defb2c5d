"""Golden papers: the words of a realistic specimen of each layout, and where they stand."""

import pytest

from forms.paper import draw
from tests.unit.forms.paper import golden, specimens


@pytest.mark.parametrize("name", golden.NAMES)
def test_a_paper_says_the_same_words_in_the_same_places(name: str) -> None:
    """A page that moves is a decision: look at it, then renew the file with golden.py."""
    expected = (golden.FOLDER / f"{name}.txt").read_text("utf-8")

    assert expected == golden.positions(draw(getattr(specimens, name)()))


@pytest.mark.parametrize("name", golden.NAMES)
def test_equal_papers_are_equal_bytes(name: str) -> None:
    """A reprint can be compared with the kept file byte for byte."""
    paper = getattr(specimens, name)

    assert draw(paper()).pdf == draw(paper()).pdf
