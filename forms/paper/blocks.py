"""The page as facts: what a layout draws, block by block. No reportlab here."""

from dataclasses import dataclass

from forms.facts import Photo, Signer


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``filled`` marks words written into a blank (underlined in a letter)."""

    text: str
    filled: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the page: the bureau's full name above, the paper's name below."""

    agency: str
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """The document number under the title, or "编号：…" at the right of a table form."""

    text: str


@dataclass(frozen=True, slots=True)
class To:
    """The addressee line of a letter."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``style`` is ``body`` (two characters indented), ``flush``, ``small``, ``heading``."""

    runs: tuple[Run, ...]
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Tick:
    """A ticked or empty box with its words."""

    ticked: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and its value in a table form; ``span`` counts columns of a four-part row."""

    label: str
    value: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Fields:
    """Rows of label/value cells, ruled in a table form."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of a checklist: number, item, verdict word, note (may be empty)."""

    number: str
    item: str
    verdict: str
    note: str = ""
    adverse: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A ruled list of items with their verdicts; ``heads`` are the four column heads."""

    heads: tuple[str, str, str, str]
    rows: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A repeat as a ruled table; ``widths`` are relative, one a column; a cell may be a picture."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | Photo, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures two or three to a row with captions; ``paired`` keeps them two to a row.

    One without data is a frame with its caption: what would stand there is not kept.
    """

    items: tuple[Photo, ...]
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """Places to sign, laid out in reading order; ``labels`` are their printed words."""

    labels: tuple[str, ...]
    signers: tuple[Signer, ...]
    every_page: bool = False


@dataclass(frozen=True, slots=True)
class Seal:
    """Agency name and date at the right with the dashed circle where the wet seal goes."""

    agency: str
    date: str
    hint: str = "加盖印章处"


@dataclass(frozen=True, slots=True)
class Foot:
    """Copies line and proof code at the foot of the last page."""

    copies: str
    qr: str = ""
    check_words: str = ""
    check_label: str = "扫码核验"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Start a new page."""


Block = (
    Title
    | Number
    | To
    | Para
    | Tick
    | Fields
    | Checklist
    | Table
    | Photos
    | Sign
    | Seal
    | Foot
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper, ready to draw.

    ``layout`` is ``letter`` (GB/T 9704), ``table`` or ``label``; ``language`` a BCP 47 tag;
    ``title`` goes into the PDF's properties; ``created`` is an ISO date for them.
    A ``label`` paper is one page a ``PageBreak``-separated group of blocks.
    """

    layout: str
    title: str
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    created: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was drawn: page (0-based) and box in millimetres from the top left."""

    name: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Printed:
    """The drawn paper: PDF bytes, page size and number of pages, and named places."""

    pdf: bytes
    pages: int
    width_mm: float
    height_mm: float
    places: tuple[Place, ...] = ()
