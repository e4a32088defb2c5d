"""What a scanned text is, by its shape alone: bytes rescued, kinds told apart."""

import re
from dataclasses import dataclass

from forms.paper import link
from forms.rules.identifiers import gtin_problem, uscc_problem

OUR_PROOF = link.PREFIX
OUR_EQUIPMENT = "XJE:"
OUR_SAMPLE = "XJS:"
OUR_HUB = "xunjian-hub:"

_USCC = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")
_GTIN = re.compile(r"\d{8}|\d{12,14}")
_CJK_FIRST, _CJK_LAST = 0x2E80, 0x9FFF
_GB2312_FIRST = 0xA1


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind (uscc, licence, document, equipment, sample, product, hub, unknown) and the code inside.

    ``proof`` is what the code of a seal carries of its sampling sheet.
    """

    kind: str
    key: str
    proof: str = ""


def rescue(data: str | bytes) -> str:
    """The text of a code whose bytes may be UTF-8, GBK or GB 18030 without saying which.

    A reader that guessed Latin-1 hands over text like ``Ã×°æ``; its bytes are taken back first.
    """
    if isinstance(data, str):
        if not any("\x80" <= character <= "\xff" for character in data) or _has_han(data):
            return data
        try:
            raw = data.encode("latin-1")
        except UnicodeEncodeError:
            try:
                raw = data.encode("cp1252")
            except UnicodeEncodeError:
                return data
        decoded = _decoded(raw)
        return decoded if decoded is not None and _is_likely(decoded) else data
    decoded = _decoded(data)
    return data.decode("latin-1") if decoded is None else decoded


def _decoded(raw: bytes) -> str | None:
    """UTF-8 if it is that, else GB 18030 if that gives Chinese."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _has_han(text) else None


def _is_likely(text: str) -> bool:
    """Whether most Han characters are of GB 2312: accented Latin read as GBK gives rare ones."""
    han = [sign for sign in text if _has_han(sign)]
    common = sum(1 for sign in han if min(sign.encode("gb18030")) >= _GB2312_FIRST)
    return 2 * common >= len(han)


def _has_han(text: str) -> bool:
    return any(_CJK_FIRST <= ord(c) <= _CJK_LAST or ord(c) > 0xFFFF for c in text)


def _ours(plain: str) -> Shape | None:
    """What a code of our own is; that of a seal is its number, then the proof of its sheet."""
    proof = link.bare(plain)
    if proof.startswith(OUR_PROOF):
        return Shape("document", proof)
    if plain.startswith(OUR_EQUIPMENT):
        return Shape("equipment", plain.removeprefix(OUR_EQUIPMENT))
    if plain.startswith(OUR_HUB):
        return Shape("hub", plain)
    if plain.startswith(OUR_SAMPLE):
        seal, mark, proof = plain.removeprefix(OUR_SAMPLE).partition(f" {OUR_PROOF}")
        return Shape("sample", seal, f"{OUR_PROOF}{proof}" if mark else "")
    return None


def shape(text: str) -> Shape:
    """Tell what a text is without asking any register."""
    plain = text.strip()
    ours = _ours(plain)
    if ours is not None:
        return ours
    upper = plain.upper()
    if uscc_problem(upper) is None:
        return Shape("uscc", upper)
    for match in _USCC.finditer(upper):
        if uscc_problem(match.group()) is None:
            return Shape("licence", match.group())
    if _GTIN.fullmatch(plain) and gtin_problem(plain) is None:
        return Shape("product", plain)
    return Shape("unknown", plain)
