"""What stands in the cells of any list a bureau hands over: headings, days, names, lost digits."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_NOTHING = frozenset({"", "/", "\\", "-", "--", "---", "无", "暂无", "不详", "未知", "空", "n/a"})
_ASIDE = re.compile(r"\(.*?\)")
_SIGNS = re.compile(r"[\s*:#'\"“”‘’、,.。_-]+")
_LOST = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_RUN_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH = re.compile(r"\d{4}[-/.年]\d{1,2}月?")
_FAILED = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIRST_SERIAL_DAY = dt.date(1899, 12, 30)
_FIRST_YEAR, _YEARS_AHEAD = 1990, 30


class CellError(ValueError):
    """A cell that cannot be taken over; ``code`` says what is wrong with it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of one kind of list; ``known`` has them by each heading without its signs.

    One of ``anchors`` must be among the headings, else it is refused with the code ``refused``.
    A row with one of ``proof`` is never taken for the sum or the signature below a list.
    """

    known: Mapping[str, str]
    anchors: frozenset[str]
    proof: frozenset[str]
    refused: str

    def column_of(self, heading: str) -> str:
        """The column a heading means; empty where it means none."""
        text = without_signs(heading)
        return self.known.get(text) or self.known.get(_ASIDE.sub("", text), "")


def by_heading(columns: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """The columns by each of their headings, as ``Heads`` has them."""
    return {without_signs(one): column for column, some in columns.items() for one in some}


def plain(text: str) -> str:
    """A cell without what stands there for nothing: strokes, 无, the ' of a spreadsheet's text."""
    bare = unicodedata.normalize("NFKC", text).strip().removeprefix("'").strip()
    return "" if bare.casefold() in _NOTHING else text.strip().removeprefix("'").strip()


def folded(name: str) -> str:
    """A name as it is compared: brackets, width, case and spaces do not matter."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def without_signs(text: str) -> str:
    """A heading or a kind as it is compared: neither spaces nor points, stars and quotes."""
    return _SIGNS.sub("", folded(text))


def lost_digits(text: str) -> bool:
    """Whether a spreadsheet took a long code for a number and lost its end (3.11023E+17)."""
    return _LOST.fullmatch(plain(text)) is not None


def uncounted(text: str) -> str:
    """Why a cell holds no value: ``formula``, saved without its result, or ``failed``; else ""."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if bare.startswith("="):
        return "formula"
    return "failed" if _FAILED.fullmatch(bare) else ""


def day_of(text: str, today: dt.date) -> dt.date:
    """A day as lists have it: 2026-05-01, 2026/5/1, 2026年5月1日, 20260501, a serial number.

    Raises:
        CellError: ``date date-month date-far``; no day is guessed from a month.
    """
    bare = _CLOCK.sub("", unicodedata.normalize("NFKC", plain(text)))
    bare = "".join(bare.split())
    if _SERIAL.fullmatch(bare):
        day = _FIRST_SERIAL_DAY + dt.timedelta(days=int(float(bare)))
    elif found := _DAY.fullmatch(bare) or _RUN_DAY.fullmatch(bare):
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise CellError("date") from None
    else:
        raise CellError("date-month" if _MONTH.fullmatch(bare) else "date")
    if not _FIRST_YEAR <= day.year <= today.year + _YEARS_AHEAD:
        raise CellError("date-far")
    return day
