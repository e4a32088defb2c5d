"""Functions on numbers."""

import math
import secrets
from collections.abc import Callable
from decimal import Decimal

from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import ARITHMETIC, NAN, Value, from_float, text_number, to_number

FUNCTIONS = Functions()
_MOST_PLACES = 30


def _numbers(scope: Scope, values: tuple[Value, ...]) -> list[Decimal]:
    zone = scope.world.zone
    found: list[Decimal] = []
    for value in values:
        if isinstance(value, list):
            found.extend(text_number(node.text(), zone) for node in value)
        else:
            found.append(to_number(value, zone))
    return found


@FUNCTIONS.add("number(value?)", 0, 1, also=("double",))
def _number(scope: Scope, value: Value | None = None) -> Value:
    """The number a value means; a date is its whole days since 1970-01-01."""
    return to_number(scope.node.text() if value is None else value, scope.world.zone)


@FUNCTIONS.add("int(value)", 1, 1)
def _int(scope: Scope, value: Value) -> Value:
    """The number without what stands behind the point."""
    number = to_number(value, scope.world.zone)
    return number.to_integral_value("ROUND_DOWN") if number.is_finite() else number


@FUNCTIONS.add("sum(nodes)", 1, 1)
def _sum(scope: Scope, nodes: Value) -> Value:
    """The sum of the numbers of all nodes."""
    total = Decimal(0)
    for number in _numbers(scope, (nodes,)):
        total = ARITHMETIC.add(total, number)
    return total


@FUNCTIONS.add("max(value, …)", 0, None)
def _max(scope: Scope, *values: Value) -> Value:
    """The largest number; not a number when any is none."""
    return _extreme(scope, values, ARITHMETIC.max)


@FUNCTIONS.add("min(value, …)", 0, None)
def _min(scope: Scope, *values: Value) -> Value:
    """The smallest number; not a number when any is none."""
    return _extreme(scope, values, ARITHMETIC.min)


def _extreme(
    scope: Scope, values: tuple[Value, ...], choose: Callable[[Decimal, Decimal], Decimal]
) -> Decimal:
    numbers = _numbers(scope, values)
    if not numbers or any(number.is_nan() for number in numbers):
        return NAN
    found = numbers[0]
    for number in numbers[1:]:
        found = choose(found, number)
    return found


@FUNCTIONS.add("floor(number)", 1, 1)
def _floor(scope: Scope, value: Value) -> Value:
    """The next whole number below."""
    number = to_number(value, scope.world.zone)
    return number.to_integral_value("ROUND_FLOOR") if number.is_finite() else number


@FUNCTIONS.add("ceiling(number)", 1, 1)
def _ceiling(scope: Scope, value: Value) -> Value:
    """The next whole number above."""
    number = to_number(value, scope.world.zone)
    return number.to_integral_value("ROUND_CEILING") if number.is_finite() else number


@FUNCTIONS.add("round(number, places?)", 1, 2)
def _round(scope: Scope, value: Value, places: Value = Decimal(0)) -> Value:
    """The nearest number with so many places; halves go away from zero.

    Negative places round before the point. Measured values follow ``gbt8170`` instead.
    """
    number = to_number(value, scope.world.zone)
    digits = to_number(places, scope.world.zone)
    if not number.is_finite() or not digits.is_finite():
        return NAN if digits.is_nan() else number
    count = max(-_MOST_PLACES, min(_MOST_PLACES, int(digits)))
    scaled = number.scaleb(count, ARITHMETIC).to_integral_value("ROUND_HALF_UP")
    return scaled.scaleb(-count, ARITHMETIC)


@FUNCTIONS.add("abs(number)", 1, 1)
def _abs(scope: Scope, value: Value) -> Value:
    """The number without its sign."""
    return to_number(value, scope.world.zone).copy_abs()


@FUNCTIONS.add("pow(base, exponent)", 2, 2)
def _pow(scope: Scope, base: Value, exponent: Value) -> Value:
    """The base multiplied by itself so many times."""
    number, power = (to_number(value, scope.world.zone) for value in (base, exponent))
    if not power:
        return Decimal(1)
    if power == power.to_integral_value("ROUND_DOWN") and abs(power) < 1000:
        return ARITHMETIC.power(number, power)
    return _by_float(lambda: math.pow(number, power))


@FUNCTIONS.add("sqrt(number)", 1, 1)
def _sqrt(scope: Scope, value: Value) -> Value:
    """The square root."""
    return ARITHMETIC.sqrt(to_number(value, scope.world.zone))


def _by_float(compute: Callable[[], float]) -> Decimal:
    """A value only binary arithmetic can give, as the shortest decimal that means it."""
    try:
        return from_float(compute())
    except OverflowError:
        return Decimal("Infinity")
    except ValueError:
        return NAN


def _of_one(name: str, summary: str, function: Callable[[float], float]) -> None:
    def run(scope: Scope, value: Value) -> Value:
        number = float(to_number(value, scope.world.zone))
        return _by_float(lambda: function(number))

    run.__doc__ = summary
    FUNCTIONS.add(f"{name}(number)", 1, 1)(run)


def _logarithm(base: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: base(number) if number else -math.inf


_of_one("sin", "The sine of an angle in radians.", math.sin)
_of_one("cos", "The cosine of an angle in radians.", math.cos)
_of_one("tan", "The tangent of an angle in radians.", math.tan)
_of_one("asin", "The angle whose sine is the number.", math.asin)
_of_one("acos", "The angle whose cosine is the number.", math.acos)
_of_one("atan", "The angle whose tangent is the number.", math.atan)
_of_one("exp", "The number e raised to a power.", math.exp)
_of_one("exp10", "Ten raised to a power.", lambda number: math.pow(10, number))
_of_one("log", "The natural logarithm.", _logarithm(math.log))
_of_one("log10", "The logarithm to base ten.", _logarithm(math.log10))


@FUNCTIONS.add("atan2(y, x)", 2, 2)
def _atan2(scope: Scope, y: Value, x: Value) -> Value:
    """The angle of the point (x, y) seen from the origin."""
    up, right = (float(to_number(value, scope.world.zone)) for value in (y, x))
    return _by_float(lambda: math.atan2(up, right))


@FUNCTIONS.add("pi()", 0, 0)
def _pi(_scope: Scope) -> Value:
    """The number 3.14159…."""
    return from_float(math.pi)


@FUNCTIONS.add("random()", 0, 0, volatile=True)
def _random(_scope: Scope) -> Value:
    """A random number from 0 to below 1."""
    return Decimal(secrets.randbits(53)) / Decimal(2**53)
