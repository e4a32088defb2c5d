"""Signs that no page shows: what is left of a text without them, and whether that is anything.

A pasted name may carry a line break, a direction mark (U+202E turns what follows around on the
screen but not on paper), a zero-width space or half a character. Variation selectors stay: they
choose between the written forms of one character (Unicode, general category).
"""

import unicodedata

_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_AS_SPACE = str.maketrans(dict.fromkeys(_BREAKS, " "))
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def one_line(text: str) -> str:
    """The text on one line: breaks and tabs as spaces, unseen signs left out, ends trimmed."""
    flat = text.translate(_AS_SPACE)
    if flat.isprintable():
        return flat.strip()
    return "".join(c for c in flat if unicodedata.category(c) not in _UNSEEN).strip()


def blank(text: str) -> bool:
    """Whether a text shows nothing at all on paper."""
    return not one_line(text)
