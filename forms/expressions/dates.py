"""Dates as text, as whole days, and as words by a pattern."""

import datetime as dt
import re

EPOCH = dt.date(1970, 1, 1)
CHINA = dt.timezone(dt.timedelta(hours=8), "CST")
_DAY_SECONDS = 86_400
_DATE = re.compile(r"(-?\d{1,6})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def parse_date(text: str) -> dt.date | None:
    """``2026-09-30`` (year first, each part one or more digits) as a date, or None."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def parse_moment(text: str, zone: dt.tzinfo) -> dt.datetime | None:
    """``2026-09-30T14:05:00.000+08:00`` as an aware moment in ``zone``, or None.

    Without an offset the text is read as the wall clock of ``zone``.
    """
    day_text, mark, time_text = text.strip().partition("T")
    day = parse_date(day_text)
    if day is None or not mark:
        return None
    parsed = _parse_clock(time_text, zone)
    if parsed is None:
        return None
    return dt.datetime.combine(day, parsed).astimezone(zone)


def parse_time(text: str, zone: dt.tzinfo) -> dt.time | None:
    """``14:05:00.000+08:00`` as an aware time of day; without an offset that of ``zone``."""
    return _parse_clock(text.strip(), zone)


def _parse_clock(text: str, zone: dt.tzinfo) -> dt.time | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    microseconds = int((match[4] or "0")[:6].ljust(6, "0"))
    try:
        return dt.time(
            int(match[1]),
            int(match[2]),
            int(match[3] or 0),
            microseconds,
            _offset(match[5], zone),
        )
    except ValueError:
        return None


def _offset(text: str | None, zone: dt.tzinfo) -> dt.tzinfo:
    if text is None:
        return zone
    if text == "Z":
        return dt.UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if minutes > 59:
        raise ValueError(text)
    length = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-length if text[0] == "-" else length)


def parse_any(text: str, zone: dt.tzinfo) -> dt.date | dt.datetime | None:
    """A date or a moment, whichever the text is."""
    return parse_moment(text, zone) if "T" in text else parse_date(text)


def day_number(day: dt.date) -> int:
    """Whole days since 1970-01-01."""
    return day.toordinal() - EPOCH.toordinal()


def from_day_number(days: int) -> dt.date | None:
    """The date so many days after 1970-01-01, or None outside the years 1 to 9999."""
    try:
        return EPOCH + dt.timedelta(days=days)
    except OverflowError:
        return None


def wall_days(moment: dt.datetime, zone: dt.tzinfo) -> float:
    """Days since 1970-01-01 00:00 on the wall clock of ``zone``, so that 12:00 is a half."""
    local = moment.astimezone(zone).replace(tzinfo=None)
    return (local - dt.datetime(1970, 1, 1)) / dt.timedelta(days=1)  # noqa: DTZ001 - wall clock


def utc_days(moment: dt.datetime) -> float:
    """Days since 1970-01-01T00:00Z with their fraction."""
    return moment.timestamp() / _DAY_SECONDS


def moment_text(moment: dt.datetime) -> str:
    """ISO text with milliseconds and offset."""
    return moment.isoformat(timespec="milliseconds")


def format_date(value: dt.date | dt.datetime, pattern: str) -> str:
    """Words by the XForms pattern language (``%Y-%m-%d %H:%M``).

    ``%Y %y %m %n %b %d %e %H %h %M %S %3 %a %W %%`` as in the ODK XForms specification;
    unknown letters stay as they are.
    """
    moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
    parts = {
        "Y": f"{moment.year:04d}",
        "y": f"{moment.year % 100:02d}",
        "m": f"{moment.month:02d}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02d}",
        "e": str(moment.day),
        "H": f"{moment.hour:02d}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02d}",
        "S": f"{moment.second:02d}",
        "3": f"{moment.microsecond // 1000:03d}",
        "a": _DAYS[moment.weekday()],
        "W": str(moment.isocalendar().week),
        "Z": moment.strftime("%z")[:3] + ":" + moment.strftime("%z")[3:5] if moment.tzinfo else "",
        "%": "%",
    }
    return re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), pattern)
