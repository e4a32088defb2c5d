"""Verify: what the code on a printed paper proves."""

import datetime as dt
from dataclasses import dataclass

from db.connection import Reader
from db.rows import Document


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scanned code proves.

    ``code``: genuine, withdrawn, superseded, content-differs, unknown-document (valid signature
    of a known device), unknown-key, forged, not-ours.
    """

    code: str
    document: Document | None = None
    number_text: str = ""
    date: dt.date | None = None
    device: str = ""
    check_words: str = ""

    @property
    def genuine(self) -> bool:
        """Whether signature, document and content all agree and it still holds."""
        return self.code == "genuine"


def verify(reader: Reader, text: str) -> Verdict:
    """Check a scanned text against the known device keys and the store."""
    raise NotImplementedError
