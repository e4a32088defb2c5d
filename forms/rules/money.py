"""Amounts of money in the capital numerals of cheques and decisions 大写金额."""

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_LARGEST = Decimal(10) ** (4 * len(_GROUPS))
_FEN = Decimal("0.01")


def capitals(amount: Decimal) -> str | None:
    """An amount in yuan in capital numerals; None for one below zero or of a trillion and more.

    A zero stands once between two figures that are not neighbours; 整 closes what has no fen.
    """
    if not amount.is_finite() or amount < 0 or amount >= _LARGEST - _FEN:
        return None
    fen = int(amount.quantize(_FEN, ROUND_HALF_UP) * 100)
    yuan, rest = divmod(fen, 100)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return words + "整"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else "整")


def _whole(number: int) -> str:
    """A whole number, its groups of four digits from the highest down."""
    if not number:
        return _DIGITS[0]
    words, gap = "", False
    for place in range(len(_GROUPS) - 1, -1, -1):
        group = number // 10_000**place % 10_000
        if group:
            if words and (gap or group < 1000):
                words += _DIGITS[0]
            words += _group(group) + _GROUPS[place]
        gap = not group
    return words


def _group(group: int) -> str:
    """Up to four digits, ``group`` above zero."""
    words, gap = "", False
    for place in range(len(_PLACES) - 1, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += (_DIGITS[0] if words and gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = not digit
    return words
