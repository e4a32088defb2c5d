"""Our own functions: check digits, working days, sampling plans, rounding, law."""

from collections.abc import Callable
from decimal import Decimal

from forms.expressions.errors import EvaluationError
from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, as_day, to_date, to_number, to_text

FUNCTIONS = Functions()


def _correct(value: Value, problem: Callable[[str], str | None]) -> bool:
    text = to_text(value).strip()
    return bool(text) and problem(text) is None


@FUNCTIONS.add("uscc-ok(text)", 1, 1)
def _uscc_ok(_scope: Scope, text: Value) -> Value:
    """Whether a unified social credit code is well formed and its check digit right (GB 32100)."""
    from forms.rules.identifiers import uscc_problem

    return _correct(text, uscc_problem)


@FUNCTIONS.add("resident-id-ok(text)", 1, 1)
def _resident_id_ok(_scope: Scope, text: Value) -> Value:
    """Whether a resident identity number is well formed and its check digit right (GB 11643)."""
    from forms.rules.identifiers import resident_id_problem

    return _correct(text, resident_id_problem)


@FUNCTIONS.add("gtin-ok(text)", 1, 1)
def _gtin_ok(_scope: Scope, text: Value) -> Value:
    """Whether a product's bar code number has the right check digit (GB 12904)."""
    from forms.rules.identifiers import gtin_problem

    return _correct(text, gtin_problem)


@FUNCTIONS.add("working-days-after(date, days)", 2, 2)
def _working_days_after(scope: Scope, date: Value, days: Value) -> Value:
    """The last day of a term of so many working days that starts the day after a date."""
    from forms.rules.calendar import deadline, load_calendar

    start = to_date(date, scope.world.zone)
    count = to_number(days, scope.world.zone)
    if start is None or not count.is_finite() or not 0 <= count <= 3660:
        return ""
    calendar = scope.world.calendar or load_calendar()
    return deadline(calendar, as_day(start), int(count), "working_day").due


def _lot(scope: Scope, lot: Value) -> int | None:
    size = to_number(lot, scope.world.zone)
    return int(size) if size.is_finite() and size >= 1 else None


@FUNCTIONS.add("code-letter(lot, level)", 2, 2)
def _code_letter(scope: Scope, lot: Value, level: Value) -> Value:
    """The sample size code letter of GB/T 2828.1 Table 1."""
    from forms.rules.acceptance import code_letter

    size = _lot(scope, lot)
    if size is None:
        return ""
    return _named(lambda: code_letter(size, to_text(level).strip()))


def _plan_part(scope: Scope, lot: Value, level: Value, aql: Value, part: str) -> Value:
    from forms.rules.acceptance import single_plan

    size, limit = _lot(scope, lot), to_text(aql).strip()
    if size is None or not limit:
        return NAN
    return _named(lambda: Decimal(getattr(single_plan(size, to_text(level).strip(), limit), part)))


@FUNCTIONS.add("plan-n(lot, level, aql)", 3, 3)
def _plan_n(scope: Scope, lot: Value, level: Value, aql: Value) -> Value:
    """The sample size of the normal single plan of GB/T 2828.1 (Table 2-A)."""
    return _plan_part(scope, lot, level, aql, "n")


@FUNCTIONS.add("plan-ac(lot, level, aql)", 3, 3)
def _plan_ac(scope: Scope, lot: Value, level: Value, aql: Value) -> Value:
    """The acceptance number of the normal single plan of GB/T 2828.1."""
    return _plan_part(scope, lot, level, aql, "ac")


@FUNCTIONS.add("plan-re(lot, level, aql)", 3, 3)
def _plan_re(scope: Scope, lot: Value, level: Value, aql: Value) -> Value:
    """The rejection number of the normal single plan of GB/T 2828.1."""
    return _plan_part(scope, lot, level, aql, "re")


def _named(compute: Callable[[], Value]) -> Value:
    try:
        return compute()
    except (ValueError, KeyError) as error:
        raise EvaluationError(str(error)) from error


@FUNCTIONS.add("gbt8170(number, interval)", 2, 2, also=("修约",))
def _gbt8170(scope: Scope, number: Value, interval: Value) -> Value:
    """A measured value rounded to an interval, halves to the even side (GB/T 8170)."""
    from forms.rules.rounding import gbt8170

    value, step = (to_number(given, scope.world.zone) for given in (number, interval))
    if not value.is_finite() or not step.is_finite() or step <= 0:
        return NAN
    return gbt8170(value, step)


@FUNCTIONS.add("rmb-upper(amount)", 1, 1, also=("大写金额",))
def _rmb_upper(scope: Scope, amount: Value) -> Value:
    """An amount in yuan in capital numerals, such as 叁仟元整; empty for what is no amount."""
    from forms.rules.money import capitals

    return capitals(to_number(amount, scope.world.zone)) or ""


@FUNCTIONS.add("law(article)", 1, 1)
def _law(scope: Scope, article: Value) -> Value:
    """An article as a paper cites it, 《产品质量法》第二十七条, by its key ``product-quality-law:27``."""
    row = scope.world.lists.row("laws", to_text(article).strip())
    return "" if row is None else row.get("label", "")
