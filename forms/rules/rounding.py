"""Rounding of measured values by GB/T 8170: once, half to even, in any rounding interval."""

from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation, localcontext

from forms.rules.errors import RuleError

# Enough for any reading of an instrument; the division below must be exact around the half.
_PRECISION = 60


def gbt8170(x: Decimal, interval: Decimal) -> Decimal:
    """Round ``x`` to a multiple of ``interval`` as GB/T 8170-2008 clause 3 says.

    The interval may be a power of ten (``0.01``, ``100``) or a 0.5 or 0.2 unit of one; the rule for
    those (multiply, round to the unit, divide back) is the same as rounding to their multiple.
    Negative values round by their absolute value, so -325 to tens is -320.
    The result is written with the interval's decimals (``1.0``, ``1300``) and a zero has no sign.

    A value that was rounded before must not be rounded again: give the reading itself.

    Raises:
        RuleError: ``not-a-number`` or ``interval`` (not above zero).
    """
    if not (x.is_finite() and interval.is_finite()):
        raise RuleError("not-a-number", x=str(x), interval=str(interval))
    if interval <= 0:
        raise RuleError("interval", interval=str(interval))
    with localcontext() as context:
        context.prec = _PRECISION
        try:
            units = (x / interval).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
            rounded = units * interval
            exponent = Decimal(1).scaleb(min(0, _exponent(interval)))
            written = rounded.quantize(exponent)
        except InvalidOperation as error:
            raise RuleError("not-a-number", x=str(x), interval=str(interval)) from error
    return abs(written) if written == 0 else written


def _exponent(value: Decimal) -> int:
    """Return the power of ten of the last digit that counts in a finite ``value``."""
    exponent = value.normalize().as_tuple().exponent
    # A finite number's exponent is always an int; the type also knows NaN's letters.
    return exponent if isinstance(exponent, int) else 0
