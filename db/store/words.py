"""Words for search: Chinese cut into single characters, codes normalised, questions taken apart.

A phrase of single characters finds one character as well as seven, which no trigram index does.
"""

import re
import unicodedata
from dataclasses import dataclass

_HAN = re.compile("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_TOKEN = re.compile(r"[^\W_]+")
_CODE = re.compile(r"[A-Z0-9]+")
_CODE_NOISE = re.compile(r"[\s\-_/.·〔〕\[\]()（）]+")
LONGEST_QUESTION = 64
LONGEST_BODY = 8000


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed: an FTS5 expression, and the code when it could be one ("" when not)."""

    match: str
    code: str


def plain(text: str) -> str:
    """Return the text with full-width letters and digits made ordinary."""
    return unicodedata.normalize("NFKC", text)


def spaced(text: str) -> str:
    """Return the text as it is indexed: a space around every Chinese character."""
    return _HAN.sub(r" \1 ", plain(text)[:LONGEST_BODY])


def code(text: str) -> str:
    """Return a code in its searchable form (capitals, no spaces or strokes), "" for other text."""
    found = _CODE_NOISE.sub("", plain(text)).upper()
    return found if _CODE.fullmatch(found) else ""


def question(text: str) -> Question:
    """Take a typed question apart; an empty ``match`` finds nothing.

    Words between spaces must all occur; characters without a space must follow each other.
    A Latin word or number at the end of a part finds what begins with it, from two signs on.
    """
    cut = plain(text)[:LONGEST_QUESTION]
    parts = [
        _part(tokens) for word in cut.split() if (tokens := _TOKEN.findall(_HAN.sub(r" \1 ", word)))
    ]
    return Question(match=" AND ".join(parts), code=code(cut))


def _part(tokens: list[str]) -> str:
    last = tokens[-1]
    prefix = "*" if len(last) > 1 and last.isascii() else ""
    return f'"{" ".join(tokens)}"{prefix}'
