"""Telling a hand scanner from a person by the rhythm of the keys; pure."""

from __future__ import annotations

import unicodedata

SHORTEST = 6  # characters; shorter codes are typed faster than any test is worth
GAP = 50  # milliseconds between two characters; a USB scanner needs 2 to 32
MEAN = 32  # milliseconds on average; the fastest typists stay above 50


class Burst:
    """Collects characters with their times (milliseconds of any steady clock)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._first = 0.0
        self._last = 0.0

    @property
    def raw(self) -> str:
        """The characters as they came."""
        return "".join(self._parts)

    def add(self, text: str, at: float) -> None:
        """Take a character; one that comes late begins anew."""
        if not self._parts or not 0 <= at - self._last <= GAP:
            self._parts.clear()
            self._first = at
        self._parts.append(text)
        self._last = at

    def clear(self) -> None:
        """Forget what was collected."""
        self._parts.clear()

    def ended(self, at: float) -> str | None:
        """Return the code when Enter now completes a scanner's burst.

        Full-width signs, which an input method makes of digits and letters, are turned
        back into plain ones.
        """
        length = len(self.raw)
        prompt = 0 <= at - self._last <= GAP
        if length < SHORTEST or not prompt or (at - self._first) / length > MEAN:
            return None
        return unicodedata.normalize("NFKC", self.raw).strip()
