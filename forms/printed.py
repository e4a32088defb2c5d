"""Values as a page prints them: dates, times, numerals, and words for coded answers."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from forms.model import Choice

SHANGHAI = dt.timezone(dt.timedelta(hours=8))
_DIGITS = "零一二三四五六七八九"
_FEN = Decimal("0.01")
# What an answer may end with, though the sentence it stands in is not at its end.
_STOPS = "。；，、.;,"


def date_text(value: dt.date, language: str = "zh") -> str:
    """A date: 2026年9月30日, or 2026-09-30 in English."""
    return f"{value.year}年{value.month}月{value.day}日" if language == "zh" else value.isoformat()


def moment_text(value: dt.datetime, language: str = "zh") -> str:
    """A date and time of day in Shanghai: 2026年9月16日9时05分."""
    local = value.astimezone(SHANGHAI) if value.tzinfo else value
    if language == "zh":
        return f"{date_text(local.date())}{clock_text(local.time())}"
    return f"{local.date().isoformat()} {local:%H:%M}"


def clock_text(value: dt.time) -> str:
    """A time of day: 9时05分."""
    return f"{value.hour}时{value.minute:02}分"


def answer_text(datatype: str, value: str, shown: str, language: str = "zh") -> str:
    """An answer as printed: ``value`` is its XForm text, ``shown`` what the session shows.

    A value that is not what its type says is printed as it stands; the page never hides it.
    """
    try:
        if datatype == "date":
            return date_text(dt.date.fromisoformat(value[:10]), language)
        if datatype.lower() == "datetime":
            return moment_text(dt.datetime.fromisoformat(value), language)
        if datatype == "time":
            return clock_text(dt.time.fromisoformat(value))
    except ValueError:
        return value
    return shown


def money_text(value: str) -> str:
    """An amount in yuan with its fen: ¥1,050.00; what is no amount is printed as it stands."""
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return value
    return f"¥{amount.quantize(_FEN, ROUND_HALF_UP):,}" if amount.is_finite() else value


def kept_back(language: str = "zh") -> str:
    """What stands on a page in place of an answer that is kept from ordinary view."""
    return "（保密）" if language == "zh" else "(confidential)"


def numeral(count: int) -> str:
    """A small number in Chinese: 三, 十二, 二十."""
    if count < 10:
        return _DIGITS[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return str(count)


def ticks(options: Iterable[tuple[str, str]], chosen: str) -> str:
    """All choices in a line, the chosen ones ticked: ☑抽查　☐复查."""
    values = chosen.split()
    return "　".join(f"{'☑' if value in values else '☐'}{label}" for value, label in options)


def choice_label(choices: Iterable[Choice], value: str, language: str) -> str:
    """The words of a coded value; the value itself when no choice has it."""
    for choice in choices:
        if choice.value == value:
            keys = (key for key in choice.label.texts if key.endswith(f"({language})"))
            return choice.label.get(next(keys, language))
    return value


def without_double_stop(value: str, following: str) -> str:
    """An answer without its closing stops when the form's own sentence goes on after it."""
    goes_on = following[:1].strip() and following[0] not in "（："
    return value.rstrip(_STOPS + " \n") if goes_on else value
