"""Answers as text of a type: is it well formed, and how is a computed value written."""

import datetime as dt
import re
from decimal import Decimal

from forms.expressions import dates
from forms.expressions.values import Value, as_day, number_text, to_date, to_number, to_text
from forms.rules import traces

_WHOLE = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
#: An offset without its colon: expressions understand it, but no answer may be written so.
_SHORT_OFFSET = re.compile(r":\d\d\S*[+-]\d{4}$")
_POINT_PARTS = range(2, 5)
_MOST_NORTH, _MOST_EAST = 90, 180
#: How many points a line and an area need; the closing point of an area comes on top.
LEAST = {"geotrace": 2, "geoshape": 3}


def well_formed(text: str, datatype: str) -> bool:  # noqa: PLR0911 - one line a type
    """Whether an answer is a value of its type; an empty one always is."""
    if not text:
        return True
    match datatype:
        case "integer":
            return _WHOLE.fullmatch(text) is not None
        case "decimal":
            return _DECIMAL.fullmatch(text) is not None
        case "date":
            return dates.parse_date(text) is not None
        case "datetime":
            return not _SHORT_OFFSET.search(text) and (
                dates.parse_any(text, dates.CHINA) is not None
            )
        case "time":
            return not _SHORT_OFFSET.search(text) and (
                dates.parse_time(text, dates.CHINA) is not None
            )
        case "boolean":
            return text in {"true", "false", "1", "0"}
        case "geopoint":
            return _is_point(text)
        case "geotrace" | "geoshape":
            corners = traces.read(text, closed=datatype == "geoshape")
            return len(corners) >= LEAST[datatype] and all(_is_point(one.text) for one in corners)
        case _:
            return True


def as_stored(text: str, datatype: str) -> str:
    """An answer as it is stored: dates are whole days, so a moment's time of day is left out."""
    if datatype == "date" and "T" in text and dates.parse_moment(text, dates.CHINA) is not None:
        return text.partition("T")[0].strip()
    return text


def _is_point(text: str) -> bool:
    parts = text.split()
    if len(parts) not in _POINT_PARTS or not all(_DECIMAL.fullmatch(part) for part in parts):
        return False
    return abs(Decimal(parts[0])) <= _MOST_NORTH and abs(Decimal(parts[1])) <= _MOST_EAST


def computed_text(value: Value, datatype: str, zone: dt.tzinfo) -> str:
    """A computed value as the text stored for a type; what is no number or date is empty."""
    match datatype:
        case "integer" | "decimal":
            return _number(value, datatype, zone)
        case "date":
            day = to_date(value, zone)
            return "" if day is None else as_day(day).isoformat()
        case "datetime":
            return _moment(value, zone)
        case "time":
            if isinstance(value, dt.datetime):
                return value.timetz().isoformat(timespec="milliseconds")
            return to_text(value)
        case _:
            text = to_text(value)
            return "" if isinstance(value, Decimal) and text == "NaN" else text


def _number(value: Value, datatype: str, zone: dt.tzinfo) -> str:
    number = to_number(value, zone)
    if not number.is_finite():
        return ""
    if datatype == "integer":
        number = number.to_integral_value("ROUND_DOWN")
    return number_text(number)


def _moment(value: Value, zone: dt.tzinfo) -> str:
    moment = to_date(value, zone)
    if moment is None:
        return ""
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(), zone)
    return dates.moment_text(moment)


def part_asked(appearance: str) -> str:
    """What of a date a question asks for: ``year``, ``month`` (with its year) or "" (the day)."""
    words = appearance.split()
    return "year" if "year" in words else "month" if "month-year" in words else ""


def shown_text(  # noqa: PLR0911 - one line a type
    text: str, datatype: str, *, chinese: bool, part: str = ""
) -> str:
    """A stored value as it is printed: ``2026年9月30日``, ``14:05``; what is not well formed as it is.

    ``part`` is what of a date was asked for; the day that stands for a month is not an answer.
    """
    if not text:
        return ""
    match datatype:
        case "date":
            day = dates.parse_date(text)
            return text if day is None else _day_words(day, chinese=chinese, part=part)
        case "datetime":
            moment = dates.parse_moment(text, dates.CHINA)
            if moment is None:
                return shown_text(text, "date", chinese=chinese)
            return f"{_day_words(moment.date(), chinese=chinese)} {moment:%H:%M}"
        case "time":
            clock = dates.parse_time(text, dates.CHINA)
            return text if clock is None else f"{clock:%H:%M}"
        case "geopoint" | "geotrace" | "geoshape" if well_formed(text, datatype):
            return traces.words(text, closed=datatype == "geoshape", chinese=chinese)
        case _:
            return text


def _day_words(day: dt.date, *, chinese: bool, part: str = "") -> str:
    match part:
        case "year":
            return f"{day.year}年" if chinese else f"{day.year}"
        case "month":
            return f"{day.year}年{day.month}月" if chinese else f"{day:%Y-%m}"
        case _:
            return f"{day.year}年{day.month}月{day.day}日" if chinese else day.isoformat()
