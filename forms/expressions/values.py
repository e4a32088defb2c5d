"""Values of expressions and how one kind becomes another."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from functools import lru_cache

from forms.expressions import dates
from forms.expressions.nodes import Node


class NoAnswer(list[Node]):
    """Nodes that are there but do not count now: none to count or add, an empty text to compare."""


Value = str | bool | Decimal | dt.date | list[Node]

#: Decimals of 28 digits that never raise: 1 div 0 is Infinity, nonsense is NaN.
ARITHMETIC = Context(prec=28, traps=[])
NAN = Decimal("NaN")
ZERO = Decimal(0)
ONE = Decimal(1)
_COMPARED = Context(prec=20, traps=[])
_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*")
_LONGEST_EXACT = 20
_OFTEN_SEEN = 24


def to_text(value: Value) -> str:
    """The text of a value: of nodes that of the first, of a number without exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].text() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, dt.datetime):
        return dates.moment_text(value)
    return value.isoformat()


def number_text(number: Decimal) -> str:
    """Digits without exponent and without needless zeros.

    Up to twenty digits are exact; longer ones (a third, a root) are cut to what a computer's
    ordinary number would show, so that 1 div 3 is 0.3333333333333333.
    """
    if not number.is_finite():
        if number.is_nan():
            return "NaN"
        return "Infinity" if number > 0 else "-Infinity"
    if not number:
        return "0"
    short = number.normalize(ARITHMETIC)
    if len(short.as_tuple().digits) > _LONGEST_EXACT:
        short = Decimal(repr(float(number)))
    text = f"{short:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_number(value: Value, zone: dt.tzinfo = dates.CHINA) -> Decimal:
    """The number of a value; a date is its whole days since 1970-01-01."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, list):
        return text_number(value[0].text() if value else "", zone)
    if isinstance(value, str):
        return text_number(value, zone)
    if isinstance(value, bool):
        return ONE if value else ZERO
    return date_number(value, zone)


def text_number(text: str, zone: dt.tzinfo = dates.CHINA) -> Decimal:
    """The number a text spells, be it digits or a date; NaN for anything else."""
    spelled = _spelled(text) if len(text) < _OFTEN_SEEN else _digits(text)
    if spelled is not None:
        return spelled
    if "-" in text:
        moment = dates.parse_any(text, zone)
        if moment is not None:
            return date_number(moment, zone)
    return NAN


def _digits(text: str) -> Decimal | None:
    return Decimal(text.strip()) if _NUMBER.fullmatch(text) else None


#: The same few numbers are read again and again while a form settles.
_spelled = lru_cache(maxsize=4096)(_digits)


def date_number(value: dt.date, zone: dt.tzinfo = dates.CHINA) -> Decimal:
    """Days since 1970-01-01: whole for a date, with the wall clock's fraction for a moment."""
    if isinstance(value, dt.datetime):
        return from_float(dates.wall_days(value, zone))
    return Decimal(dates.day_number(value))


def from_float(number: float) -> Decimal:
    """A binary number as the shortest decimal that means it."""
    return Decimal(repr(number))


def to_boolean(value: Value) -> bool:
    """Whether there is anything: a number but 0 and NaN, a text but the empty one, any node."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return bool(value) and not value.is_nan()
    if isinstance(value, dt.date):
        return True
    return bool(value)


def to_date(value: Value, zone: dt.tzinfo = dates.CHINA) -> dt.date | dt.datetime | None:
    """A value as a date or moment: text is read, a number counts days since 1970-01-01."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, (str, list)):
        text = to_text(value).strip()
        found = dates.parse_any(text, zone)
        if found is not None or not _NUMBER.fullmatch(text):
            return found
    number = to_number(value, zone)
    if not number.is_finite():
        return None
    whole = int(number.to_integral_value("ROUND_FLOOR"))
    day = dates.from_day_number(whole)
    if day is None or number == whole:
        return day
    fraction = dt.timedelta(days=float(number - whole))
    return dt.datetime.combine(day, dt.time(), zone) + fraction


def as_day(value: dt.date) -> dt.date:
    """The day of a moment, or the day itself."""
    return value.date() if isinstance(value, dt.datetime) else value


def equal(left: Value, right: Value, zone: dt.tzinfo = dates.CHINA) -> bool:
    """The ``=`` of XPath 1.0: any node that fits will do."""
    left, right = _plain(left), _plain(right)
    if isinstance(left, list) or isinstance(right, list):
        return _nodes_equal(left, right, zone, wanted=True)
    return _plain_equal(left, right, zone)


def unequal(left: Value, right: Value, zone: dt.tzinfo = dates.CHINA) -> bool:
    """The ``!=`` of XPath 1.0: any node that differs will do."""
    left, right = _plain(left), _plain(right)
    if isinstance(left, list) or isinstance(right, list):
        return _nodes_equal(left, right, zone, wanted=False)
    return not _plain_equal(left, right, zone)


def _plain(value: Value) -> Value:
    return "" if isinstance(value, NoAnswer) else value


def _plain_equal(left: Value, right: Value, zone: dt.tzinfo) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    return numbers_equal(to_number(left, zone), to_number(right, zone))


def numbers_equal(left: Decimal, right: Decimal) -> bool:
    """Whether two numbers agree in twenty digits, so that 1 div 3 * 3 is 1."""
    if left.is_nan() or right.is_nan():
        return False
    return left == right or _COMPARED.plus(left) == _COMPARED.plus(right)


def _nodes_equal(left: Value, right: Value, zone: dt.tzinfo, *, wanted: bool) -> bool:
    if not isinstance(left, list):
        left, right = right, left
    nodes: list[Node] = left if isinstance(left, list) else []
    if isinstance(right, bool):
        return (bool(nodes) == right) is wanted
    if isinstance(right, list):
        return any(
            _node_equals(a, b.text(), zone, numeric=b.numeric) is wanted
            for a in nodes
            for b in right
        )
    if isinstance(right, str):
        return any(_node_equals(node, right, zone) is wanted for node in nodes)
    number = to_number(right, zone)
    return any(numbers_equal(text_number(node.text(), zone), number) is wanted for node in nodes)


def _node_equals(node: Node, text: str, zone: dt.tzinfo, *, numeric: bool = False) -> bool:
    own = node.text()
    if own == text:
        return True
    if not (node.numeric or numeric) or not own or not text:
        return False
    return numbers_equal(text_number(own, zone), text_number(text, zone))


def compare(left: Value, right: Value, operator: str, zone: dt.tzinfo = dates.CHINA) -> bool:
    """The ``< <= > >=`` of XPath 1.0, always between numbers (dates are numbers of days)."""
    if _is_one(left) and _is_one(right):
        return _ordered(to_number(left, zone), to_number(right, zone), operator)
    return any(
        _ordered(a, b, operator) for a in _numbers(left, zone) for b in _numbers(right, zone)
    )


def _is_one(value: Value) -> bool:
    return not isinstance(value, list) or len(value) == 1


def _numbers(value: Value, zone: dt.tzinfo) -> list[Decimal]:
    if isinstance(value, list):
        return [text_number(node.text(), zone) for node in value]
    return [to_number(value, zone)]


def _ordered(left: Decimal, right: Decimal, operator: str) -> bool:
    if left.is_nan() or right.is_nan():
        return False
    if numbers_equal(left, right):
        return operator in {"<=", ">="}
    return left < right if operator[0] == "<" else left > right


#: ``+ - * div mod``; a remainder takes the sign of what is divided.
ARITHMETICS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": ARITHMETIC.add,
    "-": ARITHMETIC.subtract,
    "*": ARITHMETIC.multiply,
    "div": ARITHMETIC.divide,
    "mod": ARITHMETIC.remainder,
}
