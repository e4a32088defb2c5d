"""Signs that no page shows: what is left of a text without them, and whether that is anything.

A pasted name may carry a line break, a direction mark (U+202E turns what follows around on the
screen but not on paper), a zero-width space or half a character. Variation selectors stay: they
choose between the written forms of one character (Unicode, general category).
"""

import re
import unicodedata

_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_AS_SPACE = str.maketrans(dict.fromkeys(_BREAKS, " "))
_KEPT = "\n\t"
_KEEPING = re.compile("([\n\t])")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def one_line(text: str) -> str:
    """The text on one line: breaks and tabs as spaces, unseen signs left out, ends trimmed."""
    return flat(text).strip()


def flat(text: str) -> str:
    """As ``one_line``, the ends as they are: for a text that is still being typed."""
    return _seen(text.translate(_AS_SPACE))


def lines(text: str) -> str:
    """The text without unseen signs, its lines and tabs kept."""
    return "".join(part if part in _KEPT else _seen(part) for part in _KEEPING.split(text))


def blank(text: str) -> bool:
    """Whether a text shows nothing at all on paper."""
    return all(c.isspace() or unicodedata.category(c) in _UNSEEN for c in text)


def _seen(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in _UNSEEN)
