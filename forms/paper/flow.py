"""From pieces to pages: what stays together, what begins a page, what is repeated at its head."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forms.paper.errors import PageOverflow
from forms.paper.sheet import Sheet

Paint = Callable[[Sheet, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest thing a page holds: ``paint(sheet, y)`` draws it with its top at ``y`` mm.

    ``keep`` holds it on one page with the next piece. ``framed`` pieces stand between the two
    outer rules of a form, ``ruled`` ones have a rule above. ``repeat`` is drawn before the piece
    when it comes first on a later page. ``pinned`` pieces go to the bottom, ``gap`` ones vanish at
    the top of a page, ``fresh`` ones begin a page.
    """

    height: float
    paint: Paint
    keep: bool = False
    framed: bool = False
    ruled: bool = False
    repeat: "Piece | None" = None
    pinned: bool = False
    gap: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where its top is, in millimetres from the top of the page."""

    piece: Piece
    y: float


Page = tuple[Placed, ...]


def nothing(_sheet: Sheet, _y: float) -> None:
    """Draw nothing: white space."""


def space(height: float) -> Piece:
    """Give white space that vanishes at the top of a page."""
    return Piece(height, nothing, gap=True)


def kept(pieces: Sequence[Piece]) -> list[Piece]:
    """Hold all of ``pieces`` on one page."""
    return [replace(piece, keep=True) for piece in pieces[:-1]] + list(pieces[-1:])


def paragraph(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave no single line of a paragraph alone at the foot or head of a page."""
    alone = {0, len(pieces) - 2}
    return [
        replace(piece, keep=True) if n in alone and n < len(pieces) - 1 else piece
        for n, piece in enumerate(pieces)
    ]


def paginate(pieces: Iterable[Piece], top: Callable[[int], float], bottom: float) -> list[Page]:
    """Put ``pieces`` on pages that reach from ``top(page)`` to ``bottom``.

    Raises ``PageOverflow`` when a single piece is taller than a page.
    """
    pages: list[list[Placed]] = [[]]
    y = top(0)
    for chunk in _chunks(pieces):
        fits = sum(piece.height for piece in chunk) <= bottom - top(1)
        for group in [chunk] if fits else [[piece] for piece in chunk]:
            height = sum(piece.height for piece in group)
            if pages[-1] and (y + height > bottom + 0.01 or group[0].fresh):
                pages.append([])
                y = top(len(pages) - 1)
            for piece in group:
                for part in _with_head(piece, later=len(pages) > 1 and not pages[-1]):
                    y = _put(pages[-1], part, y, bottom)
    return [tuple(page) for page in pages]


def _with_head(piece: Piece, *, later: bool) -> list[Piece]:
    return [piece.repeat, piece] if piece.repeat is not None and later else [piece]


def _put(page: list[Placed], piece: Piece, y: float, bottom: float) -> float:
    if piece.gap and not page:
        return y
    if y + piece.height > bottom + 0.01:
        raise PageOverflow(piece.height, bottom - y)
    at = bottom - piece.height if piece.pinned else y
    page.append(Placed(piece, at))
    return at + piece.height


def _chunks(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    chunk: list[Piece] = []
    for piece in pieces:
        chunk.append(piece)
        if not piece.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
