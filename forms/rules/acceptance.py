"""How many pieces to take: GB/T 2828.1 single plans by AQL, and fixed plans "n plus spare".

Tables 1, 2-A and 2-B of GB/T 2828.1-2012 (= ISO 2859-1:1999) are regular: along each diagonal of
the single-plan tables the acceptance numbers follow one sequence, and where a diagonal has no
number an arrow leads to the nearest cell of the same column that has one.
The reduced table 2-C and the double and multiple plans are left out: they differ from the public
predecessor, and a bureau's purchased copy is the only source for them.

These plans judge a lot a maker offers. A supervision spot check takes fixed numbers from its own
rules and contradicts or does not contradict what the maker declares; no wording of either is here.
"""

from dataclasses import dataclass
from decimal import Decimal

from forms.rules.errors import RuleError

LEVELS = ("S-1", "S-2", "S-3", "S-4", "I", "II", "III")
LETTERS = "ABCDEFGHJKLMNPQR"
SIZES = (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000)
AQLS = (
    *("0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65"),
    *("1.0", "1.5", "2.5", "4.0", "6.5", "10", "15", "25", "40", "65"),
    *("100", "150", "250", "400", "650", "1000"),
)
SEVERITIES = ("normal", "tightened")

# Table 1: the largest lot of each row, and the letters of LEVELS in order.
_CODE_LETTERS = (
    (8, "AAAAAAB"),
    (15, "AAAAABC"),
    (25, "AABBBCD"),
    (50, "ABBCCDE"),
    (90, "BBCCCEF"),
    (150, "BBCDDFG"),
    (280, "BCDEEGH"),
    (500, "BCDEFHJ"),
    (1_200, "CCEFGJK"),
    (3_200, "CDEGHKL"),
    (10_000, "CDFGJLM"),
    (35_000, "CDFHKMN"),
    (150_000, "DEGJLNP"),
    (500_000, "DEGJMPQ"),
)
_CODE_LETTERS_BEYOND = "DEHKNQR"

# The acceptance number, or the arrow, by the place k on the diagonal.
_UP, _DOWN = "up", "down"
_SEQUENCES: dict[str, tuple[int | str, ...]] = {
    "normal": (0, _UP, _DOWN, 1, 2, 3, 5, 7, 10, 14, 21, 30, 44),
    "tightened": (0, _DOWN, _DOWN, 1, 2, 3, 5, 8, 12, 18, 27, 41),
}
# Where k is counted from: the letter and AQL indices of Ac 0 add up to this.
_ORIGINS = {"normal": 14, "tightened": 15}
# The two largest acceptance numbers of a sequence stand in rows A to E only.
_LAST_ROW_OF_LARGE = LETTERS.index("E")


@dataclass(frozen=True, slots=True)
class Plan:
    """A single sampling plan: take ``n``, accept up to ``ac`` nonconforming, reject from ``re``.

    ``letter`` is the row the numbers come from, ``start_letter`` the one Table 1 gave before any
    arrow. Where the sample would reach the lot, ``inspect_all`` is true and ``n`` is the lot.
    """

    letter: str
    n: int
    ac: int
    re: int
    inspect_all: bool
    start_letter: str
    lot: int
    level: str
    aql: str
    severity: str


@dataclass(frozen=True, slots=True)
class FixedPlan:
    """A plan of a spot-check rule: ``test`` pieces and ``spare`` pieces out of ``base``.

    Quantities may be pieces or a measure (0.5 kg): ``int`` or ``Decimal``, in the rule's unit.
    """

    base: int | Decimal
    test: int | Decimal
    spare: int | Decimal
    minimum_base: int | Decimal

    @property
    def total(self) -> int | Decimal:
        """All that leaves the store: test and spare sample."""
        return self.test + self.spare


def code_letter(lot: int, level: str = "II") -> str:
    """Look up the sample size code letter of Table 1.

    The table begins with lots of 2; a lot of 1 is read as its first row (all is inspected then).

    Raises:
        RuleError: ``lot-too-small`` or ``level``.
    """
    if lot < 1:
        raise RuleError("lot-too-small", lot=lot)
    if level not in LEVELS:
        raise RuleError("level", level=level, known=LEVELS)
    column = LEVELS.index(level)
    for largest, letters in _CODE_LETTERS:
        if lot <= largest:
            return letters[column]
    return _CODE_LETTERS_BEYOND[column]


def single_plan(lot: int, level: str, aql: str, severity: str = "normal") -> Plan:
    """Find the single plan of Table 2-A (``normal``) or 2-B (``tightened``).

    ``aql`` is a value of AQLS as written or any equal number ("1", "0.1").

    Raises:
        RuleError: ``lot-too-small``, ``level``, ``aql`` or ``severity``.
    """
    start = code_letter(lot, level)
    column = _aql_index(aql)
    if severity not in SEVERITIES:
        raise RuleError("severity", severity=severity, known=SEVERITIES)
    letter, n, ac = _follow(LETTERS.index(start), column, severity)
    inspect_all = n >= lot
    return Plan(
        letter=letter,
        n=min(n, lot),
        ac=ac,
        re=ac + 1,
        inspect_all=inspect_all,
        start_letter=start,
        lot=lot,
        level=level,
        aql=AQLS[column],
        severity=severity,
    )


def fixed_plan(
    base: int | Decimal,
    test: int | Decimal,
    spare: int | Decimal,
    minimum_base: int | Decimal = 0,
) -> FixedPlan:
    """Check a fixed "n plus spare" plan against the stock it is taken from.

    ``base`` is the stock of the lot for sale, ``minimum_base`` the least stock the rule asks for.

    Raises:
        RuleError: ``sample-empty``, ``base-too-small`` (``base``, ``minimum``) or
            ``sample-exceeds-lot`` (``sample``, ``lot``).
    """
    if test <= 0 or spare < 0:
        raise RuleError("sample-empty", test=test, spare=spare)
    if test + spare > base:
        raise RuleError("sample-exceeds-lot", sample=test + spare, lot=base)
    if base < minimum_base:
        raise RuleError("base-too-small", base=base, minimum=minimum_base)
    return FixedPlan(base, test, spare, minimum_base)


def _aql_index(aql: str) -> int:
    """Find the column of an AQL however its zeros are written."""
    if aql in AQLS:
        return AQLS.index(aql)
    for index, known in enumerate(AQLS):
        try:
            if float(aql) == float(known):
                return index
        except ValueError:
            break
    raise RuleError("aql", aql=aql, known=AQLS)


def _cell(row: int, column: int, severity: str) -> int | str:
    """Read one cell: an acceptance number, or the way its arrow points."""
    sequence = _SEQUENCES[severity]
    place = row + column - _ORIGINS[severity]
    # Table 2-B has no Ac 0 for two pieces.
    if place < 0 or (severity == "tightened" and place == row == 0):
        return _DOWN
    last = len(sequence) - 1 if row <= _LAST_ROW_OF_LARGE else len(sequence) - 3
    return sequence[place] if place <= last else _UP


def _follow(row: int, column: int, severity: str) -> tuple[str, int, int]:
    """Follow the arrows of one column to letter, sample size and acceptance number."""
    last = len(LETTERS) - 1
    step = 0
    while True:
        cell = _cell(row, column, severity)
        if isinstance(cell, int):
            return LETTERS[row], SIZES[row], cell
        if row == last and severity == "tightened" and AQLS[column] == "0.025":
            return "S", 3150, 1  # the one plan of the extra letter S
        # An arrow keeps its direction; at the edge of the table the only way is back.
        step = step or (1 if cell == _DOWN else -1)
        if not 0 <= row + step <= last:
            step = -step
        row += step
