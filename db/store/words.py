"""Words for search: Chinese cut into overlapping pairs, codes normalised, questions taken apart.

A run of Chinese characters 临沂市 becomes the words ``临沂 沂市 市``. Several characters are asked
for as a phrase of pairs, which are rare enough to be quick in any store; one character as the
beginning of a pair. So one character is found as well as seven, which no trigram index does.
"""

import re
import unicodedata
from dataclasses import dataclass

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
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


def indexed(text: str) -> str:
    """Return the text as it is indexed: pairs of Chinese characters, other words as they are."""
    found: list[str] = []
    for token in _TOKEN.findall(plain(text)[:LONGEST_BODY]):
        found += _pairs(token) if _IS_HAN.match(token) else (token,)
    return " ".join(found)


def latin_words(text: str) -> frozenset[str]:
    """Return the words without Chinese in a text, as codes are kept."""
    tokens = _TOKEN.findall(plain(text))
    return frozenset(token.upper() for token in tokens if _CODE.fullmatch(token.upper()))


def code(text: str) -> str:
    """Return a code in its searchable form (capitals, no spaces or strokes), "" for other text."""
    found = _CODE_NOISE.sub("", plain(text)).upper()
    return found if _CODE.fullmatch(found) else ""


def question(text: str) -> Question:
    """Take a typed question apart; an empty ``match`` finds nothing.

    Words between spaces must all occur; characters without a space must follow each other.
    A Latin word or number at the end of a part finds what begins with it.
    """
    cut = plain(text)[:LONGEST_QUESTION]
    parts = [_part(tokens) for word in cut.split() if (tokens := _TOKEN.findall(word))]
    return Question(match=" AND ".join(parts), code=code(cut))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


def _part(tokens: list[str]) -> str:
    words: list[str] = []
    for token in tokens[:-1]:
        words += _pairs(token) if _IS_HAN.match(token) else (token,)
    last = tokens[-1]
    if len(last) > 1 and _IS_HAN.match(last):
        return f'"{" ".join((*words, *_pairs(last)[:-1]))}"'
    # A code's beginning is looked up among the codes, not among all words that begin so.
    coded = not words and len(last) > 2 and last.isascii() and not last.isalpha()
    return f'"{" ".join((*words, last))}"' + ("" if coded else "*")
