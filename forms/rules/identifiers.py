"""Checking the identifiers that stand on papers, and saying what is wrong with one.

Check digits come from python-stdnum; lengths, alphabets and patterns are checked here as written,
because a paper shows the text as typed: full-width digits and spaces are errors, and ``normalise``
is what an input box offers to put them right.

The codes a ``*_problem`` function may give:
``empty full-width space lower-case length character check-digit organisation-check region date
future-date year variety pattern old-number province kind``.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stdnum import ean
from stdnum.cn import ric, uscc

from resources.data import equipment_varieties

_CHINA = dt.timezone(dt.timedelta(hours=8))
_USCC_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_GTIN_LENGTHS = (8, 12, 13, 14)
# GB/T 2260: the first two digits; 81 to 83 stand on residence permits of 港澳台 residents.
_PROVINCES = frozenset(
    area + place
    for area, places in (
        *(("1", "12345"), ("2", "123"), ("3", "1234567"), ("4", "123456")),
        *(("5", "01234"), ("6", "12345"), ("7", "1"), ("8", "123")),
    )
    for place in places
)
# Bodies registered by the central authority have the country's own code.
_COUNTRY = "10"
_PROVINCE_SHORT = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))

_EQUIPMENT_CODE = re.compile(r"[0-9A-Z]{4}[0-9]{5}[0-9]{4}[0-9A-Z][0-9]{4}")
_REGISTRATION_NO = re.compile(
    rf"([锅容瓶管梯起索游车])([0-9A-Z]{{2}})([{_PROVINCE_SHORT}])([A-Z])"
    r"([0-9A-Z][0-9]{3,5})\(([0-9]{2})\)"
)
_LICENCE_NO = re.compile(
    rf"(?:[{_PROVINCE_SHORT}]|\([{_PROVINCE_SHORT}]\))?XK[0-9]{{2}}-[0-9]{{3}}-[0-9]{{5}}"
)
_FIRST_CCC_YEAR = 2002
_FIRST_EQUIPMENT_YEAR = 1949


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one identifier, and what would be right where that can be known.

    ``kind`` is a key of KINDS, ``code`` as in the module's list, ``expected`` the whole identifier
    with its check digit put right (or normalised), empty where there is nothing to suggest.
    """

    kind: str
    code: str
    text: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class EquipmentCode:
    """A 设备代码 in its parts: 品种代码 4, 制造单位代号 5, year of make 4, the maker's serial 5."""

    variety: str
    maker: str
    year: int
    serial: str


def normalise(text: str) -> str:
    """Put full-width letters right, drop all spaces, raise letters, unify dashes."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split()).upper()


def check(kind: str, text: str) -> Problem | None:
    """Check an identifier of one of KINDS and suggest what would be right.

    A suggestion is offered only if it passes itself, and only where one character or the writing
    is at fault: of two wrong digits nobody can tell the right ones.
    """
    judge = KINDS[kind]
    code = judge(text)
    if code is None:
        return None
    for candidate in (normalise(text), _with_check_digit(kind, normalise(text))):
        if candidate not in ("", text) and judge(candidate) is None:
            return Problem(kind, code, text, candidate)
    return Problem(kind, code, text)


def uscc_problem(text: str) -> str | None:
    """Check a 统一社会信用代码 (GB 32100-2015) with both of its check characters.

    The nine characters inside are an organisation code with a check of their own (GB 11714), so a
    slip in them is found even if the last character fits by chance.
    The place of registration is only checked for its province: counties are renamed, codes stay.
    """
    if code := _writing(text, 18):
        return code
    if not (set(text) <= _USCC_ALPHABET and text[2:8].isdigit()):
        return "character"
    if uscc.calc_check_digit(text[:17]) != text[17]:
        return "check-digit"
    if organisation_check_digit(text[8:16]) != text[16]:
        return "organisation-check"
    return None if text[2:4] in _PROVINCES | {_COUNTRY} else "region"


def organisation_check_digit(eight: str) -> str:
    """Compute the ninth character of an organisation code (GB 11714) from its first eight."""
    total = sum(
        int(char, 36) * weight for char, weight in zip(eight, _ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X"[-total % 11]


def resident_id_problem(text: str, *, today: dt.date | None = None) -> str | None:
    """Check a 公民身份号码 (GB 11643-1999): province, date of birth, check digit.

    A small x is taken as the letter X. The county is not checked: a number keeps the code of the
    day it was given, and the old counties of Linyi (3728xx) are still on people's cards.
    """
    text = text[:-1] + "X" if text.endswith("x") else text
    if len(text) == 15 and text.isascii() and text.isdigit():
        return "old-number"
    if code := _writing(text, 18):
        return code
    if not (text[:17].isdigit() and text[17] in "0123456789X"):
        return "character"
    if code := _birth_problem(text[:14], today or _today()):
        return code
    return None if ric.calc_check_digit(text) == text[17] else "check-digit"


def gtin_problem(text: str) -> str | None:
    """Check a GTIN (GB 12904): 8, 12, 13 or 14 digits, the last one the check digit."""
    if code := _writing(text):
        return code
    if not text.isdigit():
        return "character"
    if len(text) not in _GTIN_LENGTHS:
        return "length"
    return None if ean.calc_check_digit(text[:-1]) == text[-1] else "check-digit"


def gtin_is_local(text: str) -> bool:
    """Tell whether a GTIN-13 is a shop's own number (prefix 20 to 29): right, but not unique."""
    return len(text) == 13 and text.startswith("2")


def equipment_code_problem(text: str, *, today: dt.date | None = None) -> str | None:
    """Check a 设备代码: variety 4, maker 5, year 4, serial 5; it has no check digit.

    Above 99999 the serial's first digit becomes a letter.
    """
    if len(text) == 20 and text.isascii() and text.isdigit():
        return "old-number"
    if code := _writing(text, 18):
        return code
    if not _EQUIPMENT_CODE.fullmatch(text):
        return "pattern"
    if text[:4] not in equipment_varieties():
        return "variety"
    year = int(text[9:13])
    return None if _FIRST_EQUIPMENT_YEAR <= year <= (today or _today()).year else "year"


def equipment_code_parts(text: str) -> EquipmentCode | None:
    """Read a 设备代码 into what its maker wrote into it; None where it is none."""
    if not _EQUIPMENT_CODE.fullmatch(text) or text[:4] not in equipment_varieties():
        return None
    return EquipmentCode(text[:4], text[4:9], int(text[9:13]), text[13:])


def registration_no_problem(text: str, *, today: dt.date | None = None) -> str | None:
    """Check a 使用登记证编号 such as 梯11鲁Q00001(24); it has no check digit.

    Four to six characters of serial are accepted: both lengths are in use.
    """
    if code := _writing(text):
        return code
    found = _REGISTRATION_NO.fullmatch(text)
    if not found:
        return _registration_part(text)
    return None if int(found[6]) <= (today or _today()).year % 100 else "year"


def licence_no_problem(text: str) -> str | None:
    """Check a 工业产品生产许可证编号 such as XK16-204-00123, with or without its province."""
    if code := _writing(text):
        return code
    return None if _LICENCE_NO.fullmatch(text) else "pattern"


def ccc_problem(text: str, *, today: dt.date | None = None) -> str | None:
    """Check a CCC certificate number: year 4, body 2, product class 4, serial 6, all digits."""
    if code := _writing(text, 16):
        return code
    if not text.isdigit():
        return "character"
    return None if _FIRST_CCC_YEAR <= int(text[:4]) <= (today or _today()).year else "year"


KINDS: Mapping[str, Callable[[str], str | None]] = {
    "uscc": uscc_problem,
    "resident-id": resident_id_problem,
    "gtin": gtin_problem,
    "equipment-code": equipment_code_problem,
    "registration-no": registration_no_problem,
    "licence-no": licence_no_problem,
    "ccc": ccc_problem,
}


def _writing(text: str, length: int | None = None) -> str | None:
    """Check what every identifier shares: there, half-width, no spaces, capital letters, length."""
    if not text.strip():
        return "empty"
    if any(char != unicodedata.normalize("NFKC", char) for char in text):
        return "full-width"
    if any(char.isspace() for char in text):
        return "space"
    if any("a" <= char <= "z" for char in text):
        return "lower-case"
    if length is not None and len(text) != length:
        return "length"
    return None if length is None or text.isascii() else "character"


def _with_check_digit(kind: str, text: str) -> str:
    """Put the last character right, as far as the rest allows one to be computed."""
    if kind == "uscc" and len(text) == 18 and set(text) <= _USCC_ALPHABET:
        return text[:17] + uscc.calc_check_digit(text[:17])
    if kind == "resident-id" and len(text) == 18 and text[:17].isascii() and text[:17].isdigit():
        return text[:17] + ric.calc_check_digit(text[:17] + "0")
    if kind == "gtin" and len(text) in _GTIN_LENGTHS and text.isascii() and text.isdigit():
        return text[:-1] + ean.calc_check_digit(text[:-1])
    return ""


def _birth_problem(fourteen: str, today: dt.date) -> str | None:
    """Check the place and the date of birth in the front of a resident number."""
    if fourteen[:2] not in _PROVINCES:
        return "region"
    try:
        born = dt.date(int(fourteen[6:10]), int(fourteen[10:12]), int(fourteen[12:14]))
    except ValueError:
        return "date"
    return "future-date" if born > today else None


def _registration_part(text: str) -> str:
    """Name the first part of a registration number that does not fit."""
    if text[0] not in "锅容瓶管梯起索游车":
        return "kind"
    if len(text) > 3 and re.fullmatch(r"[0-9A-Z]{2}", text[1:3]) and text[3] not in _PROVINCE_SHORT:
        return "province"
    return "pattern"


def _today() -> dt.date:
    return dt.datetime.now(_CHINA).date()
