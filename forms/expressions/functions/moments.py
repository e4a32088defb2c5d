"""Functions on dates and times; a date is a whole day."""

import datetime as dt
from decimal import Decimal

from forms.expressions import dates
from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, as_day, from_float, to_date, to_text

FUNCTIONS = Functions()


@FUNCTIONS.add("today()", 0, 0, volatile=True)
def _today(scope: Scope) -> Value:
    """The date of today."""
    return scope.world.today()


@FUNCTIONS.add("now()", 0, 0, volatile=True)
def _now(scope: Scope) -> Value:
    """The date and time of now."""
    return scope.world.now().astimezone(scope.world.zone)


@FUNCTIONS.add("date(value)", 1, 1)
def _date(scope: Scope, value: Value) -> Value:
    """The date a text or a number of days means; the time of a moment is dropped."""
    found = to_date(value, scope.world.zone)
    return "" if found is None else as_day(found)


@FUNCTIONS.add("date-time(value)", 1, 1)
def _date_time(scope: Scope, value: Value) -> Value:
    """The moment a text or a number of days means; a day without a time stays a whole day."""
    found = to_date(value, scope.world.zone)
    return "" if found is None else found


@FUNCTIONS.add("decimal-date-time(value)", 1, 1)
def _decimal_date_time(scope: Scope, value: Value) -> Value:
    """Days since 1970-01-01: whole for a date, with a fraction (of UTC) for a moment."""
    found = to_date(value, scope.world.zone)
    if found is None:
        return NAN
    if isinstance(found, dt.datetime):
        return from_float(dates.utc_days(found))
    return Decimal(dates.day_number(found))


@FUNCTIONS.add("decimal-time(time)", 1, 1)
def _decimal_time(scope: Scope, value: Value) -> Value:
    """A time of day as a part of the day, so that 12:00 is 0.5."""
    text = value.isoformat() if isinstance(value, dt.datetime) else to_text(value)
    day, mark, clock = text.strip().rpartition("T")
    if mark and dates.parse_date(day) is None:
        return NAN
    zone = scope.world.zone
    time = dates.parse_time(clock, zone)
    if time is None:
        return NAN
    moment = dt.datetime.combine(dates.parse_date(day) or dt.date(2000, 1, 2), time)
    local = moment.astimezone(zone)
    seconds = local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6
    return from_float(seconds / 86_400)


@FUNCTIONS.add("format-date(date, pattern)", 2, 2, also=("format-date-time",))
def _format_date(scope: Scope, value: Value, pattern: Value) -> Value:
    """A date in words: ``%Y`` year, ``%m`` month, ``%d`` day, ``%H:%M`` time and so on."""
    if not isinstance(value, dt.date) and not to_text(value):
        return ""
    found = to_date(value, scope.world.zone)
    return "" if found is None else dates.format_date(found, to_text(pattern))


@FUNCTIONS.add("days-between(start, end)", 2, 2)
def _days_between(scope: Scope, start: Value, end: Value) -> Value:
    """Whole days from one date to another; negative when the second is earlier."""
    first, last = (to_date(value, scope.world.zone) for value in (start, end))
    if first is None or last is None:
        return NAN
    return Decimal(dates.day_number(as_day(last)) - dates.day_number(as_day(first)))
