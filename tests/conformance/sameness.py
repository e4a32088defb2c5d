"""When a recorded value and ours mean the same, however each program writes it."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from forms.expressions.dates import parse_moment, parse_time

_UUID = re.compile(r"uuid:[0-9a-f-]{36}")
_TIME = re.compile(r"\d\d:\d\d:\d\d.*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_PLACES = {10, 14, 15}
"""JavaRosa's numbers of the types whose values are points; 9 is a yes or no."""


class MismatchError(Exception):
    """What was recorded and what is are not the same."""


class ExplainedError(Exception):
    """They differ for one of the reasons in ``scope``."""


def well_formed(text):
    """The form with ``<`` escaped inside attributes, which the recorded parser let pass."""
    return re.sub(r'="[^"]*"', lambda found: found[0].replace("<", "&lt;"), text)


def is_uuid(text):
    """Whether a text is an id made by a client, which no two runs share."""
    return _UUID.fullmatch(text) is not None


def same(ours, theirs, datatype):
    """Whether two values mean the same; ``datatype`` is JavaRosa's number of the type."""
    theirs = "" if theirs is None else str(theirs)
    ours = ours.rstrip("; ") if datatype in _PLACES else ours
    if ours == theirs or (is_uuid(ours) and is_uuid(theirs)):
        return True
    if not ours or not theirs:
        return False
    tests = (_same_numbers, _same_truth, _same_clock, _same_moment)
    return any(test(ours, theirs, datatype) for test in tests)


def _same_numbers(ours, theirs, datatype):
    numbers = [_number(word) for word in re.split(r"[ ;]+", ours)]
    wanted = [_number(word) for word in re.split(r"[ ;]+", theirs)]
    if None in numbers or None in wanted:
        return False
    if datatype in _PLACES:
        numbers += [0.0] * (len(wanted) - len(numbers))
    return len(numbers) == len(wanted) and all(map(_near, numbers, wanted))


def _near(mine, other):
    """Equal, or a measure rounded to the centimetre as the standard has it."""
    return abs(mine - other) <= 1e-9 * max(1, abs(other)) or (
        mine % 1 != 0 and mine == round(other, 2)
    )


def _same_truth(ours, theirs, datatype):
    if datatype != 9 and ours not in {"true", "false"}:
        return False
    return {"true": "1", "false": "0"}.get(ours, ours) == theirs


def _same_clock(ours, theirs, _datatype):
    if not _TIME.fullmatch(theirs):
        return False
    mine, other = parse_time(ours, dt.UTC), parse_time(theirs, dt.UTC)
    return None not in (mine, other) and _clock(mine) == _clock(other)


def _clock(time):
    return dt.datetime.combine(dt.date(2000, 1, 2), time).astimezone(dt.UTC).time()


def _same_moment(ours, theirs, _datatype):
    if theirs.startswith(f"{ours}T00:00:00"):
        return True  # a day is whole here
    mine, other = parse_moment(ours, dt.UTC), parse_moment(theirs, dt.UTC)
    return None not in (mine, other) and abs((mine - other).total_seconds()) < 60


def _number(text):
    try:
        return float(Decimal(text))
    except InvalidOperation:
        return None
