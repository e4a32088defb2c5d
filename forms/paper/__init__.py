"""Paper: facts in, PDF bytes out; only the folder below knows reportlab and qrcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.paper.blocks import Paper, Printed
    from forms.paper.faces import FontSet


def draw(paper: Paper, fonts: FontSet | None = None) -> Printed:
    """Draw ``paper`` as a PDF; equal papers give equal bytes. Safe from any thread.

    Raises ``forms.paper.errors.MissingGlyph`` when a character has no glyph in any face,
    ``PageOverflow`` when a part is taller than a page, ``BadPicture`` when a photo is unreadable.
    """
    from forms.paper.press import draw_paper

    return draw_paper(paper, fonts)
