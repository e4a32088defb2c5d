"""Marking words for translation where they stand as data."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name the translation tool looks for
    """Give the text back; Qt's own of this name has no type."""
    return text
